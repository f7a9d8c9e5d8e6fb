package dev.coord.plan.yaml;

import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
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
    out.append("findings:").append(baseline.entries().isEmpty() ? " []\n" : "\n");
    baseline.entries().forEach(entry -> entry(out, entry));
    return out.toString().getBytes(StandardCharsets.UTF_8);
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

  /** A text in double quotes; what is not seen, or would end a line, is escaped. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (isPlain(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(c > 0xFFFF ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
              }
            });
    return out.append('"').toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c == ' ' || !Character.isSpaceChar(c);
    };
  }
}
