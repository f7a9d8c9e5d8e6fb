package dev.coord.assess;

import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Baseline.Key;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The baseline beside what is found today.
 *
 * @param baseline what judged; empty where there is none
 * @param entries its entries in their order, each with what has become of it
 * @param fresh findings that do not stand in it and that a row fails by, and results of tools that
 *     rules with {@code new} mean, with how many there are of each beyond those that are known
 */
public record BaselineState(
    Optional<Baseline> baseline, List<Known> entries, SortedMap<Key, Integer> fresh) {

  /** Nothing is known. */
  public static final BaselineState NONE =
      new BaselineState(Optional.empty(), List.of(), Collections.emptySortedMap());

  /** What has become of an entry. */
  public enum Fate {
    /** It is found as it was. */
    KNOWN("known"),
    /** Less of it is found, or nothing. */
    FIXED("fixed"),
    /** It cannot be told. */
    UNTOLD("unknown");

    private final String word;

    Fate(String word) {
      this.word = word;
    }

    /** The fate in one word. */
    public String word() {
      return word;
    }
  }

  /**
   * An entry and what has become of it.
   *
   * @param found how many of its findings are still there, at most its count; its count where that
   *     cannot be told
   */
  public record Known(Entry entry, int found, Fate fate) {
    /** Checks that all parts are there. */
    public Known {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(fate, "fate");
    }

    /** How many of its findings are gone. */
    public int fixed() {
      return entry.count() - found;
    }
  }

  /** Copies the collections. */
  public BaselineState {
    Objects.requireNonNull(baseline, "baseline");
    entries = List.copyOf(entries);
    fresh = Collections.unmodifiableSortedMap(new TreeMap<>(fresh));
  }

  /** How many findings of the baseline are gone. */
  public int fixed() {
    return entries.stream().mapToInt(Known::fixed).sum();
  }

  /** How many findings of it cannot be told. */
  public int untold() {
    return entries.stream()
        .filter(known -> known.fate() == Fate.UNTOLD)
        .mapToInt(Known::found)
        .sum();
  }

  /** How many findings of it are still there. */
  public int still() {
    return entries.stream().mapToInt(Known::found).sum() - untold();
  }

  /** How many findings are new. */
  public int added() {
    return fresh.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Size, age and what is fixed, one sentence without its full stop; empty without a baseline. */
  public String words() {
    return baseline
        .map(
            b ->
                b.size()
                    + (b.size() == 1 ? " known finding" : " known findings")
                    + (b.entries().isEmpty() ? "" : " since " + b.since())
                    + b.coverage()
                        .map(lines -> ", coverage of " + lines.lines() + " at " + lines.when())
                        .orElse("")
                    + (fixed() == 0
                        ? ""
                        : ", "
                            + fixed()
                            + (fixed() == 1 ? " of them is fixed" : " of them are fixed")
                            + ": run mvn coord:baseline to drop what is fixed"))
        .orElse("");
  }
}
