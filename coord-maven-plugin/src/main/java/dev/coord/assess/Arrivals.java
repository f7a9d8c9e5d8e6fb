package dev.coord.assess;

import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.Beginning;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.Proof;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells whether what an order of the plan names has begun, or has been merged. */
final class Arrivals {

  /** Whether something has happened. */
  enum Told {
    /** It has. */
    YES,
    /** It has not. */
    NO,
    /** It cannot be told. */
    UNKNOWN
  }

  /**
   * Something that an order names.
   *
   * @param key what it is told apart by
   * @param name what it is called, with its branch
   * @param happened whether it has begun, or has been merged
   * @param words what was seen of it
   * @param proof what shows it
   * @param into the branch that it is to come into
   * @param landing where it came into that
   */
  record Arrival(
      String key,
      String name,
      Told happened,
      String words,
      List<Proof> proof,
      String into,
      Optional<Landing> landing) {

    /** Copies the collection. */
    Arrival {
      Objects.requireNonNull(happened, "happened");
      proof = List.copyOf(proof);
    }

    /** Name and what was seen, a clause. */
    String sentence() {
      return happened == Told.UNKNOWN
          ? "what became of " + name + " cannot be told: " + words
          : name + " " + words;
    }

    /** The same, named with where the plan lists it. */
    Arrival of(String place) {
      return new Arrival(key, name + " of " + place, happened, words, proof, into, landing);
    }

    /** The same, told apart by something else. */
    Arrival as(String other) {
      return new Arrival(other, name, happened, words, proof, into, landing);
    }

    /** Whether it came before anything of another did, into the same branch. */
    boolean isBefore(Arrival other) {
      return landing.isPresent()
          && other.landing.isPresent()
          && landing.get().isBefore(other.landing.get());
    }
  }

  private final Plan plan;
  private final Evidence evidence;
  private final Map<String, WorkstreamState> states = new HashMap<>();
  private final boolean whole;
  private final ZoneId zone;

  Arrivals(Plan plan, Evidence evidence, List<WorkstreamState> states) {
    this.plan = plan;
    this.zone = plan.project().calendar().zone();
    this.evidence = evidence;
    states.forEach(state -> this.states.put(state.id(), state));
    this.whole = evidence.git().then(git -> git.history()).isKnown();
  }

  /** Whether a workstream has been merged; empty where the plan names no branch. */
  Optional<Arrival> merged(String id) {
    return merged(id, Optional.empty(), plan.project().integrationBranch());
  }

  /**
   * Whether a workstream has been merged into a branch; empty where the plan names no branch.
   *
   * @param seen where it stands by that branch, where that was looked at
   */
  Optional<Arrival> merged(String id, Optional<Status> seen, String into) {
    return branch(id)
        .map(
            branch -> {
              WorkstreamState state = states.get(id);
              return merged(id, branch, Optional.of(state), seen.orElse(state.observed()), into);
            });
  }

  /**
   * Whether an entry of the queue has been merged; empty where it names no branch, and no merge is
   * known that names its pull request.
   */
  Optional<Arrival> merged(QueueState entry) {
    return entry
        .source()
        .map(
            source ->
                merged(
                    entry.key(),
                    source,
                    entry.workstream().map(states::get),
                    entry.observed(),
                    entry.target()))
        .or(() -> numbered(entry));
  }

  private Optional<Arrival> numbered(QueueState entry) {
    return entry.entry().pullRequest().stream()
        .boxed()
        .findFirst()
        .filter(number -> entry.observed().isMerged())
        .flatMap(number -> PullRequestMerges.find(evidence.git(), number, entry.target()))
        .map(
            merged ->
                new Arrival(
                    entry.key(),
                    "pull request " + entry.entry().pullRequest().getAsInt(),
                    Told.YES,
                    "is merged by " + BranchLines.named(merged.commit(), zone),
                    proof(Optional.of(merged.commit())),
                    entry.target(),
                    Optional.of(merged.landing())));
  }

