package dev.coord.evidence.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON file whole; what says a member twice is refused. */
final class JsonReader {

  /** How many values one file may have. */
  static final int MAX_VALUES = 2_000_000;

  private static final String AGAIN = "Let the tool write the file again.";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String report;
  private int left = MAX_VALUES;

  private JsonReader(String report) {
    this.report = report;
  }

  /**
   * Reads it.
   *
   * @param report path of the file
   * @throws InvalidReportException when it is not one value of JSON, is cut off, or holds too much
   */
  static JsonValue read(InputStream in, String report) throws IOException, InvalidReportException {
    try (JsonParser parser = JSON.createParser(in)) {
      JsonReader reader = new JsonReader(report);
      if (parser.nextToken() == null) {
        throw new InvalidReportException(Location.ofFile(report), "the file is empty", AGAIN);
      }
      JsonValue value = reader.value(parser);
      if (parser.nextToken() != null) {
        throw reader.invalid(parser.currentTokenLocation(), "there is more than one JSON value");
      }
      return value;
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw new InvalidReportException(
          place == null ? Location.ofFile(report) : at(report, place),
          "this is not JSON, or it is cut off",
          AGAIN);
    }
  }

  private JsonValue value(JsonParser parser) throws IOException, InvalidReportException {
    if (--left < 0) {
      throw new InvalidReportException(
          Location.ofFile(report),
          "the file holds more than " + MAX_VALUES + " values",
          "Name a smaller file.");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield new JsonValue.Members(members);
      }
      case START_ARRAY -> {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield new JsonValue.Items(items);
      }
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new JsonValue.Text(parser.getText(), parser.currentTokenLocation().getLineNr());
      default -> new JsonValue.Word();
    };
  }

  private InvalidReportException invalid(JsonLocation place, String problem) {
    return new InvalidReportException(at(report, place), problem, AGAIN);
  }

  private static Location at(String report, JsonLocation place) {
    return Location.of(
        report,
        Math.max(place.getLineNr(), 0),
        place.getLineNr() < 1 ? 0 : Math.max(place.getColumnNr(), 0));
  }
}
