package dev.coord.evidence.metrics;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.json.JsonValue;
import dev.coord.evidence.json.JsonValue.Items;
import dev.coord.evidence.json.JsonValue.Members;
import dev.coord.evidence.json.JsonValue.Text;
import dev.coord.plan.MetricSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers of a JSON file by a pointer, as RFC 6901 has it. Beside that, {@code *} stands for all
 * items of a list, and {@code where} for those among the items of the last such list whose members
 * have these texts. Each of these has to hold a number; an outer item need not hold an inner list,
 * for tools leave out lists that are empty.
 */
final class JsonMetric {

  private static final String ALL = "*";

  private final List<String> segments;
  private final Map<String, String> where;
  private final Samples samples;
  private final String read;

  /** Behind this many segments stand the items that are meant, each of which holds a number. */
  private final int depthOfItems;

  private JsonMetric(MetricSource source, Samples samples) {
    List<String> written = new ArrayList<>();
    for (String segment : source.read().substring(1).split("/", -1)) {
      written.add(segment.replace("~1", "/").replace("~0", "~"));
    }
    this.segments = List.copyOf(written);
    this.where = source.where();
    this.samples = samples;
    this.read = source.read();
    this.depthOfItems = segments.lastIndexOf(ALL) + 1;
  }

  static void read(JsonValue file, MetricSource source, Samples samples)
      throws InvalidReportException {
    new JsonMetric(source, samples).collect(file, 0, source.where().isEmpty());
  }

  /**
   * Takes what stands below.
   *
   * @param narrowed whether nothing of {@code where} is left to be looked at
   */
  private void collect(JsonValue value, int depth, boolean narrowed) throws InvalidReportException {
    if (depth == segments.size()) {
      if (narrowed) {
        add(value);
      } else {
        samples.absent(
            0,
            read + " names one place, and where says which of several items",
            "Write * for the items in read, such as /results/*/mean, or remove where.");
      }
      return;
    }
    String segment = segments.get(depth);
    if (value instanceof Items items && segment.equals(ALL)) {
      boolean last = !segments.subList(depth + 1, segments.size()).contains(ALL);
      boolean none = last;
      for (JsonValue item : items.items()) {
        if (!last || fits(item)) {
          none = false;
          collect(item, depth + 1, narrowed || last);
        } else {
          samples.other();
        }
      }
      if (none && isTold(items.items())) {
        samples.noneFits();
      }
      if (last && items.items().isEmpty()) {
        samples.empty(read + " stands for the items of an empty list");
      }
      return;
    }
    Optional<JsonValue> below =
        value instanceof Items items ? item(items.items(), segment) : value.member(segment);
    if (below.isPresent()) {
      collect(below.get(), depth + 1, narrowed);
    } else if (depthOfItems > 0 && depth >= depthOfItems) {
      samples.lacking();
    } else if (segments.subList(0, depth).contains(ALL)) {
      samples.outerOnly();
    }
  }

  private static Optional<JsonValue> item(List<JsonValue> items, String index) {
    boolean isIndex = index.matches("0|[1-9][0-9]{0,8}");
    return isIndex && Integer.parseInt(index) < items.size()
        ? Optional.of(items.get(Integer.parseInt(index)))
        : Optional.empty();
  }

  /** Whether items could fit: a member that no item has is misspelt rather than another. */
  private boolean isTold(List<JsonValue> items) {
    return items.isEmpty()
        || where.keySet().stream()
            .allMatch(name -> items.stream().anyMatch(item -> item.text(name).isPresent()));
  }

  private boolean fits(JsonValue item) {
    return where.entrySet().stream()
        .allMatch(
            e -> item.text(e.getKey()).filter(t -> t.text().equals(e.getValue())).isPresent());
  }

  /** A list at the end of the pointer is all of its numbers. */
  private void add(JsonValue value) throws InvalidReportException {
    if (value instanceof Text text) {
      samples.add(text.text(), Optional.empty(), text.line());
    } else if (value instanceof Items items) {
      if (items.items().isEmpty()) {
        samples.noneFits();
        samples.empty(read + " is an empty list");
      }
      for (JsonValue item : items.items()) {
        if (!(item instanceof Text text)) {
          throw new InvalidReportException(
              samples.at(0),
              "what stands at " + read + " is a list of something else than numbers",
              "Correct read: * stands for all items, and what is read of each stands behind it.");
        }
        samples.add(text.text(), Optional.empty(), text.line());
      }
    } else {
      String what = value instanceof Members ? "an object" : "true, false or null";
      throw new InvalidReportException(
          samples.at(0),
          "what stands at " + read + " is " + what + " and no number",
          "Correct read, or let a number be written there.");
    }
  }
}
