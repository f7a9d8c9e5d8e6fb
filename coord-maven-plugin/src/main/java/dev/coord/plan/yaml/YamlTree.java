package dev.coord.plan.yaml;

import com.fasterxml.jackson.core.JsonToken;
import dev.coord.diagnostic.Location;
import dev.coord.plan.yaml.YamlNode.Entry;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import dev.coord.plan.yaml.YamlNode.Sequence;
import dev.coord.plan.yaml.YamlNode.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads the YAML of one plan file: plain maps, lists and texts, nothing that points elsewhere or
 * means something else to another program.
 */
final class YamlTree {
  /** The most tokens of a file: beginnings, ends, keys and values. */
  static final int MAX_TOKENS = 200_000;

  /** The longest key or value, in characters. */
  static final int MAX_SCALAR = 1 << 16;

  /** The deepest nesting of lists and maps. */
  static final int MAX_DEPTH = 32;

  private static final String SMALLEST =
      "Begin with 'coord: 1', 'project: {name: Shop}' and 'workstreams: [{id: checkout, branch:"
          + " feature/checkout, owns: [\"src/checkout/**\"]}]', each on a line of its own.";

  private final PlanText text;
  private final Problems problems;
  private final EventParser parser;
  private Location lastSign;

  private YamlTree(PlanText text, Problems problems) throws IOException {
    this.text = text;
    this.problems = problems;
    parser = EventParser.of(text.text());
  }

  /** Stops reading a file; what is wrong was said. */
  private static final class StopException extends IOException {}

  /**
   * The map that the file consists of; empty when the file cannot be read, or is something else.
   */
  static Optional<Mapping> read(PlanFile file, Problems problems) {
    return PlanText.of(file, problems)
        .flatMap(
            text -> {
              try {
                return new YamlTree(text, problems).document();
              } catch (IOException stopped) {
                return Optional.empty();
              }
            });
  }

