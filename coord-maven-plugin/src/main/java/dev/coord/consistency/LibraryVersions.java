package dev.coord.consistency;

import dev.coord.plan.Handoff;
import dev.coord.plan.VersionRanges;
import dev.coord.plan.VersionRanges.Notation;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether two handoffs ask for versions of a library of which one rules out the other. */
final class LibraryVersions {

  /** A version without an operator, which stands for all that begin with it. */
  private static final Pattern BARE = Pattern.compile("[vV]?[0-9]+(?:\\.[0-9]+)*");

  /** A word such as {@code latest} names no version: which one it is, only a registry knows. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]");

  private LibraryVersions() {}

  static boolean differ(Handoff one, Handoff other) {
    if (one.version().equals(other.version()) || isWord(one) || isWord(other)) {
      return false;
    }
    Optional<VersionRanges> first = admitted(one);
    Optional<VersionRanges> second = admitted(other);
    return first.isEmpty() || second.isEmpty() || !first.get().meets(second.get());
  }

  private static boolean isWord(Handoff handoff) {
    return !NUMBER.matcher(handoff.version()).find();
  }

  private static Optional<VersionRanges> admitted(Handoff handoff) {
    String version = handoff.version().strip();
    return VersionRanges.of(
        BARE.matcher(version).matches() ? version + ".x" : version,
        handoff.file().map(Notation::of).orElse(Notation.PLAIN));
  }
}
