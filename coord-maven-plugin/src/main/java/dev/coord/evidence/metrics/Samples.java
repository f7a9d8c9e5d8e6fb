package dev.coord.evidence.metrics;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.xml.Texts;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers of one file that a rule means. */
final class Samples {

  /** How many numbers are kept of one file. */
  static final int MAX = 1_000_000;

  private static final String AGAIN = "Let the tool write the file again.";

  /**
   * One number, {@code numerator / denominator}.
   *
   * @param line where it stands; 0 where that is not known
   * @param counted how the tool itself made it of others; empty for a number as it was measured
   */
  record Sample(BigDecimal numerator, BigDecimal denominator, int line, Optional<String> counted) {}

  private final String report;
  private final String format;
  private final List<Sample> samples = new ArrayList<>();
  private Optional<Optional<Unit>> unit = Optional.empty();
  private boolean noneFits;
  private int lacking;
  private Optional<String> emptiness = Optional.empty();

  /**
   * No number so far.
   *
   * @param report path of the file
   * @param format how it is written, in words
   */
  Samples(String report, String format) {
    this.report = report;
    this.format = format;
  }

  String format() {
    return format;
  }

  List<Sample> all() {
    return samples;
  }

  /** Notes that the list is there which a rule means, and that it holds nothing that is meant. */
  void noneFits() {
    noneFits = true;
  }

  /**
   * Notes that the list is there which a rule means, and that it is empty.
   *
   * @param what how, a sentence without its full stop
   */
  void empty(String what) {
    emptiness = Optional.of(what);
  }

  /** Notes that an item of a list which a rule means lacks the number. */
  void lacking() {
    lacking++;
  }

  /** How many items lack the number that others of them have. */
  int lackingItems() {
    return lacking;
  }

  /** What is empty; empty when nothing is. */
  Optional<String> emptiness() {
    return emptiness;
  }

  /** Whether there are none of what a rule means, and that is no mistake of the rule. */
  boolean isNone() {
    return noneFits && samples.isEmpty();
  }

  /** The unit that the file tells. */
  Optional<Unit> unit() {
    return unit.flatMap(told -> told);
  }

  Location at(int line) {
    return Location.of(report, line, 0);
  }

  /**
   * Adds a number as it is written.
   *
   * @param told the unit that the format tells; where it tells none, what stands behind the number
   * @throws InvalidReportException when it is no number, or in another unit than those before
   */
  void add(String text, Optional<Unit> told, int line) throws InvalidReportException {
    add(text, told, 0, line, Optional.empty());
  }

  /** Adds a number that the tool has made of others. */
  void addMade(String text, Optional<Unit> told, int line, String counted)
      throws InvalidReportException {
    addMade(text, told, 0, line, counted);
  }

  /** The same of one that is written with so many zeros less than in its unit. */
  void addMade(String text, Optional<Unit> told, int power, int line, String counted)
      throws InvalidReportException {
    add(text, told, power, line, Optional.of(counted));
  }

  private void add(String text, Optional<Unit> told, int power, int line, Optional<String> counted)
      throws InvalidReportException {
    Numbers.Parsed parsed = number(text, line);
    add(
        new Sample(parsed.number().scaleByPowerOfTen(power), BigDecimal.ONE, line, counted),
        told.isPresent() && parsed.unit().isEmpty() ? told : parsed.unit());
  }

  /** Adds a part of one as a percentage. */
  void addRatio(String text, int line, Optional<String> counted) throws InvalidReportException {
    BigDecimal number = number(text, line).number();
    add(
        new Sample(number.movePointRight(2), BigDecimal.ONE, line, counted),
        Optional.of(Unit.PERCENT));
  }

  /** Adds what comes of a sum and a count. */
  void addMean(String sum, String count, Optional<Unit> told, int line)
      throws InvalidReportException {
    BigDecimal all = number(count, line).number();
    if (all.signum() <= 0) {
      throw invalid(line, "nothing was measured");
    }
    add(
        new Sample(
            number(sum, line).number(),
            all,
            line,
            Optional.of("mean of " + all.toPlainString() + " numbers")),
        told);
  }

  private void add(Sample sample, Optional<Unit> its) throws InvalidReportException {
    if (unit.isPresent() && !unit.get().equals(its)) {
      throw invalid(sample.line(), "the numbers have different units");
    }
    unit = Optional.of(its);
    if (samples.size() == MAX) {
      throw new InvalidReportException(
          Location.ofFile(report),
          "there are more than " + MAX + " numbers",
          "Narrow them with where, or name fewer files.");
    }
    samples.add(sample);
  }

  private Numbers.Parsed number(String text, int line) throws InvalidReportException {
    Optional<Numbers.Parsed> parsed = Numbers.of(text);
    if (parsed.isEmpty()) {
      throw new InvalidReportException(
          at(line),
          "\"" + Texts.shortened(text) + "\" is no number that can be compared",
          text.indexOf(',') < 0
              ? AGAIN
              : "Let the tool write a decimal point, and nothing between thousands.");
    }
    return parsed.get();
  }

  /** What is wrong with a file at whose very end the number, or what tells it, stands. */
  InvalidReportException unended(int line) {
    return new InvalidReportException(
        at(line),
        "the file has no line end behind its last field, which may be cut off",
        "End the last line, or let the tool write the file again.");
  }

  InvalidReportException invalid(int line, String problem) {
    return new InvalidReportException(at(line), problem, AGAIN);
  }
}
