package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.CommitsAnswer;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.CommitsQuestion.Changes;
import dev.coord.evidence.Observation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits are counted as plain git counts them. */
class CommitsReaderTest {

  /** The repository's clock: a minute for each call of git. */
  private static final long BEGIN = 1_700_000_000L;

  @TempDir static Path directory;

  private static TestRepository repository;

  @BeforeAll
  static void build() {
    repository = TestRepository.init(directory.resolve("repository"));
    repository.commit("coord.yml", "coord: 1\n");
    repository.write("a.txt", "1\n2\n3\n").write("b.txt", "x").commit("Add files");
    repository.startBranch("side");
    repository.as("Ben <ben@example.org>").commit("a.txt", "1\ntwo\n3\n4\n");
    repository.write("picture.png", new byte[] {0, 1, 2}).commit("Add a picture");
    repository.checkout("main").as("ANA <ana@old.example>").commit("b.txt", "x\ny\n");
    repository.merge("side");
    repository.as("Ana <ana@example.org>");
    repository.git("mv", "a.txt", "c.txt");
    repository.commit("Fix: rename a file");
    repository.write(".mailmap", "Ana <ana@example.org> <ana@old.example>\n").commit("Fix: who");
    // A clock that was wrong once, between commits of the right time.
    repository.write("d.txt", "d\n").git("add", "--all");
    String tree = repository.git("write-tree");
    String parent = repository.git("rev-parse", "HEAD");
    String old =
        repository.object(
            "commit",
            ("tree "
                    + tree
                    + "\nparent "
                    + parent
                    + "\nauthor Ana <ana@example.org> 1000 +0000\ncommitter Ana <ana@example.org>"
                    + " 1000 +0000\n\nFrom long ago\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    repository.git("reset", "-q", "--hard", old);
    repository.commit("c.txt", "1\ntwo\n");
  }

  private static CommitsQuestion question(
      Optional<Instant> since, Optional<Instant> until, String message, String... authors) {
    return new CommitsQuestion(
        Optional.empty(),
        since,
        until,
        Optional.of(message).filter(text -> !text.isEmpty()),
        new TreeSet<>(Arrays.asList(authors)),
        Changes.LINES);
  }

  private static GitEvidence ask(List<CommitsQuestion> questions, String... files) {
    return repository.observe(
        GitQuestions.builder().commits(questions).files(Set.of(files)).build());
  }

  private static CommitsAnswer answer(CommitsQuestion question) {
    return ask(List.of(question)).commits().get(question).optional().orElseThrow();
  }

  /** What plain git says: count, files, added and deleted lines. */
  private static List<Long> git(String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "log",
                "--no-merges",
                "--no-renames",
                "--numstat",
                "--format=commit %H",
                "--root",
                "--diff-algorithm=histogram"));
    command.addAll(Arrays.asList(options));
    long count = 0;
    long added = 0;
    long deleted = 0;
    Set<String> files = new HashSet<>();
    for (String line : repository.git(command.toArray(String[]::new)).split("\n")) {
      String[] cells = line.split("\t");
      if (line.startsWith("commit ")) {
        count++;
      } else if (cells.length == 3) {
        files.add(cells[2]);
        added += cells[0].equals("-") ? 0 : Long.parseLong(cells[0]);
        deleted += cells[1].equals("-") ? 0 : Long.parseLong(cells[1]);
      }
    }
    return List.of(count, (long) files.size(), added, deleted);
  }

  private static List<Long> counted(CommitsAnswer answer) {
    return List.of(answer.count(), answer.files(), answer.added(), answer.deleted());
  }

  @Test
  void lines_are_paired_as_gits_histogram_pairs_them_and_not_as_git_does_by_itself() {
    TestRepository other = TestRepository.init(directory.resolve("paired"));
    other.commit("a", "eccaadfda".replaceAll(".", "$0\n"));
    other.commit("a", "cadbacdda".replaceAll(".", "$0\n"));
    CommitsQuestion question = question(Optional.empty(), Optional.empty(), "");
    CommitsAnswer answer =
        other
            .observe(GitQuestions.builder().commits(List.of(question)).build())
            .commits()
            .get(question)
            .optional()
            .orElseThrow();

    assertThat(counted(answer)).isEqualTo(List.of(2L, 1L, 9L + 4, 4L));
    assertThat(other.git("diff", "--numstat", "--diff-algorithm=histogram", "HEAD~1"))
        .isEqualTo("4\t4\ta");
    assertThat(other.git("diff", "--numstat", "HEAD~1")).isEqualTo("3\t3\ta");
  }

