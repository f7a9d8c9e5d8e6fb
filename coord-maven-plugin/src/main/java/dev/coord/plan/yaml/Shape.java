package dev.coord.plan.yaml;

/**
 * What kind of map is read.
 *
 * @param what with its article, as messages call it: {@code a workstream}
 * @param example the shortest useful one, in YAML's flow style
 */
record Shape(String what, String example) {}
