package dev.coord.assess;

import dev.coord.assess.Attribution.Attributed;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commits of each workstream and of none, by day. A workstream's are those of its branch and
 * those that arrived on the integration branch as its own; what is both counts once.
 */
public final class WorkstreamCommits {

  /** The row of what is of no workstream. */
  public static final String NOBODY = "";

  private final Set<String> workstreams = new LinkedHashSet<>();
  private final CommitDays all;
  private final CommitDays arrived;

  private WorkstreamCommits(Assessment assessment) {
    ZoneId zone = assessment.rulebook().project().calendar().zone();
    all = new CommitDays(zone, assessment.judgedOn());
    arrived = new CommitDays(zone, assessment.judgedOn());
  }

  /**
   * Those of an assessment.
   *
   * @param attribution whose the commits are that arrived; empty where that cannot be told
   */
  static WorkstreamCommits of(Assessment assessment, Optional<Attribution> attribution) {
    WorkstreamCommits commits = new WorkstreamCommits(assessment);
    Map<String, List<Commit>> came = new LinkedHashMap<>();
    attribution.map(Attribution::commits).orElse(List.of()).stream()
        .filter(one -> one.workstream().isPresent())
        .forEach(
            one ->
                came.computeIfAbsent(one.workstream().get(), any -> new ArrayList<>())
                    .add(one.commit()));
    assessment.workstreams().forEach(state -> commits.workstreams.add(state.id()));
    commits.workstreams.addAll(came.keySet());
    for (String id : commits.workstreams) {
      commits.add(id, ofBranch(assessment, id), came.getOrDefault(id, List.of()));
    }
    attribution.ifPresent(
        known -> commits.all.add(NOBODY, known.unattributed().stream().map(Attributed::commit)));
    return commits;
  }

  private void add(String id, List<Commit> listed, List<Commit> came) {
    Set<String> known = listed.stream().map(Commit::id).collect(Collectors.toSet());
    List<Commit> others = came.stream().filter(commit -> !known.contains(commit.id())).toList();
    all.add(id, Stream.concat(listed.stream(), others.stream()));
    arrived.add(id, others.stream());
  }

  private static List<Commit> ofBranch(Assessment assessment, String workstream) {
    return assessment
        .workstream(workstream)
        .flatMap(WorkstreamState::branch)
        .flatMap(branch -> branch.delta().optional())
        .map(BranchDelta::commits)
        .orElse(List.of());
  }

  /** Ids of the workstreams: the plan's, then those that the rulebook alone has. */
  public List<String> workstreams() {
    return List.copyOf(workstreams);
  }

  /** All commits; its rows are the workstreams and {@link #NOBODY}. */
  public CommitDays all() {
    return all;
  }

  /** Those of {@link #all} that arrived and are not among those of the workstream's branch. */
  public CommitDays arrived() {
    return arrived;
  }
}
