package dev.coord.plan;

import dev.coord.path.PathPattern;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a number stands that another tool has measured.
 *
 * @param file which files of the work tree hold it, tracked or not
 * @param format how they are written; told by name and contents where it is empty
 * @param read what is read there: a JSON pointer, a column, a key, the name of a metric or
 *     benchmark
 * @param where which of several are meant: columns, labels or parameters, each with its text
 * @param statistic what is made of several
 */
public record MetricSource(
    PathPattern file,
    Optional<Format> format,
    String read,
    Map<String, String> where,
    Optional<Statistic> statistic) {

  /** How numbers are written. */
  public enum Format {
    /** JSON, with a pointer as RFC 6901 has it; {@code *} stands for all items of a list. */
    JSON,
    /** Columns with their names in the first line, as RFC 4180 has it. */
    CSV,
    /** Keys and values, as {@link java.util.Properties} reads them. */
    PROPERTIES,
    /** Prometheus' text format. */
    PROMETHEUS,
    /** What JMH writes with {@code -rf json}. */
    JMH,
    /** What k6 writes with {@code --summary-export} or in {@code handleSummary}. */
    K6;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException when nothing is read
   */
  public MetricSource {
    Parts.require(file, format, read, statistic);
    where = Collections.unmodifiableMap(new TreeMap<>(where));
    if (read.isEmpty()) {
      throw new IllegalArgumentException("a metric reads something");
    }
  }
}
