package dev.coord.evidence.tests;

/** A number that is the same for equal things and hardly ever for others. */
final class Fingerprint {

  /** The odd number next to 2⁶⁴ divided by the golden ratio, as hash functions use it. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long value;

  /** Adds a text; the order of texts counts. */
  void add(String text) {
    add(text.hashCode());
    add(text.length());
  }

  /** Adds a number. */
  void add(long number) {
    value = (value ^ number) * STEP;
    value ^= value >>> Integer.SIZE;
  }

  long value() {
    return value;
  }
}
