package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathAnswersTest {

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() throws IOException {
    repository = TestRepository.init(directory);
    repository.write("docs/a.md", "Über uns\n").write("docs/deep/b.md", "nothing\n");
    repository.write("docs.txt", "Über\n").write("docs/binary.md", new byte[] {0, 'x'});
    Files.createSymbolicLink(directory.resolve("link.md"), Path.of("docs/a.md"));
    repository.commit("Begin");
    repository.startBranch("work").commit("docs/new.md", "Über\n");
    repository.checkout("main");
  }

  @Test
  void a_path_is_found_or_not() {
    assertThat(answer("docs/a.md", "").found()).containsExactly("docs/a.md");
    assertThat(answer("docs/a.md", "").containing()).containsExactly("docs/a.md");
    assertThat(answer("/docs/a.md", "").found()).containsExactly("docs/a.md");
    assertThat(answer("docs/none.md", "").found()).isEmpty();
    assertThat(answer("docs/a.md/below", "").found()).isEmpty();
    assertThat(answer("link.md", "").found()).containsExactly("link.md");
  }

  @Test
  void a_directory_stands_for_all_files_below_it() {
    assertThat(answer("docs", "").found())
        .containsExactly("docs/a.md", "docs/binary.md", "docs/deep/b.md");
    assertThat(answer("docs/", "").found()).hasSize(3);
    assertThat(answer("docs.txt/", "").found()).isEmpty();
  }

  @Test
  void a_pattern_finds_what_gitignore_would() {
    assertThat(answer("*.md", "").found())
        .containsExactly("docs/a.md", "docs/binary.md", "docs/deep/b.md", "link.md");
    assertThat(answer("docs/*", "").found()).hasSize(3);
    assertThat(answer("/*.txt", "").found()).containsExactly("docs.txt");
  }

  @Test
  void a_text_is_looked_for_in_text_files() {
    PathAnswer answer = answer("*.md", "Über");
    assertThat(answer.found()).hasSize(4);
    assertThat(answer.containing()).containsExactly("docs/a.md");
    assertThat(answer("*.md", "x").containing()).isEmpty();
    assertThat(answer("docs.txt", "Über\n").containing()).containsExactly("docs.txt");
    assertThat(answer("docs.txt", "Über\n\n").containing()).isEmpty();
  }

  @Test
  void what_a_binary_file_or_a_link_contains_cannot_be_told() {
    assertThat(observe(new PathQuestion("docs/binary.md", "x", Optional.empty())))
        .isEqualTo(
            Observation.unknown(
                "'docs/binary.md' is binary, so what it contains cannot be told",
                "Name text files alone."));
    assertThat(observe(new PathQuestion("link.md", "x", Optional.empty())))
        .isEqualTo(
            Observation.unknown(
                "'link.md' is a link or a submodule, so what it contains cannot be told",
                "Name text files alone."));
  }

  @Test
  void what_a_pointer_of_git_lfs_stands_for_cannot_be_told() throws IOException {
    repository.write(
        "large.txt",
        "version https://git-lfs.github.com/spec/v1\noid sha256:" + "a".repeat(64) + "\nsize 3\n");
    repository.commit("Add");

    assertThat(observe(new PathQuestion("large.txt", "sha256", Optional.empty())))
        .isEqualTo(
            Observation.unknown(
                "'large.txt' is a pointer of Git LFS, so what it contains cannot be told",
                "Name text files alone."));
  }

  @Test
  void a_text_in_utf_16_is_read_by_its_byte_order_mark() throws IOException {
    repository.write("little.txt", "\uFEFFSECRET=\u00DC\n".getBytes(StandardCharsets.UTF_16LE));
    repository.write("big.txt", "\uFEFFSECRET=\u00DC\n".getBytes(StandardCharsets.UTF_16BE));
    repository.commit("Add");

    assertThat(answer("/*.txt", "SECRET=\u00DC").containing())
        .containsExactly("big.txt", "little.txt");
    assertThat(answer("/big.txt", "PUBLIC").lacking())
        .isEqualTo(Map.of("big.txt", List.of("PUBLIC")));
  }

  @Test
  void of_several_texts_those_are_told_that_a_file_lacks() {
    PathQuestion question =
        new PathQuestion(
            "docs", List.of("Über", "nothing", "uns"), PathQuestion.Sought.TEXT, Optional.empty());
    PathAnswer answer = observe(question).optional().orElseThrow();
    assertThat(answer.containing()).isEmpty();
    assertThat(answer.lacking())
        .isEqualTo(
            Map.of("docs/a.md", List.of("nothing"), "docs/deep/b.md", List.of("Über", "uns")));
    PathQuestion both =
        new PathQuestion(
            "docs/a.md", List.of("uns", "Über"), PathQuestion.Sought.TEXT, Optional.empty());
    assertThat(observe(both).optional().orElseThrow().containing()).containsExactly("docs/a.md");
  }

  @Test
  void another_branch_can_be_asked() {
    PathQuestion question = new PathQuestion("docs/new.md", "Über", Optional.of("work"));
    PathAnswer answer = observe(question).optional().orElseThrow();
    assertThat(answer.containing()).containsExactly("docs/new.md");
    assertThat(answer.commit()).isEqualTo(repository.git("rev-parse", "work"));
    assertThat(answer("docs/new.md", "").commit()).isEqualTo(repository.git("rev-parse", "main"));
  }

  @Test
  void a_missing_branch_is_unknown() {
    PathQuestion question = new PathQuestion("docs/new.md", "", Optional.of("lost"));
    assertThat(((Unknown<PathAnswer>) observe(question)).reason())
        .isEqualTo("the branch 'lost' was found nowhere (tried refs/heads, refs/remotes/origin)");
  }

  @Test
  void a_file_that_is_too_large_to_search_is_unknown() {
    repository.commit("large", "x".repeat((1 << 20) + 1));
    assertThat(answer("large", "").found()).containsExactly("large");
    assertThat(((Unknown<PathAnswer>) ask("large", "x")).reason())
        .isEqualTo("'large' has more than 1 MiB, and coord does not search it");
  }

  @Test
  void a_text_that_is_no_pattern_is_unknown() {
    assertThat(((Unknown<PathAnswer>) ask("a//*", "")).reason())
        .isEqualTo("'a//*' is no path pattern");
  }

  private PathAnswer answer(String file, String text) {
    return ask(file, text).optional().orElseThrow();
  }

  private Observation<PathAnswer> ask(String file, String text) {
    return observe(new PathQuestion(file, text, Optional.empty()));
  }

  private Observation<PathAnswer> observe(PathQuestion question) {
    return repository.observe(paths(question)).paths().get(question);
  }
}
