package dev.coord.evidence.git;

import dev.coord.concurrent.Meanwhile;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Pair;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Merges branches with each other, half of the pairs on another thread. That one has a store of its
 * own, for none can be shared, and needs no history: the merge bases are found here.
 */
final class PairForecast {

  /** Fewer pairs are merged sooner than a store is opened once more. */
  static final int FEW = 64;

  private final Internals git;
  private final MemoryMerge merges;

  /**
   * A branch that is there.
   *
   * @param began its merge base with what it goes into
   */
  record Side(String name, CommitNode began, CommitNode tip) {}

  /** Two branches that are there. */
  record Branches(Side ours, Side theirs) {}

  /** Two branches and what they began from; empty where that is not one commit. */
  private record Prepared(Branches pair, Optional<MemoryMerge.Trio> trio) {}

  PairForecast(Internals git, MemoryMerge merges) {
    this.git = git;
    this.merges = merges;
  }

  /** What each pair would conflict in, in the order asked. */
  List<Pair> of(List<Branches> pairs) {
    int half = pairs.size() < FEW ? pairs.size() : pairs.size() / 2;
    List<Branches> mine = pairs.subList(0, half);
    List<Branches> others = pairs.subList(half, pairs.size());
    if (others.isEmpty()) {
      return here(mine);
    }
    List<Prepared> prepared = others.stream().map(this::prepared).toList();
    Meanwhile<List<Optional<Pair>>> there = Meanwhile.begin("pairs", () -> there(prepared));
    List<Pair> answers = new ArrayList<>(here(mine));
    List<Optional<Pair>> second = there.get();
    for (int i = 0; i < others.size(); i++) {
      Branches pair = others.get(i);
      answers.add(second.get(i).orElseGet(() -> pair(pair)));
    }
    return answers;
  }

  private Prepared prepared(Branches pair) {
    try {
      return new Prepared(pair, merges.trio(pair.ours().tip(), pair.theirs().tip()));
    } catch (IOException e) {
      return new Prepared(pair, Optional.empty()); // merged here, which says why it cannot be
    }
  }

  /** Nothing is answered for what can be merged here alone. */
  private List<Optional<Pair>> there(List<Prepared> pairs) {
    try (ObjectStore store = new ObjectStore(git.location())) {
      Internals another = git.over(store);
      TreeMerge trees = TreeMerge.of(another, merges.attributes());
      return pairs.stream()
          .map(
              one ->
                  one.trio()
                      .map(
                          trio ->
                              pair(
                                  one.pair(),
                                  another.reading(
                                      () ->
                                          Observation.known(conflicts(trees, one.pair(), trio))))))
          .toList();
    } catch (IOException e) {
      return pairs.stream().map(one -> Optional.<Pair>empty()).toList();
    }
  }

  /**
   * What a branch changed since it began is little, and then the other side needs no comparison.
   */
  static SortedMap<String, TreeMerge.Conflict> conflicts(
      TreeMerge trees, Branches pair, MemoryMerge.Trio trio) throws IOException {
    for (Side side : new Side[] {pair.ours(), pair.theirs()}) {
      if (side.began().tree.equals(trio.base())) {
        trees.changes(Snapshot.of(trio.base()), Snapshot.of(side.tip().tree));
      }
    }
    return trees.merge(trio).conflicts();
  }

  private List<Pair> here(List<Branches> pairs) {
    return pairs.stream().map(this::pair).toList();
  }

  private Pair pair(Branches pair) {
    return pair(
        pair,
        git.reading(
            () -> Observation.known(merges.verdict(pair.ours().tip(), pair.theirs().tip()))));
  }

  private static Pair pair(
      Branches pair, Observation<SortedMap<String, TreeMerge.Conflict>> conflicts) {
    return new Pair(pair.ours().name(), pair.theirs().name(), conflicts.map(PairForecast::clashes));
  }

  private static List<Clash> clashes(SortedMap<String, TreeMerge.Conflict> conflicts) {
    List<Clash> clashes = new ArrayList<>();
    conflicts.forEach(
        (path, conflict) ->
            clashes.add(MergeForecaster.clash(path, conflict, List.of(), Landings.Landed.NOTHING)));
    return clashes;
  }
}
