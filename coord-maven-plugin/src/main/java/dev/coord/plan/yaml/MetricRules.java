package dev.coord.plan.yaml;

import dev.coord.path.PathPattern;
import dev.coord.plan.Comparison;
import dev.coord.plan.MetricRule;
import dev.coord.plan.MetricSource;
import dev.coord.plan.MetricSource.Format;
import dev.coord.plan.Rule;
import dev.coord.plan.Statistic;
import dev.coord.plan.Unit;
import dev.coord.plan.yaml.ComparisonReader.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rule about measured numbers. */
final class MetricRules {

  private static final Map<String, Format> FORMATS = EnumWords.of(Format.class);

  /** What a plan calls numbers without a unit. */
  private static final String COUNT = "count";

  private static final Shape WHERE = new Shape("\"where\"", "where: {name: login}");

  private MetricRules() {}

  static Optional<Rule> metric(MappingReader in) {
    Optional<PathPattern> file =
        in.required("file", "target/jmh-result.json", in.scalars()::pattern);
    Optional<String> read =
        in.required("read", "http_req_duration", field -> in.scalars().text(field));
    Optional<Format> format = in.word("format", FORMATS);
    Map<String, String> where =
        in.map("where", WHERE, (key, field) -> in.scalars().maybeEmpty(field));
    Optional<Statistic> statistic = in.field("statistic").flatMap(field -> statistic(in, field));
    Optional<Unit> unit = in.field("unit").flatMap(field -> unit(in, field));
    Optional<Comparison> value =
        in.required(
            "value",
            "\"< 500 ms\"",
            field -> ComparisonReader.read(in.context(), field, Quantity.MEASURED));
    boolean pointer = isPointer(in, read, format);
    if (unit.isPresent() && value.isPresent() && !MetricRule.fits(unit.get(), value.get())) {
      String is = unit.get() == Unit.NONE ? "a plain number" : "in " + unit.get().symbol();
      in.context()
          .error(
              in.place("value"),
              "the number is " + is + ", which cannot be compared with " + value.get(),
              "Write the comparison in a unit of the same kind, or correct \"unit\".");
      return Optional.empty();
    }
    boolean whole =
        file.isPresent()
            && read.isPresent()
            && value.isPresent()
            && pointer
            && !(in.has("statistic") && statistic.isEmpty())
            && !(in.has("unit") && unit.isEmpty())
            && !(in.has("format") && format.isEmpty());
    return whole
        ? Optional.of(
            new MetricRule(
                in.origin(),
                new MetricSource(file.get(), format, read.get(), where, statistic),
                unit,
                value.get()))
        : Optional.empty();
  }

  /** What is read in JSON is a pointer, and begins as one. */
  private static boolean isPointer(
      MappingReader in, Optional<String> read, Optional<Format> format) {
    if (format.filter(Format.JSON::equals).isEmpty()
        || read.isEmpty()
        || read.get().startsWith("/")) {
      return true;
    }
    in.context()
        .error(
            in.place("read"),
            "\"read\" must be a JSON pointer, but is " + Words.quote(read.get()),
            "Write for example 'read: /" + read.get() + "'.");
    return false;
  }

  private static Optional<Statistic> statistic(MappingReader in, Field field) {
    Optional<String> word = in.scalars().text(field);
    Optional<Statistic> statistic = word.flatMap(Statistic::ofWord);
    if (word.isPresent() && statistic.isEmpty()) {
      in.context()
          .error(
              field.place(),
              field.label()
                  + " must be mean, median, min, max, sum, count, rate or a percentile, but is "
                  + Words.quote(word.get()),
              "Write for example " + field.example("p95") + ".");
    }
    return statistic;
  }

  private static Optional<Unit> unit(MappingReader in, Field field) {
    Optional<String> symbol = in.scalars().text(field);
    Optional<Unit> unit =
        symbol.flatMap(s -> s.equals(COUNT) ? Optional.of(Unit.NONE) : Unit.ofSymbol(s));
    if (symbol.isPresent() && unit.isEmpty()) {
      List<String> symbols =
          Arrays.stream(Unit.values()).filter(u -> u != Unit.NONE).map(Unit::symbol).toList();
      in.context()
          .error(
              field.place(),
              field.label() + " is no unit: " + Words.quote(symbol.get()),
              "Use " + COUNT + ", " + Words.either(symbols) + ".");
    }
    return unit;
  }
}
