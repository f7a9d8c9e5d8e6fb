package dev.coord.evidence.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one JSON file as a stream, within limits that no file can move.
 *
 * <p>The reader stands on a value. Whoever gets it reads the value whole, or leaves it, and it is
 * read over. A name that an object has twice is a mistake, as nobody can tell which one counts.
 */
public final class JsonReader {

  /** How deep objects and arrays may be nested. */
  public static final int MAX_DEPTH = 64;

  /** The longest text, in characters. */
  public static final int MAX_TEXT = 1 << 20;

  /** How many values {@link #value} makes of one file. */
  public static final int MAX_VALUES = 2_000_000;

  private static final int MAX_NAME = 1 << 16;
  private static final int MAX_DIGITS = 1_000;

  /** The longest name that a message repeats. */
  private static final int MAX_NAMED = 80;

  /** How Jackson says that an object has a name twice. */
  private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

  private static final String AGAIN = "Run the tool that writes this report again.";
  private static final String ONE =
      "Run the tool again, and let it write one value: lines of JSON each are not read.";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_DIGITS)
                  .maxNameLength(MAX_NAME)
                  .maxStringLength(MAX_TEXT)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** Takes the members of an object. */
  @FunctionalInterface
  public interface Members {
    /**
     * Takes one; the reader stands on its value.
     *
     * @throws InvalidReportException when it cannot be used
     */
    void take(String name) throws IOException, InvalidReportException;
  }

  /** Takes the elements of an array; the reader stands on each. */
  @FunctionalInterface
  public interface Elements {
    /**
     * Takes one.
     *
     * @throws InvalidReportException when it cannot be used
     */
    void take() throws IOException, InvalidReportException;
  }

  /** Takes the whole value. */
  @FunctionalInterface
  public interface Body {
    /**
     * Reads it; the reader stands on it.
     *
     * @throws InvalidReportException when it cannot be used
     */
    void read(JsonReader json) throws IOException, InvalidReportException;
  }

  private final JsonParser parser;
  private final String file;
  private int valuesLeft = MAX_VALUES;

  private JsonReader(JsonParser parser, String file) {
    this.parser = parser;
    this.file = file;
  }

  /**
   * Reads a file from its beginning to its end.
   *
   * @param bytes the file, in UTF-8
   * @param name the file as messages name it
   * @throws InvalidReportException when it is no JSON or is beyond the limits, with its place; and
   *     whatever the body throws
   */
  public static void read(InputStream bytes, String name, Body body)
      throws IOException, InvalidReportException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      JsonReader reader = new JsonReader(parser, name);
      try {
        parser.nextToken();
        body.read(reader);
        parser.skipChildren();
        if (parser.nextToken() != null) {
          throw reader.invalid("the file goes on after its end", ONE);
        }
      } catch (JsonEOFException e) {
        throw new InvalidReportException(
            place(name, e.getLocation()), "the file ends too early", AGAIN);
      } catch (StreamConstraintsException e) {
        throw reader.invalid("a text, number or nesting is beyond what a report can have");
      } catch (JsonProcessingException e) {
        throw new InvalidReportException(place(name, e.getLocation()), malformed(e), AGAIN);
      }
    }
  }

  private static String malformed(JsonProcessingException e) {
    Matcher twice = TWICE.matcher(e.getOriginalMessage());
    if (!twice.matches()) {
      return "the file is not well-formed JSON";
    }
    String name = twice.group(1);
    return (name.length() > MAX_NAMED ? "a long name" : "\"" + name + "\"")
        + " stands twice in one object";
  }

  /**
   * Gives each member of the object that the reader stands on.
   *
   * @throws InvalidReportException when it stands on something else
   */
  public void object(Members members) throws IOException, InvalidReportException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw invalid("an object should be here");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.take(name);
      parser.skipChildren();
    }
  }

  /**
   * Gives each element of the array that the reader stands on.
   *
   * @throws InvalidReportException when it stands on something else
   */
  public void array(Elements elements) throws IOException, InvalidReportException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw invalid("a list should be here");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.take();
      parser.skipChildren();
    }
  }

  /**
   * The whole number that the reader stands on.
   *
   * @throws InvalidReportException when it stands on something else, or the number is out of range
   */
  public long number(long min, long max) throws IOException, InvalidReportException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      long value = parser.getLongValue();
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw invalid("a whole number from " + min + " to " + max + " should be here");
  }

  /** The number that the reader stands on, as near as a double is; empty for any other value. */
  public OptionalDouble decimal() throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
        ? OptionalDouble.of(parser.getDoubleValue())
        : OptionalDouble.empty();
  }

  /** The {@code true} or {@code false} that the reader stands on; empty for any other value. */
  public Optional<Boolean> truth() {
    return parser.currentToken() == JsonToken.VALUE_TRUE
        ? Optional.of(true)
        : parser.currentToken() == JsonToken.VALUE_FALSE ? Optional.of(false) : Optional.empty();
  }

  /** Whether the reader stands on {@code null}. */
  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Whether the reader stands on an object. */
  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /** Whether the reader stands on nothing: the file is empty. */
  public boolean isNothing() {
    return parser.currentToken() == null;
  }

  /** The text that the reader stands on; empty for any other value. */
  public Optional<String> text() throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? Optional.of(parser.getText())
        : Optional.empty();
  }

  /**
   * The value that the reader stands on, whole.
   *
   * @throws InvalidReportException when it holds more than {@value #MAX_VALUES} values
   */
  public JsonValue value() throws IOException, InvalidReportException {
    if (--valuesLeft < 0) {
      throw invalid("the file holds more than " + MAX_VALUES + " values", "Name a smaller file.");
    }
    if (parser.currentToken() == null) {
      throw new InvalidReportException(Location.ofFile(file), "the file is empty", AGAIN);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object(name -> members.put(name, value()));
        yield new JsonValue.Members(members);
      }
      case START_ARRAY -> {
        List<JsonValue> items = new ArrayList<>();
        array(() -> items.add(value()));
        yield new JsonValue.Items(items);
      }
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new JsonValue.Text(parser.getText(), parser.currentTokenLocation().getLineNr());
      case VALUE_TRUE -> new JsonValue.Word(true);
      case VALUE_FALSE, VALUE_NULL -> new JsonValue.Word(false);
      default -> throw invalid("a value should be here");
    };
  }

  /** A mistake at the place of the reader that running the tool again may mend. */
  public InvalidReportException invalid(String problem) {
    return invalid(problem, AGAIN);
  }

  /** A mistake at the place of the reader. */
  public InvalidReportException invalid(String problem, String remedy) {
    return new InvalidReportException(place(file, parser.currentTokenLocation()), problem, remedy);
  }

  private static Location place(String file, JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? Location.ofFile(file)
        : Location.of(file, at.getLineNr(), Math.max(1, at.getColumnNr()));
  }
}
