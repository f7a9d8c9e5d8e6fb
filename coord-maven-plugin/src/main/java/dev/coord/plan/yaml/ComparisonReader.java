package dev.coord.plan.yaml;

import dev.coord.plan.Comparison;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads comparisons: operator, one space, number, unit. */
final class ComparisonReader {

  /** What is compared, and how it is written. */
  enum Quantity {
    /** Parts of a whole. */
    SHARE(">= 80%", List.of(Unit.PERCENT)),
    /** Things counted. */
    COUNT("= 0", List.of(Unit.NONE)),
    /** Time. */
    TIME("< 500 ms", List.of(Unit.MILLISECONDS, Unit.SECONDS, Unit.MINUTES, Unit.HOURS)),
    /** Time that goes by without anything happening. */
    AGE("< 14 d", List.of(Unit.HOURS, Unit.DAYS)),
    /** Whatever a tool measures. */
    MEASURED("< 500 ms", List.of(Unit.values()));

    private final String example;
    private final List<Unit> units;

    Quantity(String example, List<Unit> units) {
      this.example = example;
      this.units = units;
    }
  }

  private static final Pattern EXACT =
      Pattern.compile(
          "(=|!=|<|<=|>|>=) ((?:0|[1-9][0-9]*)(?:\\.[0-9]+)?) ?(%|[A-Za-z]*(?:/[a-z]+)?)");
  private static final Pattern LOOSE =
      Pattern.compile(
          "([=<>!≤≥≠]*)\\s*((?:0|[1-9][0-9]*)(?:\\.[0-9]+)?)\\s*(%|[A-Za-z]*(?:/[A-Za-z]+)?)");
  private static final Map<String, String> MISSPELT =
      Map.of("==", "=", "=>", ">=", "=<", "<=", "<>", "!=", "≥", ">=", "≤", "<=", "≠", "!=");
  private static final int MAX_DIGITS = 18;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private final ReadContext context;
  private final Field field;
  private final Quantity quantity;

  private ComparisonReader(ReadContext context, Field field, Quantity quantity) {
    this.context = context;
    this.field = field;
    this.quantity = quantity;
  }

  static Optional<Comparison> read(MappingReader in, String key, Quantity quantity) {
    return in.field(key).flatMap(field -> read(in.context(), field, quantity));
  }

  static Optional<Comparison> read(ReadContext context, Field field, Quantity quantity) {
    return new ComparisonReader(context, field, quantity).read();
  }

  private Optional<Comparison> read() {
    Optional<String> text =
        new Scalars(context)
            .value(field, "a comparison", "\"" + quantity.example + "\"")
            .map(scalar -> scalar.text().strip());
    return text.flatMap(this::parse);
  }

  private Optional<Comparison> parse(String text) {
    Matcher matcher = EXACT.matcher(text);
    if (!matcher.matches()) {
      return refuse(text, "an operator, a space and a number", corrected(text));
    }
    String digits = matcher.group(2);
    if (digits.replace(".", "").length() > MAX_DIGITS) {
      return refuse(text, "a comparison with at most " + MAX_DIGITS + " digits", Optional.empty());
    }
    Optional<Unit> unit =
        quantity.units.stream().filter(u -> u.symbol().equals(matcher.group(3))).findFirst();
    if (unit.isEmpty()) {
      return refuse(text, "a comparison " + wantedUnit(), corrected(text));
    }
    BigDecimal number = new BigDecimal(digits);
    if (quantity == Quantity.SHARE && number.compareTo(WHOLE) > 0) {
      return refuse(text, "a comparison with a share from 0% to 100%", Optional.empty());
    }
    if (quantity == Quantity.COUNT && digits.contains(".")) {
      return refuse(text, "a comparison with a whole number", Optional.empty());
    }
    return operator(matcher.group(1)).map(op -> new Comparison(op, number, unit.get()));
  }

  private Optional<Comparison> refuse(String text, String wanted, Optional<String> corrected) {
    context.error(
        field.place(),
        field.label() + " must be " + wanted + ", but is " + Words.quote(text),
        corrected
            .map(good -> "Write " + field.example("\"" + good + "\"") + ".")
            .or(() -> shareOfCount(text))
            .orElse("Write for example " + field.example("\"" + quantity.example + "\"") + "."));
    return Optional.empty();
  }

  /** So many percent are another number of things, which nobody but the author knows. */
  private Optional<String> shareOfCount(String text) {
    return quantity == Quantity.COUNT && text.endsWith("%")
        ? Optional.of("Write how many: of what is counted here, no share is told.")
        : Optional.empty();
  }

  private String wantedUnit() {
    return switch (quantity) {
      case SHARE -> "with \"%\"";
      case COUNT -> "without a unit";
      case TIME, AGE -> {
        List<String> symbols = new ArrayList<>();
        quantity.units.forEach(unit -> symbols.add(unit.symbol()));
        yield "with a unit, which is " + Words.either(symbols);
      }
      case MEASURED -> "with a unit, such as ms, s, min, h, %, x, KB, MB or req/min";
    };
  }

  /** What was probably meant, when only space, operator or unit are amiss. */
  private Optional<String> corrected(String text) {
    Matcher loose = LOOSE.matcher(text);
    if (!loose.matches() || loose.group(2).length() > MAX_DIGITS) {
      return Optional.empty();
    }
    String symbol = MISSPELT.getOrDefault(loose.group(1), loose.group(1));
    if (symbol.isEmpty()) {
      symbol = quantity.example.substring(0, quantity.example.indexOf(' '));
    }
    String number = number(loose);
    Optional<String> unit = correctedUnit(loose.group(3), new BigDecimal(number).signum() == 0);
    if (operator(symbol).isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    boolean possible =
        switch (quantity) {
          case SHARE -> new BigDecimal(number).compareTo(WHOLE) <= 0;
          case COUNT -> !number.contains(".");
          case TIME, AGE, MEASURED -> true;
        };
    return possible ? Optional.of(symbol + " " + number + unit.get()) : Optional.empty();
  }

  /** A share that is written as a fraction of 1, such as 0.8, is so many hundredths. */
  private String number(Matcher loose) {
    BigDecimal number = new BigDecimal(loose.group(2));
    boolean fraction =
        quantity == Quantity.SHARE
            && loose.group(3).isEmpty()
            && loose.group(2).contains(".")
            && number.compareTo(BigDecimal.ONE) <= 0;
    return fraction ? number.multiply(WHOLE).stripTrailingZeros().toPlainString() : loose.group(2);
  }

  private Optional<String> correctedUnit(String symbol, boolean none) {
    return switch (quantity) {
      case SHARE -> symbol.isEmpty() || symbol.equals("%") ? Optional.of("%") : Optional.empty();
      case COUNT -> symbol.equals("%") && !none ? Optional.empty() : Optional.of("");
      case TIME, AGE ->
          quantity.units.stream()
              .map(Unit::symbol)
              .filter(known -> known.equals(symbol))
              .map(known -> " " + known)
              .findFirst();
      case MEASURED ->
          quantity.units.stream()
              .filter(known -> known.symbol().equalsIgnoreCase(symbol))
              .map(known -> known.behind(""))
              .findFirst();
    };
  }

  private static Optional<Operator> operator(String symbol) {
    for (Operator operator : Operator.values()) {
      if (operator.symbol().equals(symbol)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
