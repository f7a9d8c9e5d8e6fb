package dev.coord.evidence.commands;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values of variables that are called like secrets, and so are not shown.
 *
 * <p>A build's log may be masked by its service; a page is not.
 */
final class Secrets {

  private static final Pattern NAME =
      Pattern.compile(
          "TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|PRIVATE|AUTH(?!OR)|(?:^|_)(?:API)?KEY(?:$|_)|_PAT$",
          Pattern.CASE_INSENSITIVE);

  /** What is shorter is found everywhere, so that it is a secret beside its name only, or alone. */
  private static final int SHORTEST = 6;

  private static final String SHOWN = "***";

  private final List<String> values;

  /** What is not shown of short values; the first group of each stays. */
  private final List<Pattern> shortValues;

  /**
   * The secrets of an environment.
   *
   * @param mark another text that is not shown: it is another one each time
   */
  Secrets(Map<String, String> environment, String mark) {
    this.values =
        Stream.concat(
                Stream.of(mark),
                secrets(environment)
                    .flatMap(variable -> lines(variable.getValue()))
                    .filter(line -> line.length() >= SHORTEST))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    this.shortValues =
        secrets(environment)
            .flatMap(
                variable ->
                    lines(variable.getValue())
                        .filter(line -> line.length() < SHORTEST)
                        .flatMap(line -> shortValue(variable.getKey(), line)))
            .toList();
  }

  private static Stream<Map.Entry<String, String>> secrets(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable -> NAME.matcher(variable.getKey()).find());
  }

  /** Each line of a key is a secret of its own: a program may indent them. */
  private static Stream<String> lines(String value) {
    return value.lines().map(String::strip).filter(line -> !line.isEmpty());
  }

  /** Behind the name of its variable, as {@code env} writes it, and on a line of its own. */
  private static Stream<Pattern> shortValue(String name, String value) {
    String behind = "(" + Pattern.quote(name) + "[\"']?[ \\t]*[:=][ \\t]*[\"']?)";
    return Stream.of(
        Pattern.compile(behind + Pattern.quote(value) + "(?!\\w)"),
        Pattern.compile("^([ \\t]*)" + Pattern.quote(value) + "(?=[ \\t]*$)", Pattern.MULTILINE));
  }

  String without(String text) {
    String shown = text;
    for (String value : values) {
      shown = shown.replace(value, SHOWN);
    }
    for (Pattern value : shortValues) {
      shown = value.matcher(shown).replaceAll("$1" + SHOWN);
    }
    return shown;
  }
}
