package dev.coord.plan.yaml;

import dev.coord.plan.Scenario.Length;
import dev.coord.plan.Scenario.Saving;
import dev.coord.plan.Scenario.Share;
import dev.coord.plan.Scenario.TimeUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an item of {@code savings}: lengths of time, and the share that one saves of the other. */
final class SavingReader {
  static final Shape SHAPE =
      new Shape("a saving", "{what: The release, parallel: 8 weeks, sequential: 18 weeks}");
  private static final Pattern LENGTH =
      Pattern.compile("([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))? (hour|day|week|month)s?");
  private static final Pattern SHARE =
      Pattern.compile("(0|[1-9][0-9]?|100)(?:-(0|[1-9][0-9]?|100))?%");

  private SavingReader() {}

  static Optional<Saving> read(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SHAPE,
        in -> {
          Optional<String> what = in.required("what", "The release", in.scalars()::text);
          Optional<Length> parallel = in.required("parallel", "8 weeks", f -> length(in, f));
          Optional<Length> sequential = in.required("sequential", "18 weeks", f -> length(in, f));
          Optional<Share> saved = in.field("saved").flatMap(field -> share(in, field));
          return what.isPresent() && comparable(in, parallel, sequential)
              ? Optional.of(
                  new Saving(in.origin(), what.get(), parallel.get(), sequential.get(), saved))
              : Optional.empty();
        });
  }

  private static boolean comparable(
      MappingReader in, Optional<Length> parallel, Optional<Length> sequential) {
    if (parallel.isEmpty() || sequential.isEmpty()) {
      return false;
    }
    if (parallel.get().unit() == sequential.get().unit()) {
      return true;
    }
    in.context()
        .error(
            in.place("sequential"),
            "\"sequential\" is in "
                + word(sequential.get().unit())
                + ", but \"parallel\" in "
                + word(parallel.get().unit()),
            "Write both in one unit.");
    return false;
  }

  private static String word(TimeUnit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Length> length(MappingReader in, Field field) {
    Optional<Matcher> length =
        matched(
            in,
            field,
            LENGTH,
            "a length of time in hours, days, weeks or months",
            "6-8 weeks",
            Meant::length);
    return length.flatMap(
        found -> {
          int least = Integer.parseInt(found.group(1));
          int most = found.group(2) == null ? least : Integer.parseInt(found.group(2));
          TimeUnit unit = TimeUnit.valueOf(found.group(3).toUpperCase(Locale.ROOT) + "S");
          return inOrder(in, field, least, most)
              ? Optional.of(new Length(least, most, unit))
              : Optional.empty();
        });
  }

  private static Optional<Share> share(MappingReader in, Field field) {
    return matched(
            in, field, SHARE, "a percentage, or two with a dash", "40-50%", Meant::percentage)
        .flatMap(
            found -> {
              int least = Integer.parseInt(found.group(1));
              int most = found.group(2) == null ? least : Integer.parseInt(found.group(2));
              return inOrder(in, field, least, most)
                  ? Optional.of(new Share(least, most))
                  : Optional.empty();
            });
  }

  private static Optional<Matcher> matched(
      MappingReader in,
      Field field,
      Pattern pattern,
      String wanted,
      String example,
      Function<String, Optional<String>> meant) {
    Optional<String> text =
        in.scalars().value(field, wanted, example).map(scalar -> scalar.text().strip());
    Optional<Matcher> found = text.map(pattern::matcher).filter(Matcher::matches);
    if (text.isPresent() && found.isEmpty()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be " + wanted + ", but is " + Words.quote(text.get()),
              Scalars.perhaps(field, meant.apply(text.get()))
                  .orElse("Write for example " + field.example(example) + "."));
    }
    return found;
  }

  private static boolean inOrder(MappingReader in, Field field, int least, int most) {
    if (most < least) {
      in.context()
          .error(
              field.place(),
              field.label() + " goes from " + least + " down to " + most,
              "Write the smaller number first.");
    }
    return most >= least;
  }
}
