package dev.coord.publish;

import java.util.Objects;
import java.util.Optional;

/**
 * What console lines say beside the assessment.
 *
 * @param generator name and version of the product: {@code coord 1.0}
 * @param planVersion the plan's files and commit: {@code coord.yml@0be90e2}
 * @param index the site's first page as the user would open it, {@code target/coord/index.html};
 *     empty for goals that write no site
 * @param command what to run again when everything is mended: {@code mvn verify coord:site}
 * @param verbose whether what passed is listed too, and remedies are told in full
 */
public record ConsoleFrame(
    String generator, String planVersion, Optional<String> index, String command, boolean verbose) {

  private static final String INDEX = "index.html";

  /**
   * Checks that all parts are there.
   *
   * @throws IllegalArgumentException when the first page is not called {@code index.html}
   */
  public ConsoleFrame {
    Objects.requireNonNull(generator, "generator");
    Objects.requireNonNull(planVersion, "planVersion");
    Objects.requireNonNull(command, "command");
    if (index.filter(path -> !path.endsWith(INDEX)).isPresent()) {
      throw new IllegalArgumentException("the first page is " + INDEX);
    }
  }

  /** Another page of the site, such as {@code gates}. */
  Optional<String> page(String name) {
    return index.map(path -> path.substring(0, path.length() - INDEX.length()) + name + ".html");
  }
}
