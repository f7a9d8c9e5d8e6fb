package dev.coord.evidence.git;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The events that start a workflow of GitHub, by the key {@code on} of its file. It is read by its
 * lines: of a file that is written in another way nothing is told.
 */
final class WorkflowEvents {

  private static final Pattern ON = Pattern.compile("(?:on|\"on\"|'on')\\s*+:(.*)");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*$");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");

  /** What a push of tags is called beside the events. */
  private static final String TAG = "tag";

  private WorkflowEvents() {}

  /**
   * Whether a workflow is started by one of some events, or nobody can tell.
   *
   * @param events their names, joined by {@code |}; {@code tag} for a push of tags
   */
  static Predicate<byte[]> in(String events) {
    List<String> wanted = List.of(events.split("\\|"));
    return content ->
        of(new String(content, StandardCharsets.UTF_8))
            .map(found -> wanted.stream().anyMatch(found::contains))
            .orElse(true);
  }

  private static Optional<Set<String>> of(String file) {
    List<String> lines =
        file.lines()
            .map(line -> COMMENT.matcher(line).replaceFirst("").stripTrailing())
            .filter(line -> !line.isEmpty())
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher on = ON.matcher(lines.get(i));
      if (on.matches()) {
        List<String> below =
            lines.subList(i + 1, lines.size()).stream()
                .takeWhile(line -> " -".indexOf(line.charAt(0)) >= 0)
                .toList();
        Set<String> found = on.group(1).isBlank() ? block(below) : words(on.group(1));
        return Optional.of(found).filter(names -> !names.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static Set<String> block(List<String> lines) {
    Set<String> found = new HashSet<>();
    int depth = lines.stream().mapToInt(WorkflowEvents::depth).min().orElse(0);
    for (String line : lines) {
      Set<String> words = words(line);
      if (depth(line) == depth) {
        WORD.matcher(line).results().limit(1).forEach(word -> found.add(word.group()));
      }
      tag(words).forEach(found::add);
    }
    return found;
  }

  private static int depth(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    tag(words).toList().forEach(words::add);
    return words;
  }

  private static Stream<String> tag(Set<String> words) {
    boolean tags = Stream.of("tags", "create", "release").anyMatch(words::contains);
    return tags ? Stream.of(TAG) : Stream.empty();
  }
}
