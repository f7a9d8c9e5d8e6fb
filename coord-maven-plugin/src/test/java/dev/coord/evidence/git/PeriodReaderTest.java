package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.evidence.RepositoryAnswers;
import dev.coord.evidence.RepositoryQuestions;
import dev.coord.evidence.RepositoryQuestions.PeriodQuestion;
import dev.coord.evidence.RepositoryQuestions.Touch;
import dev.coord.path.PathPatterns;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commits of some days changed is what plain git lists. */
class PeriodReaderTest {

  private static final PathPatterns EVERYTHING = PathPatterns.of("*");
  private static final Map<String, Kind> LETTERS =
      Map.of("A", Kind.ADDED, "M", Kind.MODIFIED, "D", Kind.DELETED);

  @TempDir static Path directory;

  private static TestRepository repository;
  private static Instant side;
  private static Instant last;

  @BeforeAll
  static void build() {
    repository = TestRepository.init(directory.resolve("repository"));
    repository.commit("coord.yml", "coord: 1\n");
    repository.write("docs/a.md", "1\n").write("docs/b.md", "1\n").commit("Write");
    repository.startBranch("side").commit("docs/side.md", "s\n");
    side = time();
    repository.checkout("main").commit("docs/a.md", "2\n");
    repository.git("rm", "-q", "docs/b.md");
    repository.commit("Remove b");
    last = time();
    repository.commit("docs/a.md", "3\n");
  }

  private static Instant time() {
    return Instant.ofEpochSecond(Long.parseLong(repository.git("log", "-1", "--format=%ct")));
  }

  private static RepositoryAnswers ask(
      TestRepository where, PathPatterns missing, PeriodQuestion... questions) {
    return where
        .observe(
            GitQuestions.builder()
                .repository(
                    new RepositoryQuestions(
                        List.of(questions), missing, Collections.emptySortedSet(), false))
                .build())
        .repository();
  }

  private static Observation<List<Touch>> ask(TestRepository where, PeriodQuestion question) {
    return ask(where, PathPatterns.of(), question).of(question);
  }

  private static List<Touch> missing(String... patterns) {
    return ask(repository, PathPatterns.of(patterns)).missing().optional().orElseThrow();
  }

  private static SortedSet<String> seen(PeriodQuestion question, boolean later) {
    SortedSet<String> seen = new TreeSet<>();
    ask(repository, question).optional().orElseThrow().stream()
        .filter(touch -> touch.later() == later)
        .forEach(touch -> seen.add(touch.kind() + " " + touch.path()));
    return seen;
  }

  /** What plain git lists of all branches. */
  private static SortedSet<String> git(String... range) {
    SortedSet<String> listed = new TreeSet<>();
    String[] command =
        Stream.concat(
                Stream.of(
                    "log", "--all", "--no-merges", "--no-renames", "--name-status", "--format="),
                Stream.of(range))
            .toArray(String[]::new);
    for (String line : repository.git(command).split("\n")) {
      String[] cells = line.split("\t");
      if (cells.length == 2) {
        listed.add(LETTERS.get(cells[0]) + " " + cells[1]);
      }
    }
    return listed;
  }

  @Test
  void all_days_are_what_git_lists_of_all_branches() {
    PeriodQuestion all = new PeriodQuestion(Optional.empty(), Optional.empty(), EVERYTHING);

    assertThat(seen(all, false))
        .isEqualTo(git())
        .contains("ADDED docs/side.md", "DELETED docs/b.md", "MODIFIED docs/a.md");
    assertThat(seen(all, true)).isEmpty();
  }

  @Test
  void a_time_is_what_git_lists_of_it_and_later_ones_are_told_apart() {
    PeriodQuestion days = new PeriodQuestion(Optional.of(side), Optional.of(last), EVERYTHING);

    assertThat(seen(days, false))
        .isEqualTo(
            git(
                "--since=" + side.getEpochSecond() + " +0000",
                "--until=" + (last.getEpochSecond() - 1) + " +0000"))
        .containsExactly("ADDED docs/side.md", "MODIFIED docs/a.md");
    assertThat(seen(days, true)).containsExactly("DELETED docs/b.md", "MODIFIED docs/a.md");
  }

