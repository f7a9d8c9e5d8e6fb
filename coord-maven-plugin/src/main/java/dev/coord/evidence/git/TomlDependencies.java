package dev.coord.evidence.git;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code pyproject.toml} or {@code Cargo.toml} asks for: what stands in tables or below keys
 * of dependencies and requirements. All else describes the project or sets tools up.
 *
 * <p>A table of one dependency, such as {@code [dependencies.serde]}, is written as the value of
 * that name, as elsewhere.
 */
final class TomlDependencies {

  private static final Pattern ASKS = Pattern.compile("dependenc|requires|\\bdeps\\b");

  /** What chooses among what others ask for, or leaves it out. */
  private static final Pattern CHOOSES =
      Pattern.compile("(?:override|constraint|exclude)-dependenc");

  private static final Pattern HEADER = Pattern.compile("\\s*+\\[++([^\\[\\]]*+)\\]++\\s*+");
  private static final Pattern ONE = Pattern.compile("(.*)\\.\\s*+[\"']?+([\\w-]++)[\"']?+\\s*+");

  private final StringBuilder left = new StringBuilder();
  private String table = "";

  /** Whether the table is that of one dependency. */
  private boolean one;

  private String key = "";
  private int depth;

  /** The quotes of a text of several lines that is open; empty when none is. */
  private String quotes = "";

  private TomlDependencies() {}

  static String in(String text) {
    TomlDependencies left = new TomlDependencies();
    text.lines().forEach(left::take);
    left.endTable();
    return left.left.toString();
  }

  private void take(String line) {
    Matcher header = HEADER.matcher(line);
    boolean begins = depth == 0 && quotes.isEmpty();
    if (begins && header.matches()) {
      endTable();
      beginTable(header.group(1));
      return;
    }
    int equals = line.indexOf('=');
    if (begins) {
      key = equals < 0 ? "" : line.substring(0, equals);
    }
    read(begins ? line.substring(equals + 1) : line);
    if (asks(table + "." + key)) {
      left.append(line).append('\n');
    }
  }

  private void beginTable(String name) {
    table = name;
    Matcher of = ONE.matcher(name);
    one = of.matches() && asks(of.group(1));
    if (one) {
      left.append(of.group(2)).append(" = {\n");
    }
  }

  private void endTable() {
    if (one) {
      left.append("}\n");
    }
    one = false;
    key = "";
  }

  private static boolean asks(String name) {
    return ASKS.matcher(name).find() && !CHOOSES.matcher(name).find();
  }

  /** Reads a line of a value: which brackets it leaves open, and which quotes. */
  private void read(String value) {
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      String three = value.substring(at, Math.min(at + 3, value.length()));
      if (!quotes.isEmpty()) {
        if (c == '\\' && quotes.startsWith("\"")) {
          at++;
        } else if (value.startsWith(quotes, at)) {
          at += quotes.length() - 1;
          quotes = "";
        }
      } else if (three.equals("\"\"\"") || three.equals("'''")) {
        quotes = three;
        at += 2;
      } else if (c == '"' || c == '\'') {
        quotes = String.valueOf(c);
      } else {
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      }
    }
    // A quote alone ends with its line.
    quotes = quotes.length() == 1 ? "" : quotes;
    depth = Math.max(depth, 0);
  }
}
