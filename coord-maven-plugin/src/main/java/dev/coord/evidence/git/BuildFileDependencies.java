package dev.coord.evidence.git;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Leaves of a build file what it asks for, by the type of the file: without comments, without what
 * it excludes or replaces, and without the project's own name. What is not in force names nothing.
 *
 * <p>Of files of other types, comments alone are taken out, where they are known.
 */
final class BuildFileDependencies {

  private BuildFileDependencies() {}

  /** What a file asks for, as far as the format tells. */
  static byte[] in(String path, byte[] content) {
    byte[] inForce = BuildFileComments.removed(path, content);
    UnaryOperator<String> format = format(path);
    return format
        .apply(new String(inForce, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static UnaryOperator<String> format(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "pyproject.toml", "cargo.toml" -> TomlDependencies::in;
      case "package.json" -> NpmDependencies::in;
      default ->
          switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "xml", "pom" -> PomDependencies::in;
            case "gradle", "kts" -> GradleDependencies::in;
            case "mod" -> GoDependencies::in;
            default -> UnaryOperator.identity();
          };
    };
  }
}
