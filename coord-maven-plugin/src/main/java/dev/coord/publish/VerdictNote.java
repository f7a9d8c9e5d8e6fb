package dev.coord.publish;

import dev.coord.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a forge shows beside the line it is about.
 *
 * @param level how bad it is
 * @param check what found it: the id of a gate, or the kind of a finding
 * @param message one sentence or more, made safe for any console
 * @param place where it is shown; empty where no file of the commit can be named
 * @param identity what makes it the same one in another run, without line numbers
 */
record VerdictNote(
    Level level, String check, String message, Optional<Location> place, String identity) {

  /** How bad something is. */
  enum Level {
    /** It fails the build, because it does not hold. */
    BROKEN,
    /** It fails the build, because it cannot be told. */
    UNKNOWN,
    /** Somebody should look. */
    WARNING
  }

  VerdictNote {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(identity, "identity");
  }

  /** The same, known by something else. */
  VerdictNote with(String another) {
    return new VerdictNote(level, check, message, place, another);
  }

  /** The SHA-256 of the identity, in hexadecimal digits. */
  String fingerprint() {
    try {
      byte[] bytes = (check + "\n" + identity).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
