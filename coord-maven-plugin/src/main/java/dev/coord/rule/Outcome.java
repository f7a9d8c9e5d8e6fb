package dev.coord.rule;

import java.util.Locale;

/** How a rule was judged. */
public enum Outcome {
  /** It holds. */
  PASSED,
  /** It does not hold, and somebody answers for that until a date. */
  WAIVED,
  /** It does not hold, and all that was found stands in the baseline. */
  BASELINED,
  /** It cannot be told; never a pass. */
  UNKNOWN,
  /** It does not hold. */
  FAILED;

  /** The outcome as {@code status.json} writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Kleene's negation: an unknown stays unknown. */
  Outcome negated() {
    return switch (this) {
      case PASSED -> FAILED;
      case FAILED, WAIVED, BASELINED -> PASSED;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
