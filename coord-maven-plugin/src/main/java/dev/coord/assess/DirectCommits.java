package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.BranchLine.Place;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commits of protected branches that nobody merged. What a merge brought, and what is somebody's
 * branch squashed, rebased or fast-forwarded, is none; so is the first commit of all, what a bot
 * committed, and what changes nothing but the baseline and paths that are excepted.
 */
public final class DirectCommits {

  /** Commits that a sentence names. */
  private static final int NAMED = 3;

  private static final int MOST_PROOFS = 5;

  private final Plan plan;
  private final Plan rulebook;
  private final Evidence evidence;
  private final ExceptedCommits excepted;
  private final Branches policy;
  private final ZoneId zone;
  private final Set<String> bots;
  private final Set<String> recognised = new HashSet<>();
  private final Set<String> signatures = new HashSet<>();

  /**
   * What is on a protected branch.
   *
   * @param branch its name
   * @param index which one of the protected branches it is, from 0
   * @param commits the commits that nobody merged, newest first; unknown where it cannot be told
   * @param attested the others that came with a merge by what their subject says alone, likewise
   * @param cut whether there are more commits than were read
   */
  public record Branch(
      String branch,
      int index,
      Observation<List<Commit>> commits,
      List<Commit> attested,
      boolean cut) {

    /** Copies the collection. */
    public Branch {
      attested = List.copyOf(attested);
    }

    /** That nobody committed directly, and on whose word. */
    public String kept() {
      return "every commit came with a merge"
          + (attested.isEmpty()
              ? ""
              : ", "
                  + attested.size()
                  + " of them by the subject alone (attested), the newest "
                  + attested.get(0).abbreviated());
    }
  }

