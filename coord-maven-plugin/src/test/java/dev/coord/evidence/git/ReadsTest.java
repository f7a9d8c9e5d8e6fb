package dev.coord.evidence.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a repository, counted and not timed: what is in flight, and that once. */
class ReadsTest {

  private static final int LIVE = 10;
  private static final long BEGIN = 1_700_000_000;

  @TempDir Path directory;

  private final StringBuilder stream = new StringBuilder();
  private int marks;

  /** A repository read by one store. */
  private record Read(ObjectStore store, Internals git) {
    static Read of(TestRepository repository) throws IOException {
      RepositoryLocation location =
          RepositoryLocation.find(repository.directory()).optional().orElseThrow();
      RepositoryFormat format =
          RepositoryFormat.read(location.commonDirectory()).optional().orElseThrow();
      ObjectStore store = new ObjectStore(location);
      ObjectId head = new References(store, location, format).commit("HEAD").orElseThrow();
      return new Read(store, new Internals(location, format, store, head));
    }
  }

  @Test
  void five_hundred_branches_read_commits_in_proportion_to_a_hundred() throws IOException {
    int few = commitsRead(100);
    int many = commitsRead(500);

    assertThat(few).isGreaterThan(3 * 100);
    assertThat(many).isLessThanOrEqualTo(5 * few);
  }

  /** Reads branches of which a fifth was reverted, and some landed in a file that others change. */
  private int commitsRead(int merged) throws IOException {
    TestRepository repository = repository(merged);
    Read read = Read.of(repository);
    try (ObjectStore store = read.store()) {
      List<String> live = IntStream.range(0, LIVE).mapToObj(i -> "live-" + i).toList();
      List<BranchQuestion> questions = new ArrayList<>();
      live.forEach(name -> questions.add(TestRepository.branch(name)));
      IntStream.range(0, merged).forEach(i -> questions.add(TestRepository.branch("merged-" + i)));
      BranchAnswers answers = new BranchAnswers(read.git(), questions, Owners.UNKNOWN);
      Map<String, BranchEvidence> branches = new LinkedHashMap<>();
      questions.forEach(question -> branches.put(question.name(), answers.branch(question)));
      MergeForecast forecast =
          MergeForecaster.read(
                  read.git(),
                  branches,
                  new ForecastQuestion(
                      live, List.of(), List.of(), Optional.empty(), Set.copyOf(live)))
              .optional()
              .orElseThrow();

      assertThat(branches.values())
          .filteredOn(
              branch -> branch.merge().optional().orElseThrow().kind() == MergeState.Kind.REVERTED)
          .hasSize(merged / 5);
      assertThat(forecast.now())
          .flatExtracting(step -> step.clashes().optional().orElseThrow())
          .extracting(Clash::landed)
          .hasSize(LIVE)
          .containsOnly(List.of("merged-1", "merged-2", "merged-3"));
      return store.reads(Constants.OBJ_COMMIT);
    }
  }

  @Test
  void merges_from_before_the_project_started_are_not_read_for_earlier_ones_of_a_branch()
      throws IOException {
    TestRepository repository = repository(100);
    Instant late = Instant.ofEpochSecond(BEGIN + marks - 5);

    int all = commitsRead(repository, Optional.empty());
    int some = commitsRead(repository, Optional.of(late));

    assertThat(all - some).isBetween(90, 100);
  }

  /** Reads the branch that was merged last and not reverted. */
  private static int commitsRead(TestRepository repository, Optional<Instant> since)
      throws IOException {
    Read read = Read.of(repository);
    try (ObjectStore store = read.store()) {
      Merging merging = new Merging(Optional.empty(), Set.of(), false, Set.of(), since);
      BranchQuestion question =
          new BranchQuestion("merged-98", Optional.empty(), "main", Set.of(), false, merging);
      BranchEvidence branch =
          new BranchAnswers(read.git(), List.of(question), Owners.UNKNOWN).branch(question);

      assertThat(branch.delta().optional().orElseThrow().changes()).hasSize(1);
      return store.reads(Constants.OBJ_COMMIT);
    }
  }

