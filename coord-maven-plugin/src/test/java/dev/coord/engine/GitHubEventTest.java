package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubEventTest {

  @TempDir Path directory;

  @Test
  void the_default_branch_is_that_of_the_repository_and_of_nobody_elses() throws IOException {
    String payload =
        """
        {
          "after": "1",
          "default_branch": "evil",
          "head_commit": {"message": "\\"repository\\": {\\"default_branch\\": \\"evil\\"}"},
          "sender": {"repository": {"default_branch": "evil"}},
          "repository": {
            "owner": {"default_branch": "evil", "list": [{"default_branch": "evil"}]},
            "default_branch": "trunk"
          }
        }
        """;

    assertThat(read(payload)).contains("trunk");
    Map<String, String> environment =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_EVENT_PATH", file().toString());
    assertThat(new CiEnvironment(environment).defaultBranch()).contains("trunk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"repository\": \"x\"}",
        "{\"repository\": {}}",
        "{\"repository\": {\"default_branch\": 7}}",
        "{\"repository\": {\"default_branch\": \" \"}}",
        "{\"repository\": {\"default_branch\":",
        "nonsense"
      })
  void other_files_say_nothing(String payload) throws IOException {
    assertThat(read(payload)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/nowhere/event.json", "a\0b", "."})
  void what_is_no_file_says_nothing(String path) {
    assertThat(GitHubEvent.defaultBranch(path)).isEmpty();
  }

  private Path file() {
    return directory.resolve("event.json");
  }

  private Optional<String> read(String payload) throws IOException {
    return GitHubEvent.defaultBranch(Files.writeString(file(), payload).toString());
  }
}
