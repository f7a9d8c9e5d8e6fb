package dev.coord.assess;

import dev.coord.assess.Readiness.Holds;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the queue and the waves have left to merge, in the order in which it comes: the queue first,
 * then the waves. What is merged or was given up is left out; what both list comes once.
 */
public final class NextMerges {

  private final Assessment assessment;
  private final Plan plan;
  private final Dependencies dependencies;
  private final List<Candidate> candidates = new ArrayList<>();
  private final MergeConditions conditions;
  private final List<Readiness> all;

  /**
   * Something that is not merged.
   *
   * @param from what the target is made from, where it is not there yet
   * @param observed where it stands
   * @param how how that is known
   * @param before what comes before it and is not merged, each with whether that is known
   */
  record Candidate(
      String key,
      Optional<String> workstream,
      Optional<Entry> entry,
      List<Wave> waves,
      Optional<String> source,
      String target,
      Optional<String> from,
      WorkstreamState.Status observed,
      String how,
      List<Earlier> before) {}

  /**
   * Something that comes first.
   *
   * @param key what it is called by
   * @param where the order that says so
   * @param known whether it is known that it is not merged
   */
  record Earlier(String key, String where, boolean known) {}

  private NextMerges(Assessment assessment) {
    this.assessment = assessment;
    this.plan = assessment.plan();
    this.dependencies = new Dependencies(plan, assessment.rulebook());
    MergeStates states = MergeStates.of(assessment);
    queue(states.queue());
    waves(states.waves());
    this.conditions = new MergeConditions(assessment, states);
    this.all = candidates.stream().map(this::readiness).toList();
  }

  /** What an assessment leaves to merge. */
  public static NextMerges of(Assessment assessment) {
    return new NextMerges(assessment);
  }

  /** All that is left, in its order. */
  public List<Readiness> all() {
    return all;
  }

  /**
   * The same of one workstream, which neither the queue nor a wave need list; empty where nothing
   * of it is left to merge.
   */
  public Optional<Readiness> of(WorkstreamState state) {
    if (state.observed().isMerged() || dependencies.isDropped(state.id())) {
      return Optional.empty();
    }
    return all.stream()
        .filter(one -> one.workstream().equals(Optional.of(state.id())))
        .findFirst()
        .or(() -> Optional.of(readiness(unlisted(state))));
  }

  private Candidate unlisted(WorkstreamState state) {
    return new Candidate(
        state.id(),
        Optional.of(state.id()),
        Optional.empty(),
        List.of(),
        state.workstream().branch(),
        plan.project().integrationBranch(),
        Optional.empty(),
        state.observed(),
        state.how(),
        List.of());
  }

  /** Those that nothing holds up. */
  public List<Readiness> ready() {
    return all.stream().filter(one -> one.ready() == Holds.YES).toList();
  }

  /** Those that something is known to hold up. */
  public List<Readiness> heldUp() {
    return all.stream().filter(one -> one.ready() == Holds.NO).toList();
  }

  /** Why it cannot be told of the others, each reason once. */
  public List<MergeDoubts.Doubt> doubts() {
    return MergeDoubts.of(assessment, all);
  }

  /** The first that nothing holds up. */
  public Optional<Readiness> next() {
    return all.stream().filter(one -> one.ready() == Holds.YES).findFirst();
  }

  private void queue(List<QueueState> queue) {
    List<Earlier> before = new ArrayList<>();
    for (QueueState state : queue) {
      boolean dropped =
          says(state.entry().status())
              || state.workstream().filter(dependencies::isDropped).isPresent();
      if (!state.observed().isMerged() && !dropped) {
        candidates.add(
            new Candidate(
                state.key(),
                state.workstream(),
                Optional.of(state.entry()),
                List.of(),
                state.source(),
                state.target(),
                Optional.empty(),
                state.observed(),
                state.how(),
                List.copyOf(before)));
        before.add(new Earlier(state.key(), "in the merge queue", isKnown(state.observed())));
      }
    }
  }

  private void waves(List<WaveState> waves) {
    Map<String, List<Earlier>> all = new HashMap<>();
    for (WaveState state : waves) {
      Wave wave = state.wave();
      String into = plan.target(wave);
      List<Earlier> before = all.computeIfAbsent(into, branch -> new ArrayList<>());
      for (WaveState.Member member : state.members()) {
        String id = member.workstream();
        if (member.isLeft()) {
          List<Earlier> others =
              before.stream().filter(earlier -> !earlier.key().equals(id)).toList();
          add(wave, id, into, member, others);
          before.add(new Earlier(id, "in " + wave.name(), isKnown(member.observed())));
        }
      }
    }
  }

  private void add(
      Wave wave, String id, String into, WaveState.Member member, List<Earlier> before) {
    for (int i = 0; i < candidates.size(); i++) {
      Candidate known = candidates.get(i);
      if (known.workstream().equals(Optional.of(id)) && known.target().equals(into)) {
        List<Wave> waves = new ArrayList<>(known.waves());
        waves.add(wave);
        List<Earlier> both = new ArrayList<>(known.before());
        before.stream()
            .filter(one -> both.stream().noneMatch(other -> other.key().equals(one.key())))
            .forEach(both::add);
        candidates.set(
            i,
            new Candidate(
                known.key(),
                known.workstream(),
                known.entry(),
                waves,
                known.source(),
                known.target(),
                known.from(),
                known.observed(),
                known.how(),
                both));
        return;
      }
    }
    Optional<WorkstreamState> state = assessment.workstream(id);
    // Where the wave makes what it merges into, nothing can be held against that yet.
    Optional<WorkstreamState> begins =
        state.filter(
            one ->
                wave.from().isPresent()
                    && !isKnown(member.observed())
                    && one.observed().isUnderWay());
    candidates.add(
        new Candidate(
            id,
            Optional.of(id),
            Optional.empty(),
            List.of(wave),
            plan.workstream(id).flatMap(Workstream::branch),
            into,
            begins.flatMap(one -> wave.from()),
            begins.map(WorkstreamState::observed).orElse(member.observed()),
            begins
                .or(() -> state.filter(one -> one.observed() == member.observed()))
                .map(WorkstreamState::how)
                .orElse("it is " + member.observed().words()),
            before));
  }

  private Readiness readiness(Candidate one) {
    return new Readiness(
        one.key(),
        one.workstream(),
        one.entry().isPresent(),
        one.waves().stream().map(Wave::id).toList(),
        one.source(),
        one.source().flatMap(this::seen).flatMap(BranchEvidence::ref),
        one.target(),
        one.from(),
        one.waves().stream()
            .flatMap(wave -> one.workstream().map(id -> wave.messages().get(id)).stream())
            .findFirst(),
        conditions.of(one),
        one.source().flatMap(this::seen).filter(BranchEvidence::tagged).isPresent(),
        assessment.evidence().git().optional().map(git -> git.targets().get(one.target())));
  }

  private Optional<BranchEvidence> seen(String branch) {
    return assessment
        .evidence()
        .git()
        .optional()
        .map(GitEvidence::branches)
        .flatMap(branches -> Optional.ofNullable(branches.get(branch)));
  }

  private static boolean isKnown(WorkstreamState.Status status) {
    return status != WorkstreamState.Status.UNKNOWN;
  }

  private boolean says(String status) {
    return StatusWord.of(status, plan.project().vocabulary())
        .equals(Optional.of(StatusWord.DROPPED));
  }
}
