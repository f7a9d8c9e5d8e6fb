package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Finding;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.engine.PlanSource.Entry;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.yaml.PlanReading;
import java.util.List;
import java.util.Optional;

/** Reads past versions of the plan. */
final class Rulebooks {

  private final Opened opened;
  private final Settings settings;

  Rulebooks(Opened opened, Settings settings) {
    this.opened = opened;
    this.settings = settings;
  }

  /**
   * The rulebook for what is judged: for a branch, the plan of its base. A plan outside the
   * repository is nobody's to change by a branch, so it is its own rulebook.
   */
  Rulebook read(Plans plans, JudgedBranch judged) {
    Plan own = plans.plan().orElseThrow();
    if (!judged.judged().isBranch() || !plans.inRepository()) {
      return Rulebook.own(own);
    }
    GitRepository git = opened.repository().orElseThrow();
    String base = judged.tip().base().orElse(own.project().integrationBranch());
    Optional<String> commit = git.resolve(base);
    if (commit.isEmpty()) {
      return Rulebook.without(own, missing(base, git));
    }
    try {
      return at(commit.get())
          .map(reading -> rulebook(own, reading, base, commit.get()))
          .orElseGet(() -> firstPlan(own, base));
    } catch (UnreadableException e) {
      return Rulebook.without(own, new BaseProblem(base, e.getMessage(), e.remedy()));
    }
  }

  /**
   * The plan where the judged branch left its base; the rulebook where that cannot be told or read.
   *
   * @param mergeBase full id of the commit
   */
  Plan forked(Rulebook rulebook, Optional<String> mergeBase) {
    if (rulebook.commit().isEmpty() || mergeBase.isEmpty() || mergeBase.equals(rulebook.commit())) {
      return rulebook.plan();
    }
    try {
      return at(mergeBase.get()).flatMap(PlanReading::plan).orElse(rulebook.plan());
    } catch (UnreadableException e) {
      return rulebook.plan();
    }
  }

  /** The plan as a commit has it; empty when it has none. */
  private Optional<PlanReading> at(String commit) {
    PlanSource source = new CommitSource(opened.repository().orElseThrow(), commit);
    PlanLocator locator = new PlanLocator(source);
    Optional<String> given =
        settings
            .plan()
            .map(p -> settings.directory().resolve(p).normalize())
            .map(p -> opened.root().relativize(p).toString().replace('\\', '/'));
    // A branch's POM may name a plan that its base does not have; the base's own one judges then.
    PlanLocator.Found found =
        given
            .filter(path -> source.entry(path) != Entry.NONE)
            .map(locator::given)
            .orElseGet(() -> locator.nearest(opened.directory()));
    return PlanLocator.isMissing(found)
        ? Optional.empty()
        : Optional.of(new PlanLoader(source).load(found));
  }

  private static Rulebook rulebook(Plan own, PlanReading reading, String base, String commit) {
    List<Diagnostic> problems =
        reading.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(
                d ->
                    Diagnostic.error(
                        d.location(),
                        "on " + base + ", whose gates judge this branch: " + d.problem(),
                        d.remedy()))
            .toList();
    return new Rulebook(
        reading.plan().orElse(own), Optional.of(commit), List.of(), problems, Optional.empty());
  }

  private static BaseProblem missing(String base, GitRepository git) {
    return git.shallow()
        ? new BaseProblem(
            base,
            "the clone is shallow and has no " + base + " to compare with",
            "Fetch the whole history: fetch-depth: 0 in actions/checkout, or git fetch"
                + " --unshallow.")
        : new BaseProblem(
            base,
            "the base "
                + base
                + " was not found (tried "
                + String.join(", ", git.refsTried(base))
                + ")",
            "Fetch it, correct project.integration_branch, or name another with -Dcoord.base.");
  }

  private static Rulebook firstPlan(Plan plan, String base) {
    Finding finding =
        new Finding(
            Finding.Kind.PLAN_CHANGED,
            Severity.INFO,
            "",
            base + " has no plan yet, so this branch is judged by its own",
            "Merge the plan.",
            Optional.of(Location.ofFile(plan.files().get(0))),
            List.of());
    return new Rulebook(plan, Optional.empty(), List.of(finding), List.of(), Optional.empty());
  }
}
