package dev.coord.evidence.tests;

import dev.coord.diagnostic.Location;
import java.util.Objects;

/**
 * A suite with tests, as a report tells it.
 *
 * @param name its name
 * @param place where it is in the report
 * @param fingerprint of all by which one run of it can be told from another
 */
record ReportedSuite(String name, Location place, long fingerprint) {

  ReportedSuite {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(place, "place");
  }
}
