package dev.coord.plan.yaml;

import dev.coord.plan.Origin;
import dev.coord.plan.yaml.YamlNode.Hole;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads items that are a text, or a map where there is more to say. */
final class TextOrMap {

  private TextOrMap() {}

  /**
   * Reads one item.
   *
   * @param key the key of the list
   * @param text what a text becomes
   * @param map what a map becomes
   */
  static <T> Optional<T> read(
      ReadContext context,
      YamlNode node,
      String key,
      Shape shape,
      BiFunction<Origin, String, T> text,
      Function<MappingReader, Optional<T>> map) {
    if (node instanceof Scalar || node instanceof Hole) {
      return new Scalars(context)
          .markdown(Field.item(key, node))
          .map(words -> text.apply(Origin.at(node.location()), words));
    }
    if (node instanceof Mapping mapping && mapping.isTextWithColon()) {
      context.error(
          node.location(),
          "a text that holds \": \" is a map of keys in YAML",
          "Put the text in quotes.");
      return Optional.empty();
    }
    if (!(node instanceof Mapping)) {
      Field field = Field.item(key, node);
      context.error(
          node.location(),
          field.label() + " must be a text or a map of keys, but is " + node.kind(),
          "Write for example " + field.example(shape.example()) + ".");
      return Optional.empty();
    }
    return MappingReader.read(context, node, shape, map);
  }
}