  @Test
  void all_commits_are_counted_as_git_log_does() {
    CommitsAnswer all = answer(question(Optional.empty(), Optional.empty(), ""));

    assertThat(counted(all)).isEqualTo(git("HEAD")).doesNotContain(0L);
    assertThat(all.newest()).extracting(Commit::subject).first().isEqualTo("Change c.txt");
  }

  @Test
  void a_stretch_of_time_is_counted_in_spite_of_a_clock_that_was_wrong() {
    long middle = Long.parseLong(repository.git("log", "-1", "--format=%ct", "side"));
    long last = Long.parseLong(repository.git("log", "-1", "--format=%ct"));
    Optional<Instant> since = Optional.of(Instant.ofEpochSecond(middle));
    Optional<Instant> until = Optional.of(Instant.ofEpochSecond(last));

    assertThat(counted(answer(question(since, Optional.empty(), ""))))
        .isEqualTo(git("--since-as-filter=@" + middle, "HEAD"))
        .first()
        .isEqualTo(5L);
    assertThat(counted(answer(question(since, until, ""))))
        .isEqualTo(git("--since-as-filter=@" + middle, "--until=@" + (last - 1), "HEAD"));
    assertThat(middle).isGreaterThan(BEGIN);
  }

  @Test
  void authors_are_told_by_their_addresses_after_the_mailmap() {
    assertThat(counted(answer(question(Optional.empty(), Optional.empty(), "", "ben@example.org"))))
        .isEqualTo(git("--author=ben@example.org", "HEAD"));
    assertThat(answer(question(Optional.empty(), Optional.empty(), "", "ana@example.org")).count())
        .isEqualTo(git("HEAD").get(0) - 2);
    assertThat(answer(question(Optional.empty(), Optional.empty(), "", "ana@old.example")).count())
        .isZero();
  }

  @Test
  void a_message_is_matched_as_a_whole() {
    assertThat(counted(answer(question(Optional.empty(), Optional.empty(), "Fix: *"))))
        .isEqualTo(git("--grep=^Fix: ", "HEAD"));
    assertThat(answer(question(Optional.empty(), Optional.empty(), "Fix")).count()).isZero();
  }

  @Test
  void commits_of_another_branch_are_counted_there() {
    CommitsQuestion side =
        new CommitsQuestion(
            Optional.of("side"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            Changes.NONE);

    assertThat(answer(side).count()).isEqualTo(git("side").get(0));
    assertThat(answer(side).added()).as("nobody asked").isZero();
  }

  @Test
  void lines_are_not_counted_where_files_are_enough() {
    CommitsQuestion files =
        new CommitsQuestion(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            Changes.FILES);

    assertThat(answer(files).files()).isEqualTo(git("HEAD").get(1));
    assertThat(answer(files).added()).as("nobody asked").isZero();
  }

  @Test
  void a_branch_that_is_not_there_is_unknown() {
    CommitsQuestion gone =
        new CommitsQuestion(
            Optional.of("gone"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>(),
            Changes.NONE);

    assertThat(ask(List.of(gone)).commits().get(gone))
        .asString()
        .contains("the branch 'gone' was found nowhere");
  }

  @Test
  void the_newest_change_of_some_files_is_that_of_the_first_parents() {
    Observation<Commit> plan = ask(List.of(), "coord.yml").newestChange();
    Observation<Commit> both = ask(List.of(), "coord.yml", "a.txt").newestChange();

    assertThat(plan.optional().orElseThrow().id())
        .isEqualTo(repository.git("log", "-1", "--format=%H", "--first-parent", "--", "coord.yml"));
    assertThat(both.optional().orElseThrow().subject()).isEqualTo("Fix: rename a file");
    assertThat(ask(List.of(), "nowhere.yml").newestChange())
        .asString()
        .contains("no commit holds the plan yet");
    assertThat(ask(List.of()).newestChange().isKnown()).isFalse();
  }

  @Test
  void a_shallow_clone_is_unknown() {
    TestRepository shallow = TestRepository.at(directory.resolve("shallow"));
    repository.git(
        "clone",
        "-q",
        "--depth=1",
        "file://" + repository.directory(),
        shallow.directory().toString());
    CommitsQuestion all = question(Optional.empty(), Optional.empty(), "");
    GitEvidence seen =
        shallow.observe(
            GitQuestions.builder().commits(List.of(all)).files(Set.of("coord.yml")).build());

    assertThat(seen.commits().get(all)).asString().contains("fetch-depth: 0");
    assertThat(seen.newestChange()).asString().contains("fetch-depth: 0");
  }
}
