package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;

/**
 * A value and what messages call it.
 *
 * @param key the key it is written under
 * @param item whether it is an item of a list under that key
 * @param node the value
 */
record Field(String key, boolean item, YamlNode node) {

  static Field of(String key, YamlNode node) {
    return new Field(key, false, node);
  }

  static Field item(String key, YamlNode node) {
    return new Field(key, true, node);
  }

  Location place() {
    return node.location();
  }

  /** {@code "owner"}, or {@code an item of "owns"}. */
  String label() {
    return item ? "an item of \"" + Words.plain(key) + "\"" : Words.quote(key);
  }

  /** What to write, such as {@code 'owner: ana'} or {@code 'owns: [ana]'}, in single quotes. */
  String example(String value) {
    return "'" + Words.plain(key) + ": " + (item ? "[" + value + "]" : value) + "'";
  }
}
