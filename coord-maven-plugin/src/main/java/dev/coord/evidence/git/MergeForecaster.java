package dev.coord.evidence.git;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Pair;
import dev.coord.evidence.MergeForecast.Step;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Merges branches in memory, and tells what would conflict.
 *
 * <p>Pairs are found by the paths that branches changed, so that many branches do not mean many
 * merges. A branch is held against all that began elsewhere only where what it goes into changed
 * one of its paths since it began: others may have that change from there.
 */
final class MergeForecaster {

  /** Pairs that are merged; branches that all change one file are a pair with each other. */
  static final int MOST_PAIRS = 2_000;

  private final Internals git;
  private final Map<String, BranchEvidence> branches;
  private final List<Live> live = new ArrayList<>();
  private final MemoryMerge merges;

  /**
   * A branch that is there and not merged.
   *
   * @param paths what it changed, at its end or on the way
   * @param net what it changed at its end
   * @param moved whether what it goes into changed one of them since it began
   */
  private record Live(
      String name,
      CommitNode tip,
      BranchDelta delta,
      Set<String> paths,
      ChangeSet net,
      boolean moved) {}

  /** What waves before leave of what they go into; by path the branches that changed it. */
  private static final class Running {
    private Observation<MemoryMerge.State> state;
    private final Map<String, List<String>> changedBy = new HashMap<>();

    Running(Observation<MemoryMerge.State> state) {
      this.state = state;
    }
  }

  private MergeForecaster(Internals git, Map<String, BranchEvidence> branches) throws IOException {
    this.git = git;
    this.branches = branches;
    merges = new MemoryMerge(git);
  }

  /** Answers; unknown as a whole when what the branches changed cannot be compared. */
  static Observation<MergeForecast> read(
      Internals git, Map<String, BranchEvidence> branches, ForecastQuestion question) {
    return git.reading(() -> new MergeForecaster(git, branches).read(question));
  }

  private Observation<MergeForecast> read(ForecastQuestion question) throws IOException {
    for (String name : question.branches()) {
      Optional<BranchDelta> delta =
          Optional.ofNullable(branches.get(name))
              .filter(MergeForecaster::isLive)
              .flatMap(branch -> branch.delta().optional());
      if (delta.isPresent()) {
        live.add(live(name, delta.get()));
      }
    }
    if (live.isEmpty()) {
      return Observation.known(MergeForecast.NONE);
    }
    List<int[]> pairs = pairs();
    List<int[]> merged = new ArrayList<>(pairs.subList(0, Math.min(MOST_PAIRS, pairs.size())));
    merged.sort((a, b) -> a[0] != b[0] ? a[0] - b[0] : a[1] - b[1]);
    return Observation.known(
        new MergeForecast(
            live.stream().map(Live::name).toList(),
            merged.stream().map(ids -> pair(live.get(ids[0]), live.get(ids[1]))).toList(),
            pairs.size() - merged.size(),
            live.stream().filter(Live::moved).map(this::now).toList(),
            queue(question.queue()),
            waves(question.waves())));
  }

  private static boolean isLive(BranchEvidence branch) {
    return branch.ref().or(() -> branch.tip().map(Commit::id)).isPresent()
        && branch
            .merge()
            .optional()
            .filter(state -> state.kind() == MergeState.Kind.UNMERGED)
            .isPresent();
  }

  private Live live(String name, BranchDelta delta) throws IOException {
    Set<String> paths = new HashSet<>();
    delta.changes().forEach(change -> paths.add(change.path()));
    delta.commits().forEach(commit -> paths.addAll(commit.paths()));
    CommitNode tip = node(delta.tip());
    CommitNode began = node(delta.mergeBase());
    ChangeSet net = merges.changes(began, tip);
    return new Live(name, tip, delta, paths, net, delta.behind() > 0 && moved(delta, paths, net));
  }

