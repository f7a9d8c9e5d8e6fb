package dev.coord.evidence.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a committed {@code go.mod}, after <a
 * href="https://go.dev/ref/mod#go-mod-file">its grammar</a>.
 */
final class GoModFile {

  private static final int MAX_BYTES = 1 << 16;

  private static final Pattern MODULE =
      Pattern.compile(
          "(?m)^[ \\t]*module[ \\t]+(?:\\([ \\t\\r\\n]*)?[\"`]?([^\\s\"`()]{1,1000})[\"`]?");

  private GoModFile() {}

  /** The path of its module; empty when the file does not say, or is no file of the work tree. */
  static Optional<String> module(Path workTree, String path) {
    Path file = workTree.resolve(path);
    try {
      if (!WorkTreeFiles.isOne(workTree, path)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        Matcher module =
            MODULE.matcher(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
        return module.find() ? Optional.of(module.group(1)) : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
