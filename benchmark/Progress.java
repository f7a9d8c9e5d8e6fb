/** Says on the error output what is going on; the table alone is on the other. */
final class Progress {

  private static final long START = System.nanoTime();

  private Progress() {}

  static void say(String text) {
    System.err.printf("[%5d s] %s%n", (System.nanoTime() - START) / 1_000_000_000L, text);
  }
}
