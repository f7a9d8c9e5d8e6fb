package dev.coord.path;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The named classes of wildmatch, such as {@code [:alpha:]}; as in git they hold ASCII only. */
enum NamedClass {
  ALNUM(c -> isLetter(c) || isDigit(c)),
  ALPHA(NamedClass::isLetter),
  BLANK(c -> c == ' ' || c == '\t'),
  CNTRL(c -> c < ' ' || c == 0x7f),
  DIGIT(NamedClass::isDigit),
  GRAPH(NamedClass::isGraph),
  LOWER(NamedClass::isLower),
  PRINT(c -> isGraph(c) || c == ' '),
  PUNCT(c -> isGraph(c) && !isLetter(c) && !isDigit(c)),
  SPACE(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r'),
  UPPER(NamedClass::isUpper),
  XDIGIT(c -> isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');

  private final IntPredicate member;

  NamedClass(IntPredicate member) {
    this.member = member;
  }

  static Optional<NamedClass> of(String name) {
    return Arrays.stream(values()).filter(c -> c.label().equals(name)).findFirst();
  }

  /** All names, as a message shows them. */
  static String names() {
    return Arrays.stream(values()).map(NamedClass::label).collect(Collectors.joining(", "));
  }

  BitSet bytes() {
    return IntStream.range(0, 0x80).filter(member).collect(BitSet::new, BitSet::set, BitSet::or);
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLetter(int c) {
    return isLower(c) || isUpper(c);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isGraph(int c) {
    return c > ' ' && c < 0x7f;
  }
}
