package dev.coord.plan.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whole percentages, such as {@code 50%}. */
final class Percents {
  private static final Pattern EXACT = Pattern.compile("(0|[1-9][0-9]?|100)%");
  private static final Pattern LOOSE = Pattern.compile("(0|[1-9][0-9]?|100)\\s*%?");

  private Percents() {}

  static Optional<Integer> read(ReadContext context, Field field) {
    Optional<String> text =
        new Scalars(context)
            .value(field, "a percentage", "50%")
            .map(scalar -> scalar.text().strip());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher exact = EXACT.matcher(text.get());
    if (exact.matches()) {
      return Optional.of(Integer.valueOf(exact.group(1)));
    }
    Matcher loose = LOOSE.matcher(text.get());
    context.error(
        field.place(),
        field.label()
            + " must be a whole percentage from 0% to 100%, but is "
            + Words.quote(text.get()),
        loose.matches()
            ? "Write " + field.example(loose.group(1) + "%") + "."
            : Scalars.perhaps(field, Meant.percentage(text.get()))
                .orElse("Write for example " + field.example("50%") + "."));
    return Optional.empty();
  }
}
