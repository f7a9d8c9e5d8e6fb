package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ancestry in 10,000 small histories of every shape, with clocks that are right, equal, backwards
 * or wrong, against brute force over the parents alone.
 */
class ManyHistoriesTest {

  private static final int HISTORIES = 10_000;
  private static final int COMMITS = 7;
  private static final long NOON = 1_767_607_200L;

  @TempDir Path directory;

  private final Random random = new Random(2026);

  /** By history and commit, the parents. */
  private final List<int[][]> histories = new ArrayList<>();

  @Test
  void ancestry_counts_merge_bases_and_places_on_the_line_are_those_of_brute_force()
      throws IOException {
    List<ObjectId> ids = write();
    RepositoryLocation location = RepositoryLocation.find(directory).optional().orElseThrow();
    List<String> wrong = new ArrayList<>();
    int criss = 0;
    try (ObjectStore store = new ObjectStore(location)) {
      CommitGraph graph = new CommitGraph(store, CommitGraphFile.NONE);
      Ancestry ancestry = new Ancestry(graph);
      for (int history = 0; history < HISTORIES; history++) {
        List<ObjectId> here = ids.subList(history * COMMITS, (history + 1) * COMMITS);
        int[] reached = reached(histories.get(history));
        for (int ours = COMMITS - 3; ours < COMMITS; ours++) {
          int theirs = random.nextInt(COMMITS);
          Ancestry.Comparison found =
              ancestry.compare(graph.node(here.get(ours)), graph.node(here.get(theirs)));
          int bases = best(reached, reached[ours] & reached[theirs]);
          criss += Integer.bitCount(bases) > 1 ? 1 : 0;
          if (set(here, found.ahead()) != (reached[ours] & ~reached[theirs])
              || found.behind() != Integer.bitCount(reached[theirs] & ~reached[ours])
              || set(here, found.mergeBases()) != bases) {
            wrong.add("history " + history + ": " + ours + " and " + theirs);
          }
        }
        int tip = COMMITS - 1;
        FirstParentLine line = new FirstParentLine(graph, graph.node(here.get(tip)));
        for (int commit = 0; commit < COMMITS; commit++) {
          CommitNode node = graph.node(here.get(commit));
          Optional<Integer> brought =
              line.bringing(node, ancestry).map(found -> here.indexOf(found.copy()));
          if (!brought.equals(bringing(histories.get(history), reached, tip, commit))) {
            wrong.add("history " + history + ": who brought " + commit + ", not " + brought);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(criss).as("comparisons with several merge bases").isGreaterThan(100);
    assertThat(new TreeSet<>(ids)).as("all different").hasSize(HISTORIES * COMMITS);
  }

  /** The oldest commit of the first-parent line that reaches a commit. */
  private static Optional<Integer> bringing(int[][] parents, int[] reached, int tip, int commit) {
    Optional<Integer> found = Optional.empty();
    for (int at = tip; at >= 0; at = parents[at].length == 0 ? -1 : parents[at][0]) {
      found = (reached[at] >> commit & 1) == 1 ? Optional.of(at) : found;
    }
    return found;
  }

  private static int[] reached(int[][] parents) {
    int[] reached = new int[COMMITS];
    for (int commit = 0; commit < COMMITS; commit++) {
      reached[commit] = 1 << commit;
      for (int parent : parents[commit]) {
        reached[commit] |= reached[parent];
      }
    }
    return reached;
  }

  /** Of some commits those that no other one of them reaches. */
  private static int best(int[] reached, int common) {
    int best = common;
    for (int other = 0; other < COMMITS; other++) {
      if ((common >> other & 1) == 1) {
        best &= ~(reached[other] & ~(1 << other));
      }
    }
    return best;
  }

  private static int set(List<ObjectId> here, List<CommitNode> nodes) {
    return nodes.stream()
        .mapToInt(node -> 1 << here.indexOf(node.copy()))
        .reduce(0, (a, b) -> a | b);
  }

  /** Straight into one pack: git would take longer for it than all that is tested. */
  private List<ObjectId> write() throws IOException {
    TestRepository.init(directory);
    List<ObjectId> ids = new ArrayList<>();
    try (Repository repository = new FileRepository(directory.resolve(".git").toFile());
        PackInserter pack = ((ObjectDirectory) repository.getObjectDatabase()).newPackInserter()) {
      pack.checkExisting(false);
      for (int history = 0; history < HISTORIES; history++) {
        int[][] parents = new int[COMMITS][];
        histories.add(parents);
        for (int commit = 0; commit < COMMITS; commit++) {
          parents[commit] = parents(commit);
          StringBuilder text = new StringBuilder("tree " + Constants.EMPTY_TREE_ID.name() + "\n");
          for (int parent : parents[commit]) {
            text.append("parent ").append(ids.get(history * COMMITS + parent).name()).append('\n');
          }
          String who = "A <a@example.org> " + time(history, commit) + " +0000\n";
          text.append("author ").append(who).append("committer ").append(who).append('\n');
          text.append(history).append('-').append(commit);
          byte[] raw = text.toString().getBytes(StandardCharsets.UTF_8);
          ids.add(pack.insert(Constants.OBJ_COMMIT, raw));
        }
      }
      pack.flush();
    }
    return ids;
  }

  private long time(int history, int commit) {
    return switch (history % 4) {
      case 0 -> NOON + commit;
      case 1 -> NOON;
      case 2 -> NOON - commit;
      default -> NOON + random.nextInt(COMMITS);
    };
  }

  /** None for the first, and now and then for another; else one to three of those before. */
  private int[] parents(int commit) {
    if (commit == 0 || random.nextInt(20) == 0) {
      return new int[0];
    }
    return random.ints(1 + random.nextInt(3), 0, commit).distinct().toArray();
  }
}
