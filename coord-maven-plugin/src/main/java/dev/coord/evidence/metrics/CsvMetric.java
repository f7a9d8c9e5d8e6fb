package dev.coord.evidence.metrics;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.xml.Texts;
import dev.coord.plan.MetricSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers of a column, of all lines or of those whose columns have the texts of {@code where}. */
final class CsvMetric {

  /** How much of the first line may be looked at to find what separates its names. */
  private static final int HEADER = 1 << 16;

  private static final String SEPARATORS = ",;\t";

  private CsvMetric() {}

  static void read(InputStream in, MetricSource source, Samples samples)
      throws IOException, InvalidReportException {
    Reader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), HEADER);
    CsvRecords records = new CsvRecords(text, separator(text), samples);
    List<String> header = records.advance().stream().map(String::strip).toList();
    if (header.isEmpty()) {
      throw samples.invalid(0, "the file is empty");
    }
    Map<Integer, String> wanted = new HashMap<>();
    for (Map.Entry<String, String> where : source.where().entrySet()) {
      wanted.put(column(header, where.getKey(), samples), where.getValue());
    }
    int column = column(header, source.read(), samples);
    boolean some = false;
    for (List<String> fields = records.advance(); !fields.isEmpty(); fields = records.advance()) {
      if (fields.size() != header.size()) {
        throw samples.invalid(
            records.line(),
            "the line has " + fields.size() + " fields, and the first one " + header.size());
      }
      some = true;
      List<String> line = fields;
      int last = header.size() - 1;
      boolean looksAtLast = column == last || wanted.containsKey(last);
      if (records.isOpen() && looksAtLast && mayBeMeant(line, wanted)) {
        throw samples.unended(records.line());
      }
      boolean meant =
          wanted.entrySet().stream().allMatch(e -> line.get(e.getKey()).equals(e.getValue()));
      if (meant) {
        samples.add(fields.get(column), Optional.empty(), records.line());
      } else {
        samples.other();
      }
    }
    if (some) {
      samples.noneFits();
    } else {
      // Nothing that was measured looks the same as a file that was cut off.
      samples.empty("it has no line below the names of its columns");
    }
  }

  /** Whether a line would be meant if its last field went on. */
  private static boolean mayBeMeant(List<String> line, Map<Integer, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(
            e ->
                e.getKey() == line.size() - 1
                    ? e.getValue().startsWith(line.get(e.getKey()))
                    : line.get(e.getKey()).equals(e.getValue()));
  }

  private static int column(List<String> header, String name, Samples samples)
      throws InvalidReportException {
    int column = header.indexOf(name);
    if (column < 0) {
      throw new InvalidReportException(
          samples.at(1),
          "there is no column \"" + Texts.shortened(name) + "\"",
          "Name one of its columns: " + Texts.shortened(String.join(", ", header)) + ".");
    }
    if (column != header.lastIndexOf(name)) {
      throw samples.invalid(1, "there are two columns \"" + Texts.shortened(name) + "\"");
    }
    return column;
  }

  /** The sign that stands most often outside of quotes in the first line. */
  private static char separator(Reader text) throws IOException {
    int[] counts = new int[SEPARATORS.length()];
    text.mark(HEADER);
    boolean quoted = false;
    for (int i = 0, c = text.read(); i < HEADER - 1 && c >= 0 && (quoted || c != '\n'); i++) {
      quoted ^= c == '"';
      int which = SEPARATORS.indexOf(c);
      if (which >= 0 && !quoted) {
        counts[which]++;
      }
      c = text.read();
    }
    text.reset();
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }
}
