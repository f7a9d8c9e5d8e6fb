package dev.coord.site.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * The list of a site's files with their CRC-32 (that of ZIP and PNG, ISO 3309), which tells a
 * damaged file; also what tells a directory that coord wrote from any other.
 *
 * <p>Nothing rests on it that somebody could want to forge, and a cryptographic hash costs a tenth
 * of a large site where the machine has no instruction for it or the JIT compiler does not use it.
 */
final class Manifest {

  /** Its name in the site's directory. */
  static final String NAME = "coord-manifest.txt";

  private static final String HEADER = "# Files of a site that coord wrote, with their CRC-32.\n";

  private static final int HASH_LENGTH = 8;

  private static final String SEPARATOR = "  ";

  private Manifest() {}

  /** The manifest of files, sorted by name. */
  static byte[] of(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder(HEADER);
    new TreeMap<>(files)
        .forEach(
            (name, content) ->
                text.append(hash(content)).append(SEPARATOR).append(name).append('\n'));
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

  private static String hash(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    String hex = Long.toHexString(crc.getValue());
    return "0".repeat(HASH_LENGTH - hex.length()) + hex;
  }
}
