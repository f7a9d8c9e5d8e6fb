package dev.coord.assess;

import dev.coord.assess.OrderClaims.Merge;
import dev.coord.assess.WaveState.Member;
import dev.coord.assess.WaveState.Progress;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Works out how far the merge queue and the waves are. */
public final class MergeStates {

  private final Dependencies dependencies;
  private final Plan plan;
  private final Evidence evidence;
  private final Map<String, WorkstreamState> workstreams = new LinkedHashMap<>();
  private final Map<String, String> branches = new LinkedHashMap<>();
  private final PlanCalendar calendar;
  private final Map<Merge, String> early;

  /**
   * Prepares to look.
   *
   * @param states where the plan's workstreams stand
   * @param early what was merged out of order, each with what is so, a clause
   */
  MergeStates(
      Dependencies dependencies,
      Plan plan,
      Evidence evidence,
      List<WorkstreamState> states,
      Map<Merge, String> early) {
    this.dependencies = dependencies;
    this.early = Map.copyOf(early);
    this.plan = plan;
    this.evidence = evidence;
    this.calendar = PlanCalendar.of(plan);
    for (WorkstreamState state : states) {
      workstreams.put(state.id(), state);
      state.workstream().branch().ifPresent(branch -> branches.put(branch, state.id()));
    }
  }

  /** Those of an assessment. */
  public static MergeStates of(Assessment assessment) {
    Plan plan = assessment.plan();
    Evidence evidence = assessment.evidence();
    List<WorkstreamState> states = assessment.workstreams();
    Dependencies dependencies = new Dependencies(plan, assessment.rulebook());
    OrderClaims.Result order = OrderClaims.of(dependencies, plan, evidence, states);
    return new MergeStates(dependencies, plan, evidence, states, order.early());
  }

  /** What git must be asked beside what it is asked for the workstreams. */
  static Stream<MergeQuestion> questions(Plan plan) {
    String integration = plan.project().integrationBranch();
    List<MergeQuestion> questions = new ArrayList<>();
    for (Entry entry : plan.merges().queue()) {
      source(plan, entry)
          .ifPresent(
              source ->
                  questions.add(new MergeQuestion(source, entry.target().orElse(integration))));
    }
    for (Wave wave : plan.merges().waves()) {
      wave.workstreams().stream()
          .flatMap(id -> plan.workstream(id).flatMap(Workstream::branch).stream())
          .map(branch -> new MergeQuestion(branch, wave.into().orElse(integration)))
          .forEach(questions::add);
    }
    return questions.stream()
        .filter(
            question ->
                !question.into().equals(integration)
                    || plan.workstreamOfBranch(question.branch()).isEmpty());
  }

  private static Optional<String> source(Plan plan, Entry entry) {
    return entry
        .source()
        .or(() -> entry.workstream().flatMap(plan::workstream).flatMap(Workstream::branch));
  }

  /** The merge queue, in its order. */
  public List<QueueState> queue() {
    return plan.merges().queue().stream().map(this::queued).toList();
  }

  private QueueState queued(Entry entry) {
    Optional<String> source = source(plan, entry);
    Optional<String> workstream =
        entry.workstream().or(() -> source.flatMap(s -> Optional.ofNullable(branches.get(s))));
    String target = entry.target().orElse(plan.project().integrationBranch());
    Optional<WorkstreamState> state = workstream.map(workstreams::get);
    boolean own =
        state
            .flatMap(s -> s.workstream().branch())
            .filter(b -> source.equals(Optional.of(b)))
            .isPresent();
    Standing seen = standing(state.filter(s -> own || source.isEmpty()), source, target);
    Optional<PullRequestMerges.Merged> numbered =
        numbered(entry, target).filter(merged -> seen.status() == Status.UNKNOWN);
    Standing standing =
        ordered(
            numbered
                .map(merged -> standing(Status.MERGED, merged.words(), Optional.empty()))
                .orElse(seen),
            new Merge(QueueState.subject(entry, workstream), target));
    Optional<BranchDelta> delta =
        state
            .filter(s -> own && !standing.status().isMerged())
            .flatMap(WorkstreamState::branch)
            .flatMap(branch -> branch.delta().optional())
            .filter(d -> d.basis() == BranchDelta.Basis.LIVE);
    return new QueueState(
        entry,
        workstream,
        source,
        target,
        standing.status(),
        standing.how(),
        delta,
        numbered
            .map(PullRequestMerges.Merged::landing)
            .or(() -> landing(state.filter(s -> own), source, target)));
  }

  /** Where an entry names no branch, the merge that names its number tells. */
  private Optional<PullRequestMerges.Merged> numbered(Entry entry, String into) {
    return source(plan, entry).isPresent()
        ? Optional.empty()
        : entry.pullRequest().stream()
            .boxed()
            .findFirst()
            .flatMap(number -> PullRequestMerges.find(evidence.git(), number, into));
  }