  private boolean moved(BranchDelta delta, Set<String> paths, ChangeSet net) throws IOException {
    LeftAlone target = merges.leftAlone(node(delta.mergeBase()), node(delta.base()));
    return !target.paths(paths) || !target.changes(net);
  }

  private CommitNode node(String id) throws IOException {
    CommitNode node = git.graph().node(ObjectId.fromString(id));
    git.graph().parents(node);
    return node;
  }

  /** The pairs to merge, those that changed a common path first, each in the order asked. */
  private List<int[]> pairs() throws IOException {
    Map<String, List<Integer>> byPath = new HashMap<>();
    for (int i = 0; i < live.size(); i++) {
      for (String path : live.get(i).paths()) {
        byPath.computeIfAbsent(path, any -> new ArrayList<>()).add(i);
      }
    }
    Set<Long> found = new TreeSet<>();
    for (int i = 0; i < live.size(); i++) {
      for (String path : live.get(i).paths()) {
        for (int at = path.length(); at > 0; at = path.lastIndexOf('/', at - 1)) {
          for (int other : byPath.getOrDefault(path.substring(0, at), List.of())) {
            add(found, i, other);
          }
        }
      }
    }
    addDirectories(found);
    Set<Long> more = new TreeSet<>();
    for (int i = 0; i < live.size(); i++) {
      for (int j = 0; j < live.size() && live.get(i).moved(); j++) {
        if (!live.get(i).delta().mergeBase().equals(live.get(j).delta().mergeBase())) {
          add(more, i, j);
        }
      }
    }
    more.removeAll(found);
    List<int[]> pairs = new ArrayList<>();
    found.forEach(pair -> pairs.add(new int[] {(int) (pair >> 32), pair.intValue()}));
    more.forEach(pair -> pairs.add(new int[] {(int) (pair >> 32), pair.intValue()}));
    return pairs;
  }

