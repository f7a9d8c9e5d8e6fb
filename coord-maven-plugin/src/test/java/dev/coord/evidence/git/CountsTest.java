package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.evidence.CountQuestions;
import dev.coord.evidence.CountQuestions.BranchesAnswer;
import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.CountQuestions.NamedCommit;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.path.PathPatterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches and files are counted as plain git counts them. */
class CountsTest {

  @TempDir static Path directory;

  private static TestRepository repository;

  @BeforeAll
  static void build() throws IOException {
    repository = TestRepository.init(directory.resolve("repository"));
    repository
        .write("docs/a.md", "Über uns\n\nund")
        .write("docs/b.md", "1\n")
        .write("empty.md", "");
    repository.write("picture.png", new byte[] {0, '\n', 2});
    repository.write("latin.txt", "ü\n".getBytes(StandardCharsets.ISO_8859_1));
    repository.write(
        "large.bin",
        "version https://git-lfs.github.com/spec/v1\noid sha256:"
            + "0".repeat(64)
            + "\nsize 12345\n");
    Files.createSymbolicLink(repository.directory().resolve("link.md"), Path.of("docs/a.md"));
    repository.commit("Begin");
    repository.startBranch("feature/a").commit("docs/new.md", "1\n2\n");
    repository.checkout("main").startBranch("feature/b").commit("b.txt", "b\n");
    repository.checkout("main");
  }

  private static Observation<BranchesAnswer> branches(
      TestRepository where, BranchesQuestion question) {
    return where
        .observe(asking(new CountQuestions(List.of(question), List.of())))
        .counts()
        .of(question);
  }

  private static GitQuestions asking(CountQuestions counts) {
    return GitQuestions.builder().counts(counts).build();
  }

  private static BranchesQuestion named(String pattern) {
    return new BranchesQuestion(Optional.of(pattern), Optional.empty(), Optional.empty());
  }

  private static List<String> names(TestRepository where, String pattern) {
    BranchesAnswer answer = branches(where, named(pattern)).optional().orElseThrow();
    assertThat(answer.first()).hasSize((int) answer.count());
    return answer.first().stream().map(NamedCommit::name).toList();
  }

  private static String reason(TestRepository where) {
    return ((Unknown<BranchesAnswer>) branches(where, named("*"))).reason();
  }

  private static TestRepository cloned(String name, String... options) {
    TestRepository clone = TestRepository.at(directory.resolve(name));
    clone.git(
        Stream.of(
                List.of("clone", "-q"),
                List.of(options),
                List.of("file://" + repository.directory(), "."))
            .flatMap(List::stream)
            .toArray(String[]::new));
    return clone;
  }

  @Test
  void branches_are_counted_by_their_names() {
    assertThat(names(repository, "*")).containsExactly("feature/a", "feature/b", "main");
    assertThat(names(repository, "feature/*")).containsExactly("feature/a", "feature/b");
    assertThat(names(repository, "fix/*")).isEmpty();
  }

  @Test
  void branches_are_counted_by_the_time_of_their_last_commit() {
    Instant last =
        Instant.ofEpochSecond(
            Long.parseLong(repository.git("log", "-1", "--format=%ct", "feature/b")));

    assertThat(since(last)).isEqualTo(1);
    assertThat(since(last.plusSeconds(1))).isZero();
    assertThat(
            branches(
                    repository,
                    new BranchesQuestion(Optional.empty(), Optional.empty(), Optional.of(last)))
                .optional()
                .orElseThrow()
                .count())
        .isEqualTo(2);
  }

  private static long since(Instant time) {
    BranchesQuestion question =
        new BranchesQuestion(Optional.empty(), Optional.of(time), Optional.empty());
    return branches(repository, question).optional().orElseThrow().count();
  }

  @Test
  void a_branch_that_is_here_and_in_the_remote_counts_once() {
    TestRepository clone = cloned("clone");
    clone.git("branch", "mine");
    clone.git("branch", "feature/a", "origin/feature/a");
    clone.git("remote", "add", "fork", "file:///nowhere");

    assertThat(names(clone, "*")).containsExactly("feature/a", "feature/b", "main", "mine");
  }

  @Test
  void a_clone_that_may_lack_branches_cannot_tell() {
    assertThat(reason(cloned("single", "--single-branch")))
        .isEqualTo(
            "this clone fetches only some branches of origin"
                + " (+refs/heads/main:refs/remotes/origin/main)");
    assertThat(reason(cloned("shallow", "--depth=1", "--no-single-branch")))
        .startsWith("the clone is shallow");
    TestRepository ci = TestRepository.init(directory.resolve("ci"));
    ci.git("remote", "add", "origin", "file://" + repository.directory());
    ci.commit("coord.yml", "coord: 1\n");
    assertThat(reason(ci)).isEqualTo("no branch of origin was fetched");
    ci.git("update-ref", "refs/remotes/origin/main", "refs/heads/main");
    assertThat(reason(ci))
        .isEqualTo("only the branch 'main' of origin was fetched, and there may be others");
    ci.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    assertThat(names(ci, "*")).containsExactly("main");
    ci.git("remote", "rename", "origin", "one");
    ci.git("remote", "add", "two", "file:///nowhere");
    assertThat(reason(ci)).isEqualTo("of the remotes one, two none is called origin");
  }

