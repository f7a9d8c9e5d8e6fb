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
  private static final String MEASURE =
      "Run what measures it again, and see that it measures something.";

  /**
   * One number, {@code numerator / denominator}.
   *
   * @param line where it stands; 0 where that is not known
   * @param counted how the tool itself made it of others; empty for a number as it was measured
   */
  record Sample(BigDecimal numerator, BigDecimal denominator, int line, Optional<String> counted) {}

  /**
   * Why a file holds none of what a rule means.
   *
   * @param line where that is seen; 0 where it is of the whole file
   * @param problem a sentence without its full stop
   */
  record Absence(int line, String problem, String remedy) {}

  private final String report;
  private final String format;
  private final List<Sample> samples = new ArrayList<>();
  private Optional<Optional<Unit>> unit = Optional.empty();
  private boolean noneFits;
  private int lacking;
  private int others;
  private boolean outerOnly;
  private Optional<Absence> absence = Optional.empty();

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
    absent(0, what, MEASURE);
  }

  /** Notes why nothing can be taken of what a rule means. */
  void absent(int line, String problem, String remedy) {
    absence = Optional.of(new Absence(line, problem, remedy));
  }

  /** Notes one of what a rule reads that is none of those that {@code where} means. */
  void other() {
    others++;
  }

  /** Notes an outer item without the inner list whose items a rule means. */
  void outerOnly() {
    outerOnly = true;
  }

  /** Whether there are outer items without the inner list. */
  boolean hasOuterItems() {
    return outerOnly;
  }

  /** How many are there that {@code where} does not mean. */
  int others() {
    return others;
  }

  /** Notes that an item of a list which a rule means lacks the number. */
  void lacking() {
    lacking++;
  }

  /** How many items lack the number that others of them have. */
  int lackingItems() {
    return lacking;
  }

  /** Why nothing was taken; empty where nobody noted it. */
  Optional<Absence> absence() {
    return absence;
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
      throw new InvalidReportException(at(line), "nothing was measured", MEASURE);
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
          remedy(text.strip()));
    }
    return parsed.get();
  }

  /** Written again it would be the same: says what a tool writes it for, or how it has to be. */
  private static String remedy(String text) {
    if (text.isEmpty() || text.equalsIgnoreCase("NaN")) {
      return "Tools write it where nothing was measured. " + MEASURE;
    }
    return text.indexOf(',') < 0
        ? "Let it be written as one number, with no more behind it than one unit, such as 80 s."
        : "Let the tool write a decimal point, and nothing between thousands.";
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
