package dev.coord.evidence.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document as it is written: nothing is resolved, so that an alias cannot make much
 * of little, and within the limits of plans.
 */
public final class YamlReader {

  /** The most characters of a document. */
  static final int MAX_CHARACTERS = 1 << 20;

  /** The most beginnings, ends, keys and values. */
  static final int MAX_TOKENS = 200_000;

  /** The deepest nesting of lists and maps. */
  static final int MAX_DEPTH = 32;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String MERGE = "<<";

  private final Parser parser;
  private int tokens;

  private YamlReader(String text) {
    this.parser = new ParserImpl(new StreamReader(text), new LoaderOptions());
  }

  /** Why a document is not read on. */
  private static final class UnreadableException extends Exception {
    UnreadableException(String reason) {
      super(reason);
    }
  }

  /**
   * Reads a text.
   *
   * @return its only document; empty when it has none or several, is no YAML, has a key twice or
   *     one that is no text, merges maps, or is beyond the limits
   */
  public static Optional<YamlValue> read(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try {
      return new YamlReader(plain).document();
    } catch (UnreadableException | YAMLException e) {
      return Optional.empty();
    }
  }

  private Optional<YamlValue> document() throws UnreadableException {
    next();
    if (!next().is(Event.ID.DocumentStart)) {
      return Optional.empty();
    }
    YamlValue value = value(next(), 0);
    next();
    return next().is(Event.ID.StreamEnd) ? Optional.of(value) : Optional.empty();
  }

  private Event next() throws UnreadableException {
    if (++tokens > MAX_TOKENS) {
      throw new UnreadableException("it has too many keys and values");
    }
    return parser.getEvent();
  }

  private YamlValue value(Event event, int depth) throws UnreadableException {
    if (depth == MAX_DEPTH && event instanceof CollectionStartEvent) {
      throw new UnreadableException("it is nested too deeply");
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag() == null
          ? new YamlValue.Text(scalar.getValue(), scalar.isPlain())
          : new YamlValue.Unknown();
    } else if (event instanceof SequenceStartEvent start) {
      YamlValue items = items(depth + 1);
      return start.getTag() == null ? items : new YamlValue.Unknown();
    } else if (event instanceof MappingStartEvent start) {
      YamlValue entries = entries(depth + 1);
      return start.getTag() == null ? entries : new YamlValue.Unknown();
    } else if (event instanceof AliasEvent) {
      return new YamlValue.Unknown();
    }
    throw new UnreadableException("a value is missing");
  }

  private YamlValue items(int depth) throws UnreadableException {
    List<YamlValue> items = new ArrayList<>();
    for (Event event = next(); !event.is(Event.ID.SequenceEnd); event = next()) {
      items.add(value(event, depth));
    }
    return new YamlValue.Items(items);
  }

  private YamlValue entries(int depth) throws UnreadableException {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (Event event = next(); !event.is(Event.ID.MappingEnd); event = next()) {
      boolean text = event instanceof ScalarEvent scalar && scalar.getTag() == null;
      String key = text ? ((ScalarEvent) event).getValue() : MERGE;
      if (key.equals(MERGE) || entries.put(key, value(next(), depth)) != null) {
        throw new UnreadableException("a key stands twice, merges maps or is no text");
      }
    }
    return new YamlValue.Entries(entries);
  }
}
