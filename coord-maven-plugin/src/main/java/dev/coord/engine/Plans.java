package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Finding;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import dev.coord.plan.yaml.PlanReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The versions of the plan that a run goes by.
 *
 * @param plan the checked-out plan; empty when it cannot be used
 * @param problems what is wrong with it, or with the plan of the base
 * @param warnings what its readers should know
 * @param inRepository whether it lies in the repository, so that commits have versions of it
 */
record Plans(
    Optional<Plan> plan,
    List<Diagnostic> problems,
    List<Diagnostic> warnings,
    boolean inRepository) {

  Plans {
    Objects.requireNonNull(plan, "plan");
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * The version whose gates, boundaries, waivers and people count.
   *
   * @param problems what is wrong with it; it then cannot be used
   * @param baseProblem why the checked-out plan stands in for it, when that proves nothing
   */
  record Rulebook(
      Plan plan,
      List<Finding> findings,
      List<Diagnostic> problems,
      Optional<BaseProblem> baseProblem) {
    Rulebook {
      findings = List.copyOf(findings);
      problems = List.copyOf(problems);
    }
  }

  static Plans read(Opened opened, Settings settings) {
    Optional<Path> given = settings.plan().map(p -> settings.directory().resolve(p).normalize());
    boolean inside = given.isEmpty() || given.get().startsWith(opened.root());
    Path root = inside ? opened.root() : given.get().getParent();
    PlanSource source = new WorkTreeSource(root, inside ? "" : outside(opened, root));
    PlanReading reading = new PlanLoader(source).load(find(source, opened, given, root));
    return new Plans(
        reading.plan(),
        reading.diagnostics().stream().filter(Diagnostic::isError).toList(),
        reading.diagnostics().stream().filter(d -> !d.isError()).toList(),
        inside && opened.repository().isPresent());
  }

  /** The way from the repository to a plan that lies elsewhere, where there is one. */
  private static String outside(Opened opened, Path directory) {
    boolean related = Objects.equals(opened.root().getRoot(), directory.getRoot());
    Path way = related ? opened.root().relativize(directory) : directory;
    return way.toString().replace('\\', '/') + "/";
  }

  private static PlanLocator.Found find(
      PlanSource source, Opened opened, Optional<Path> given, Path root) {
    PlanLocator locator = new PlanLocator(source);
    return given
        .map(path -> locator.given(root.relativize(path).toString().replace('\\', '/')))
        .orElseGet(() -> locator.nearest(opened.directory()));
  }

  /**
   * The rulebook for what is judged: for a branch, the plan of its base. A plan outside the
   * repository is nobody's to change by a branch, so it is its own rulebook.
   */
  Rulebook rulebook(JudgedBranch judged, Opened opened, Settings settings) {
    Plan own = plan.orElseThrow();
    if (!judged.judged().isBranch() || !inRepository) {
      return new Rulebook(own, List.of(), List.of(), Optional.empty());
    }
    GitRepository git = opened.repository().orElseThrow();
    String base = judged.tip().base().orElse(own.project().integrationBranch());
    Optional<String> commit = git.resolve(base);
    if (commit.isEmpty()) {
      return new Rulebook(own, List.of(), List.of(), Optional.of(missing(base, git)));
    }
    try {
      return at(base, new CommitSource(git, commit.get()), judged, opened, settings);
    } catch (UnreadableException e) {
      BaseProblem problem = new BaseProblem(base, e.getMessage(), e.remedy());
      return new Rulebook(own, List.of(), List.of(), Optional.of(problem));
    }
  }

  private Rulebook at(
      String base, PlanSource source, JudgedBranch judged, Opened opened, Settings settings) {
    Plan own = plan.orElseThrow();
    PlanLocator locator = new PlanLocator(source);
    Optional<Path> given = settings.plan().map(p -> settings.directory().resolve(p).normalize());
    PlanLocator.Found found =
        given
            .map(p -> opened.root().relativize(p).toString().replace('\\', '/'))
            .map(locator::given)
            .orElseGet(() -> locator.nearest(opened.directory()));
    if (found.files().isEmpty() && PlanLocator.isMissing(found)) {
      return new Rulebook(own, List.of(firstPlan(own, base)), List.of(), Optional.empty());
    }
    PlanReading reading = new PlanLoader(source).load(found);
    if (reading.plan().isEmpty()) {
      return new Rulebook(own, List.of(), brokenBase(reading, base), Optional.empty());
    }
    Plan rulebook = reading.plan().get();
    return new Rulebook(rulebook, changes(own, rulebook, judged), List.of(), Optional.empty());
  }

  private static BaseProblem missing(String base, GitRepository git) {
    String tried = String.join(", ", git.refsTried(base));
    return git.shallow()
        ? new BaseProblem(
            base,
            "the clone is shallow and has no " + base + " to compare with",
            "Fetch the whole history: fetch-depth: 0 in actions/checkout, or git fetch"
                + " --unshallow.")
        : new BaseProblem(
            base,
            "the base " + base + " was not found (tried " + tried + ")",
            "Fetch it, correct project.integration_branch, or name another with -Dcoord.base.");
  }

  private static Finding firstPlan(Plan plan, String base) {
    return new Finding(
        Finding.Kind.PLAN_CHANGED,
        Severity.INFO,
        "",
        base + " has no plan yet, so this branch is judged by its own",
        "Merge the plan.",
        Optional.of(Location.ofFile(plan.files().get(0))),
        List.of());
  }

  private static List<Diagnostic> brokenBase(PlanReading reading, String base) {
    List<Diagnostic> problems = new ArrayList<>();
    for (Diagnostic d : reading.diagnostics()) {
      if (d.isError()) {
        problems.add(
            Diagnostic.error(
                d.location(),
                "on " + base + ", whose gates judge this branch: " + d.problem(),
                d.remedy()));
      }
    }
    return problems;
  }

  private static List<Finding> changes(Plan own, Plan rulebook, JudgedBranch judged) {
    List<Finding> findings = new ArrayList<>();
    for (PlanDiff.Change change : PlanDiff.between(rulebook, own)) {
      findings.add(
          new Finding(
              Finding.Kind.PLAN_CHANGED,
              Severity.WARN,
              change.subject(),
              change.sentence(),
              "It counts once it is merged; until then the base's plan judges.",
              change.branch().or(change::base),
              List.of()));
    }
    judged
        .judged()
        .workstream()
        .filter(id -> rulebook.workstream(id).isEmpty())
        .flatMap(own::workstream)
        .ifPresent(w -> findings.add(newWorkstream(w)));
    return findings;
  }

  private static Finding newWorkstream(Workstream workstream) {
    return new Finding(
        Finding.Kind.PLAN_CHANGED,
        Severity.WARN,
        workstream.id(),
        "workstream " + workstream.id() + " is only in this branch's plan, so it owns nothing yet",
        "Merge its plan file first.",
        Optional.of(workstream.origin().self()),
        List.of());
  }
}
