package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Origin;
import dev.coord.plan.yaml.YamlNode.Entry;
import dev.coord.plan.yaml.YamlNode.Hole;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads the values of one map by key and type. A key that is asked for is a known one; every other
 * key is a mistake.
 */
final class MappingReader {
  private final ReadContext context;
  private final Scalars scalars;
  private final Shape shape;
  private final Mapping mapping;
  private final Map<String, Location> places = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();
  private final Map<String, String> missing = new TreeMap<>();

  private MappingReader(ReadContext context, Shape shape, Mapping mapping) {
    this.context = context;
    this.scalars = new Scalars(context);
    this.shape = shape;
    this.mapping = mapping;
    for (Entry entry : mapping.entries().values()) {
      places.put(entry.key(), entry.value().location());
      if (entry.value() instanceof Sequence list) {
        for (int i = 0; i < list.items().size(); i++) {
          places.put(entry.key() + "[" + i + "]", list.items().get(i).location());
        }
      } else if (entry.value() instanceof Mapping map) {
        map.entries()
            .values()
            .forEach(
                inner -> places.put(entry.key() + "." + inner.key(), inner.value().location()));
      }
    }
  }

  /**
   * Reads a map: all of it, so that every key the body did not ask for is reported.
   *
   * @return what the body makes of it; empty when the value is no map
   */
  static <T> Optional<T> read(
      ReadContext context, YamlNode node, Shape shape, Function<MappingReader, Optional<T>> body) {
    if (!(node instanceof Mapping mapping)) {
      Refusals.notAMap(context, node, shape);
      return Optional.empty();
    }
    MappingReader reader = new MappingReader(context, shape, mapping);
    Optional<T> result = body.apply(reader);
    reader.reportKeys();
    for (Entry again : mapping.again()) {
      body.apply(new MappingReader(context.aside(), shape, alone(again)));
    }
    return result;
  }

  /** What a key holds that was written before: what the first one holds need not be in it. */
  private static Mapping alone(Entry again) {
    YamlNode value =
        again.value() instanceof Mapping map
            ? new Mapping(map.location(), map.entries(), map.again(), false)
            : again.value();
    return new Mapping(
        again.keyLocation(),
        List.of(new Entry(again.key(), again.keyLocation(), value)),
        List.of(),
        false);
  }

  ReadContext context() {
    return context;
  }

  Scalars scalars() {
    return scalars;
  }

  /** Whether the map is read as one of a kind. */
  boolean isOf(Shape kind) {
    return shape.equals(kind);
  }

  /** Where the map begins. */
  Location place() {
    return mapping.location();
  }

  /** Where the value of a key is; where the map begins when the key is not written. */
  Location place(String key) {
    return places.getOrDefault(key, mapping.location());
  }

  /** Where everything was written; an entry of a nested map is at {@code key.name}. */
  Origin origin() {
    return new Origin(mapping.location(), places);
  }

  /** The same place under another key, for a value that can be written in two ways. */
  void alsoAt(String key, Location place) {
    places.putIfAbsent(key, place);
  }

  boolean has(String key) {
    known.add(key);
    return isWritten(key);
  }

  /** Whether a key is written; asking does not make it a known one. */
  boolean isWritten(String key) {
    return mapping.entries().containsKey(key);
  }

  Optional<Field> field(String key) {
    known.add(key);
    return mapping.get(key).map(node -> Field.of(key, node));
  }

  private <T> Optional<T> one(String key, Function<Field, Optional<T>> read) {
    return field(key).flatMap(read);
  }

  Optional<String> optional(String key) {
    return one(key, scalars::text);
  }

  String text(String key) {
    return optional(key).orElse("");
  }

  String markdown(String key) {
    return one(key, scalars::markdown).orElse("");
  }

  boolean flag(String key) {
    return one(key, scalars::flag).orElse(false);
  }

  Optional<LocalDate> date(String key) {
    return one(key, scalars::date);
  }

