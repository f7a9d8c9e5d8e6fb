package dev.coord.site.draft;

/** Shares in percent, as pages show them. */
public final class Percent {

  private static final int TENTHS = 1000;

  private Percent() {}

  /**
   * {@code 88.5%}, rounded down, so that only all is 100 %.
   *
   * @param part 0 to whole
   * @param whole at least 1
   */
  public static String of(long part, long whole) {
    long tenths = Math.multiplyExact(part, TENTHS) / whole;
    return tenths / 10 + "." + tenths % 10 + "%";
  }
}
