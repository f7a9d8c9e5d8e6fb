package dev.coord.plan.yaml;

import dev.coord.plan.Comparison;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.Rule;
import dev.coord.plan.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code against: baseline} and how far below it a share may be. */
final class AgainstBaseline {

  private static final Pattern POINTS =
      Pattern.compile("((?:0|[1-9][0-9]{0,2})(?:\\.[0-9]{1,6})?) ?%");
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private AgainstBaseline() {}

  /** By how much the share may have fallen; nothing where no tolerance is written. */
  static Optional<Comparison> read(MappingReader in) {
    boolean baseline = in.field("against").filter(field -> isBaseline(in, field)).isPresent();
    Optional<Field> field = in.field("tolerance");
    Optional<BigDecimal> points =
        field.isPresent() ? field.flatMap(f -> points(in, f)) : Optional.of(BigDecimal.ZERO);
    if (field.isPresent() && !in.has("against")) {
      in.context()
          .error(
              in.keyPlace("tolerance"),
              "\"tolerance\" is for a comparison with the baseline, and there is no \"against\"",
              "Add 'against: baseline', or remove it.");
    }
    return points
        .filter(number -> baseline)
        .map(number -> new Comparison(Operator.AT_MOST, number, Unit.PERCENT));
  }

  private static boolean isBaseline(MappingReader in, Field field) {
    Optional<String> text = in.scalars().text(field);
    boolean baseline = text.filter("baseline"::equals).isPresent();
    if (text.isPresent() && !baseline) {
      in.context()
          .error(
              field.place(),
              field.label() + " can only be baseline, but is " + Words.quote(text.get()),
              "Write " + field.example("baseline") + ".");
    }
    return baseline;
  }

  private static Optional<BigDecimal> points(MappingReader in, Field field) {
    Optional<String> text =
        in.scalars().value(field, "a tolerance", "\"0.5%\"").map(scalar -> scalar.text().strip());
    Optional<BigDecimal> points =
        text.map(POINTS::matcher)
            .filter(Matcher::matches)
            .map(matcher -> new BigDecimal(matcher.group(1)))
            .filter(number -> number.compareTo(WHOLE) <= 0);
    if (text.isPresent() && points.isEmpty()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a share from 0% to 100%, but is " + Words.quote(text.get()),
              "Write for example " + field.example("\"0.5%\"") + ".");
    }
    return points;
  }

  /** The baseline tells of the whole project alone. */
  static Optional<Rule> refusePart(MappingReader in, String key) {
    in.context()
        .error(
            in.keyPlace(key),
            "\""
                + key
                + "\" and \"against\" do not fit together: the baseline tells of the whole alone",
            "Remove one of them, or write two rules.");
    return Optional.empty();
  }
}
