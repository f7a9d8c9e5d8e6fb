package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.MermaidText.quoted;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Columns;
import dev.coord.site.model.Lines;
import dev.coord.site.model.Lines.Series;
import dev.coord.site.model.Lines.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Writes numbers as charts of two axes. Those have neither gaps nor a legend: what is not known has
 * no place in them, and what is what has to be said beside them.
 */
final class MermaidChart {

  /** Days whose names have room beside each other. */
  private static final int MOST_DAYS = 10;

  private final StringBuilder out;
  private final List<String> keys = new ArrayList<>();

  private MermaidChart(String head) {
    this.out = new StringBuilder(head).append('\n');
  }

  /** From where all is known to the end; empty where that is no more than one day. */
  static Optional<Mermaid> of(Lines lines) {
    long first = edge(lines, true);
    long last = Math.max(lines.axis().length() - 1, edge(lines, false));
    if (lines.series().isEmpty() || first >= last) {
      return Optional.empty();
    }
    MermaidChart chart = new MermaidChart("xychart-beta");
    int number = (int) Math.min(MOST_DAYS, last - first + 1);
    List<Long> days =
        LongStream.range(0, number)
            .mapToObj(i -> first + Math.round((double) i * (last - first) / (number - 1)))
            .toList();
    chart.names(days(lines.axis(), days));
    chart.height(lines.most());
    for (Series series : lines.series()) {
      List<Long> values = days.stream().map(day -> at(series, day)).toList();
      chart.series(isColumns(lines, series) ? "bar" : "line", series.name(), values);
    }
    chart.legend(lines);
    if (number < last - first + 1) {
      chart.keys.add("drawn: " + number + " of " + (last - first + 1) + " days");
    }
    if (first > 0) {
      chart.keys.add("before " + lines.axis().words(first) + ", not all of it is known");
    }
    return Optional.of(chart.mermaid());
  }

  /** Where the last of all lines begins, or ends. */
  private static long edge(Lines lines, boolean start) {
    return lines.series().stream()
        .map(Series::values)
        .mapToLong(values -> values.get(start ? 0 : values.size() - 1).at())
        .max()
        .orElse(0);
  }

  /** A value holds until the next one. */
  private static long at(Series series, long day) {
    long value = 0;
    for (Value one : series.values()) {
      value = one.at() <= day ? one.value() : value;
    }
    return value;
  }

  /** Columns would hide each other. */
  private static boolean isColumns(Lines lines, Series series) {
    return series.filled() && lines.series().stream().filter(Series::filled).count() == 1;
  }

  private void legend(Lines lines) {
    List<String> drawn = new ArrayList<>();
    for (Series series : lines.series()) {
      if (isColumns(lines, series)) {
        keys.add("columns: " + series.name());
      }
    }
    lines.series().stream()
        .filter(series -> !isColumns(lines, series))
        .sorted(Comparator.comparing(series -> -at(series, Long.MAX_VALUE)))
        .forEach(series -> drawn.add(series.name()));
    if (drawn.size() == 1) {
      keys.add("line: " + drawn.get(0));
    } else if (!drawn.isEmpty()) {
      keys.add("lines, the one that ends highest first: " + String.join(", ", drawn));
    }
  }

  /** All rows together, for columns of one place would hide each other. */
  static Optional<Mermaid> of(Columns columns) {
    long length = columns.axis().length();
    if (columns.rows().isEmpty() || length == 1) {
      return Optional.empty();
    }
    long width = (length + MOST_DAYS - 1) / MOST_DAYS;
    List<Long> days = new ArrayList<>();
    for (long end = length; end > 0; end -= width) {
      days.add(0, Math.max(0, end - width));
    }
    List<Long> sums = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      long end = i + 1 < days.size() ? days.get(i + 1) : length;
      sums.add(sum(columns, days.get(i), end));
    }
    MermaidChart chart = new MermaidChart("xychart-beta");
    chart.names(days(columns.axis(), days));
    chart.height(Math.max(1, sums.stream().mapToLong(Long::longValue).max().orElse(1)));
    chart.series("bar", "all together", sums);
    chart.keys.add(
        (columns.rows().size() == 1 ? "columns: " : "columns: all drawn on the page together, ")
            + (width == 1 ? "one day each" : width + " days each from the one named"));
    long cut = days.size() > 1 ? days.get(1) : width;
    if (cut < width) {
      chart.keys.add("the first is of " + cut + (cut == 1 ? " day" : " days"));
    }
    return Optional.of(chart.mermaid());
  }

  private static long sum(Columns columns, long from, long to) {
    return columns.rows().stream()
        .flatMap(row -> row.values().subList((int) from, (int) to).stream())
        .mapToLong(Integer::longValue)
        .sum();
  }

  /** The first day in full; the others without its year, where that says which is meant. */
  private static List<String> days(Axis axis, List<Long> days) {
    Optional<LocalDate> first = axis.first().map(day -> day.plusDays(days.get(0)));
    Optional<LocalDate> last = axis.first().map(day -> day.plusDays(days.get(days.size() - 1)));
    boolean sameYear = first.map(LocalDate::getYear).equals(last.map(LocalDate::getYear));
    List<String> names = new ArrayList<>();
    for (long day : days) {
      String name = axis.words(day);
      boolean cut = first.isPresent() && sameYear && !names.isEmpty();
      names.add(cut ? name.substring(name.indexOf('-', 1) + 1) : name);
    }
    return names;
  }

  /** Two of the same name would be one. */
  private void names(List<String> names) {
    Set<String> taken = new LinkedHashSet<>();
    for (String name : names) {
      String free = quoted(name);
      for (int i = 2; !taken.add(free); i++) {
        free = quoted(name + " (" + i + ")");
      }
    }
    out.append("  x-axis [").append(String.join(", ", taken)).append("]\n");
  }

  private void height(long most) {
    out.append("  y-axis 0 --> ").append(most).append('\n');
  }

  private void series(String shape, String name, List<?> values) {
    out.append("  ").append(shape).append(' ').append(quoted(name)).append(' ');
    out.append(values).append('\n');
  }

  private Mermaid mermaid() {
    return new Mermaid(out.toString(), keys);
  }
}