  OptionalInt integer(String key, int least, int most) {
    Optional<Integer> value = one(key, field -> scalars.integer(field, least, most));
    return value.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  <E> Optional<E> word(String key, Map<String, E> words) {
    return one(key, field -> scalars.word(field, words));
  }

  /** A value that must be there; says so when it is not, and no misspelt key stands for it. */
  <T> Optional<T> required(String key, String example, Function<Field, Optional<T>> read) {
    if (!has(key)) {
      missing.put(key, example);
    }
    return one(key, read);
  }

  /** Says that the map lacks something, unless it may stand where nothing can be read. */
  void missing(String what, String remedy) {
    if (mapping.complete()) {
      context.error(mapping.location(), shape.what() + " needs " + what, remedy);
    }
  }

  /** Whether a key can be told to be missing: it is not written, and no line of the map is lost. */
  boolean lacks(String key) {
    return !has(key) && mapping.complete();
  }

  /** Whether items may stand under a key beside those that can be read. */
  boolean mayHoldMore(String key) {
    Optional<YamlNode> node = mapping.get(key);
    return mapping.again().stream().anyMatch(again -> again.key().equals(key))
        || node.map(
                written ->
                    written instanceof Hole
                        || written instanceof Sequence list
                            && (!list.complete()
                                || list.items().stream().anyMatch(Hole.class::isInstance)))
            .orElse(!mapping.complete());
  }

  /** The id that this record defines. */
  Optional<String> id(Kind kind) {
    Optional<String> id =
        required("id", kind.example(), field -> scalars.id(field, kind.example()));
    id.ifPresent(name -> declare(kind, name, place("id"), "Give one of them another id."));
    if (id.isEmpty() && isWritten("id")) {
      context.doubts().id(kind);
    }
    return id;
  }

  void declare(Kind kind, String id, Location place, String remedy) {
    context
        .names()
        .declare(kind, id, place)
        .filter(before -> !context.isAside())
        .ifPresent(before -> Refusals.taken(context, kind, id, place, before, remedy));
  }

  /** The id of something that is defined elsewhere. */
  Optional<String> reference(String key, Kind... kinds) {
    return one(key, field -> reference(field, kinds));
  }

  /** The ids of things that are defined elsewhere, each of them once. */
  List<String> references(String key, Kind... kinds) {
    return list(key, once(field -> reference(field, kinds)));
  }

  /** Reads the items of one list; one that stands in it already is told and left out. */
  Function<Field, Optional<String>> once(Function<Field, Optional<String>> read) {
    return once(read, text -> text);
  }

  /**
   * The same for items that are no texts.
   *
   * @param words an item in the plan's words
   */
  <T> Function<Field, Optional<T>> once(
      Function<Field, Optional<T>> read, Function<T, String> words) {
    Map<String, Location> first = new TreeMap<>();
    return field -> read.apply(field).filter(value -> isFirst(first, field, words.apply(value)));
  }

  private boolean isFirst(Map<String, Location> first, Field field, String value) {
    Location before = first.putIfAbsent(value, field.place());
    if (before != null) {
      Refusals.again(context, field, value, before);
    }
    return before == null;
  }

  Optional<String> reference(Field field, Kind... kinds) {
    Optional<String> id = scalars.id(field, kinds[0].example());
    id.ifPresent(name -> context.refer(name, field.place(), kinds));
    return id;
  }

  List<String> texts(String key) {
    return list(key, scalars::text);
  }

  List<String> markdowns(String key) {
    return list(key, scalars::markdown);
  }

  PathPatterns patterns(String key) {
    return new PathPatterns(list(key, scalars::pattern));
  }

  /** Patterns of which there must be one. */
  Optional<PathPatterns> requiredPatterns(String key) {
    String example = "[\"src/main/**\"]";
    refuseEmptyList(key, example);
    Optional<PathPatterns> patterns = required(key, example, field -> Optional.of(patterns(key)));
    return patterns.filter(found -> !found.isEmpty());
  }

  /** Texts of which there must be one if the key is written. */
  List<String> requiredTexts(String key, String example) {
    refuseEmptyList(key, example);
    return texts(key);
  }

  /** Says that a list needs an item, if the key is written at all. */
  void refuseEmptyList(String key, String example) {
    field(key)
        .filter(
            field ->
                field.node() instanceof Sequence list && list.items().isEmpty() && list.complete())
        .ifPresent(field -> Refusals.emptyList(context, field, example));
  }

  /** Records of a list, or other items that need more than a type. */
  <T> List<T> records(String key, Shape of, BiFunction<ReadContext, YamlNode, Optional<T>> read) {
    return list(key, of.example(), field -> read.apply(context, field.node()));
  }

  /** A record of its own under a key. */
  <T> Optional<T> record(String key, BiFunction<ReadContext, YamlNode, Optional<T>> read) {
    return one(key, field -> read.apply(context, field.node()));
  }

  /** Items that are texts of some kind. */
  <T> List<T> list(String key, Function<Field, Optional<T>> read) {
    return list(key, "", read);
  }

  /**
   * Items of any kind.
   *
   * @param example an item; empty where the value that stands in place of the list may be one
   */
  <T> List<T> list(String key, String example, Function<Field, Optional<T>> read) {
    Optional<Field> field = field(key);
    List<T> items = new ArrayList<>();
    if (field.isPresent() && field.get().node() instanceof Sequence list) {
      list.items().forEach(item -> read.apply(Field.item(key, item)).ifPresent(items::add));
    } else {
      field.ifPresent(wrong -> Refusals.notAList(context, wrong, example));
    }
    return items;
  }

  /** Values that are written as a list, or a single one under a key of its own. */
  <T> List<T> oneOrMore(String single, String several, Function<Field, Optional<T>> read) {
    exclusive(single, several);
    List<T> values = list(several, read);
    if (field(single).filter(field -> field.node() instanceof Sequence).isPresent()) {
      context.error(
          field(single).orElseThrow().place(),
          Words.quote(single) + " is one, but is a list",
          "Write the list under " + Words.quote(several) + ".");
      return values;
    }
    if (has(single)) {
      alsoAt(several, place(single));
      alsoAt(several + "[0]", place(single));
      one(single, read).ifPresent(values::add);
    }
    return values;
  }

  /** Values by names that the plan chooses. */
  <T> Map<String, T> map(String key, Shape of, BiFunction<String, Field, Optional<T>> read) {
    Map<String, T> values = new LinkedHashMap<>();
    Optional<Field> field = field(key);
    if (field.isPresent() && field.get().node() instanceof Mapping map) {
      for (Entry entry : map.entries().values()) {
        read.apply(entry.key(), Field.of(entry.key(), entry.value()))
            .ifPresent(value -> values.put(entry.key(), value));
      }
    } else {
      field.ifPresent(wrong -> Refusals.notAMap(context, wrong.node(), of));
    }
    return values;
  }

  /** Where a key itself is written; where the map begins when it is not. */
  Location keyPlace(String key) {
    Entry entry = mapping.entries().get(key);
    return entry == null ? mapping.location() : entry.keyLocation();
  }

  /** Says that two keys exclude each other. */
  void exclusive(String first, String second) {
    if (has(first) && has(second)) {
      context.error(
          keyPlace(second),
          Words.quote(second) + " and " + Words.quote(first) + " exclude each other",
          "Keep one of the two.");
    }
  }

  /** Whether a key was written that nobody asked for yet, or that cannot be read. */
  boolean hasUnknown() {
    return !mapping.complete()
        || mapping.entries().keySet().stream().anyMatch(key -> !known.contains(key));
  }

  private void reportKeys() {
    for (Entry entry : mapping.entries().values()) {
      if (!known.contains(entry.key())) {
        Refusals.unknownKey(context, entry, shape, known).ifPresent(missing::remove);
      }
    }
    missing.forEach(
        (key, example) ->
            missing(Words.quote(key), "Add for example '" + key + ": " + example + "'."));
  }
}
