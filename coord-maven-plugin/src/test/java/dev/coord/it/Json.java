package dev.coord.it;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A JSON value: what is not there is an error, so that no test passes on nothing.
 *
 * @param value a map, a list, a text, a number or a boolean
 */
record Json(Object value) {

  static Json read(byte[] bytes) {
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      parser.nextToken();
      return new Json(value(parser));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          if (map.put(name, value(parser)) != null) {
            throw new IllegalStateException("two values of " + name);
          }
        }
        return map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        return list;
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return parser.getBooleanValue();
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return parser.getNumberValue();
      }
      default -> {
        return parser.getText();
      }
    }
  }

  boolean has(String name) {
    return ((Map<?, ?>) value).containsKey(name);
  }

  Json at(String name) {
    return new Json(
        Objects.requireNonNull(((Map<?, ?>) value).get(name), () -> name + " in " + value));
  }

  String text(String name) {
    return (String) at(name).value();
  }

  boolean flag(String name) {
    return (Boolean) at(name).value();
  }

  int number(String name) {
    return ((Number) at(name).value()).intValue();
  }

  List<Json> list(String name) {
    return ((List<?>) at(name).value()).stream().map(Json::new).toList();
  }

  /** The texts of one name in all items of a list. */
  List<String> texts(String name, String inside) {
    return list(name).stream().map(item -> item.text(inside)).toList();
  }

  /** The first item of a list that has this text. */
  Json item(String name, String inside, String text) {
    return list(name).stream()
        .filter(item -> item.has(inside) && item.text(inside).equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + inside + " " + text + " in " + at(name)));
  }

  /** A row of the gates in {@code status.json}. */
  Json gate(String id) {
    return item("gates", "id", id);
  }

  /** A place as {@code file:line}. */
  String place(String name) {
    Json place = at(name);
    return place.text("file") + ":" + place.number("line");
  }
}