  /** A file in which so many of three lines, which are no neighbours, have a word. */
  private static String hot(String word, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      text.append(i).append(i < lines ? word : "").append("\n-\n-\n");
    }
    return text.toString();
  }

  /** Main grows by a merge a branch; three of them change a line of one file. */
  private TestRepository repository(int merged) {
    stream.setLength(0);
    marks = 0;
    int begin = commit("main", 0, 0, "Begin", "hot.txt", hot("", 0));
    int main = begin;
    for (int i = 0; i < LIVE; i++) {
      commit("live-" + i, begin, 0, "Work", "hot.txt", hot("live " + i, 3));
    }
    for (int i = 0; i < merged; i++) {
      String path = i > 0 && i < 4 ? "hot.txt" : "f" + i;
      String content = i > 0 && i < 4 ? hot("merged", i) : "x\n";
      int tip = commit("merged-" + i, main, 0, "Add " + i, path, content);
      main = commit("main", main, tip, "Merge branch 'merged-" + i + "'", path, content);
      if (i % 5 == 4) {
        main = commit("main", main, 0, "Revert \"Merge branch 'merged-" + i + "'\"", path, "");
      }
    }
    TestRepository repository = TestRepository.init(directory.resolve("merged-" + merged));
    repository.gitWithInput(stream.toString().getBytes(UTF_8), "fast-import", "--quiet");
    return repository.checkout("main");
  }

  private int commit(
      String branch, int from, int merge, String subject, String path, String content) {
    marks++;
    stream.append("commit refs/heads/").append(branch).append("\nmark :").append(marks);
    stream.append("\ncommitter A <a@example.org> ").append(BEGIN + marks);
    stream.append(" +0000\ndata ").append(subject.length()).append('\n').append(subject);
    stream.append('\n');
    if (from > 0) {
      stream.append("from :").append(from).append('\n');
    }
    if (merge > 0) {
      stream.append("merge :").append(merge).append('\n');
    }
    if (content.isEmpty()) {
      stream.append("D ").append(path).append("\n\n");
    } else {
      stream.append("M 100644 inline ").append(path).append("\ndata ");
      stream.append(content.length()).append('\n').append(content).append("\n\n");
    }
    return marks;
  }

  @Test
  void a_merge_of_a_pair_reads_what_one_of_them_changed_and_not_what_the_line_did()
      throws IOException {
    int directories = 200;
    int begin = commit("main", 0, 0, "Begin", "a/b/c/own.txt", "1\n");
    int main = begin;
    for (int i = 0; i < directories; i++) {
      main = commit("main", main, 0, "Work", "d" + i + "/e/f/other.txt", i + "\n");
    }
    commit("old", begin, 0, "Work", "a/b/c/own.txt", "2\n");
    commit("new", main, 0, "Work", "d0/e/f/other.txt", "new\n");
    TestRepository repository = TestRepository.init(directory.resolve("pair"));
    repository.gitWithInput(stream.toString().getBytes(UTF_8), "fast-import", "--quiet");
    repository.checkout("main");
    Read read = Read.of(repository);
    try (ObjectStore store = read.store()) {
      CommitNode from = node(read, repository, "old~1");
      CommitNode older = node(read, repository, "old");
      CommitNode newer = node(read, repository, "new");
      PairForecast.Branches pair =
          new PairForecast.Branches(
              new PairForecast.Side("new", node(read, repository, "main"), newer),
              new PairForecast.Side("old", from, older));
      MemoryMerge.Trio trio = new MemoryMerge.Trio(from.tree, newer.tree, older.tree);

      assertThat(PairForecast.conflicts(TreeMerge.of(read.git(), read.git().head()), pair, trio))
          .isEmpty();
      assertThat(store.reads(Constants.OBJ_TREE)).isBetween(4, 20);
    }
  }

  @Test
  void an_index_with_nothing_staged_needs_no_look_at_the_files_of_the_commit() throws IOException {
    TestRepository repository = TestRepository.init(directory.resolve("clean"));
    repository.commit("a/b/c.txt", "1\n");
    repository.write("a/b/c.txt", "22\n");
    Read read = Read.of(repository);
    try (ObjectStore store = read.store()) {
      ObjectId tree = read.git().commits().raw(read.git().head()).tree();
      int before = store.reads(Constants.OBJ_TREE);

      assertThat(read.git().workingTree().changes(tree))
          .extracting(WorkingTree.Change::path)
          .containsExactly("a/b/c.txt");
      assertThat(store.reads(Constants.OBJ_TREE)).isEqualTo(before);
    }
  }

  private static CommitNode node(Read read, TestRepository repository, String name)
      throws IOException {
    return read.git().graph().node(ObjectId.fromString(repository.git("rev-parse", name)));
  }
}