  DirectCommits(Plan plan, Plan rulebook, Evidence evidence) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.evidence = evidence;
    this.excepted = new ExceptedCommits(rulebook);
    this.policy = rulebook.boundaries().branches();
    this.zone = rulebook.project().calendar().zone();
    this.bots =
        rulebook.people().stream()
            .filter(person -> person.kind() == Person.Kind.BOT)
            .flatMap(person -> person.emails().stream())
            .collect(Collectors.toSet());
    evidence
        .git()
        .optional()
        .map(GitEvidence::branches)
        .ifPresent(branches -> branches.values().forEach(this::recognise));
  }

  /** Those of an assessment. */
  public static List<Branch> of(Assessment assessment) {
    return new DirectCommits(assessment.plan(), assessment.rulebook(), assessment.evidence())
        .branches();
  }

  /** A branch that is merged left its commits there: themselves, in one, or made again. */
  private void recognise(BranchEvidence branch) {
    Optional<MergeState> merge =
        branch
            .merge()
            .optional()
            .filter(
                state ->
                    state.kind() == MergeState.Kind.MERGED
                        || state.kind() == MergeState.Kind.REVERTED);
    merge.flatMap(MergeState::merge).map(Commit::id).ifPresent(recognised::add);
    merge.flatMap(MergeState::landing).map(MergeState.Landing::commit).ifPresent(recognised::add);
    merge
        .flatMap(state -> branch.delta().optional())
        .ifPresent(
            delta -> {
              for (Commit commit : delta.commits()) {
                recognised.add(commit.id());
                signatures.add(signature(commit));
              }
            });
  }

  /** What a commit keeps when it is rebased or picked. */
  private static String signature(Commit commit) {
    return commit.email() + "\n" + commit.subject();
  }

  /** What is on each protected branch, in the order written. */
  List<Branch> branches() {
    List<Branch> all = new ArrayList<>();
    for (int i = 0; i < policy.protectedBranches().size(); i++) {
      String name = policy.protectedBranches().get(i);
      Observation<BranchLine> line =
          BranchLines.of(evidence, name)
              .then(
                  found ->
                      found.ref().isPresent()
                          ? Observation.known(found)
                          : Observation.unknown(
                              "the branch '" + name + "' was found nowhere",
                              "Fetch it, or correct boundaries.branches.protected."));
      all.add(
          new Branch(
              name,
              i,
              line.then(this::told),
              line.optional().map(this::attested).orElse(List.of()),
              line.optional().filter(BranchLine::cut).isPresent()));
    }
    return all;
  }

  /** Those that cannot be a fast-forwarded branch; unknown where there are others alone. */
  private Observation<List<Commit>> told(BranchLine line) {
    Map<String, Observation<List<Commit>>> doubtful = doubtful(line);
    List<Commit> all = direct(line);
    List<Commit> sure = all.stream().filter(one -> !doubtful.containsKey(one.id())).toList();
    return sure.isEmpty() && !all.isEmpty()
        ? doubtful.get(all.get(0).id())
        : Observation.known(sure);
  }

  /**
   * The commits that can have come with a branch that was fast-forwarded or never begun, with the
   * reason: those from its last commit down to where something was merged, or where somebody else
   * than its people committed, if those are known.
   */
  private Map<String, Observation<List<Commit>>> doubtful(BranchLine line) {
    Map<String, Observation<List<Commit>>> doubtful = new HashMap<>();
    for (Workstream workstream : plan.workstreams()) {
      Optional<BranchEvidence> branch =
          evidence
              .git()
              .optional()
              .flatMap(git -> workstream.branch().map(name -> git.branches().get(name)));
      Optional<MergeState> undecided =
          branch
              .flatMap(seen -> seen.merge().optional())
              .filter(state -> Standing.isUndecided(state, workstream, plan));
      Optional<String> tip = branch.flatMap(BranchEvidence::tip).map(Commit::id);
      if (undecided.isPresent() && tip.isPresent()) {
        Observation<List<Commit>> why =
            Standing.undecided(branch.get().name(), Standing.how(undecided.get(), Status.UNKNOWN));
        Set<String> people =
            undecided.get().kind() == MergeState.Kind.ON_LINE_BY_PEOPLE
                ? Authors.emails(plan, rulebook, workstream)
                : Set.of();
        run(from(line, tip.get()), people).forEach(id -> doubtful.putIfAbsent(id, why));
      }
      if (branch.isPresent() && isForwardedFromSomewhere(branch.get()) && tip.isPresent()) {
        Observation.Unknown<BranchDelta> why =
            (Observation.Unknown<BranchDelta>) branch.get().delta();
        Observation<List<Commit>> unknown = Observation.unknown(why.reason(), why.remedy());
        run(from(line, tip.get()).skip(1), Set.of())
            .forEach(id -> doubtful.putIfAbsent(id, unknown));
      }
    }
    return doubtful;
  }

  /** Whether a branch was fast-forwarded, and nothing tells which commits were its own. */
  private static boolean isForwardedFromSomewhere(BranchEvidence branch) {
    return !branch.delta().isKnown()
        && branch
            .merge()
            .optional()
            .filter(state -> state.kind() == MergeState.Kind.MERGED && state.merge().isEmpty())
            .isPresent();
  }

  private static Stream<Place> from(BranchLine line, String tip) {
    return line.places().stream().dropWhile(place -> !place.commit().id().equals(tip));
  }

  /** The first of some commits that nobody merged, by some people, or by anybody. */
  private List<String> run(Stream<Place> places, Set<String> people) {
    return places
        .takeWhile(place -> place.kind() == BranchLine.Kind.COMMIT && !isMerged(place))
        .takeWhile(place -> people.isEmpty() || people.contains(place.commit().email()))
        .map(place -> place.commit().id())
        .toList();
  }

  private List<Commit> direct(BranchLine line) {
    return line.places().stream()
        .filter(place -> place.kind() == BranchLine.Kind.COMMIT && !isMerged(place))
        .map(Place::commit)
        .filter(commit -> !bots.contains(commit.email()))
        .filter(commit -> !excepted.contains(commit))
        .toList();
  }

  /** Commits that say they are a pull request or a merge, where nothing else shows it. */
  private List<Commit> attested(BranchLine line) {
    return line.places().stream()
        .filter(place -> place.kind() == BranchLine.Kind.COMMIT)
        .filter(place -> saysSo(place) && !isRecognised(place))
        .map(Place::commit)
        .filter(commit -> !bots.contains(commit.email()) && !excepted.contains(commit))
        .toList();
  }

  private static boolean saysSo(Place place) {
    return place.request() || !place.names().isEmpty();
  }

  private boolean isMerged(Place place) {
    return saysSo(place) || isRecognised(place);
  }

  private boolean isRecognised(Place place) {
    return recognised.contains(place.commit().id())
        || signatures.contains(signature(place.commit()));
  }

  /** A claim for each protected branch. */
  List<ClaimCheck> check() {
    return branches().stream().map(this::check).toList();
  }

  private ClaimCheck check(Branch branch) {
    String claim = "nobody commits directly to " + branch.branch();
    if (branch.commits() instanceof Observation.Unknown<?> unknown) {
      return claim(branch, claim, unknown.reason(), Agreement.UNKNOWN, List.of());
    }
    List<Commit> commits = branch.commits().optional().orElseThrow();
    if (commits.isEmpty()) {
      return branch.cut()
          ? claim(branch, claim, "not all of its commits were read", Agreement.UNKNOWN, List.of())
          : claim(
              branch,
              claim,
              branch.kept(),
              Agreement.AGREES,
              branch.attested().stream()
                  .limit(MOST_PROOFS)
                  .map(commit -> proof(commit).attested())
                  .toList());
    }
    int more = commits.size() - NAMED;
    String named =
        commits.stream()
            .limit(NAMED)
            .map(commit -> BranchLines.named(commit, zone))
            .collect(Collectors.joining("; "));
    return claim(
            branch,
            claim,
            (branch.cut() ? "at least " : "")
                + commits.size()
                + (commits.size() == 1 ? " commit" : " commits")
                + " came with no merge: "
                + named
                + (more > 0 ? "; and " + more + " more" : ""),
            Agreement.CONTRADICTS,
            commits.stream().limit(MOST_PROOFS).map(DirectCommits::proof).toList())
        .by(BranchLines.instances(commits, zone, DirectCommits::proof));
  }

  private static Proof proof(Commit commit) {
    return Proof.commit(commit.subject(), commit.id());
  }

  private ClaimCheck claim(
      Branch branch, String claim, String observed, Agreement agreement, List<Proof> proof) {
    return new ClaimCheck(
        "branch " + branch.branch(),
        claim,
        policy.origin().of("protected", branch.index()),
        observed,
        agreement,
        proof,
        "Let it come by a pull request, or say under except what may be committed directly.");
  }
}