  private Optional<Mapping> document() throws IOException {
    YamlNode root = null;
    if (next() != null) {
      root = value(1);
      next();
    }
    if (root == null || root instanceof Scalar scalar && scalar.plain() && blank(scalar.text())) {
      problems.error(text.at(0), "the plan is empty", SMALLEST);
      return Optional.empty();
    }
    if (root instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.error(
        root.location(), "a plan is a map of keys, but this is something else", SMALLEST);
    return Optional.empty();
  }

  private static boolean blank(String plain) {
    return plain.isEmpty() || plain.equals("~") || plain.equalsIgnoreCase("null");
  }

  private JsonToken next() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      check(token);
      return token;
    } catch (EventParser.CollectionAsKeyException asKey) {
      problems.error(
          text.at(asKey.mark().getIndex()),
          "a key must be a text, but this is a list, a map or an alias",
          "Put a text that begins with \"[\", \"{\" or \"*\" in quotes.");
    } catch (IOException | RuntimeException broken) {
      reportSyntax(broken);
    }
    throw new StopException();
  }

  /** Whether an error is what a sign before it on the same line has led to. */
  private boolean follows(Mark mark) {
    return mark != null && lastSign != null && text.at(mark.getIndex()).line() == lastSign.line();
  }

  private void check(JsonToken token) throws IOException {
    Optional<Mark> second = parser.secondDocument();
    if (second.isPresent()) {
      throw stop(
          text.at(second.get().getIndex()),
          "a second document begins here, but a plan file holds one",
          "Remove the line \"---\", or move what follows to a file of its own.");
    }
    if (parser.events() > MAX_TOKENS) {
      throw stop(
          text.at(parser.reached()),
          "the file has more than " + MAX_TOKENS + " keys and values",
          "Split it into several files.");
    }
    if (token != null) {
      checkProperties(parser.event());
    }
  }

  private StopException stop(Location place, String problem, String remedy) {
    problems.error(place, problem, remedy);
    return new StopException();
  }

  private void reportSyntax(Exception broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof StopException) {
        return;
      }
      if (cause instanceof MarkedYAMLException marked) {
        if (!follows(marked.getProblemMark()) && !follows(marked.getContextMark())) {
          SyntaxErrors.report(marked, text, problems);
        }
        return;
      }
    }
    SyntaxErrors.reportUnknown(text.at(parser.reached()), problems);
  }

  /** Refuses anchors and tags, which Jackson would drop; reading goes on. */
  private void checkProperties(Event event) {
    if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
      if (node.getAnchor() != null) {
        refuseSign(
            "anchors (\"&name\") are not allowed in a plan",
            "Remove it, or put a text that begins with \"&\" in quotes.");
      }
      boolean tagged =
          node instanceof ScalarEvent scalar
              ? scalar.getTag() != null
              : node instanceof CollectionStartEvent start && start.getTag() != null;
      if (tagged) {
        refuseSign(
            "tags (\"!name\") are not allowed in a plan",
            "Remove it, or put a text that begins with \"!\" in quotes.");
      }
    }
  }

  /** Refuses a text that YAML takes for a sign; it may spoil the rest of its line, too. */
  private void refuseSign(String problem, String remedy) {
    lastSign = here();
    if (!SyntaxErrors.reportTrap(lastSign, text, problems)) {
      problems.error(lastSign, problem, remedy);
    }
  }

  private Location here() {
    return text.at(parser.event().getStartMark().getIndex());
  }

  private YamlNode value(int depth) throws IOException {
    Location start = here();
    Event event = parser.event();
    if (event instanceof AliasEvent) {
      refuseSign(
          "aliases (\"*name\") are not allowed in a plan",
          "Write the value out, or put a text that begins with \"*\" in quotes.");
      return new Scalar(start, "", Style.REFUSED);
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(start, scalar);
    }
    if (depth > MAX_DEPTH) {
      throw stop(
          start,
          "lists and maps are nested more than " + MAX_DEPTH + " deep",
          "Nest them less deeply.");
    }
    return parser.currentToken() == JsonToken.START_OBJECT
        ? mapping(start, depth)
        : sequence(start, depth);
  }

  private Scalar scalar(Location start, ScalarEvent event) {
    String value = event.getValue();
    boolean good = event.getAnchor() == null && event.getTag() == null && isGood(start, value);
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    return new Scalar(start, value, !good ? Style.REFUSED : plain ? Style.PLAIN : Style.TEXT);
  }

  private boolean isGood(Location start, String value) {
    if (value.length() > MAX_SCALAR) {
      problems.error(
          start,
          "this text has " + value.length() + " characters, but the longest is " + MAX_SCALAR,
          "Shorten it.");
      return false;
    }
    Optional<Integer> forbidden =
        value
            .codePoints()
            .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t' || isSurrogate(c))
            .boxed()
            .findFirst();
    forbidden.ifPresent(
        c ->
            problems.error(
                start,
                String.format(
                    Locale.ROOT, "this text holds the character U+%04X, which cannot be shown", c),
                "Remove its escape."));
    return forbidden.isEmpty();
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private Sequence sequence(Location start, int depth) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      items.add(value(depth + 1));
    }
    return new Sequence(start, items);
  }

  private Mapping mapping(Location start, int depth) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Map<String, Location> seen = new HashMap<>();
    while (next() != JsonToken.END_OBJECT) {
      Location keyPlace = here();
      ScalarEvent event = (ScalarEvent) parser.event();
      boolean good = isGood(keyPlace, event.getValue());
      boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
      next();
      YamlNode value = value(depth + 1);
      if (good && isNew(event.getValue(), plain, keyPlace, seen)) {
        entries.add(new Entry(event.getValue(), keyPlace, value));
      }
    }
    return new Mapping(start, entries);
  }

  private boolean isNew(String key, boolean plain, Location place, Map<String, Location> seen) {
    if (plain && key.equals("<<")) {
      problems.error(place, "merge keys (\"<<\") are not allowed in a plan", "Write the keys out.");
      return false;
    }
    Location first = seen.putIfAbsent(key, place);
    if (first != null) {
      problems.error(
          place,
          "the key " + Words.quote(key) + " is already written at " + first,
          "Keep one of the two.");
    }
    return first == null;
  }
}
