package dev.coord.plan.yaml;

import dev.coord.path.PathPattern;
import dev.coord.plan.Ids;
import dev.coord.plan.TextLink;
import dev.coord.plan.TimePoint;
import dev.coord.plan.yaml.YamlNode.Hole;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns single values into what a plan wants of them.
 *
 * <p>What a plain value means differs between programs and versions of YAML: {@code no} is false to
 * some, {@code 010} is eight, nothing at all is null. So a value counts as what it looks like only
 * where exactly that is wanted, and is refused where it could have been meant otherwise.
 */
final class Scalars {
  private static final Set<String> TRUTHS = Set.of("true", "yes", "on");
  private static final Set<String> LIES = Set.of("false", "no", "off");
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
  private static final Pattern LOOSE_INTEGER = Pattern.compile("0+([1-9][0-9]{0,8})");
  private static final Pattern TIMED = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern LOOSE_DATE =
      Pattern.compile(
          "([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{2})([0-9]{2}))(?:[Tt ].*)?");

  private final ReadContext context;

  Scalars(ReadContext context) {
    this.context = context;
  }

  /** A text of one line. */
  Optional<String> text(Field field) {
    return text(field, "a text", "some words");
  }

  /** A text of one line that is something more special. */
  Optional<String> text(Field field, String wanted, String example) {
    return value(field, wanted, example)
        .flatMap(scalar -> notEmpty(field, scalar, wanted))
        .filter(text -> isOneLine(field, text));
  }

  private boolean isOneLine(Field field, String text) {
    if (text.indexOf('\n') < 0) {
      return true;
    }
    context.error(
        field.place(),
        field.label() + " must be a text of one line, but has several",
        "Shorten it to one line.");
    return false;
  }

  /** A text of any number of lines; space at its end is dropped, and what it links to noted. */
  Optional<String> markdown(Field field) {
    Optional<String> text =
        value(field, "a text", "some words").flatMap(scalar -> notEmpty(field, scalar, "a text"));
    text.map(TextLink::in)
        .ifPresent(
            links ->
                links.forEach(link -> context.refer(link.id(), field.place(), kind(link.kind()))));
    return text;
  }

  private static Kind kind(TextLink.Kind kind) {
    return switch (kind) {
      case WORKSTREAM -> Kind.WORKSTREAM;
      case GATE -> Kind.GATE;
      case PERSON -> Kind.PERSON;
      case SPRINT -> Kind.SPRINT;
      case PAGE -> Kind.PAGE;
    };
  }

  /** A text that may be empty, when it says so with quotes. */
  Optional<String> maybeEmpty(Field field) {
    return value(field, "a text", "\"\"").map(scalar -> scalar.text().strip());
  }

  /** Whether it is no text in YAML, but true or false. */
  private static boolean isTruth(Scalar scalar) {
    String word = scalar.text().toLowerCase(Locale.ROOT);
    return scalar.plain() && (TRUTHS.contains(word) || LIES.contains(word));
  }

