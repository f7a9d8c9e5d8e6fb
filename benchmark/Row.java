import java.util.Locale;

/**
 * One line of the table.
 *
 * @param target number of the target, with a letter where it has several sides
 * @param sentence what is wanted
 * @param left median of the left side
 * @param right median of the right side
 * @param ratio median of the ratios of the pairs
 * @param limit the most that the ratio may be
 * @param verdict {@code met}, {@code MISSED}, or {@code unknown} or {@code not applicable} and why
 * @param notes what else was seen
 */
record Row(
    String target,
    String sentence,
    String left,
    String right,
    String ratio,
    String limit,
    String verdict,
    String notes) {

  private static final int LONGEST = 400;

  static final String HEADER =
      "| target | what | left | right | ratio | limit | verdict | notes |\n"
          + "|---|---|---|---|---|---|---|---|";

  /** A ratio that must not be above a limit. */
  static Row atMost(
      String target, String sentence, Series left, Series right, double limit, String notes) {
    return compared(target, sentence, left, right, limit, notes, "");
  }

  /**
   * A ratio that must not be above a limit, beside something else that must hold.
   *
   * @param broken what else does not hold; empty when all does
   */
  static Row compared(
      String target,
      String sentence,
      Series left,
      Series right,
      double limit,
      String notes,
      String broken) {
    Series ratios = left.over(right);
    double ratio = ratios.median();
    String spread =
        "ratios " + decimals(ratios.least()) + " to " + decimals(ratios.most()) + "; ";
    String verdict =
        Double.isNaN(ratio)
            ? "MISSED: nothing was measured on the right side"
            : ratio <= limit && broken.isEmpty() ? "met" : "MISSED";
    return new Row(
        target,
        sentence,
        seconds(left.median()),
        seconds(right.median()),
        decimals(ratio),
        decimals(limit),
        verdict + (broken.isEmpty() ? "" : ": " + broken),
        spread + notes);
  }

  static Row notApplicable(String target, String sentence, String why) {
    return new Row(target, sentence, "", "", "", "", "not applicable: " + why, "");
  }

  /** A row whose other side is not on this machine: neither met nor missed. */
  static Row unknown(String target, String sentence, String why) {
    return new Row(target, sentence, "", "", "", "", "unknown: " + why, "");
  }

  /** A row that could not be measured: that is never a pass. */
  static Row failed(String target, String why) {
    return new Row(target, "could not be measured", "", "", "", "", "MISSED: " + why, "");
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }

  static String decimals(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  @Override
  public String toString() {
    return "| "
        + String.join(" | ", target, sentence, left, right, ratio, limit, cell(verdict), cell(notes))
        + " |";
  }

  private static String cell(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
    return shown.strip().replace("|", "\\|").replaceAll("\\s*\\R\\s*", "; ");
  }
}
