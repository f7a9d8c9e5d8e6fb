package dev.coord.site.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The list of a site's files with their SHA-256, as {@code sha256sum --check} reads it; also what
 * tells a directory that coord wrote from any other.
 */
final class Manifest {

  /** Its name in the site's directory. */
  static final String NAME = "coord-manifest.txt";

  private static final String HEADER = "# Files of a site that coord wrote, with their SHA-256.\n";

  private static final int HASH_LENGTH = 64;

  private static final String SEPARATOR = "  ";

  private Manifest() {}

  /** The manifest of files, sorted by name. */
  static byte[] of(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder(HEADER);
    new TreeMap<>(files)
        .entrySet().parallelStream()
            .map(
                file ->
                    HexFormat.of().formatHex(sha256().digest(file.getValue()))
                        + SEPARATOR
                        + file.getKey()
                        + "\n")
            .forEachOrdered(text::append);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a text begins as a manifest does. */
  static boolean isManifest(byte[] content) {
    return new String(content, StandardCharsets.UTF_8).startsWith(HEADER);
  }

  /** The names that a manifest lists. */
  static Set<String> names(byte[] content) {
    Set<String> names = new TreeSet<>();
    List<String> lines = new String(content, StandardCharsets.UTF_8).lines().skip(1).toList();
    for (String line : lines) {
      int start = HASH_LENGTH + SEPARATOR.length();
      if (line.length() > start) {
        names.add(line.substring(start));
      }
    }
    return names;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