  @Test
  void files_that_are_not_meant_are_left_out() {
    PeriodQuestion one =
        new PeriodQuestion(Optional.empty(), Optional.empty(), PathPatterns.of("/docs/b.md"));

    assertThat(seen(one, false)).containsExactly("ADDED docs/b.md", "DELETED docs/b.md");
  }

  @Test
  void a_shallow_clone_cannot_tell() {
    PeriodQuestion all = new PeriodQuestion(Optional.empty(), Optional.empty(), EVERYTHING);
    TestRepository shallow = TestRepository.at(directory.resolve("shallow"));
    shallow.git("clone", "-q", "--depth=1", "file://" + repository.directory(), ".");

    assertThat(ask(shallow, all)).isInstanceOf(Unknown.class);
  }

  @Test
  void each_of_several_questions_has_its_own_answer() {
    PeriodQuestion all = new PeriodQuestion(Optional.empty(), Optional.empty(), EVERYTHING);
    PeriodQuestion late =
        new PeriodQuestion(Optional.of(last), Optional.empty(), PathPatterns.of("/docs/"));
    RepositoryAnswers answers = ask(repository, PathPatterns.of(), all, late);

    assertThat(answers.of(all)).isEqualTo(ask(repository, all));
    assertThat(answers.of(late)).isEqualTo(ask(repository, late));
    assertThat(answers.of(late).optional().orElseThrow())
        .extracting(touch -> touch.kind() + " " + touch.path())
        .containsExactly("MODIFIED docs/a.md", "DELETED docs/b.md");
  }

  @Test
  void a_file_that_is_not_there_is_looked_for_in_all_branches_and_former_commits() {
    assertThat(missing("/docs/b.md", "/docs/side.md", "/docs/never.md"))
        .extracting(touch -> touch.kind() + " " + touch.path() + " " + touch.commit())
        .containsExactly(
            "ADDED docs/b.md "
                + repository.git("log", "--diff-filter=A", "--format=%H", "--", "docs/b.md"),
            "DELETED docs/b.md "
                + repository.git("log", "--diff-filter=D", "--format=%H", "--", "docs/b.md"),
            "ADDED docs/side.md " + repository.git("rev-parse", "side"));
  }

  @Test
  void a_file_that_is_there_is_not_looked_for() {
    assertThat(missing("/docs/a.md", "docs/*.md")).isEmpty();
    assertThat(missing("/docs/a.md", "/docs/side.md")).hasSize(1);
  }

  @Test
  void a_length_is_that_of_the_newest_commit_of_the_days() {
    PeriodQuestion days =
        new PeriodQuestion(
            Optional.empty(), Optional.of(last), EVERYTHING, PathPatterns.of("/docs/a.md"));
    List<Touch> measured =
        ask(repository, days).optional().orElseThrow().stream()
            .filter(touch -> touch.length().isPresent())
            .toList();

    assertThat(measured)
        .extracting(touch -> touch.kind() + " " + touch.path() + " " + touch.later())
        .containsExactly("ADDED docs/a.md false", "MODIFIED docs/a.md false");
    assertThat(measured)
        .allSatisfy(
            touch ->
                assertThat(touch.length().orElseThrow().bytes())
                    .isEqualTo(
                        Observation.known(
                            Long.parseLong(
                                repository.git(
                                    "cat-file", "-s", touch.commit() + ":" + touch.path())))));
  }

  @Test
  void a_shallow_clone_cannot_tell_of_files_that_are_not_there() {
    TestRepository shallow = TestRepository.at(directory.resolve("shallow-too"));
    shallow.git("clone", "-q", "--depth=1", "file://" + repository.directory(), ".");

    assertThat(ask(shallow, PathPatterns.of("/docs/b.md")).missing()).isInstanceOf(Unknown.class);
    assertThat(ask(shallow, PathPatterns.of("/docs/a.md")).missing())
        .isEqualTo(Observation.known(List.of()));
  }
}