  private static FilesAnswer files(Optional<String> branch, String... patterns) {
    FilesQuestion question =
        new FilesQuestion(
            Optional.of(patterns).filter(p -> p.length > 0).map(PathPatterns::of), branch, true);
    return repository
        .observe(asking(new CountQuestions(List.of(), List.of(question))))
        .counts()
        .of(question)
        .optional()
        .orElseThrow();
  }

  private static FilesAnswer files(String... patterns) {
    return files(Optional.empty(), patterns);
  }

  private static String reason(Observation<Long> length) {
    return ((Unknown<Long>) length).reason();
  }

  @Test
  void files_are_as_old_as_the_last_commit_that_changed_one_of_them() {
    TestRepository aging = TestRepository.init(directory.resolve("aging"));
    aging.commit("docs/a.md", "a\n");
    aging.commit("docs/old.md", "old\n");
    aging.startBranch("side").commit("side.md", "side\n");
    aging.checkout("main").commit("main.txt", "main\n");
    aging.git("merge", "-q", "--no-ff", "-m", "Merge", "side");
    aging.git("rm", "-q", "docs/old.md");
    aging.commit("Remove what is old");
    aging.commit("docs/b.txt", "b\n");

    for (String pattern : List.of("docs/a.md", "docs", "side.md", "main.txt", "*.md", "*.txt")) {
      String glob = pattern.startsWith("*") ? ":(glob)**/" + pattern : pattern;
      assertThat(lastChange(aging, pattern.startsWith("*") ? pattern : "/" + pattern))
          .as(pattern)
          .isEqualTo(aging.git("log", "-1", "--format=%H", "--first-parent", "--", glob));
    }
    assertThat(lastChange(aging, "/none.md")).isEqualTo("nobody asked git how old they are");
  }

  @Test
  void a_shallow_clone_cannot_tell_how_old_files_are() {
    assertThat(lastChange(cloned("thin", "--depth=1"), "/docs/a.md"))
        .startsWith("the clone is shallow");
  }

  private static String lastChange(TestRepository where, String pattern) {
    FilesQuestion question =
        new FilesQuestion(
            Optional.of(PathPatterns.of(pattern)), Optional.empty(), false, true, false);
    Observation<Commit> found =
        where
            .observe(asking(new CountQuestions(List.of(), List.of(question))))
            .counts()
            .of(question)
            .then(FilesAnswer::changed);
    return found instanceof Unknown<Commit> unknown
        ? unknown.reason()
        : found.optional().orElseThrow().id();
  }

  @Test
  void a_last_line_without_its_end_counts_as_in_a_diff() {
    FilesAnswer file = files("/docs/a.md");

    assertThat(file.count()).isEqualTo(1);
    assertThat(file.first()).containsExactly("docs/a.md");
    assertThat(file.lines()).isEqualTo(Observation.known(3L));
    assertThat(file.bytes()).isEqualTo(Observation.known(14L));
    assertThat(file.characters()).isEqualTo(Observation.known(13L));
    assertThat(
            repository.git("diff", "--numstat", "4b825dc642cb6eb9a060e54bf8d69288fbee4904", "main"))
        .contains("3\t0\tdocs/a.md");
  }

  @Test
  void files_are_added_up() {
    FilesAnswer texts = files("*.md");

    assertThat(texts.count()).isEqualTo(4);
    assertThat(texts.lines()).isEqualTo(Observation.known(4L));
    assertThat(texts.bytes()).isEqualTo(Observation.known(16L));
    assertThat(files("/docs").count()).isEqualTo(2);
    assertThat(files("/docs/none.md").count()).isZero();
    assertThat(files().count()).isEqualTo(7);
    assertThat(files("/docs/b.md", "/empty.md").lines()).isEqualTo(Observation.known(1L));
    assertThat(files(Optional.of("feature/a"), "/docs/new.md").lines())
        .isEqualTo(Observation.known(2L));
  }

  @Test
  void what_is_no_text_has_no_lines() {
    FilesAnswer binary = files("/picture.png");

    assertThat(binary.bytes()).isEqualTo(Observation.known(3L));
    assertThat(reason(binary.lines())).isEqualTo("it is no text");
    assertThat(files("*.png", "/docs/b.md").lines()).isEqualTo(Observation.known(1L));
    assertThat(reason(files("/link.md").lines())).isEqualTo("it is no text");
    assertThat(files("/latin.txt").lines()).isEqualTo(Observation.known(1L));
    assertThat(reason(files("/latin.txt").characters())).isEqualTo("'latin.txt' is not in UTF-8");
    FilesAnswer pointer = files("/large.bin");
    assertThat(reason(pointer.bytes()))
        .isEqualTo("git has only a pointer to 'large.bin', which is kept in Git LFS");
    assertThat(pointer.lines()).isEqualTo(pointer.bytes());
  }
}