  private Arrival merged(
      String key, String branch, Optional<WorkstreamState> state, Status seen, String into) {
    String name = key + " (" + branch + ")";
    return switch (seen) {
      case MERGED, MERGED_OUT_OF_ORDER -> {
        Optional<Commit> commit = commit(branch, into);
        String by = commit.map(c -> " by " + BranchLines.named(c, zone)).orElse("");
        yield new Arrival(
            key, name, Told.YES, "is merged" + by, proof(commit), into, landing(branch, into));
      }
      case ACTIVE, STALE, READY, ABANDONED, NOT_STARTED, REVERTED ->
          new Arrival(
              key,
              name,
              Told.NO,
              seen == Status.REVERTED
                  ? "is reverted"
                  : wentOn(state) ? "was merged, and what it did since is not" : "is not merged",
              proof(state.flatMap(WorkstreamState::branch).flatMap(BranchEvidence::tip)),
              into,
              Optional.empty());
      case UNKNOWN ->
          state.filter(s -> isNowhere(s) && isNotBegun(s)).isPresent()
              ? unseen(key, name, Told.NO, "is nowhere to be seen", into)
              : unseen(key, name, Told.UNKNOWN, why(branch, state), into);
    };
  }

  /** Whether it was merged and has commits since: the order may have been kept. */
  private static boolean wentOn(Optional<WorkstreamState> state) {
    return state.flatMap(WorkstreamState::branch).flatMap(BranchEvidence::earlier).isPresent();
  }

  private static Arrival unseen(String key, String name, Told happened, String words, String into) {
    return new Arrival(key, name, happened, words, List.of(), into, Optional.empty());
  }

  private String why(String branch, Optional<WorkstreamState> state) {
    return state
        .filter(s -> s.observed() == Status.UNKNOWN)
        .map(WorkstreamState::how)
        .orElse("git cannot tell whether " + branch + " is merged");
  }

  /** Whether a workstream has commits of its own; empty where the plan names no branch. */
  Optional<Arrival> begun(String id) {
    return merged(id)
        .map(
            merged -> {
              WorkstreamState state = states.get(id);
              return switch (state.observed()) {
                case MERGED, MERGED_OUT_OF_ORDER -> merged;
                case ACTIVE, STALE, READY ->
                    new Arrival(
                        id,
                        merged.name(),
                        Told.YES,
                        "has " + commits(state),
                        proof(
                            state
                                .branch()
                                .flatMap(
                                    branch ->
                                        branch.beginning().map(Beginning::commit).or(branch::tip))),
                        merged.into(),
                        Optional.empty());
                case NOT_STARTED, ABANDONED, REVERTED, UNKNOWN -> merged;
              };
            });
  }

  /**
   * Whether something may have happened that should not have happened yet. Of a branch that is
   * nowhere to be seen, and that no merge of a whole history names, nothing is held against
   * anybody.
   */
  boolean mayHaveHappened(Arrival arrival) {
    return switch (arrival.happened()) {
      case YES -> true;
      case NO -> false;
      case UNKNOWN ->
          Optional.ofNullable(states.get(arrival.key()))
              .map(state -> !isNowhere(state))
              .orElse(!whole);
    };
  }

  private Optional<String> branch(String id) {
    return Optional.ofNullable(states.get(id)).flatMap(state -> state.workstream().branch());
  }

  private boolean isNowhere(WorkstreamState state) {
    return whole && state.branch().filter(b -> b.ref().isEmpty()).isPresent();
  }

  /** Whether the plan itself says that nothing has been done. */
  private boolean isNotBegun(WorkstreamState state) {
    return StatusWord.of(state.workstream().status(), plan.project().vocabulary())
            .equals(Optional.of(StatusWord.TODO))
        && state.done() == 0;
  }

  private Optional<Commit> commit(String branch, String into) {
    return merge(evidence, branch, into).flatMap(MergeState::merge);
  }

  /** Where a branch came into what it was merged into. */
  private Optional<Landing> landing(String branch, String into) {
    return merge(evidence, branch, into).flatMap(MergeState::landing);
  }

  /** What git said of a branch and the one it goes into. */
  static Optional<MergeState> merge(Evidence evidence, String branch, String into) {
    return evidence
        .git()
        .optional()
        .flatMap(
            git ->
                Optional.ofNullable(git.merges().get(new MergeQuestion(branch, into)))
                    .or(() -> Optional.ofNullable(git.branches().get(branch)).map(b -> b.merge()))
                    .flatMap(merge -> merge.optional()));
  }

  private static String commits(WorkstreamState state) {
    int ahead =
        state
            .branch()
            .flatMap(branch -> branch.delta().optional())
            .filter(delta -> delta.basis() == BranchDelta.Basis.LIVE)
            .map(BranchDelta::ahead)
            .orElse(0);
    return ahead == 1 ? "1 commit" : ahead > 1 ? ahead + " commits" : "commits";
  }

  private static List<Proof> proof(Optional<Commit> commit) {
    return commit.stream().map(c -> Proof.commit(c.subject(), c.id())).toList();
  }
}