  /** Adds the pairs of which one removed a directory that the other added files into. */
  private void addDirectories(Set<Long> pairs) throws IOException {
    Map<String, List<Integer>> byDirectory = new HashMap<>();
    for (int i = 0; i < live.size(); i++) {
      for (String directory : live.get(i).net().addedInto()) {
        byDirectory.computeIfAbsent(directory, any -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < live.size(); i++) {
      ChangeSet net = live.get(i).net();
      for (String directory : net.added().isEmpty() ? Set.<String>of() : net.thinned()) {
        if (byDirectory.containsKey(directory) && merges.removed(net, directory)) {
          for (int other : byDirectory.get(directory)) {
            add(pairs, i, other);
          }
        }
      }
    }
  }

  private static void add(Set<Long> pairs, int one, int other) {
    if (one != other) {
      pairs.add((long) Math.min(one, other) << 32 | Math.max(one, other));
    }
  }

  private Pair pair(Live ours, Live theirs) {
    return new Pair(
        ours.name(),
        theirs.name(),
        git.reading(
            () ->
                Observation.known(
                    clashes(
                        merges.merge(
                            MemoryMerge.State.of(ours.tip()),
                            MemoryMerge.State.of(theirs.tip()),
                            FileMerge.Use.VERDICT),
                        Map.of()))));
  }

  private Step now(Live branch) {
    return new Step(
        branch.name(),
        branch.delta().baseName(),
        git.reading(
            () ->
                Observation.known(
                    clashes(
                        merges.merge(
                            MemoryMerge.State.of(node(branch.delta().base())),
                            MemoryMerge.State.of(branch.tip()),
                            FileMerge.Use.VERDICT),
                        Map.of()))));
  }

  /** The queue in its order, for each branch that something goes into. */
  private List<Step> queue(List<ForecastQuestion.Queued> queue) {
    Map<String, Running> targets = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    for (ForecastQuestion.Queued one : queue) {
      live.stream()
          .filter(branch -> branch.name().equals(one.branch()))
          .findFirst()
          .ifPresent(
              branch ->
                  steps.add(
                      step(
                          branch,
                          one.into(),
                          targets.computeIfAbsent(
                              one.into(), into -> begin(git.tip(Optional.of(into)))))));
    }
    return steps;
  }

  private Running begin(Observation<ObjectId> into) {
    return new Running(
        into.then(
            id -> git.reading(() -> Observation.known(MemoryMerge.State.of(node(id.name()))))));
  }

  private List<MergeForecast.Wave> waves(List<ForecastQuestion.Wave> waves) {
    Map<String, Running> targets = new HashMap<>();
    List<MergeForecast.Wave> answers = new ArrayList<>();
    for (ForecastQuestion.Wave wave : waves) {
      List<Live> members =
          wave.branches().stream()
              .flatMap(name -> live.stream().filter(one -> one.name().equals(name)))
              .toList();
      List<Step> steps = new ArrayList<>();
      for (Live member : members) {
        Running running = targets.get(wave.into());
        if (running == null) {
          running = begin(wave, targets);
          targets.put(wave.into(), running);
        }
        steps.add(step(member, wave.into(), running));
      }
      answers.add(new MergeForecast.Wave(wave.id(), steps));
    }
    return answers;
  }

  /** The branch a wave goes into; one that is not there yet begins as what it is created from. */
  private Running begin(ForecastQuestion.Wave wave, Map<String, Running> targets) {
    Observation<ObjectId> into = git.tip(Optional.of(wave.into()));
    if (!into.isKnown() && wave.from().isPresent()) {
      Running before = targets.get(wave.from().get());
      if (before != null) {
        Running running = new Running(before.state);
        running.changedBy.putAll(before.changedBy);
        return running;
      }
      into = git.tip(wave.from());
    }
    return begin(into);
  }

  private Step step(Live member, String into, Running running) {
    Observation<MemoryMerge.Outcome> outcome =
        running.state.then(
            state ->
                git.reading(
                    () ->
                        Observation.known(
                            merges.merge(
                                state, MemoryMerge.State.of(member.tip()), FileMerge.Use.NEXT))));
    Observation<List<Clash>> clashes = outcome.map(done -> clashes(done, running.changedBy));
    running.state = outcome.map(MemoryMerge.Outcome::state);
    outcome
        .optional()
        .ifPresent(
            done ->
                done.changed()
                    .forEach(
                        path ->
                            running
                                .changedBy
                                .computeIfAbsent(path, any -> new ArrayList<>())
                                .add(member.name())));
    return new Step(member.name(), into, clashes);
  }

  private static List<Clash> clashes(
      MemoryMerge.Outcome outcome, Map<String, List<String>> changedBy) {
    List<Clash> clashes = new ArrayList<>();
    outcome
        .clashes()
        .forEach(
            (path, conflict) ->
                clashes.add(
                    new Clash(
                        path,
                        conflict.kind(),
                        with(path, conflict, changedBy),
                        conflict.otherNames())));
    return clashes;
  }

  /** Who changed the path before, under any of its names; of a directory what is below it. */
  private static List<String> with(
      String path, TreeMerge.Conflict conflict, Map<String, List<String>> changedBy) {
    Set<String> names = new HashSet<>(conflict.otherNames());
    names.add(path);
    Set<String> directories = new HashSet<>();
    switch (conflict.kind()) {
      case FILE_AND_DIRECTORY, DIRECTORY_SPLIT -> directories.add(path + "/");
      case DIRECTORY_RENAMED, NO_PLACE ->
          names.forEach(name -> directories.add(ChangeSet.parent(name) + "/"));
      default -> {
        if (conflict.otherNames().isEmpty()) {
          return changedBy.getOrDefault(path, List.of());
        }
      }
    }
    return changedBy.entrySet().stream()
        .filter(
            one ->
                names.contains(one.getKey())
                    || directories.stream().anyMatch(one.getKey()::startsWith))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(one -> one.getValue().stream())
        .distinct()
        .toList();
  }
}
