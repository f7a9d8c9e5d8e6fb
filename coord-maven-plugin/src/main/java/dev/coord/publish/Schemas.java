package dev.coord.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Schemas (draft 2020-12) of plan files and of {@code status.json}, which are published
 * with every site, so that editors and scripts find them where they find the rest.
 *
 * <p>The name of a file and its {@code $id} bear the version of the format that it describes. Both
 * are whole by themselves: they refer to nothing outside.
 */
public final class Schemas {

  /** Where the schema of plan files is, from the directory of the site. */
  public static final String PLAN = "schema/plan-1.schema.json";

  /** Where the schema of {@code status.json} is, from the directory of the site. */
  public static final String STATUS = "schema/status-1.schema.json";

  private Schemas() {}

  /** The files by their paths from the directory of the site. */
  public static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(PLAN, read(PLAN));
    files.put(STATUS, read(STATUS));
    return files;
  }

  private static byte[] read(String path) {
    try (InputStream in = Schemas.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
