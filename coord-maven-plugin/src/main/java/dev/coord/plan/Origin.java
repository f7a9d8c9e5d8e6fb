package dev.coord.plan;

import dev.coord.diagnostic.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a record of the plan was written, and where each of its fields.
 *
 * <p>Fields are addressed by their key in the plan file; an item of a list by {@code key[index]},
 * counted from 0.
 *
 * @param self where the record begins
 * @param fields places of the values, by key
 */
public record Origin(Location self, Map<String, Location> fields) {

  /** Copies the places. */
  public Origin {
    Objects.requireNonNull(self, "self");
    fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A record at a place, without places of its fields. */
  public static Origin at(Location self) {
    return new Origin(self, Map.of());
  }

  /** The place of a field's value, or of the record when the field was not written. */
  public Location of(String key) {
    return fields.getOrDefault(key, self);
  }

  /** The place of an item of a list, or of the list, or of the record. */
  public Location of(String key, int index) {
    return fields.getOrDefault(key + "[" + index + "]", of(key));
  }

  /** The same origin with one field's place replaced, as when a claim is read at a branch's tip. */
  public Origin with(String key, Location place) {
    Map<String, Location> changed = new LinkedHashMap<>(fields);
    changed.put(key, place);
    return new Origin(self, changed);
  }
}
