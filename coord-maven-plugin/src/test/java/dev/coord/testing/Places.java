package dev.coord.testing;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Origin;
import java.util.Map;
import java.util.TreeMap;

/** Places in plan files. */
public final class Places {

  /** The plan file where no other is named. */
  public static final String FILE = "coord.yml";

  private Places() {}

  /** A line of {@code coord.yml}. */
  public static Location line(int line) {
    return line(FILE, line);
  }

  /** A line of a file. */
  public static Location line(String file, int line) {
    return Location.of(file, line, 0);
  }

  /** A record that begins at a line of {@code coord.yml}. */
  public static Origin origin(int line) {
    return Origin.at(line(line));
  }

  /** Somewhere in {@code coord.yml}, where the place does not matter. */
  public static Origin origin() {
    return origin(1);
  }

  /** A record at a place, with its fields at lines of the same file. */
  static Origin origin(Location self, Map<String, Integer> lines) {
    Map<String, Location> fields = new TreeMap<>();
    lines.forEach((key, line) -> fields.put(key, line(self.file(), line)));
    return new Origin(self, fields);
  }
}
