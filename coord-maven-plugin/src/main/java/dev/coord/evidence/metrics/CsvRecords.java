package dev.coord.evidence.metrics;

import dev.coord.evidence.InvalidReportException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of fields, as RFC 4180 has them: in quotes, a field may hold separators, line breaks and
 * doubled quotes. Lines without a character are passed over.
 */
final class CsvRecords {

  /** The longest field, and the most fields of a record. */
  private static final int MAX_FIELD = 1 << 16;

  private static final int MAX_FIELDS = 10_000;
  private static final int END = -1;

  private final Reader in;
  private final Samples samples;
  private final char separator;
  private int next;
  private int line = 1;
  private int first = 1;
  private boolean quoted;

  /**
   * Records of a text.
   *
   * @param in buffered, at its beginning
   */
  CsvRecords(Reader in, char separator, Samples samples) throws IOException {
    this.in = in;
    this.separator = separator;
    this.samples = samples;
    this.next = in.read();
  }

  /** The line on which the last record began. */
  int line() {
    return first;
  }

  /**
   * Whether the last field of the last record may go on: neither quotes nor a line end are behind
   * it, but the end of the text.
   */
  boolean isOpen() {
    return next == END && !quoted;
  }

  /** The next record; empty at the end. */
  List<String> advance() throws IOException, InvalidReportException {
    while (next == '\n' || next == '\r') {
      step();
    }
    first = line;
    List<String> fields = new ArrayList<>();
    while (next != END) {
      quoted = next == '"';
      fields.add(quoted ? quoted() : plain());
      if (fields.size() > MAX_FIELDS) {
        throw samples.invalid(first, "a line has more than " + MAX_FIELDS + " fields");
      }
      if (next != separator) {
        break;
      }
      step();
      if (next == END || next == '\n' || next == '\r') {
        quoted = false;
        fields.add("");
        break;
      }
    }
    return fields;
  }

  private String plain() throws IOException, InvalidReportException {
    StringBuilder field = new StringBuilder();
    while (next != separator && next != '\n' && next != '\r' && next != END) {
      append(field);
    }
    return field.toString();
  }

  private String quoted() throws IOException, InvalidReportException {
    StringBuilder field = new StringBuilder();
    step();
    while (true) {
      if (next == END) {
        throw samples.invalid(first, "a field in quotes does not end");
      }
      if (next == '"') {
        step();
        if (next != '"') {
          break;
        }
      }
      append(field);
    }
    if (next != separator && next != '\n' && next != '\r' && next != END) {
      throw samples.invalid(first, "something stands behind a field in quotes");
    }
    return field.toString();
  }

  private void append(StringBuilder field) throws IOException, InvalidReportException {
    if (field.length() == MAX_FIELD) {
      throw samples.invalid(first, "a field is longer than " + (MAX_FIELD >> 10) + " KiB");
    }
    field.append((char) next);
    step();
  }

  private void step() throws IOException {
    if (next == '\n') {
      line++;
    }
    next = in.read();
  }
}
