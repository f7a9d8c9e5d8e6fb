package dev.coord.evidence.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pointer that git-lfs stores in place of a large file: a text that names the file's SHA-256
 * and size. Format: docs/spec.md of git-lfs, version 1.
 */
final class LargeFilePointer {

  private static final int LIMIT = 1024;
  private static final Pattern POINTER =
      Pattern.compile(
          "version https://git-lfs\\.github\\.com/spec/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?"
              + "oid sha256:([0-9a-f]{64})\nsize ([0-9]{1,15})\n?");

  private LargeFilePointer() {}

  /** Whether a blob is a pointer. */
  static boolean is(byte[] blob) {
    return blob.length < LIMIT
        && POINTER.matcher(new String(blob, StandardCharsets.UTF_8)).matches();
  }

  /** Whether a blob is a pointer, and to the very content of a file. */
  static boolean names(byte[] blob, Path file) throws IOException {
    if (blob.length >= LIMIT) {
      return false;
    }
    Matcher pointer = POINTER.matcher(new String(blob, StandardCharsets.UTF_8));
    return pointer.matches()
        && Files.size(file) == Long.parseLong(pointer.group(2))
        && sha256(file).equals(pointer.group(1));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
