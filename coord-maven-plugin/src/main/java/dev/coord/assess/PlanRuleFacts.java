package dev.coord.assess;

import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Epic;
import dev.coord.plan.Origin;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanRule;
import dev.coord.plan.Sprint;
import dev.coord.plan.Workstream;
import dev.coord.rule.Facts.Age;
import dev.coord.rule.Facts.Answer;
import dev.coord.rule.Facts.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers what rules ask of the plan itself: what is in it, and how old it is. */
final class PlanRuleFacts {

  private final Plan plan;
  private final Observation<GitEvidence> git;
  private final Instant judgedAt;
  private final ZoneId zone;
  private final PlanTally tally;

  /**
   * Facts about a plan.
   *
   * @param judgedAt judging time
   * @param zone the project's
   * @param tally what was found of the plan so far
   */
  PlanRuleFacts(
      Plan plan, Observation<GitEvidence> git, Instant judgedAt, ZoneId zone, PlanTally tally) {
    this.plan = plan;
    this.git = git;
    this.judgedAt = judgedAt;
    this.zone = zone;
    this.tally = tally;
  }

  /**
   * A number of things of the plan.
   *
   * @param key the key of the rule that asks for it
   */
  Observation<Count> number(PlanRule rule, String key) {
    return switch (key) {
      case "contradictions" -> tally.contradictions(rule.contradictions().orElseThrow());
      case "overdue" -> Observation.known(tally.lateness());
      case "workstreams" -> listed(plan.workstreams().stream().map(Workstream::origin), key);
      case "people" -> listed(plan.people().stream().map(Person::origin), key);
      case "epics" -> listed(plan.epics().stream().map(Epic::origin), key);
      default -> listed(plan.sprints().stream().map(Sprint::origin), key);
    };
  }

  private static Observation<Count> listed(Stream<Origin> things, String nouns) {
    List<Origin> all = things.toList();
    return Observation.known(
        new Count(
            all.size(),
            nouns + " in the plan",
            "Correct the number, or the plan.",
            all.stream().limit(1).map(o -> Proof.plan("the first of them", o.self())).toList()));
  }

  /** Whether the plan was last looked through on the day that a rule names. */
  Observation<Answer> updated(PlanRule rule) {
    LocalDate wanted = rule.updated().orElseThrow();
    Optional<LocalDate> said = plan.project().updated();
    if (said.isPresent()) {
      return Observation.known(
          new Answer(
              said.get().equals(wanted),
              "the plan says that it was updated on " + said.get(),
              "Correct project.updated, or the rule.",
              List.of(Proof.plan("the plan", plan.project().origin().of("updated")))));
    }
    return newestChange()
        .map(
            commit -> {
              LocalDate day = day(commit);
              return new Answer(
                  day.equals(wanted),
                  "the last commit that changed the plan is of " + day,
                  "Say under project.updated when it was, or correct the rule.",
                  List.of(Proof.commit(commit.subject(), commit.id())));
            });
  }

  /** The time since a commit changed a file of the plan. */
  Observation<Age> age() {
    return newestChange()
        .map(
            commit ->
                BranchFacts.age(commit, judgedAt, zone, "since the commit of %s changed the plan"));
  }

  /** The newest commit that changed the plan. */
  Observation<Commit> newestChange() {
    return git.then(GitEvidence::newestChange);
  }

  /** The day of a commit in the zone of the project. */
  LocalDate day(Commit commit) {
    return commit.time().atZone(zone).toLocalDate();
  }
}
