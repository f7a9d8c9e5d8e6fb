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

  @Test
  void what_a_branch_was_at_is_that_of_a_push_to_it_and_of_nothing_else() throws IOException {
    String payload =
        """
        {
          "commits": [{"before": "evil", "message": "\\"before\\": \\"evil\\""}],
          "before": "ef92d61ca5d9d843a87a4022f99925d2e211a2f4",
          "forced": false,
          "repository": {"before": "evil", "ref": "refs/heads/evil"},
          "ref": "refs/heads/main"
        }
        """;

    assertThat(before(payload, "refs/heads/main"))
        .contains("ef92d61ca5d9d843a87a4022f99925d2e211a2f4");
    assertThat(before(payload, "refs/heads/evil")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"action\": \"synchronize\", \"before\": \"ef92d61\"}",
        "{\"before\": \"ef92d61\", \"ref\": \"refs/tags/main\"}",
        "{\"before\": [\"ef92d61\"], \"ref\": \"refs/heads/main\"}",
        "{\"before\": \"ef92d61\", \"before\": \"1234567\", \"ref\": \"refs/heads/main\"}",
        "{\"before\": \"ef92d61\", \"ref\": \"refs/heads/main\"} {}",
        "{\"before\": \"ef92d61\", \"ref\": \"refs/heads/main\"",
        "before: ef92d61",
        "",
      })
  void what_is_no_push_says_nothing_of_one(String payload) throws IOException {
    assertThat(before(payload, "refs/heads/main")).isEmpty();
  }

  @Test
  void what_is_nested_without_end_or_larger_than_any_event_is_not_read() throws IOException {
    String deep = "[".repeat(100_000);
    String said = "{\"before\": \"ef92d61\", \"ref\": \"refs/heads/main\", \"x\": ";

    assertThat(before(said + deep, "refs/heads/main")).isEmpty();
    assertThat(before(said + "\"" + " ".repeat(33 << 20) + "\"}", "refs/heads/main")).isEmpty();
    assertThat(before(said + "1}", "refs/heads/main")).contains("ef92d61");
  }

  private Optional<String> before(String payload, String ref) throws IOException {
    return GitHubEvent.before(Files.writeString(file(), payload).toString(), ref);
  }

  private Path file() {
    return directory.resolve("event.json");
  }

  private Optional<String> read(String payload) throws IOException {
    return GitHubEvent.defaultBranch(Files.writeString(file(), payload).toString());
  }
}
