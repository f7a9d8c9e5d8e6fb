package dev.coord.assess;

import dev.coord.rule.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows of one gate that cannot be told for one reason, as where the report of all its keys is
 * broken: the reason is said once, with the keys it holds for. Every other row stands alone.
 *
 * @param rows at least one, in the order they were given
 */
public record SameReason(List<GateResult> rows) {

  /**
   * Copies the rows.
   *
   * @throws IllegalArgumentException when there are none
   */
  public SameReason {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no row has no reason");
    }
  }

  /** The rows, those of one reason together where the first of them stands. */
  public static List<SameReason> of(List<GateResult> rows) {
    Map<Object, List<GateResult>> alike = new LinkedHashMap<>();
    rows.forEach(row -> alike.computeIfAbsent(reason(row), any -> new ArrayList<>()).add(row));
    return alike.values().stream().map(SameReason::new).toList();
  }

  /** What rows that are told together have in common; one that stands alone shares nothing. */
  private static Object reason(GateResult row) {
    return row.verdict().outcome() == Outcome.UNKNOWN
        ? List.of(
            row.gate(),
            row.subject(),
            row.outcome(),
            row.severity(),
            row.blocking(),
            row.waiver(),
            row.sentences(),
            row.verdict().proof())
        : new Object();
  }

  /** The row that speaks for all. */
  public GateResult first() {
    return rows.get(0);
  }

  /** The name of its first row, and the keys of the others: {@code tests.failed, skipped}. */
  public String row() {
    return first().row() + keys();
  }

  /** The same with the subject where there is one: {@code tests.failed, skipped (td1)}. */
  public String label() {
    return first().subject().map(s -> row() + " (" + s + ")").orElseGet(this::row);
  }

  /** The keys of all but the first, each with a comma before it. */
  private String keys() {
    return rows.stream()
        .skip(1)
        .map(row -> ", " + row.verdict().key())
        .collect(Collectors.joining());
  }
}
