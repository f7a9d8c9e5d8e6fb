package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPattern;
import java.util.Objects;

/**
 * An entry of a plan's {@code include} list.
 *
 * @param pattern the plan files that are meant, anchored to the root of the repository; it ends in
 *     {@code .yml} or {@code .yaml}
 * @param written the pattern as the plan has it: relative to the root of the repository when it
 *     begins with a slash, else to the directory of the file
 * @param location where the entry is written
 */
public record Included(PathPattern pattern, String written, Location location) {
  /** Checks that all are there. */
  public Included {
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(written, "written");
    Objects.requireNonNull(location, "location");
  }
}
