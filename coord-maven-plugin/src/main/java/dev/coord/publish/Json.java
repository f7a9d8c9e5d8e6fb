package dev.coord.publish;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import dev.coord.diagnostic.Location;
import dev.coord.path.PathPatterns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Writes one JSON object, the same bytes everywhere: two spaces of indentation, line feeds, UTF-8,
 * a line feed at the end. What is empty is left out; lists are always there.
 */
final class Json {

  private static final Pattern HALF_A_PAIR =
      Pattern.compile(
          "[\\x{d800}-\\x{dbff}](?![\\x{dc00}-\\x{dfff}])|(?<![\\x{d800}-\\x{dbff}])[\\x{dc00}-\\x{dfff}]");

  private final JsonGenerator generator;
  private final UnaryOperator<String> change;

  private Json(JsonGenerator generator, UnaryOperator<String> change) {
    this.generator = generator;
    this.change = change;
  }

  /**
   * Writes an object.
   *
   * @param change applied to every text before it is written
   */
  static byte[] write(UnaryOperator<String> change, Consumer<Json> content) {
    return bytes(
        generator -> {
          generator.writeStartObject();
          content.accept(new Json(generator, change));
          generator.writeEndObject();
        });
  }

  /** Writes a list of objects. */
  static <T> byte[] writeList(List<T> items, BiConsumer<Json, T> content) {
    return bytes(
        generator -> {
          Json json = new Json(generator, text -> text);
          generator.writeStartArray();
          for (T item : items) {
            generator.writeStartObject();
            content.accept(json, item);
            generator.writeEndObject();
          }
          generator.writeEndArray();
        });
  }

  private interface Content {
    void write(JsonGenerator generator) throws IOException;
  }

  private static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Spacing.AFTER)
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(bytes, JsonEncoding.UTF8).setPrettyPrinter(printer)) {
      content.write(generator);
      generator.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Json text(String name, String text) {
    return text.isEmpty() ? this : field(name, safe(text));
  }

  /** A path, a branch or an id: nothing in it is changed but what cannot be encoded. */
  Json exact(String name, String text) {
    return field(name, encodable(text));
  }

  private Json field(String name, String text) {
    try {
      generator.writeStringField(name, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Json exact(String name, Optional<String> text) {
    text.ifPresent(t -> exact(name, t));
    return this;
  }

  Json text(String name, Optional<?> value) {
    value.ifPresent(v -> text(name, v.toString()));
    return this;
  }

  Json number(String name, long number) {
    return run(() -> generator.writeNumberField(name, number));
  }

  Json flag(String name, boolean flag) {
    return run(() -> generator.writeBooleanField(name, flag));
  }

  Json number(String name, OptionalInt number) {
    return number.isPresent() ? number(name, number.getAsInt()) : this;
  }

  Json texts(String name, List<String> texts) {
    return array(name, texts, this::safe);
  }

  /** Paths, branches or ids. */
  Json exacts(String name, List<String> texts) {
    return array(name, texts, Json::encodable);
  }

  /** Patterns of paths, as the plan writes them. */
  Json patterns(String name, PathPatterns patterns) {
    return array(name, patterns.patterns(), pattern -> encodable(pattern.text()));
  }

  private <T> Json array(String name, List<T> items, Function<T, String> text) {
    return run(
        () -> {
          generator.writeArrayFieldStart(name);
          for (T item : items) {
            generator.writeString(text.apply(item));
          }
          generator.writeEndArray();
        });
  }

  Json object(String name, Consumer<Json> content) {
    return run(
        () -> {
          generator.writeObjectFieldStart(name);
          content.accept(this);
          generator.writeEndObject();
        });
  }

  /** A list of objects. */
  <T> Json list(String name, Collection<T> items, Consumer<T> content) {
    return run(
        () -> {
          generator.writeArrayFieldStart(name);
          for (T item : items) {
            generator.writeStartObject();
            content.accept(item);
            generator.writeEndObject();
          }
          generator.writeEndArray();
        });
  }

  /** A place: file, line and column where they are known, and the commit it was read from. */
  Json place(String name, Location place) {
    return object(name, json -> json.place(place));
  }

  void place(Location place) {
    exact("file", place.file());
    if (place.line() > 0) {
      number("line", place.line());
    }
    if (place.column() > 0) {
      number("column", place.column());
    }
    exact("commit", place.commit());
  }

  private String safe(String text) {
    return encodable(change.apply(text));
  }

  /** Halves of surrogate pairs are no characters. */
  private static String encodable(String text) {
    // Few texts have surrogates, and the pattern takes long to say that there is none.
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return HALF_A_PAIR.matcher(text).replaceAll("\ufffd");
      }
    }
    return text;
  }

  private Json run(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
