package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * What a waiver is for.
 *
 * @param name {@code gate} or {@code gate.key}, as written
 * @param place where the name is written
 * @param paths where its paths are written; empty when it has none
 * @param finding where its single finding is written; empty when it has none
 */
record WaivedResult(
    String name, Location place, Optional<Location> paths, Optional<Location> finding) {
  WaivedResult {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(paths, "paths");
    Objects.requireNonNull(finding, "finding");
  }
}
