package dev.coord.plan.yaml;

import dev.coord.plan.Epic.Progress;
import dev.coord.plan.Origin;
import dev.coord.plan.Stretch;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads claimed progress: {@code 92%}, {@code 4/5}, {@code 4/5 (80%)}, a map of keys, or a list of
 * these, one for each place that says so.
 */
final class ProgressReader {
  private static final Shape SHAPE = new Shape("progress", "{percent: 92%, weeks: 1-4}");
  private static final int MOST = 9_999_999;
  private static final Pattern COUNT =
      Pattern.compile("(0|[1-9][0-9]{0,6})/([1-9][0-9]{0,6})(?: \\((0|[1-9][0-9]?|100)%\\))?");
  private static final Pattern SHARE = Pattern.compile("(0|[1-9][0-9]?|100)%");

  /** What was meant as a percentage, whether it is one that can be read. */
  private static final Pattern PERCENTAGE = Pattern.compile("[-+]?[0-9]+(?:[.,][0-9]+)?\\s*%");

  private ProgressReader() {}

  static List<Progress> read(MappingReader in, String key) {
    in.refuseEmptyList(key, "[92%]");
    Optional<Field> field = in.field(key);
    if (field.filter(f -> f.node() instanceof Sequence).isPresent()) {
      return in.list(key, item -> one(in.context(), item));
    }
    return field.flatMap(written -> one(in.context(), written)).stream().toList();
  }

  private static Optional<Progress> one(ReadContext context, Field field) {
    return field.node() instanceof Mapping
        ? MappingReader.read(context, field.node(), SHAPE, ProgressReader::longForm)
        : shortForm(context, field);
  }

  private static Optional<Progress> shortForm(ReadContext context, Field field) {
    Optional<String> text =
        new Scalars(context)
            .value(field, "a percentage or a count", "4/5 (80%)")
            .map(scalar -> scalar.text().strip());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher share = SHARE.matcher(text.get());
    Matcher count = COUNT.matcher(text.get());
    if (share.matches()) {
      return progress(
          Origin.at(field.place()),
          number(share.group(1)),
          OptionalInt.empty(),
          OptionalInt.empty());
    }
    if (!count.matches()) {
      unreadable(context, field, text.get());
      return Optional.empty();
    }
    OptionalInt done = number(count.group(1));
    OptionalInt total = number(count.group(2));
    return isPossible(context, field, done, total)
        ? progress(Origin.at(field.place()), number(count.group(3)), done, total)
        : Optional.empty();
  }

  private static void unreadable(ReadContext context, Field field, String text) {
    boolean percentage = PERCENTAGE.matcher(text).matches();
    String wanted = percentage ? "a whole percentage from 0% to 100%" : "a percentage or a count";
    String count = percentage ? "" : " or " + field.example("4/5 (80%)");
    context.error(
        field.place(),
        field.label() + " must be " + wanted + ", but is " + Words.quote(text),
        withSign(text)
            .map(share -> "Write " + field.example(share) + ".")
            .or(() -> Scalars.perhaps(field, Meant.count(text).or(() -> Meant.percentage(text))))
            .orElse("Write for example " + field.example("92%") + count + "."));
  }

  /** A percentage without its sign. */
  private static Optional<String> withSign(String text) {
    return SHARE.matcher(text + "%").matches() ? Optional.of(text + "%") : Optional.empty();
  }

  private static OptionalInt number(String digits) {
    return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  private static boolean isPossible(
      ReadContext context, Field field, OptionalInt done, OptionalInt total) {
    if (done.orElse(0) <= total.orElse(Integer.MAX_VALUE)) {
      return true;
    }
    context.error(
        field.place(),
        field.label()
            + " is "
            + done.getAsInt()
            + " of "
            + total.getAsInt()
            + ", which is too many",
        "Write how many are done, then how many there are.");
    return false;
  }

  private static Optional<Progress> progress(
      Origin origin, OptionalInt percent, OptionalInt done, OptionalInt total) {
    return Optional.of(new Progress(origin, percent, done, total, Optional.empty(), ""));
  }

  private static Optional<Progress> longForm(MappingReader in) {
    Optional<Integer> percent =
        in.field("percent").flatMap(field -> Percents.read(in.context(), field));
    OptionalInt done = in.integer("done", 0, MOST);
    OptionalInt total = in.integer("total", 1, MOST);
    Optional<Stretch> weeks =
        in.field("weeks").flatMap(field -> TimingReader.stretch(in, Counting.WEEKS, field));
    String where = in.text("where");
    if (!in.has("percent") && !in.has("done") && !in.has("total")) {
      if (!in.hasUnknown()) {
        in.missing(
            "a percentage, or how many are done of how many", "Add for example 'percent: 92%'.");
      }
      return Optional.empty();
    }
    needs(in, "done", "total", "5");
    needs(in, "total", "done", "4");
    boolean counted = done.isPresent() && total.isPresent();
    if (counted && !isPossible(in.context(), in.field("done").orElseThrow(), done, total)) {
      return Optional.empty();
    }
    if (percent.isEmpty() && !counted) {
      return Optional.empty();
    }
    return Optional.of(
        new Progress(
            in.origin(),
            percent.map(OptionalInt::of).orElse(OptionalInt.empty()),
            counted ? done : OptionalInt.empty(),
            counted ? total : OptionalInt.empty(),
            weeks,
            where));
  }

  /** Of two numbers that are written together, the other one. */
  private static void needs(MappingReader in, String written, String other, String example) {
    if (in.has(written) && !in.has(other) && !in.hasUnknown()) {
      in.missing(
          Words.quote(other) + " beside " + Words.quote(written),
          "Add for example '" + other + ": " + example + "'.");
    }
  }
}
