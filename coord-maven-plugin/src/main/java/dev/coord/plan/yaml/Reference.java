package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.List;

/**
 * A place that names something by its id.
 *
 * @param kinds what it may be
 * @param id the id as written
 * @param place where it is written
 */
record Reference(List<Kind> kinds, String id, Location place) {}
