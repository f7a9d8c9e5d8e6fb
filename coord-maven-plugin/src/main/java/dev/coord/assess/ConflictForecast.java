package dev.coord.assess;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Kind;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What would conflict if it were merged, and what the plan says of it. */
public final class ConflictForecast {

  private final Plan plan;
  private final Plan rulebook;
  private final Observation<GitEvidence> git;
  private final Map<String, Workstream> branches = new LinkedHashMap<>();
  private final Observation<MergeForecast> forecast;
  private final Set<String> live = new LinkedHashSet<>();
  private final List<Pair> pairs;
  private final List<Step> now;
  private final List<Step> queue;
  private final List<Wave> waves;

  /**
   * A file that somebody has to merge by hand.
   *
   * @param with ids of the workstreams that conflict in it; none where it is what all of them go
   *     into
   * @param target whether it conflicts with what all of them go into, or may
   * @param otherNames other paths of the same file, before it was renamed or on the other side
   * @param resolution what the plan says of it, under any of its names
   * @param untold why it cannot be told whose changes it conflicts with, so that no resolution
   *     counts; empty where that is told, or none is there
   */
  public record File(
      String path,
      Kind kind,
      List<String> with,
      boolean target,
      List<String> otherNames,
      Optional<Conflict> resolution,
      Optional<String> untold) {
    /** Copies the collections. */
    public File {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(resolution, "resolution");
      Objects.requireNonNull(untold, "untold");
      with = List.copyOf(with);
      otherNames = List.copyOf(otherNames);
    }

    /** All paths of the file, that of the conflict first. */
    public List<String> names() {
      return Stream.concat(Stream.of(path), otherNames.stream()).toList();
    }
  }

  /**
   * Two workstreams whose branches both changed a path.
   *
   * @param left id of one
   * @param right id of the other
   * @param files what conflicts, by path
   */
  public record Pair(String left, String right, Observation<List<File>> files) {
    /** Checks that all are there. */
    public Pair {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
      Objects.requireNonNull(files, "files");
    }

    /** Whether a workstream is one of the two. */
    public boolean isOf(String workstream) {
      return left.equals(workstream) || right.equals(workstream);
    }

    /** The other one of the two. */
    public String other(String workstream) {
      return left.equals(workstream) ? right : left;
    }
  }

  /**
   * A workstream whose branch is merged into something.
   *
   * @param workstream its id
   * @param into the branch it goes into
   * @param files what conflicts, by path
   */
  public record Step(String workstream, String into, Observation<List<File>> files) {
    /** Checks that all are there. */
    public Step {
      Objects.requireNonNull(workstream, "workstream");
      Objects.requireNonNull(into, "into");
      Objects.requireNonNull(files, "files");
    }
  }

  /**
   * A wave, merged in its order.
   *
   * @param id its id
   * @param steps its workstreams that are not merged yet
   */
  public record Wave(String id, List<Step> steps) {
    /** Copies the collection. */
    public Wave {
      Objects.requireNonNull(id, "id");
      steps = List.copyOf(steps);
    }
  }

