package dev.coord.evidence.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Labels of a sample in Prometheus' text format: {@code {method="post",code="200"}}. */
final class PrometheusLabels {

  private static final char END = '\0';

  private final String text;
  private int at = 1;

  private PrometheusLabels(String text) {
    this.text = text;
  }

  /**
   * Reads labels.
   *
   * @param text with the braces around them
   * @return empty when they cannot be read
   */
  static Optional<Map<String, String>> of(String text) {
    Map<String, String> labels = new HashMap<>();
    PrometheusLabels in = new PrometheusLabels(text);
    for (in.space(); in.current() != '}'; in.space()) {
      String name = in.name();
      in.space();
      if (name.isEmpty() || !in.takes('=')) {
        return Optional.empty();
      }
      in.space();
      Optional<String> value = in.quoted();
      if (value.isEmpty() || labels.put(name, value.get()) != null) {
        return Optional.empty();
      }
      in.space();
      if (!in.takes(',') && in.current() != '}') {
        return Optional.empty();
      }
    }
    return in.at == text.length() - 1 ? Optional.of(labels) : Optional.empty();
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private boolean takes(char wanted) {
    boolean there = current() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void space() {
    while (current() == ' ' || current() == '\t') {
      at++;
    }
  }

  private String name() {
    int begin = at;
    while (current() == '_'
        || current() >= 'a' && current() <= 'z'
        || current() >= 'A' && current() <= 'Z'
        || current() >= '0' && current() <= '9') {
      at++;
    }
    return text.substring(begin, at);
  }

  private Optional<String> quoted() {
    if (!takes('"')) {
      return Optional.empty();
    }
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return Optional.of(value.toString());
      }
      if (c == '\\' && at < text.length()) {
        char escaped = text.charAt(at++);
        value.append(escaped == 'n' ? '\n' : escaped);
      } else {
        value.append(c);
      }
    }
    return Optional.empty();
  }
}
