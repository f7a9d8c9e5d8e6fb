package dev.coord.plan.yaml;

import dev.coord.plan.yaml.YamlNode.Entry;
import dev.coord.plan.yaml.YamlNode.Hole;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What cannot be told of a plan of which a part cannot be read. Why it cannot was told; a mistake
 * that mending it may undo is not told beside it.
 *
 * <p>An id may stand in what cannot be read, so a name that no readable part defines is not called
 * unknown as long as there is
 *
 * <ul>
 *   <li>a file that cannot be read, or lines at the top of one: for names of every kind
 *   <li>a list of the plan, an item of it or the id of an item that cannot be read, or is no list,
 *       no map or no id, or an item without an id of which other keys cannot be read: for names of
 *       what the list defines.
 * </ul>
 */
final class Doubts {
  /** A value that other parts of a plan are checked against. */
  enum Value {
    INTEGRATION_BRANCH
  }

  private final Set<Kind> open = EnumSet.noneOf(Kind.class);
  private final Set<String> gates = new HashSet<>();
  private final Set<Value> values = EnumSet.noneOf(Value.class);

  /**
   * Looks for places where ids may be.
   *
   * @param complete whether all files could be read, mistakes inside of their keys aside
   */
  void look(Mapping plan, boolean complete) {
    for (Kind kind : Kind.values()) {
      if (!complete || mayDefine(plan, kind.key())) {
        open.add(kind);
      }
    }
  }

  /**
   * Whether a list may define what cannot be read.
   *
   * @param key of the list, or of the maps around it and of the list, joined by dots
   */
  private static boolean mayDefine(Mapping map, String key) {
    int dot = key.indexOf('.');
    String first = dot < 0 ? key : key.substring(0, dot);
    Stream<YamlNode> written =
        Stream.concat(
            map.get(first).stream(),
            map.again().stream().filter(entry -> entry.key().equals(first)).map(Entry::value));
    return !map.complete()
        || written.anyMatch(
            node ->
                node instanceof Mapping inner && dot >= 0
                    ? mayDefine(inner, key.substring(dot + 1))
                    : mayHoldMore(node));
  }

  private static boolean mayHoldMore(YamlNode node) {
    return !(node instanceof Sequence list)
        || !list.complete()
        || list.items().stream().anyMatch(Doubts::mayHaveAnotherId);
  }

  private static boolean mayHaveAnotherId(YamlNode item) {
    if (!(item instanceof Mapping mapping)) {
      return true;
    }
    Optional<YamlNode> id = mapping.get("id");
    return id.isEmpty() ? !mapping.complete() : id.get() instanceof Hole;
  }

  /** Notes that the id of something cannot be read. */
  void id(Kind kind) {
    open.add(kind);
  }

  /** Whether something of a kind may be defined where nothing can be read. */
  boolean mayDefine(Kind kind) {
    return open.contains(kind);
  }

  /** Notes that a gate's rule was not read in whole. */
  void gate(String id) {
    gates.add(id);
  }

  boolean isAbout(String gate) {
    return gates.contains(gate);
  }

  void value(Value value) {
    values.add(value);
  }

  boolean isAbout(Value value) {
    return values.contains(value);
  }
}
