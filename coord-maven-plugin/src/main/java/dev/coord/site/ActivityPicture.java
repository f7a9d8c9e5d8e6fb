package dev.coord.site;

import dev.coord.site.draft.Words;
import dev.coord.site.model.Axis;
import dev.coord.site.model.Block;
import dev.coord.site.model.Columns;
import dev.coord.site.model.Columns.ColumnRow;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commits on each day, of the busiest workstreams and of none. */
final class ActivityPicture {

  /** Rows that can be taken in. */
  private static final int MOST = 20;

  /** Rows that the description names. */
  private static final int NAMED = 3;

  private ActivityPicture() {}

  /**
   * The picture.
   *
   * @param counts commits of each workstream on each day, in the plan's order
   * @param ownerless those of no workstream
   * @param unattributed where those are listed
   * @param table where the same stands as a table
   */
  static Block.Figure of(
      Axis axis,
      Map<String, List<Integer>> counts,
      List<Integer> ownerless,
      Target unattributed,
      Target table) {
    Map<String, Integer> totals = new LinkedHashMap<>();
    counts.forEach(
        (id, days) -> {
          if (sum(days) > 0) {
            totals.put(id, sum(days));
          }
        });
    List<String> busiest =
        totals.keySet().stream()
            .sorted(Comparator.comparing((String id) -> -totals.get(id)))
            .toList();
    Set<String> drawn = Set.copyOf(busiest.subList(0, Math.min(MOST, busiest.size())));
    List<ColumnRow> rows = new ArrayList<>();
    counts.forEach(
        (id, days) -> {
          if (drawn.contains(id)) {
            rows.add(row(id, Tone.INFO, days, Target.page("workstreams/" + id)));
          }
        });
    if (sum(ownerless) > 0) {
      rows.add(row("of no workstream", Tone.NEUTRAL, ownerless, unattributed));
    }
    int most = rows.stream().mapToInt(ColumnRow::highest).max().orElse(1);
    return new Block.Figure(
        "Commits on each day",
        "From "
            + axis.words(0)
            + " to "
            + axis.words(axis.length() - 1)
            + (busiest.isEmpty()
                ? "; none is of a workstream."
                : "; the busiest: " + Words.list(busiest, NAMED) + "."),
        new Columns(axis, most, rows),
        busiest.size() - drawn.size(),
        table);
  }

  private static int sum(List<Integer> days) {
    return days.stream().mapToInt(Integer::intValue).sum();
  }

  private static ColumnRow row(String name, Tone tone, List<Integer> days, Target where) {
    long busy = days.stream().filter(count -> count > 0).count();
    String note = Words.count(sum(days), "commit") + " on " + Words.count(busy, "day");
    return new ColumnRow(new Mark(name, tone, note, Optional.of(where)), days);
  }
}
