package dev.coord.engine;

import static dev.coord.evidence.Observation.known;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Finding;
import dev.coord.assess.Judged.Kind;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.path.KnownPaths;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.yaml.PlanReading;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says which version of the plan judges. */
final class Rulebooks {

  private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{40}");

  private final PastPlans past;
  private final Optional<String> given;

  /**
   * Rulebooks of a repository.
   *
   * @param given the committish that the user compares with
   */
  Rulebooks(PastPlans past, Optional<String> given) {
    this.past = past;
    this.given = given;
  }

  /**
   * The rulebook for what is judged: for a branch, the plan of its base; for a commit on no branch,
   * too, unless a target has it already. A plan outside the repository is nobody's to change by a
   * branch, so it is its own rulebook.
   */
  Rulebook read(Plans plans, JudgedBranch judged, Targets targets) {
    Plan own = plans.plan().orElseThrow();
    if (!plans.inRepository()) {
      return Rulebook.own(own);
    }
    if (judged.problem().isPresent()) {
      return Rulebook.without(own, judged.problem().get());
    }
    if (targets.problem().isPresent()) {
      return Rulebook.without(own, targets.problem().get());
    }
    if (given.isPresent() && commit(given.get()).isEmpty()) {
      return Rulebook.without(own, missing(given.get(), past.git(), true));
    }
    if (judged.judged().kind() == Kind.INTEGRATION
        || judged.judged().kind() == Kind.NONE && isMerged(judged, targets)) {
      return Rulebook.own(own);
    }
    String base = judged.tip().base().orElse(targets.integration());
    Optional<String> commit = commit(base);
    if (commit.isEmpty()) {
      return Rulebook.without(own, missing(base, past.git(), judged.tip().base().isPresent()));
    }
    if (judged.pullRequest() && judged.isHead() && commit.get().equals(past.git().head().id())) {
      return Rulebook.without(own, notCheckedOut(base));
    }
    try {
      return past.at(commit.get())
          .map(reading -> rulebook(own, reading, base, commit.get()))
          .orElseGet(() -> firstPlan(own, base));
    } catch (UnreadableException e) {
      return Rulebook.without(own, new BaseProblem(base, e.getMessage(), e.remedy()));
    }
  }

  /**
   * The commit to compare with. A target that plan or service name is a branch: anybody who may
   * push could make a tag of that name.
   */
  private Optional<String> commit(String base) {
    boolean anything = given.equals(Optional.of(base)) || FULL_ID.matcher(base).matches();
    return anything ? past.git().resolve(base) : Branches.tip(past.git(), base);
  }

  /**
   * The files of the commit by whose plan a branch or push is judged. Where they cannot be listed,
   * git cannot tell either what the branch changes, and whose that is.
   */
  KnownPaths files(Optional<String> commit) {
    return new KnownPaths(
        () ->
            commit
                .flatMap(id -> past.git().trackedFiles(id).optional())
                .orElseGet(Collections::emptySortedSet));
  }

  /** The repository that has them. */
  GitRepository git() {
    return past.git();
  }

  /** Whether HEAD is in the history of what it is compared with. */
  private boolean isMerged(JudgedBranch judged, Targets targets) {
    GitRepository git = past.git();
    String head = git.head().id();
    return judged.tip().base().map(Set::of).orElse(targets.names()).stream()
        .flatMap(name -> commit(name).stream())
        .anyMatch(tip -> git.mergeBase(head, tip).equals(known(Optional.of(head))));
  }

  /**
   * The plan where the judged branch left its base; the rulebook where there was none yet. Empty
   * where that cannot be told or read.
   *
   * @param mergeBase full id of the commit
   */
  Optional<Plan> forked(Rulebook rulebook, Optional<String> mergeBase) {
    if (rulebook.commit().isEmpty() || mergeBase.equals(rulebook.commit())) {
      return Optional.of(rulebook.plan());
    }
    return mergeBase.flatMap(commit -> plan(commit, rulebook.plan()));
  }

  /** The plan of a commit, or another where it has none; empty when it cannot be read. */
  private Optional<Plan> plan(String commit, Plan instead) {
    try {
      Optional<PlanReading> reading = past.at(commit);
      return reading.isEmpty() ? Optional.of(instead) : reading.flatMap(PlanReading::plan);
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  /** The plan of a commit; empty when it has none, or cannot be read. */
  Optional<Plan> at(String commit) {
    try {
      return past.at(commit).flatMap(PlanReading::plan);
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  /** Whether the plan of a commit can be read; one that is broken or not there can. */
  Observation<Boolean> readable(String commit) {
    try {
      past.at(commit);
      return known(true);
    } catch (UnreadableException e) {
      return Observation.unknown(e.getMessage(), e.remedy());
    }
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
        reading.plan().orElse(own),
        base,
        Optional.of(commit),
        List.of(),
        problems,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Why a base is no rulebook: it is not here.
   *
   * @param said whether the user or the service named it, and not the plan
   */
  private BaseProblem missing(String base, GitRepository git, boolean said) {
    boolean branch = !FULL_ID.matcher(base).matches();
    return git.shallow()
        ? new BaseProblem(
            base,
            "the clone is shallow and has no "
                + (branch ? base : "commit " + base.substring(0, 7))
                + " to compare with",
            "Fetch the whole history: fetch-depth: 0 in actions/checkout, or git fetch"
                + " --unshallow.")
        : new BaseProblem(
            base,
            "the base "
                + base
                + " was not found (tried "
                + String.join(", ", git.refsTried(base))
                + ")",
            given.equals(Optional.of(base))
                ? "Fetch it, or correct -Dcoord.base."
                : branch
                    ? "Fetch it ("
                        + GitRepository.fetching(base)
                        + (said
                            ? ")."
                            : "), correct project.integration_branch, or name another with"
                                + " -Dcoord.base.")
                    : "Fetch it.");
  }

  private static BaseProblem notCheckedOut(String base) {
    return new BaseProblem(
        base,
        "HEAD is the commit of " + base + ", not one of the pull request",
        "Check out the pull request's own commit; on GitHub, run on pull_request, or give"
            + " actions/checkout the ref"
            + " ${{ github.event.pull_request.head.sha }}.");
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
    return Rulebook.first(plan, base, finding);
  }
}