  private Optional<MergeState.Landing> landing(
      Optional<WorkstreamState> state, Optional<String> branch, String into) {
    if (!into.equals(plan.project().integrationBranch())) {
      return branch
          .flatMap(
              name ->
                  evidence
                      .git()
                      .optional()
                      .map(git -> git.merges().get(new MergeQuestion(name, into))))
          .flatMap(Observation::optional)
          .flatMap(MergeState::landing);
    }
    return branch
        .flatMap(name -> Arrivals.merge(evidence, name, into))
        .or(() -> state.flatMap(s -> s.branch()).flatMap(b -> b.merge().optional()))
        .flatMap(MergeState::landing);
  }

  /** Where something stands whose place among the others was looked at. */
  private Standing ordered(Standing standing, Merge merge) {
    return standing.status() == Status.MERGED && early.containsKey(merge)
        ? standing(
            Status.MERGED_OUT_OF_ORDER, standing.how() + "; " + early.get(merge), standing.branch())
        : standing;
  }

  /** Where something stands by the branch it goes into. */
  private Standing standing(Optional<WorkstreamState> state, Optional<String> branch, String into) {
    boolean integration = into.equals(plan.project().integrationBranch());
    if (state.isPresent() && integration) {
      return standing(state.get().observed(), state.get().how(), state.get().branch());
    }
    if (branch.isEmpty()) {
      return standing(Status.UNKNOWN, "the plan names no branch", Optional.empty());
    }
    Observation<MergeState> merge =
        evidence
            .git()
            .then(
                git ->
                    git.merges()
                        .getOrDefault(
                            new MergeQuestion(branch.get(), into),
                            Observation.unknown(
                                "git was not asked for " + branch.get(), "Run the build again.")));
    if (merge instanceof Observation.Unknown<MergeState> unknown) {
      return standing(Status.UNKNOWN, unknown.reason(), Optional.empty());
    }
    MergeState seen = merge.optional().orElseThrow();
    Status status = Standing.status(seen, branch.flatMap(plan::workstreamOfBranch), plan);
    return standing(status, Standing.how(seen, status), Optional.empty());
  }

  private static Standing standing(Status status, String how, Optional<BranchEvidence> branch) {
    return new Standing(status, how, branch, status.isMerged(), false);
  }

  /** The waves, in their order. */
  public List<WaveState> waves() {
    return plan.merges().waves().stream().map(this::wave).toList();
  }

  private WaveState wave(Wave wave) {
    String into = plan.target(wave);
    List<Member> members = new ArrayList<>();
    for (String id : wave.workstreams()) {
      Optional<WorkstreamState> state = Optional.ofNullable(workstreams.get(id));
      Optional<String> branch = state.flatMap(s -> s.workstream().branch());
      members.add(
          new Member(
              id,
              ordered(standing(state, branch, into), new Merge(id, into)).status(),
              landing(state, branch, into),
              dependencies.isDropped(id)));
    }
    return new WaveState(wave, calendar.wave(wave).span(), members, progress(members));
  }

  private static Progress progress(List<Member> members) {
    long merged = members.stream().filter(m -> m.observed().isMerged()).count();
    List<Member> left = members.stream().filter(Member::isLeft).toList();
    if (left.isEmpty()) {
      return merged > 0 ? Progress.MERGED : Progress.DROPPED;
    }
    if (left.stream().allMatch(m -> m.observed() == Status.UNKNOWN)) {
      return Progress.UNKNOWN;
    }
    return merged > 0 ? Progress.PARTLY : Progress.OPEN;
  }

  /** The claimed statuses of the queue beside what was observed. */
  List<ClaimCheck> claims() {
    return queue().stream()
        .filter(state -> !state.entry().status().isEmpty())
        .flatMap(state -> Stream.concat(Stream.of(claim(state)), tasks(state).stream()))
        .toList();
  }

  /** Work that is through has no open task; a workstream that says so itself is held to that. */
  private Optional<ClaimCheck> tasks(QueueState state) {
    String status = state.entry().status();
    return StatusWord.of(status, plan.project().vocabulary())
        .filter(word -> word == StatusWord.READY || word == StatusWord.MERGED)
        .flatMap(word -> state.workstream())
        .map(workstreams::get)
        .filter(one -> one.workstream().branch().equals(state.source()))
        .filter(one -> one.done() < one.tasks() && !StatusClaims.isThrough(plan, one.workstream()))
        .map(
            one ->
                new ClaimCheck(
                    state.subject(),
                    "merge queue: " + status,
                    state.entry().origin().of("status"),
                    "the plan says that " + one.done() + " of " + one.tasks() + " tasks are done",
                    ClaimCheck.Agreement.CONTRADICTS,
                    List.of(Proof.plan("its tasks", one.workstream().origin().of("tasks")))));
  }

  private ClaimCheck claim(QueueState state) {
    String status = state.entry().status();
    Optional<StatusWord> word = StatusWord.of(status, plan.project().vocabulary());
    return new ClaimCheck(
        state.subject(),
        "merge queue: " + status,
        state.entry().origin().of("status"),
        StatusClaims.observed(plan, status, state.observed(), state.how()),
        StatusClaims.agreement(word, proved(state)),
        List.of());
  }

  private Status proved(QueueState state) {
    return state
        .workstream()
        .map(workstreams::get)
        .filter(one -> one.observed() == state.observed())
        .map(WorkstreamState::proved)
        .orElse(state.observed());
  }
}
