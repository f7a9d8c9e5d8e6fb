package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the walks with brute force on histories whose clocks lie, and with git itself. */
class AncestryOracleTest {

  private static final int COMMITS = 120;
  private static final long NOON = 1_700_000_000L;

  @TempDir Path directory;

  private final List<int[]> parents = new ArrayList<>();
  private final List<BitSet> reached = new ArrayList<>();
  private List<ObjectId> ids = List.of();

  private enum Clock {
    RIGHT,
    EQUAL,
    SKEWED,
    BACKWARDS;

    long time(int commit, Random random) {
      return switch (this) {
        case RIGHT -> NOON + commit * 60L;
        case EQUAL -> NOON;
        case SKEWED -> NOON + random.nextInt(COMMITS * 60);
        case BACKWARDS -> NOON - commit * 60L;
      };
    }
  }

  @ParameterizedTest(name = "{0}, {1} roots, {2} merges of 10, with commit-graph: {3}")
  @CsvSource({
    "RIGHT, 1, 3, false",
    "EQUAL, 1, 3, false",
    "SKEWED, 1, 3, false",
    "SKEWED, 1, 9, false",
    "SKEWED, 3, 5, false",
    "BACKWARDS, 1, 4, false",
    "RIGHT, 2, 5, true",
    "EQUAL, 1, 4, true",
    "SKEWED, 1, 6, true",
    "BACKWARDS, 1, 4, true",
  })
  void walks_find_what_brute_force_finds(Clock clock, int roots, int merges, boolean graphFile)
      throws IOException {
    TestRepository repository = history(clock, roots, merges);
    if (graphFile) {
      repository.git("commit-graph", "write", "--reachable");
    }
    Random random = new Random(7);
    try (ObjectStore store = new ObjectStore(location())) {
      CommitGraphFile file = CommitGraphFile.read(location().gitDirectory().resolve("objects"));
      assertThat(file == CommitGraphFile.NONE).isEqualTo(!graphFile);
      CommitGraph graph = new CommitGraph(store, file);
      Ancestry ancestry = new Ancestry(graph);
      for (int i = 0; i < 400; i++) {
        int ours = random.nextInt(COMMITS);
        int theirs = random.nextInt(COMMITS);
        Ancestry.Comparison found =
            ancestry.compare(graph.node(ids.get(ours)), graph.node(ids.get(theirs)));
        assertThat(numbers(found.ahead()))
            .as("%d not in %d", ours, theirs)
            .containsExactlyInAnyOrderElementsOf(only(ours, theirs));
        assertThat(found.behind()).isEqualTo(only(theirs, ours).size());
        assertThat(numbers(found.mergeBases()))
            .containsExactlyInAnyOrderElementsOf(bestCommon(ours, theirs));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SKEWED", "EQUAL", "RIGHT"})
  void children_come_before_their_parents(Clock clock) throws IOException {
    history(clock, 1, 5);
    try (ObjectStore store = new ObjectStore(location())) {
      CommitGraph graph = new CommitGraph(store, CommitGraphFile.NONE);
      List<Integer> order =
          numbers(
              new Ancestry(graph)
                  .compare(graph.node(ids.get(COMMITS - 1)), graph.node(ids.get(0)))
                  .ahead());
      for (int child = 0; child < order.size(); child++) {
        for (int parent : parents.get(order.get(child))) {
          assertThat(order.subList(0, child)).doesNotContain(parent);
        }
      }
    }
  }

  @Test
  void the_commit_of_the_first_parent_line_that_brought_another_is_found() throws IOException {
    history(Clock.SKEWED, 1, 5);
    try (ObjectStore store = new ObjectStore(location())) {
      CommitGraph graph = new CommitGraph(store, CommitGraphFile.NONE);
      Ancestry ancestry = new Ancestry(graph);
      List<Integer> expectedLine = new ArrayList<>(List.of(COMMITS - 1));
      while (parents.get(last(expectedLine)).length > 0) {
        expectedLine.add(parents.get(last(expectedLine))[0]);
      }
      FirstParentLine line = new FirstParentLine(graph, graph.node(ids.get(COMMITS - 1)));
      for (int commit = 0; commit < COMMITS; commit++) {
        int sought = commit;
        List<Integer> containing =
            expectedLine.stream().filter(on -> reached.get(on).get(sought)).toList();
        CommitNode node = graph.node(ids.get(commit));
        assertThat(line.bringing(node, ancestry).map(this::number).stream().toList())
            .isEqualTo(containing.isEmpty() ? List.of() : List.of(last(containing)));
        assertThat(line.contains(node)).isEqualTo(expectedLine.contains(commit));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"RIGHT", "SKEWED"})
  void git_counts_the_same(Clock clock) throws IOException {
    TestRepository repository = history(clock, 1, 4);
    // With generation numbers git is right whatever the clocks say.
    repository.git("commit-graph", "write", "--reachable");
    Random random = new Random(3);
    try (ObjectStore store = new ObjectStore(location())) {
      CommitGraph graph = new CommitGraph(store, CommitGraphFile.NONE);
      for (int i = 0; i < 20; i++) {
        String ours = ids.get(random.nextInt(COMMITS)).name();
        String theirs = ids.get(random.nextInt(COMMITS)).name();
        Ancestry.Comparison found =
            new Ancestry(graph)
                .compare(
                    graph.node(ObjectId.fromString(ours)), graph.node(ObjectId.fromString(theirs)));
        assertThat(found.ahead().size() + "\t" + found.behind())
            .isEqualTo(
                repository.git("rev-list", "--left-right", "--count", ours + "..." + theirs));
        assertThat(repository.git("merge-base", "--all", ours, theirs).lines().toList())
            .containsExactlyInAnyOrderElementsOf(
                found.mergeBases().stream().map(CommitNode::name).toList());
        if (clock == Clock.RIGHT) {
          assertThat(repository.git("merge-base", ours, theirs))
              .isEqualTo(found.mergeBase().orElseThrow().name());
        }
      }
    }
  }

  private RepositoryLocation location() {
    return RepositoryLocation.find(directory).optional().orElseThrow();
  }

  /** Makes a history whose commit number n has the subject n, and parents with lower numbers. */
  private TestRepository history(Clock clock, int roots, int mergesOfTen) throws IOException {
    TestRepository repository = TestRepository.init(directory);
    Random random = new Random(clock.ordinal() * 100L + roots * 10L + mergesOfTen);
    StringBuilder stream = new StringBuilder();
    for (int commit = 0; commit < COMMITS; commit++) {
      parents.add(commit < roots ? new int[0] : someParents(commit, mergesOfTen, random));
      BitSet all = new BitSet();
      all.set(commit);
      for (int parent : parents.get(commit)) {
        all.or(reached.get(parent));
      }
      reached.add(all);
      stream
          .append("commit refs/heads/c%d\nmark :%d\n".formatted(commit, commit + 1))
          .append("committer A <a@example.org> %d +0000\n".formatted(clock.time(commit, random)))
          .append("data %d\n%d\n".formatted(String.valueOf(commit).length(), commit));
      String word = "from";
      for (int parent : parents.get(commit)) {
        stream.append("%s :%d\n".formatted(word, parent + 1));
        word = "merge";
      }
      stream.append('\n');
    }
    Path marks = directory.resolve("marks");
    repository.gitWithInput(
        stream.toString().getBytes(StandardCharsets.UTF_8),
        "fast-import",
        "--quiet",
        "--export-marks=" + marks);
    ids =
        Files.readAllLines(marks).stream()
            .sorted((a, b) -> Integer.compare(mark(a), mark(b)))
            .map(line -> ObjectId.fromString(line.substring(line.indexOf(' ') + 1)))
            .toList();
    return repository;
  }

  private static int mark(String line) {
    return Integer.parseInt(line.substring(1, line.indexOf(' ')));
  }

  private static int[] someParents(int commit, int mergesOfTen, Random random) {
    int wanted = random.nextInt(10) < mergesOfTen ? 2 + random.nextInt(2) : 1;
    return random
        .ints(0, Math.min(commit, 12))
        .map(back -> commit - 1 - back)
        .distinct()
        .limit(Math.min(wanted, Math.min(commit, 12)))
        .toArray();
  }

  private List<Integer> only(int in, int notIn) {
    BitSet difference = (BitSet) reached.get(in).clone();
    difference.andNot(reached.get(notIn));
    return difference.stream().boxed().toList();
  }

  private List<Integer> bestCommon(int a, int b) {
    BitSet common = (BitSet) reached.get(a).clone();
    common.and(reached.get(b));
    return common.stream()
        .filter(
            candidate ->
                common.stream()
                    .noneMatch(other -> other != candidate && reached.get(other).get(candidate)))
        .boxed()
        .collect(Collectors.toList());
  }

  private List<Integer> numbers(List<CommitNode> nodes) {
    return nodes.stream().map(this::number).toList();
  }

  private int number(CommitNode node) {
    return ids.indexOf(node.copy());
  }

  private static int last(List<Integer> list) {
    return list.get(list.size() - 1);
  }
}
