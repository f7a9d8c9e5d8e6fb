package dev.coord.evidence;

/**
 * The characters beyond ASCII at which some languages begin a new line and git does not: U+2028 and
 * U+2029 in JavaScript, these and U+0085 in C#.
 */
public final class UnicodeLineEnds {

  private static final int TWO_BYTES = 0xFFFF;

  private UnicodeLineEnds() {}

  /**
   * Whether a byte is the last one of such a character in UTF-8.
   *
   * @param before the bytes before it, the nearest one lowest
   * @param next the byte
   */
  public static boolean isLastByte(int before, byte next) {
    return switch (next) {
      case (byte) 0xA8, (byte) 0xA9 -> (before & TWO_BYTES) == 0xE280;
      case (byte) 0x85 -> (before & 0xFF) == 0xC2;
      default -> false;
    };
  }
}
