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

  /** What is shorter would be found everywhere. */
  private static final int SHORTEST = 6;

  private static final String SHOWN = "***";

  private final List<String> values;

  /**
   * The secrets of an environment.
   *
   * @param mark another text that is not shown: it is another one each time
   */
  Secrets(Map<String, String> environment, String mark) {
    this.values =
        Stream.concat(
                Stream.of(mark),
                environment.entrySet().stream()
                    .filter(variable -> NAME.matcher(variable.getKey()).find())
                    .flatMap(variable -> lines(variable.getValue())))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Each line of a key is a secret of its own: a program may indent them. */
  private static Stream<String> lines(String value) {
    return value.lines().map(String::strip).filter(line -> line.length() >= SHORTEST);
  }

  String without(String text) {
    String shown = text;
    for (String value : values) {
      shown = shown.replace(value, SHOWN);
    }
    return shown;
  }
}
