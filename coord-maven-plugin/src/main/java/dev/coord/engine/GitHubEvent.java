package dev.coord.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file in which GitHub Actions describes the event that started a run.
 *
 * <p>Format: the payload of the webhook, as GitHub's "Webhook events and payloads" has it. Other
 * people's texts stand in it too, so it is read as JSON, by place.
 */
final class GitHubEvent {

  /** GitHub's payloads have at most 25 MB. */
  private static final long LIMIT = 32L << 20;

  private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{40}");

  private interface Reading {
    Optional<String> of(JsonParser parser) throws IOException;
  }

  private GitHubEvent() {}

  /**
   * The default branch of the repository that the run belongs to.
   *
   * @param file the path in {@code GITHUB_EVENT_PATH}
   * @return empty when the file does not say, or cannot be read
   */
  static Optional<String> defaultBranch(String file) {
    return read(
        file,
        parser -> enter(parser, "repository") ? text(parser, "default_branch") : Optional.empty());
  }

  /**
   * The commit that a branch was at before a push to it.
   *
   * @param file the path in {@code GITHUB_EVENT_PATH}
   * @param ref full name of the branch
   * @return what the event says, not checked; empty when the event is no push to that branch, says
   *     anything twice, or the file cannot be read
   */
  static Optional<String> before(String file, String ref) {
    return read(
        file,
        parser -> {
          Map<String, String> texts = texts(parser);
          return Optional.ofNullable(texts.get("before")).filter(b -> ref.equals(texts.get("ref")));
        });
  }

  /**
   * Where the branch of a pull request lies. A repository that is no longer there was a fork.
   *
   * @param file the path in {@code GITHUB_EVENT_PATH}
   */
  static SourceRepository source(String file) {
    Optional<String> head = read(file, parser -> repository(parser, "head"));
    Optional<String> base = read(file, parser -> repository(parser, "base"));
    return head.isEmpty() || base.isEmpty()
        ? SourceRepository.UNSAID
        : SourceRepository.of(head.get(), base.get());
  }

  /** The repository of a side of the pull request; {@code fork} where it is gone. */
  private static Optional<String> repository(JsonParser parser, String side) throws IOException {
    if (!enter(parser, "pull_request") || !enter(parser, side) || !find(parser, "repo")) {
      return Optional.empty();
    }
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.of("fork");
    }
    return parser.currentToken() == JsonToken.START_OBJECT
        ? text(parser, "full_name")
        : Optional.empty();
  }

  /**
   * The commit that a merge queue merged a pull request into.
   *
   * @param file the path in {@code GITHUB_EVENT_PATH}
   * @return its full id; empty when the event does not say, or the file cannot be read
   */
  static Optional<String> queuedOn(String file) {
    return read(
            file,
            parser -> enter(parser, "merge_group") ? text(parser, "base_sha") : Optional.empty())
        .filter(id -> FULL_ID.matcher(id).matches());
  }

  private static Optional<String> read(String file, Reading reading) {
    try {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path) || Files.size(path) > LIMIT) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(path);
          JsonParser parser =
              new JsonFactory()
                  .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                  .createParser(in)) {
        return parser.nextToken() == JsonToken.START_OBJECT ? reading.of(parser) : Optional.empty();
      }
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The members of the object that the parser is in that are texts, with their names. */
  private static Map<String, String> texts(JsonParser parser) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
      throw new IOException("more than one value");
    }
    return texts;
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
