package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailmapTest {

  private static final String MAILMAP =
      """
      # A comment
      Proper One <one@work>
      <two@proper> <two@home>
      Proper Three <three@proper> <three@home>
      Proper Four <four@proper> Used Four <shared@home>
      Proper Five <five@proper> Used Five <shared@home>
      Everybody Else <else@proper> <shared@home>
      Later Wins <one@work>
      \t Spaces Around  <spaces@proper>  <spaces@home> # behind
      Spaces Inside < inside@proper > < inside@home >
      Broken <nothing
      just words
      <alone@proper>
      Mixed Case <Mixed@Proper> <MIXED@HOME>
      Only Name Of Three <three@home>
      """;

  private static final List<String> AUTHORS =
      List.of(
          "Somebody <one@work>",
          "Two <two@home>",
          "Three <three@home>",
          "Used Four <shared@home>",
          "used five <SHARED@home>",
          "Unknown <shared@home>",
          "S <spaces@home>",
          "I <inside@home>",
          "M <mixed@home>",
          "Stranger <stranger@home>",
          "Alone <alone@proper>",
          "Nobody <>");

  @TempDir Path directory;

  @Test
  void authors_are_those_that_git_says() {
    TestRepository repository = TestRepository.init(directory).write(".mailmap", MAILMAP);
    repository.commit("Add a mailmap");
    Mailmap mailmap = Mailmap.parse(MAILMAP);
    for (String author : AUTHORS) {
      Mailmap.Person person = mailmap.map(CommitReader.author(author));
      assertThat((person.name() + " <" + person.email() + ">").strip())
          .as(author)
          .isEqualTo(repository.git("check-mailmap", author));
    }
  }

  @Test
  void a_branch_cannot_rename_its_authors() {
    TestRepository repository = TestRepository.init(directory);
    repository.write(".mailmap", "Ana Real <ana@real> <ana@example.org>\n").commit("Begin");
    repository.startBranch("work").write(".mailmap", "Boss <boss@real> <ana@example.org>\n");
    repository.commit("Claim to be the boss");
    assertThat(repository.delta("work").commits().get(0).email()).isEqualTo("ana@real");
    assertThat(repository.delta("work").commits().get(0).author()).isEqualTo("Ana Real");
  }

  @Test
  void a_mailmap_that_is_a_link_or_too_large_is_not_read() throws IOException {
    TestRepository repository = TestRepository.init(directory);
    repository.write("secret", "Other <other@real> <ana@example.org>\n");
    Files.createSymbolicLink(directory.resolve(".mailmap"), Path.of("secret"));
    repository.commit("Link");
    try (GitRepository opened = repository.open()) {
      assertThat(opened.head().email()).isEqualTo("ana@example.org");
    }
  }
}
