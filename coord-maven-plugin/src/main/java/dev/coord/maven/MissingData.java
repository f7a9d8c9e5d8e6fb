package dev.coord.maven;

import org.apache.maven.plugin.MojoExecutionException;

/** What becomes of a gate whose data is missing. */
final class MissingData {

  private MissingData() {}

  /**
   * Whether it only warns.
   *
   * @throws MojoExecutionException when the text is neither {@code fail} nor {@code warn}
   */
  static boolean isLenient(String text) throws MojoExecutionException {
    return switch (text) {
      case "fail" -> false;
      case "warn" -> true;
      default ->
          throw new MojoExecutionException(
              "coord.missingData is neither fail nor warn. Write one of them.");
    };
  }
}
