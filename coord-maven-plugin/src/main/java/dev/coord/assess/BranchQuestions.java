package dev.coord.assess;

import dev.coord.assess.Questions.JudgedTip;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts together which branches git is to look at, and beside which others. */
final class BranchQuestions {

  private BranchQuestions() {}

  /** Each branch once, as its name is the key of the answer: the judged one before all others. */
  static List<BranchQuestion> of(Plan plan, Plan rulebook, Judged judged, JudgedTip tip) {
    Map<String, BranchQuestion> questions = new LinkedHashMap<>();
    String integration = rulebook.project().integrationBranch();
    List<Workstream> workstreams = judged.workstreams(plan, rulebook);
    for (Workstream workstream : workstreams) {
      if (judged.judges(workstream)) {
        String base = base(rulebook, workstream).orElse(integration);
        judged
            .branch(workstream)
            .map(
                b ->
                    mine(
                        b,
                        tip,
                        base,
                        Authors.emails(plan, rulebook, workstream),
                        Mergings.of(plan, rulebook, workstream.id())))
            .ifPresent(q -> questions.put(q.name(), q));
      }
    }
    if (judged.kind() == Judged.Kind.UNNAMED) {
      BranchQuestion question = mine(judged.subject(), tip, integration, Set.of(), Merging.NONE);
      questions.put(question.name(), question);
    }
    for (Workstream workstream : workstreams) {
      String base = base(rulebook, workstream).orElse(integration);
      judged
          .branch(workstream)
          .map(
              b ->
                  new BranchQuestion(
                      b,
                      Optional.empty(),
                      base,
                      Authors.emails(plan, rulebook, workstream),
                      false,
                      Mergings.of(plan, rulebook, workstream.id())))
          .ifPresent(q -> questions.putIfAbsent(q.name(), q));
    }
    Stream.of(
            RuleQuestions.rules(plan, rulebook, BranchRule.class)
                .flatMap(rule -> RuleQuestions.branch(plan, rulebook, rule).stream()),
            RuleQuestions.rules(plan, rulebook, ApprovedRule.class)
                .flatMap(rule -> RuleQuestions.branch(plan, rulebook, rule).stream()),
            FormerDay.branches(plan))
        .flatMap(names -> names)
        .map(b -> new BranchQuestion(b, Optional.empty(), integration, Set.of(), false))
        .forEach(q -> questions.putIfAbsent(q.name(), q));
    return List.copyOf(questions.values());
  }

  /**
   * The base of a workstream where it is not the integration branch, by the rulebook alone: a
   * branch must not choose what it is compared with.
   */
  static Optional<String> base(Plan rulebook, Workstream workstream) {
    return rulebook.workstream(workstream.id()).flatMap(Workstream::base);
  }

  private static BranchQuestion mine(
      String branch, JudgedTip tip, String base, Set<String> authors, Merging merging) {
    return new BranchQuestion(
        branch, tip.tip(), tip.base().orElse(base), authors, tip.uncommitted(), merging);
  }
}
