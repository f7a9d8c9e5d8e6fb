package dev.coord.site;

import dev.coord.evidence.TestCase;

/** Names of tests as a sentence has room for; their rows have them whole. */
final class TestName {

  private static final int LONGEST = 60;

  private TestName() {}

  /** A test without its package, its end cut off where it is long: {@code BasketTest#adds}. */
  static String brief(TestCase test) {
    String type = test.className().substring(test.className().lastIndexOf('.') + 1);
    String name = type.isEmpty() ? test.name() : type + "#" + test.name();
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
