package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.plan.yaml.YamlNode.Hole;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said where a map or list is not what it should be. */
final class Refusals {

  /** What stands behind the comma of a number with separators of thousands. */
  private static final Pattern THOUSANDS = Pattern.compile("[0-9]{3}(?:[^\\p{L}_].*)?");

  /** What is meant to be compared with a number. */
  private static final Pattern COMPARED = Pattern.compile("[<>=!]+ ?[0-9].*");

  private Refusals() {}

  /** Another kind of value stands where a map should. */
  static void notAMap(ReadContext context, YamlNode node, Shape shape) {
    if (node instanceof Hole) {
      return;
    }
    boolean noSpace = node instanceof Scalar scalar && scalar.text().matches("[a-z_]+:\\S.*");
    context.error(
        node.location(),
        shape.what() + " must be a map of keys, but is " + node.kind(),
        noSpace ? "Put a space after the colon." : "Write for example '" + shape.example() + "'.");
  }

  /**
   * Another kind of value stands where a list should.
   *
   * @param example an item; empty where the value itself may be one
   */
  static void notAList(ReadContext context, Field field, String example) {
    String item = example.isEmpty() ? "first, second" : example;
    if (field.node() instanceof Hole) {
      return;
    }
    if (field.node() instanceof Scalar scalar) {
      if (Scalars.isNothing(scalar)) {
        context.error(
            field.place(), field.label() + " has no value", "Write a list, or remove the key.");
        return;
      }
      item = example.isEmpty() ? Words.quote(scalar.text()) : example;
    }
    boolean compares =
        field.node() instanceof Scalar scalar && COMPARED.matcher(scalar.text()).matches();
    String other =
        compares ? "Write a list: no number is compared here." : "Begin each item with \"- \".";
    context.error(
        field.place(),
        field.label() + " must be a list, but is " + field.node().kind(),
        compares || field.node() instanceof Mapping
            ? other
            : "Write for example " + field.example("[" + item + "]") + ".");
  }

  /** A list that needs an item has none. */
  static void emptyList(ReadContext context, Field field, String example) {
    context.error(
        field.place(),
        field.label() + " is an empty list",
        "Write for example " + field.example(example) + ".");
  }

  /** An item that stands in its list already. */
  static void again(ReadContext context, Field field, String value, Location before) {
    context.error(
        field.place(),
        field.label() + " is " + Words.quote(value) + ", which is already listed at " + before,
        "Keep one of the two.");
  }

  /** A key that nothing is known of; returns the known one that was probably meant. */
  static Optional<String> unknownKey(
      ReadContext context, YamlNode.Entry entry, Shape shape, Collection<String> known) {
    int colon = entry.key().indexOf(':');
    if (colon > 0 && known.contains(entry.key().substring(0, colon))) {
      String key = entry.key().substring(0, colon);
      context.error(
          entry.keyLocation(),
          "a space is missing after the colon of a key",
          "Write for example '"
              + key
              + ": "
              + Words.plain(entry.key().substring(colon + 1))
              + "'.");
      return Optional.of(key);
    }
    Optional<String> nearest =
        OtherWords.key(entry.key(), known).or(() -> context.nearest().to(entry.key(), known));
    context.error(
        entry.keyLocation(),
        Words.quote(entry.key()) + " is not a key of " + shape.what(),
        nearest
            .map(key -> "Perhaps " + Words.quote(key) + " was meant.")
            .orElseGet(() -> unknownKey(entry.key(), known)));
    return nearest;
  }

  private static String unknownKey(String key, Collection<String> known) {
    return THOUSANDS.matcher(key).matches()
        ? "In braces a comma begins the next entry: write numbers without it, such as 1000."
        : Levels.remedy(key, known);
  }

  /** An id that is taken. */
  static void taken(
      ReadContext context,
      Kind kind,
      String id,
      Location place,
      Map.Entry<String, Location> before,
      String remedy) {
    String what = "the " + kind.noun() + " id " + Words.quote(id);
    context.error(
        place,
        before.getKey().equals(id)
            ? what + " is already used at " + before.getValue()
            : what
                + " differs from "
                + Words.quote(before.getKey())
                + " at "
                + before.getValue()
                + " by case only",
        remedy);
  }
}
