package dev.coord.plan.yaml;

import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.CoveredLines;
import java.nio.charset.StandardCharsets;

/**
 * Writes baselines: sorted, one line for each finding, so that two branches which drop different
 * ones merge.
 */
public final class BaselineWriter {

  private BaselineWriter() {}

  /** The file. The same baseline gives the same bytes. */
  public static byte[] write(Baseline baseline) {
    StringBuilder out = new StringBuilder();
    out.append("# What was found before coord judged. mvn coord:baseline drops what is fixed.\n");
    out.append("baseline: ").append(BaselineReader.VERSION).append('\n');
    out.append("written: ").append(baseline.written()).append('\n');
    out.append("commit: ").append(quoted(baseline.commit())).append('\n');
    baseline.coverage().ifPresent(lines -> coverage(out, lines));
    baseline.results().ifPresent(day -> out.append("results: ").append(day).append('\n'));
    out.append("findings:").append(baseline.entries().isEmpty() ? " []\n" : "\n");
    baseline.entries().forEach(entry -> entry(out, entry));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void coverage(StringBuilder out, CoveredLines lines) {
    out.append("coverage: {covered: ").append(lines.covered());
    out.append(", lines: ").append(lines.all());
    out.append(", commit: ").append(quoted(lines.commit()));
    out.append(", since: ").append(lines.since()).append("}\n");
  }

  private static void entry(StringBuilder out, Entry entry) {
    out.append("  - {kind: ").append(entry.key().kind().word());
    out.append(", subject: ").append(quoted(entry.key().subject()));
    out.append(", finding: ").append(quoted(entry.key().finding()));
    if (entry.count() > 1) {
      out.append(", count: ").append(entry.count());
    }
    out.append(", since: ").append(entry.since()).append("}\n");
  }

  /** A text in double quotes, which holds nothing that is not seen. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
