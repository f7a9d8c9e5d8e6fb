package dev.coord.plan.yaml;

import dev.coord.plan.yaml.YamlNode.Entry;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges plan files: maps are joined key by key, lists end to end, anything else must be single.
 */
final class PlanMerge {
  private final ReadContext context;

  private PlanMerge(ReadContext context) {
    this.context = context;
  }

  /** Merges files, of which there is at least one; {@code coord} is what each of them has. */
  static Mapping merge(ReadContext context, List<Mapping> files) {
    PlanMerge merge = new PlanMerge(context);
    Map<String, List<Entry>> byKey = new LinkedHashMap<>();
    for (Mapping file : files) {
      for (Entry entry : file.entries().values()) {
        if (!entry.key().equals(FileHead.VERSION)) {
          byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry);
        }
      }
    }
    return new Mapping(
        files.get(0).location(), byKey.values().stream().map(merge::entries).toList());
  }

  private Entry entries(List<Entry> same) {
    Entry first = same.get(0);
    if (same.size() == 1) {
      return first;
    }
    if (same.stream().allMatch(entry -> entry.value() instanceof Sequence)) {
      List<YamlNode> items =
          same.stream().flatMap(entry -> ((Sequence) entry.value()).items().stream()).toList();
      return with(first, new Sequence(first.value().location(), items));
    }
    if (same.stream().allMatch(entry -> entry.value() instanceof Mapping)) {
      Map<String, List<Entry>> byKey = new LinkedHashMap<>();
      same.stream()
          .flatMap(entry -> ((Mapping) entry.value()).entries().values().stream())
          .forEach(entry -> byKey.computeIfAbsent(entry.key(), k -> new ArrayList<>()).add(entry));
      List<Entry> entries = byKey.values().stream().map(this::entries).toList();
      return with(first, new Mapping(first.value().location(), entries));
    }
    same.stream()
        .skip(1)
        .forEach(
            other ->
                context.error(
                    other.keyLocation(),
                    Words.quote(other.key()) + " is already written at " + first.keyLocation(),
                    "Keep one of the two; only lists and maps are joined."));
    return first;
  }

  private static Entry with(Entry entry, YamlNode value) {
    return new Entry(entry.key(), entry.keyLocation(), value);
  }
}
