package dev.coord.assess;

import dev.coord.plan.VersionRanges;
import dev.coord.plan.VersionRanges.Notation;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds the version of a library that a plan claims against what a build file asks for. */
final class LibraryVersions {

  /** A version without an operator, of which a plan may tell the first numbers alone. */
  private static final Pattern BARE = Pattern.compile("[vV]?[0-9][\\w.+-]*");

  private static final Pattern SERIES = Pattern.compile(".*\\.[xX+]");

  private LibraryVersions() {}

  /** How what a build file asks for relates to what is claimed. */
  enum Fit {
    /** Whatever the build file admits is as claimed. */
    AS_CLAIMED,
    /** It admits what the claim does not. */
    OTHERWISE,
    /** It cannot be told. */
    UNTOLD
  }

  /** Whether a text is a version as build files write it, and not somebody's words about one. */
  static boolean isVersion(String text) {
    return VersionRanges.of(text, Notation.PLAIN).isPresent();
  }

  /**
   * Whether a build file asks for what is claimed: whether all versions that it admits are in the
   * claimed range. A claim without an operator names the least version: what begins with exactly
   * that one agrees, what admits none with these first numbers does not, and of the rest nothing
   * can be told.
   *
   * @param file the build file's path: tools read some notations differently
   */
  static Fit fit(String file, String written, String claimed) {
    Notation notation = Notation.of(file);
    boolean bare = BARE.matcher(claimed.strip()).matches() && !SERIES.matcher(claimed).matches();
    Optional<VersionRanges> asked = VersionRanges.of(written, notation);
    Optional<VersionRanges> wanted =
        VersionRanges.of(claimed, bare ? Notation.PLAIN : notation)
            .filter(w -> asked.filter(a -> !a.isConfusedWith(w)).isPresent());
    if (wanted.isEmpty()) {
      return Fit.UNTOLD;
    }
    return bare
        ? least(asked.get(), wanted.get(), claimed.strip())
        : asked.get().isIn(wanted.get()) ? Fit.AS_CLAIMED : Fit.OTHERWISE;
  }

  private static Fit least(VersionRanges asked, VersionRanges wanted, String claimed) {
    if (asked.least().equals(wanted.least())) {
      return Fit.AS_CLAIMED;
    }
    Optional<VersionRanges> series = VersionRanges.of(claimed + ".x", Notation.PLAIN);
    return series.orElse(wanted).meets(asked) ? Fit.UNTOLD : Fit.OTHERWISE;
  }
}
