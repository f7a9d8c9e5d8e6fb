package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Proof;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds the status of workstreams against their branches and against their own tasks. */
final class StatusClaims {

  private static final int WHOLE = 100;
  private static final Pattern SHARE = Pattern.compile("([0-9]{1,3})(?:[.,][0-9]+)? ?%");

  /** Into what something was merged, where a status says so. */
  private static final Pattern INTO =
      Pattern.compile(
          "(?i)\\b(?:merged|integrated|landed)\\s+(?:(?:back|down)\\s+)?(?:in|into|to|onto)\\s+"
              + "(?:the\\s+)?[`'\"]*(?:origin/)?([\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*[\\p{L}\\p{N}])");

  /** Names that teams give to a branch which is not the one that all is merged into at last. */
  private static final Set<String> BETWEEN =
      Set.of("develop", "dev", "development", "next", "integration", "staging");

  private final Plan plan;
  private final Consumer<ClaimCheck> untold;

  /**
   * Prepares to look.
   *
   * @param untold takes those that would agree or not if the evidence were there
   */
  StatusClaims(Plan plan, Consumer<ClaimCheck> untold) {
    this.plan = plan;
    this.untold = untold;
  }

  /**
   * What the branch shows of a status and what the tasks do: two checks where both tell something,
   * and one where the branch tells nothing. Tasks alone never make it agree: the plan counts them.
   */
  List<ClaimCheck> of(WorkstreamState state) {
    if (state.workstream().status().isEmpty()) {
      return List.of();
    }
    ClaimCheck branch = branch(state);
    Optional<ClaimCheck> tasks = tasks(state);
    if (branch.agreement() != Agreement.UNKNOWN || tasks.isEmpty()) {
      return Stream.concat(Stream.of(branch), tasks.stream()).toList();
    }
    return List.of(
        tasks.get().agreement() == Agreement.CONTRADICTS
            ? tasks.get()
            : check(
                state,
                branch.observed() + "; " + tasks.get().observed(),
                Agreement.UNKNOWN,
                Stream.concat(branch.proof().stream(), tasks.get().proof().stream()).toList()));
  }

  private ClaimCheck branch(WorkstreamState state) {
    String claim = state.workstream().status();
    Optional<StatusWord> word = StatusWord.of(claim, plan.project().vocabulary());
    ClaimCheck check =
        check(
            state,
            observed(plan, claim, state.observed(), state.how()),
            agreement(word, state.proved()),
            ClaimChecker.proof(state));
    Optional<String> other =
        otherBranch(plan, claim).filter(name -> check.agreement() == Agreement.CONTRADICTS);
    if (other.isPresent()) {
      return check(
          state,
          check.observed()
              + "; what it says of "
              + other.get()
              + " says nothing of "
              + plan.project().integrationBranch(),
          Agreement.UNKNOWN,
          check.proof());
    }
    if (word.isPresent() && check.agreement() == Agreement.UNKNOWN) {
      untold.accept(check);
    }
    return check;
  }

  /**
   * The tasks beside a status that begins with a percentage, counted in either way, or that says
   * that it is through: then all of them are; or that it has not begun: then none has.
   */
  private Optional<ClaimCheck> tasks(WorkstreamState state) {
    Matcher share = SHARE.matcher(state.workstream().status());
    List<Task> outer =
        state.workstream().tasks().stream().filter(t -> t.state() != Task.State.DROPPED).toList();
    boolean open = isThrough(plan, state.workstream()) && state.done() != state.tasks();
    boolean counted = share.lookingAt() && !outer.isEmpty();
    Optional<Task> begun = begun(state.workstream());
    if (begun.isPresent()) {
      return Optional.of(
          check(
              state,
              "its own plan says that task "
                  + begun.get().id()
                  + " is "
                  + begun.get().state().word(),
              Agreement.CONTRADICTS,
              List.of(Proof.plan("the task", begun.get().origin().of("state")))));
    }
    if (!open && !counted) {
      return Optional.empty();
    }
    int percent = counted ? Integer.parseInt(share.group(1)) : 0;
    boolean inner = !open && isShare(percent, state.done(), state.tasks());
    boolean agrees = inner || !open && isShare(percent, done(outer), outer.size());
    String all = state.done() + " of " + state.tasks();
    return Optional.of(
        check(
            state,
            "its own plan says "
                + (agrees && !inner
                    ? done(outer)
                        + " of "
                        + outer.size()
                        + " outer tasks are done, "
                        + all
                        + " with those in them"
                    : all + " tasks are done"),
            agrees ? Agreement.AGREES : Agreement.CONTRADICTS,
            List.of(Proof.plan("its tasks", state.workstream().origin().of("tasks")))));
  }