  private Optional<String> notEmpty(Field field, Scalar scalar, String wanted) {
    if (isTruth(scalar)) {
      context.error(
          field.place(),
          field.label()
              + " must be "
              + wanted
              + ", but "
              + scalar.text()
              + " means "
              + TRUTHS.contains(scalar.text().toLowerCase(Locale.ROOT))
              + " in YAML",
          "Write " + Words.quote(scalar.text()) + " in quotes.");
      return Optional.empty();
    }
    String text = scalar.text().strip();
    if (text.isEmpty()) {
      context.error(
          field.place(),
          field.label() + " is empty",
          field.item() ? "Write a text, or remove the item." : "Write a text, or remove the key.");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** {@code true} or {@code false}. */
  Optional<Boolean> flag(Field field) {
    Optional<Scalar> value = value(field, "true or false", "true");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String text = value.get().text();
    if (value.get().plain() && (text.equals("true") || text.equals("false"))) {
      return Optional.of(text.equals("true"));
    }
    boolean lie = LIES.contains(text.toLowerCase(Locale.ROOT));
    context.error(
        field.place(),
        field.label() + " must be true or false, but is " + Words.quote(text),
        "Write " + field.example(lie ? "false" : "true") + " without quotes.");
    return Optional.empty();
  }

  /** A whole number within limits. */
  Optional<Integer> integer(Field field, int least, int most) {
    String wanted = "a whole number from " + least + " to " + most;
    Optional<Scalar> value = value(field, wanted, Integer.toString(least));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String text = value.get().text().strip();
    boolean number = INTEGER.matcher(text).matches();
    if (number && value.get().plain()) {
      int parsed = Integer.parseInt(text);
      if (parsed >= least && parsed <= most) {
        return Optional.of(parsed);
      }
    }
    Matcher loose = LOOSE_INTEGER.matcher(text);
    String remedy =
        perhaps(field, Meant.number(field.key(), text, least, most))
            .orElse(
                (Meant.countsWorkingDays(field.key())
                        ? "Write its working days as one number, such as "
                        : "Write for example ")
                    + field.example(Integer.toString(Math.max(1, least)))
                    + ".");
    if (number && !value.get().plain()) {
      remedy = "Write the number without quotes: " + field.example(text) + ".";
    } else if (loose.matches()) {
      remedy = "Write it without leading zeros: " + field.example(loose.group(1)) + ".";
    }
    context.error(
        field.place(),
        field.label()
            + " must be "
            + wanted
            + ", but is "
            + (number && !value.get().plain() ? "a text" : Words.quote(text)),
        remedy);
    return Optional.empty();
  }

  /** The remedy that proposes what was probably meant. */
  static Optional<String> perhaps(Field field, Optional<String> meant) {
    return meant.map(value -> "Perhaps " + field.example(value) + " was meant.");
  }

  /** A date as {@code 2026-01-05}. */
  Optional<LocalDate> date(Field field) {
    return value(field, "a date", "2026-01-05").flatMap(scalar -> date(field, scalar.text()));
  }

  /** A date, or a time to the second with its offset from UTC. */
  Optional<TimePoint> timePoint(Field field) {
    Optional<String> text =
        value(field, "a date or a time", "2026-01-05").map(scalar -> scalar.text());
    if (text.isEmpty() || !TIMED.matcher(text.get()).lookingAt()) {
      return text.flatMap(written -> date(field, written)).map(TimePoint::of);
    }
    try {
      return Optional.of(TimePoint.of(OffsetDateTime.parse(text.get()).withNano(0)));
    } catch (DateTimeException noTime) {
      context.error(
          field.place(),
          field.label() + " is " + Words.quote(text.get()) + ", which is no time with its offset",
          "Write for example "
              + field.example("2026-01-05T17:30:00Z")
              + " or "
              + field.example("2026-01-05T17:30:00+01:00")
              + ".");
      return Optional.empty();
    }
  }

  /** A date out of a longer text. */
  Optional<LocalDate> date(Field field, String text) {
    boolean dated = DATE.matcher(text).matches();
    try {
      if (dated) {
        return Optional.of(LocalDate.parse(text));
      }
    } catch (DateTimeException noSuchDay) {
      context.error(
          field.place(),
          field.label() + " is " + Words.quote(text) + ", a day that no calendar has",
          "Write a day that exists.");
      return Optional.empty();
    }
    Matcher loose = LOOSE_DATE.matcher(text);
    String example = "2026-01-05";
    if (loose.matches()) {
      boolean parted = loose.group(2) != null;
      example =
          "%s-%2s-%2s"
              .formatted(loose.group(1), loose.group(parted ? 2 : 4), loose.group(parted ? 3 : 5))
              .replace(' ', '0');
    }
    context.error(
        field.place(),
        field.label() + " must be a date, but is " + Words.quote(text),
        "Write it as year, month and day: " + field.example(example) + ".");
    return Optional.empty();
  }

  /** One of some words. */
  <E> Optional<E> word(Field field, Map<String, E> words) {
    String wanted = Words.either(words.keySet());
    Optional<String> text =
        value(field, wanted, words.keySet().iterator().next())
            .flatMap(
                scalar ->
                    isTruth(scalar)
                        ? Optional.of(scalar.text())
                        : notEmpty(field, scalar, wanted).filter(t -> isOneLine(field, t)));
    if (text.isEmpty() || words.containsKey(text.get())) {
      return text.map(words::get);
    }
    Optional<String> nearest =
        OtherWords.word(text.get(), words.keySet())
            .or(() -> context.nearest().to(text.get(), words.keySet()));
    context.error(
        field.place(),
        field.label() + " must be " + wanted + ", but is " + Words.quote(text.get()),
        nearest
            .map(word -> "Perhaps " + field.example(word) + " was meant.")
            .orElse("Write one of these words."));
    return Optional.empty();
  }

  /** A pattern of paths. */
  Optional<PathPattern> pattern(Field field) {
    Optional<String> text = text(field, "a pattern of paths", "\"src/main/**\"");
    try {
      return text.map(PathPattern::of);
    } catch (IllegalArgumentException refused) {
      String reason = refused.getMessage();
      String message = reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
      int end = message.lastIndexOf(". ", message.length() - 2);
      context.error(
          field.place(),
          end < 0 ? message : message.substring(0, end),
          end < 0 ? "Write another pattern." : message.substring(end + 2));
      return Optional.empty();
    }
  }

  /** An id of something that this place defines or names. */
  Optional<String> id(Field field, String example) {
    return text(field, "an id", example).filter(id -> isId(field, id, example));
  }

  private boolean isId(Field field, String id, String example) {
    Optional<String> problem = Ids.problem(id);
    problem.ifPresent(
        reason -> {
          String slug = Ids.slug(id);
          String good = slug.isEmpty() || Ids.problem(slug).isPresent() ? example : slug;
          context.error(
              field.place(),
              field.label() + " is " + Words.quote(id) + ", but " + reason,
              "Write for example " + field.example(good) + ".");
        });
    return problem.isEmpty();
  }

  /** The value when it is a single one; says so when it is a list, a map or nothing. */
  Optional<Scalar> value(Field field, String wanted, String example) {
    if (field.node() instanceof Hole) {
      return Optional.empty();
    }
    if (field.node() instanceof Scalar scalar) {
      if (!isNothing(scalar)) {
        return Optional.of(scalar);
      }
      context.error(
          field.place(),
          field.label() + " has no value",
          field.item() ? "Write one, or remove the item." : "Write one, or remove the key.");
      return Optional.empty();
    }
    boolean colon = wanted.equals("a text") && field.node() instanceof YamlNode.Mapping;
    context.error(
        field.place(),
        field.label() + " must be " + wanted + ", but is " + field.node().kind(),
        colon
            ? "Put a text that holds \": \" in quotes."
            : "Write for example " + field.example(example) + ".");
    return Optional.empty();
  }

  /** Whether a value is what YAML calls null. */
  static boolean isNothing(Scalar scalar) {
    return scalar.plain()
        && (scalar.text().isEmpty()
            || scalar.text().equals("~")
            || scalar.text().equals("null")
            || scalar.text().equals("Null")
            || scalar.text().equals("NULL"));
  }
}
