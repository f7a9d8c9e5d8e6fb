package dev.coord.plan.yaml;

import dev.coord.plan.yaml.YamlNode.Entry;
import dev.coord.plan.yaml.YamlNode.Hole;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges plan files: maps are joined key by key, lists end to end, anything else must be single.
 * What cannot be read joins with everything, and leaves a gap.
 */
final class PlanMerge {
  private final ReadContext context;

  private PlanMerge(ReadContext context) {
    this.context = context;
  }

  /** Merges files, of which there is at least one; {@code coord} is what each of them has. */
  static Mapping merge(ReadContext context, List<Mapping> files) {
    PlanMerge merge = new PlanMerge(context);
    return merge.mappings(files.stream().map(PlanMerge::withoutVersion).toList(), true);
  }

  /** The same where a file is missing, which may hold more keys of each map that is joined. */
  static Mapping withGaps(Mapping plan) {
    List<Entry> entries =
        plan.entries().values().stream()
            .map(entry -> entry.value() instanceof Mapping map ? with(entry, withGaps(map)) : entry)
            .toList();
    return new Mapping(plan.location(), entries, plan.again(), false);
  }

  private static Mapping withoutVersion(Mapping file) {
    Map<String, Entry> entries = new LinkedHashMap<>(file.entries());
    entries.remove(FileHead.VERSION);
    return new Mapping(file.location(), entries, file.again(), file.complete());
  }

  private Mapping mappings(List<Mapping> same, boolean readable) {
    Map<String, List<Entry>> byKey = new LinkedHashMap<>();
    List<Entry> again = new ArrayList<>();
    for (Mapping mapping : same) {
      again.addAll(mapping.again());
      for (Entry entry : mapping.entries().values()) {
        byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry);
      }
    }
    return new Mapping(
        same.get(0).location(),
        byKey.values().stream().map(this::entries).toList(),
        again,
        readable && same.stream().allMatch(Mapping::complete));
  }

  private Entry entries(List<Entry> all) {
    List<Entry> same = all.stream().filter(entry -> !(entry.value() instanceof Hole)).toList();
    if (all.size() == 1 || same.isEmpty()) {
      return all.get(0);
    }
    Entry first = same.get(0);
    boolean readable = same.size() == all.size();
    if (same.stream().allMatch(entry -> entry.value() instanceof Sequence)) {
      List<Sequence> lists = same.stream().map(entry -> (Sequence) entry.value()).toList();
      return with(
          first,
          new Sequence(
              first.value().location(),
              lists.stream().flatMap(list -> list.items().stream()).toList(),
              readable && lists.stream().allMatch(Sequence::complete)));
    }
    if (same.stream().allMatch(entry -> entry.value() instanceof Mapping)) {
      List<Mapping> maps = same.stream().map(entry -> (Mapping) entry.value()).toList();
      return with(first, mappings(maps, readable));
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
