package dev.coord.evidence.tests;

import dev.coord.diagnostic.Location;
import java.util.Objects;

/**
 * A suite with tests, as a report tells it.
 *
 * @param name its name
 * @param place where it is in the report
 * @param fingerprint of all by which one run of it can be told from another
 * @param position fingerprint of the file that it names and of the suites that it stands in
 * @param timed whether any of its tests took time: without, runs within one report that are alike
 *     may well be several
 */
record ReportedSuite(String name, Location place, long fingerprint, long position, boolean timed) {

  ReportedSuite {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(place, "place");
  }

  /** What is the same for two of one report that are one run, written twice. */
  Run run() {
    return new Run(fingerprint, position);
  }

  /** One run of a suite at its place among others. */
  record Run(long fingerprint, long position) {}
}
