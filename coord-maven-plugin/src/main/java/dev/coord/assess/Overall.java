package dev.coord.assess;

import java.util.Locale;

/** What the build comes to. */
public enum Overall {
  /** All that can fail it holds. */
  PASSED,
  /** Something that can fail it cannot be told. */
  UNKNOWN,
  /** Something that can fail it does not hold. */
  FAILED,
  /** Nothing could be judged. */
  ERROR;

  /**
   * The word that {@code status.json} uses: {@code pass}, {@code fail}, {@code unknown}, {@code
   * error}.
   */
  public String word() {
    return switch (this) {
      case PASSED -> "pass";
      case FAILED -> "fail";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }
}
