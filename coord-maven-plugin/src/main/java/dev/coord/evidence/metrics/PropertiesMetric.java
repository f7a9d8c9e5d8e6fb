package dev.coord.evidence.metrics;

import dev.coord.evidence.InvalidReportException;
import dev.coord.plan.MetricSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** A number of a properties file, as {@link Properties} reads it, in UTF-8. */
final class PropertiesMetric {

  /** What is read whole may have so many bytes. */
  private static final int MAX_BYTES = 16 << 20;

  private PropertiesMetric() {}

  static void read(InputStream in, MetricSource source, Samples samples)
      throws IOException, InvalidReportException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw samples.invalid(0, "the file is larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    Set<String> twice = new HashSet<>();
    Properties properties = loaded(bytes, bytes.length, twice, samples);
    if (twice.contains(source.read())) {
      throw samples.invalid(0, source.read() + " has two values");
    }
    String value = properties.getProperty(source.read());
    if (value == null) {
      return;
    }
    if (!source.where().isEmpty()) {
      samples.absent(
          0,
          source.read() + " has one value in a properties file, and where says which of several",
          "Remove where from the rule, or read another key.");
      return;
    }
    // Of what stands in the last line, nobody can tell where it ends but by the end of that.
    int ended = ended(bytes);
    if (ended < bytes.length
        && !value.equals(
            loaded(bytes, ended, new HashSet<>(), samples).getProperty(source.read()))) {
      throw samples.unended(0);
    }
    samples.add(value, Optional.empty(), 0);
  }

  /** How many bytes there are to the last end of a line. */
  private static int ended(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n' && bytes[length - 1] != '\r') {
      length--;
    }
    return length;
  }

  private static Properties loaded(byte[] bytes, int length, Set<String> twice, Samples samples)
      throws IOException, InvalidReportException {
    Properties properties =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object value) {
            Object before = super.put(key, value);
            if (before != null && !before.equals(value)) {
              twice.add((String) key);
            }
            return before;
          }
        };
    try {
      properties.load(
          new InputStreamReader(
              new ByteArrayInputStream(bytes, 0, length), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw samples.invalid(0, "an escape of the form \\uXXXX is malformed");
    }
    return properties;
  }
}
