package dev.coord.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file in which GitHub Actions describes the event that started a run.
 *
 * <p>Format: the payload of the webhook, as GitHub's "Webhook events and payloads" has it. Other
 * people's texts stand in it too, so it is read as JSON, by place.
 */
final class GitHubEvent {

  /** GitHub's payloads have at most 25 MB. */
  private static final long LIMIT = 32L << 20;

  private GitHubEvent() {}

  /**
   * The default branch of the repository that the run belongs to.
   *
   * @param file the path in {@code GITHUB_EVENT_PATH}
   * @return empty when the file does not say, or cannot be read
   */
  static Optional<String> defaultBranch(String file) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path) || Files.size(path) > LIMIT) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(path);
          JsonParser parser = new JsonFactory().createParser(in)) {
        return parser.nextToken() == JsonToken.START_OBJECT && enter(parser, "repository")
            ? text(parser, "default_branch")
            : Optional.empty();
      }
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean enter(JsonParser parser, String name) throws IOException {
    return find(parser, name) && parser.currentToken() == JsonToken.START_OBJECT;
  }

  private static Optional<String> text(JsonParser parser, String name) throws IOException {
    return find(parser, name) && parser.currentToken() == JsonToken.VALUE_STRING
        ? Optional.of(parser.getText()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** Goes to the value of a member of the object that the parser is in. */
  private static boolean find(JsonParser parser, String name) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals(name);
      parser.nextToken();
      if (wanted) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }
}
