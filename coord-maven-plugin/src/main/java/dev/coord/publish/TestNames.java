package dev.coord.publish;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.coord.evidence.RecordedTests;
import dev.coord.evidence.RecordedTests.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of a run's tests as one JSON object, a line for each class: so notes of runs that are
 * alike take git little more than one. Whoever can push can have written it: what is of another
 * form is not read at all.
 */
public final class TestNames {

  /** Most bytes that are written and read: some 400,000 tests. */
  public static final int MOST_BYTES = 16 << 20;

  private static final int VERSION = 1;
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(8)
                  .maxNumberLength(10)
                  .maxNameLength(100)
                  .maxStringLength(10_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private TestNames() {}

  /** The object. The same tests give the same bytes. */
  public static byte[] write(RecordedTests tests) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", VERSION);
      json.writeStringField("commit", tests.commit());
      json.writeStringField("judged_on", tests.day().toString());
      json.writeArrayFieldStart("classes");
      for (Suite suite : tests.suites()) {
        json.writeRaw('\n');
        write(json, suite);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Suite suite) throws IOException {
    json.writeStartObject();
    json.writeStringField("class", suite.className());
    if (suite.file().isPresent()) {
      json.writeStringField("file", suite.file().get());
    }
    json.writeArrayFieldStart("tests");
    for (String name : suite.names()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * The tests that an object tells of.
   *
   * @return empty when it is none, of another version, or larger than {@value #MOST_BYTES} bytes
   */
  public static Optional<RecordedTests> read(byte[] json) {
    if (json.length > MOST_BYTES) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(json)) {
      RecordedTests tests = new Reading(parser).tests();
      return parser.nextToken() == null ? Optional.of(tests) : Optional.empty();
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** One object that is read. */
  private static final class Reading {

    private final JsonParser parser;
    private int version;
    private String commit = "";
    private String day = "";
    private final List<Suite> suites = new ArrayList<>();

    Reading(JsonParser parser) {
      this.parser = parser;
    }

    RecordedTests tests() throws IOException {
      parser.nextToken();
      expect(JsonToken.START_OBJECT);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "schema_version" -> version = number();
          case "commit" -> commit = text();
          case "judged_on" -> day = text();
          case "classes" -> suites();
          default -> parser.skipChildren();
        }
      }
      if (version != VERSION
          || !COMMIT.matcher(commit).matches()
          || !DAY.matcher(day).matches()
          || suites.isEmpty()) {
        throw unfit();
      }
      return new RecordedTests(commit, LocalDate.parse(day), suites);
    }

    private void suites() throws IOException {
      expect(JsonToken.START_ARRAY);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        suite();
      }
    }

    private void suite() throws IOException {
      expect(JsonToken.START_OBJECT);
      String type = "";
      Optional<String> file = Optional.empty();
      List<String> names = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "class" -> type = text();
          case "file" -> file = Optional.of(text());
          case "tests" -> {
            expect(JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              names.add(text());
            }
          }
          default -> parser.skipChildren();
        }
      }
      suites.add(new Suite(type, file, names));
    }

    private int number() throws IOException {
      expect(JsonToken.VALUE_NUMBER_INT);
      return parser.getIntValue();
    }

    private String text() throws IOException {
      expect(JsonToken.VALUE_STRING);
      return parser.getText();
    }

    private void expect(JsonToken token) throws IOException {
      if (parser.currentToken() != token) {
        throw unfit();
      }
    }

    private static IOException unfit() {
      return new IOException("of another form than it is written in");
    }
  }
}
