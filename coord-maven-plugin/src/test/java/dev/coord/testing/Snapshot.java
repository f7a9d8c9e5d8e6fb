package dev.coord.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies below a directory, to see that nothing was written there. */
public final class Snapshot {

  private Snapshot() {}

  /** Every file, link and directory; files with hash and time. */
  public static SortedMap<String, String> of(Path root) {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> !file.equals(root))
          .forEach(file -> contents.put(root.relativize(file).toString(), describe(file)));
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describe(Path file) {
    try {
      if (Files.isSymbolicLink(file)) {
        return "link to " + Files.readSymbolicLink(file);
      }
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        return "directory";
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
