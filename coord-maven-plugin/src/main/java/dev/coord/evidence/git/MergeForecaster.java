package dev.coord.evidence.git;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Kind;
import dev.coord.evidence.MergeForecast.Step;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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

  /** Changes that are in a target already and merged with a branch that conflicts with it. */
  private static final int MOST_LANDED = 10_000;

  private final Internals git;
  private final Map<String, BranchEvidence> branches;
  private final List<Live> live = new ArrayList<>();
  private final MemoryMerge merges;
  private final Landings landings;
  private final Set<String> resolving;

  /**
   * A branch that is there and not merged.
   *
   * @param began its merge base with what it goes into
   * @param paths what it changed, at its end or on the way
   * @param net what it changed at its end
   * @param moved whether what it goes into changed one of them since it began
   */
  private record Live(
      String name,
      CommitNode began,
      CommitNode tip,
      BranchDelta delta,
      Set<String> paths,
      ChangeSet net,
      boolean moved) {

    PairForecast.Side side() {
      return new PairForecast.Side(name, began, tip);
    }
  }

  /** What waves before leave of what they go into; by path the branches that changed it. */
  private static final class Running {
    private Observation<MemoryMerge.State> state;

    /** What they go into as it is now. */
    private final Observation<MemoryMerge.State> before;

    private final Map<String, List<String>> changedBy = new HashMap<>();

    Running(Observation<MemoryMerge.State> state, Observation<MemoryMerge.State> before) {
      this.state = state;
      this.before = before;
    }
  }

  private MergeForecaster(
      Internals git, Map<String, BranchEvidence> branches, ForecastQuestion question)
      throws IOException {
    this.git = git;
    this.branches = branches;
    merges =
        new MemoryMerge(
            git,
            question
                .into()
                .flatMap(into -> git.tip(Optional.of(into)).optional())
                .orElse(git.head()));
    landings = new Landings(git, merges, branches, MOST_LANDED);
    resolving = question.resolving();
  }

  /** Answers; unknown as a whole when what the branches changed cannot be compared. */
  static Observation<MergeForecast> read(
      Internals git, Map<String, BranchEvidence> branches, ForecastQuestion question) {
    return git.reading(() -> new MergeForecaster(git, branches, question).read(question));
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
            new PairForecast(git, merges)
                .of(
                    merged.stream()
                        .map(ids -> branches(live.get(ids[0]), live.get(ids[1])))
                        .toList()),
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
    boolean moved = delta.behind() > 0 && moved(delta, paths, net);
    return new Live(name, began, tip, delta, paths, net, moved);
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

  private static PairForecast.Branches branches(Live ours, Live theirs) {
    return new PairForecast.Branches(ours.side(), theirs.side());
  }

  private Step now(Live branch) {
    return new Step(
        branch.name(),
        branch.delta().baseName(),
        git.reading(
            () -> {
              CommitNode target = node(branch.delta().base());
              List<Clash> clashes = new ArrayList<>();
              for (Map.Entry<String, TreeMerge.Conflict> one :
                  merges.verdict(target, branch.tip()).entrySet()) {
                clashes.add(
                    clash(
                        one.getKey(),
                        one.getValue(),
                        List.of(),
                        landed(target, branch, one.getKey(), one.getValue())));
              }
              return Observation.known(clashes);
            }));
  }

  private Landings.Landed landed(
      CommitNode target, Live branch, String path, TreeMerge.Conflict conflict) throws IOException {
    return resolving.contains(branch.name())
        ? landings.landed(target, branch.tip(), path, conflict)
        : Landings.Landed.NOT_ASKED;
  }

  static Clash clash(
      String path, TreeMerge.Conflict conflict, List<String> with, Landings.Landed landed) {
    return new Clash(
        path,
        conflict.kind(),
        with,
        landed.branches(),
        landed.others(),
        conflict.otherNames(),
        landed.untold());
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
    Observation<MemoryMerge.State> state =
        into.then(
            id -> git.reading(() -> Observation.known(MemoryMerge.State.of(node(id.name())))));
    return new Running(state, state);
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
        Running running = new Running(before.state, before.before);
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
    Observation<List<Clash>> clashes =
        outcome.then(
            done -> git.reading(() -> Observation.known(clashes(member, done.clashes(), running))));
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

  private List<Clash> clashes(
      Live member, SortedMap<String, TreeMerge.Conflict> conflicts, Running running)
      throws IOException {
    List<Clash> clashes = new ArrayList<>();
    for (Map.Entry<String, TreeMerge.Conflict> one : conflicts.entrySet()) {
      Set<String> places = places(one.getKey(), one.getValue());
      List<String> changed = changed(places, running.changedBy);
      List<String> with = new ArrayList<>();
      for (String name : changed) {
        if (meets(tip(name), member.tip(), places)) {
          with.add(name);
        }
      }
      Optional<MemoryMerge.State> before = running.before.optional();
      Landings.Landed landed = Landings.Landed.NOTHING;
      if (before.isPresent()) {
        CommitNode target = before.get().commits().get(0);
        if (changed.isEmpty() || meets(target, member.tip(), places)) {
          landed = landed(target, member, one.getKey(), one.getValue());
        } else if (with.isEmpty()) {
          landed = Landings.Landed.untold("no change before it conflicts with it alone");
        }
      }
      boolean alone = landed.branches().isEmpty() && with.isEmpty();
      clashes.add(clash(one.getKey(), one.getValue(), alone ? changed : with, landed));
    }
    return clashes;
  }

  private boolean meets(CommitNode ours, CommitNode theirs, Set<String> places) throws IOException {
    return !Collections.disjoint(MemoryMerge.names(merges.verdict(ours, theirs)), places);
  }

  private CommitNode tip(String branch) {
    return live.stream().filter(one -> one.name().equals(branch)).findFirst().orElseThrow().tip();
  }

  /** Where a conflict may come from: all names of the file, and directories that it is about. */
  static Set<String> places(String path, TreeMerge.Conflict conflict) {
    Set<String> places = new HashSet<>(conflict.otherNames());
    places.add(path);
    if (conflict.kind() == Kind.DIRECTORY_RENAMED || conflict.kind() == Kind.NO_PLACE) {
      List.copyOf(places).forEach(name -> places.add(ChangeSet.parent(name)));
    }
    return places;
  }

  /** Who changed something at or below one of some places before, in their order. */
  private static List<String> changed(Set<String> places, Map<String, List<String>> changedBy) {
    return changedBy.entrySet().stream()
        .filter(
            one ->
                places.contains(one.getKey())
                    || places.stream().anyMatch(place -> one.getKey().startsWith(place + "/")))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(one -> one.getValue().stream())
        .distinct()
        .toList();
  }
}