  ConflictForecast(Plan plan, Plan rulebook, Evidence evidence, Judged judged) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.git = evidence.git();
    for (Workstream workstream : judged.workstreams(plan, rulebook)) {
      judged.branch(workstream).ifPresent(branch -> branches.putIfAbsent(branch, workstream));
    }
    this.forecast = git.then(GitEvidence::forecast);
    forecast
        .optional()
        .ifPresent(found -> found.live().forEach(branch -> live.add(workstream(branch))));
    MergeForecast found = forecast.optional().orElse(MergeForecast.NONE);
    pairs = found.pairs().stream().map(this::pair).toList();
    now = found.now().stream().map(this::step).toList();
    queue = found.queue().stream().map(this::step).toList();
    waves =
        found.waves().stream()
            .map(wave -> new Wave(wave.id(), wave.steps().stream().map(this::step).toList()))
            .filter(wave -> !wave.steps().isEmpty())
            .toList();
  }

  /** The forecast of an assessment. */
  public static ConflictForecast of(Assessment assessment) {
    return new ConflictForecast(
        assessment.plan(), assessment.rulebook(), assessment.evidence(), assessment.judged());
  }

  /** Ids of the workstreams whose branches are there and not merged; unknown without git. */
  public Observation<List<String>> live() {
    return forecast.map(found -> List.copyOf(live));
  }

  /** Pairs of workstreams whose branches both changed a path; all others do not conflict. */
  public List<Pair> pairs() {
    return pairs;
  }

  private Pair pair(MergeForecast.Pair pair) {
    String left = workstream(pair.ours());
    String right = workstream(pair.theirs());
    return new Pair(
        left,
        right,
        pair.clashes()
            .map(all -> all.stream().map(clash -> file(left, List.of(right), clash)).toList()));
  }

  /** How many pairs changed a common path and were not merged, because there are too many. */
  public long left() {
    return forecast.optional().map(MergeForecast::left).orElse(0L);
  }

  /** Workstreams that would conflict with what they go into as it is now, or may. */
  public List<Step> now() {
    return now;
  }

  /** What waits in the merge queue and is not merged yet, each merged after those before it. */
  public List<Step> queue() {
    return queue;
  }

  /** The waves with a workstream that is not merged yet, in their order. */
  public List<Wave> waves() {
    return waves;
  }

  /** The wave with an id, where something of it is not merged yet. */
  public Optional<Wave> wave(String id) {
    return waves.stream().filter(wave -> wave.id().equals(id)).findFirst();
  }

  /** Why it cannot be told of a workstream what would conflict, by its id. */
  public Map<String, Observation.Unknown<?>> untold() {
    Map<String, Observation.Unknown<?>> untold = new LinkedHashMap<>();
    branches.forEach(
        (branch, workstream) ->
            git.optional()
                .flatMap(known -> untold(known, branch, workstream))
                .ifPresent(reason -> untold.put(workstream.id(), reason)));
    return untold;
  }

  private Optional<Observation.Unknown<?>> untold(
      GitEvidence known, String branch, Workstream workstream) {
    BranchEvidence seen = known.branches().get(branch);
    if (seen == null) {
      return Optional.empty();
    }
    if (seen.merge() instanceof Observation.Unknown<MergeState> unknown) {
      boolean unbegun =
          seen.ref().isEmpty()
              && known.history().isKnown()
              && Standing.claimsNothing(workstream, plan);
      return unbegun ? Optional.empty() : Optional.of(unknown);
    }
    boolean unmerged = seen.merge().optional().orElseThrow().kind() == MergeState.Kind.UNMERGED;
    return unmerged && seen.delta() instanceof Observation.Unknown<?> unknown
        ? Optional.of(unknown)
        : Optional.empty();
  }

  private String workstream(String branch) {
    return Optional.ofNullable(branches.get(branch)).map(Workstream::id).orElse(branch);
  }

  private Step step(MergeForecast.Step step) {
    String id = workstream(step.branch());
    return new Step(
        id,
        step.into(),
        step.clashes()
            .map(
                all ->
                    all.stream()
                        .map(
                            clash ->
                                file(
                                    id,
                                    clash.with().stream().map(this::workstream).toList(),
                                    clash))
                        .toList()));
  }

  private File file(String id, List<String> with, Clash clash) {
    return new File(
        clash.path(),
        clash.kind(),
        with,
        clash.others() || !clash.landed().isEmpty(),
        clash.otherNames(),
        resolution(id, with, clash),
        clash.untold());
  }

  /**
   * An item settles a conflict where it is about all that the conflict is with, also those whose
   * change is in what the workstream goes into already.
   */
  private Optional<Conflict> resolution(String id, List<String> with, Clash clash) {
    List<String> sides =
        Stream.of(List.of(id), with, clash.landed().stream().map(this::workstream).toList())
            .flatMap(List::stream)
            .distinct()
            .toList();
    if (clash.others() || sides.size() < 2) {
      return Optional.empty();
    }
    return rulebook.boundaries().conflicts().stream()
        .filter(conflict -> conflict.between().containsAll(sides))
        .filter(
            conflict ->
                Stream.concat(Stream.of(clash.path()), clash.otherNames().stream())
                    .anyMatch(conflict.paths()::matches))
        .findFirst();
  }
}