  /** A task that was begun, of a workstream that says that it was not. */
  private Optional<Task> begun(Workstream workstream) {
    return StatusWord.ofWhole(workstream.status(), plan.project().vocabulary())
            .equals(Optional.of(StatusWord.TODO))
        ? workstream.tasks().stream()
            .flatMap(Task::leaves)
            .filter(task -> task.state() == Task.State.DONE || task.state() == Task.State.DOING)
            .findFirst()
        : Optional.empty();
  }

  private static long done(List<Task> tasks) {
    return tasks.stream().filter(task -> task.state() == Task.State.DONE).count();
  }

  /** Whether a percentage is that of a count, within one point. */
  private static boolean isShare(int percent, long done, long total) {
    return total > 0 && Math.abs(WHOLE * done - percent * total) <= total;
  }

  private static ClaimCheck check(
      WorkstreamState state, String observed, Agreement agreement, List<Proof> proof) {
    return new ClaimCheck(
        state.id(),
        "status: " + state.workstream().status(),
        state.workstream().origin().of("status"),
        observed,
        agreement,
        proof);
  }

  /** Whether a workstream says that it is through. */
  static boolean isThrough(Plan plan, Workstream workstream) {
    Optional<StatusWord> word = StatusWord.of(workstream.status(), plan.project().vocabulary());
    return word.equals(Optional.of(StatusWord.MERGED))
        || word.equals(Optional.of(StatusWord.READY));
  }

  /**
   * The branch that a status says something was merged into, where that is not the integration
   * branch: one that the plan names, or that is called as such branches are.
   */
  static Optional<String> otherBranch(Plan plan, String claim) {
    Matcher into = INTO.matcher(claim);
    return Optional.of(into)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .filter(name -> !name.equals(plan.project().integrationBranch()))
        .filter(name -> name.contains("/") || BETWEEN.contains(name) || isNamed(plan, name));
  }

  private static boolean isNamed(Plan plan, String branch) {
    return Stream.of(
            plan.project().releaseBranch().stream(),
            plan.merges().waves().stream().flatMap(wave -> wave.into().stream()),
            plan.merges().queue().stream().flatMap(entry -> entry.target().stream()),
            plan.workstreams().stream().flatMap(w -> w.branch().stream()))
        .flatMap(names -> names)
        .anyMatch(branch::equals);
  }

  /** What was observed, in words, and how that is known, or why the claim tells nothing. */
  static String observed(Plan plan, String claim, WorkstreamState.Status observed, String how) {
    return StatusWord.of(claim, plan.project().vocabulary()).isPresent()
        ? observed.words() + ", " + how
        : observed.words() + "; " + unread(plan, claim);
  }

  /** Why a status claims no state. */
  static String unread(Plan plan, String claim) {
    return StatusWord.isUnclear(claim, plan.project().vocabulary())
        ? "coord cannot tell which state is claimed: begin with its word, as in done or in"
            + " progress, or explain it under project.vocabulary"
        : "coord does not know the word: explain it under project.vocabulary";
  }

  /** Whether a claimed status agrees with what was observed. */
  static Agreement agreement(Optional<StatusWord> word, WorkstreamState.Status observed) {
    if (word.isEmpty() || observed == WorkstreamState.Status.UNKNOWN) {
      return Agreement.UNKNOWN;
    }
    boolean agrees =
        switch (word.get()) {
          case TODO -> observed == WorkstreamState.Status.NOT_STARTED;
          case ACTIVE -> observed.isUnderWay() || observed == WorkstreamState.Status.REVERTED;
          case READY -> observed.isUnderWay();
          case OPEN, BLOCKED, DROPPED -> !observed.isMerged();
          case MERGED -> observed.isMerged();
        };
    return agrees ? Agreement.AGREES : Agreement.CONTRADICTS;
  }
}
