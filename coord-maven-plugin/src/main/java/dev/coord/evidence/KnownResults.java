package dev.coord.evidence;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Baseline.Key;
import dev.coord.plan.Baseline.Kind;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The results of tools that somebody wrote into the baseline.
 *
 * @param counts how many of each there are
 * @param since the day of the oldest
 * @param place the file that says so
 */
public record KnownResults(Map<Key, Integer> counts, LocalDate since, Location place) {

  /** Copies the counts. */
  public KnownResults {
    counts = Map.copyOf(counts);
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(place, "place");
  }

  /** What a baseline tells of the results of tools; nothing where none were taken in. */
  public static Optional<KnownResults> in(Baseline baseline) {
    Map<Key, Integer> counts = new HashMap<>();
    LocalDate since = null;
    for (Entry entry : baseline.entries()) {
      if (entry.key().kind() == Kind.RESULT) {
        counts.put(entry.key(), entry.count());
        since = since == null || entry.since().isBefore(since) ? entry.since() : since;
      }
    }
    Optional<LocalDate> oldest = Optional.ofNullable(since);
    return baseline
        .results()
        .map(day -> new KnownResults(counts, oldest.orElse(day), baseline.place()));
  }

  /** How a tool is named in what is known. */
  public static String subject(String tool) {
    return new Key(Kind.RESULT, tool, "").subject();
  }

  /** Which result it is: its tool, its rule, its file and what it says, and no line. */
  public static Key key(ToolFinding finding) {
    String rule = finding.rule().isEmpty() ? "" : finding.rule() + " in ";
    String place = finding.place().isEmpty() ? "no file" : finding.place();
    return new Key(Kind.RESULT, finding.tool(), rule + place + ": " + finding.message());
  }

  /** How many there are of each. */
  public static Map<Key, Integer> count(List<ToolFinding> findings) {
    Map<Key, Integer> counts = new HashMap<>();
    findings.forEach(finding -> counts.merge(key(finding), 1, Integer::sum));
    return counts;
  }

  /**
   * Which of some findings are new. Of those that are alike, as many are as there are beyond what
   * is known: which of them it was cannot be told, so it is one of these, the last.
   *
   * @param all everything that was found
   * @param some those that are asked about, all of them found
   * @return the positions of the new ones
   */
  public BitSet fresh(List<ToolFinding> all, List<ToolFinding> some) {
    Map<Key, Integer> left = new HashMap<>();
    count(all).forEach((key, found) -> left.put(key, found - counts.getOrDefault(key, 0)));
    BitSet fresh = new BitSet(some.size());
    for (int i = some.size() - 1; i >= 0; i--) {
      fresh.set(i, left.merge(key(some.get(i)), -1, Integer::sum) >= 0);
    }
    return fresh;
  }
}
