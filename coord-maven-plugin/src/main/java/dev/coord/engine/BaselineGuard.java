package dev.coord.engine;

import dev.coord.assess.Weakenings.Weakening;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Baseline.Key;
import dev.coord.plan.CoveredLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is taken into the baseline, which would excuse whoever does so. */
final class BaselineGuard {

  private final Baselines baselines;
  private final Optional<Baseline> left;

  /**
   * A guard of a baseline.
   *
   * @param baselines the one that is changed, and the one that judges that
   * @param left the one where the change began; empty where there was none
   */
  BaselineGuard(Baselines baselines, Optional<Baseline> left) {
    this.baselines = baselines;
    this.left = left;
  }

  /**
   * The growth of a baseline.
   *
   * @param sentence what it took in, with its full stop
   * @param place where the baseline says so
   * @param file the baseline that was changed for it
   */
  record Growth(String sentence, Location place, String file) {

    /** The commits of a branch that changed the file, newest first; none where it differs now. */
    List<Commit> commits(Optional<BranchDelta> delta) {
      return delta
          .filter(d -> !d.uncommitted().contains(file))
          .map(d -> d.commits().stream().filter(c -> c.paths().contains(file)).toList())
          .orElse(List.of());
    }

    /**
     * The growth as a weakening.
     *
     * @param commit the newest one that may not do so
     * @param otherwise what is known where there is none
     */
    Weakening weakening(Optional<Commit> commit, String otherwise) {
      return new Weakening(sentence, place, commit, commit.isPresent() ? "" : otherwise);
    }
  }

  /** All that lets more pass, each in one sentence. */
  List<Growth> growths() {
    return Stream.of(grown(), lowered(), forgotten()).flatMap(Optional::stream).toList();
  }

  /** What was taken in that neither judges, nor was there where the change began. */
  private Optional<Growth> grown() {
    if (baselines.own().isEmpty()) {
      return Optional.empty();
    }
    Map<Key, Entry> law = baselines.law().map(Baseline::byKey).orElse(Map.of());
    Map<Key, Entry> before = left.map(Baseline::byKey).orElse(Map.of());
    int more = 0;
    Optional<Entry> first = Optional.empty();
    for (Entry entry : baselines.own().get().entries()) {
      int allowed = Math.max(count(law, entry.key()), count(before, entry.key()));
      if (entry.count() > allowed) {
        more += entry.count() - allowed;
        first = first.or(() -> Optional.of(entry));
      }
    }
    int taken = more;
    String file = baselines.own().get().place().file();
    return first.map(
        entry ->
            new Growth(
                "The baseline takes in "
                    + taken
                    + (taken == 1 ? " finding" : " findings")
                    + (taken == 1 ? ": " : ", the first of them ")
                    + entry.key().kind().word()
                    + " of "
                    + entry.key().subject()
                    + ", \""
                    + entry.key().finding()
                    + "\".",
                entry.place(),
                file));
  }

  /**
   * Whether the coverage of the baseline was lowered, or taken out: below both what judges and what
   * was there where the change began.
   */
  private Optional<Growth> lowered() {
    Optional<CoveredLines> law = baselines.law().flatMap(Baseline::coverage);
    if (law.isEmpty()) {
      return Optional.empty();
    }
    Optional<CoveredLines> own = baselines.own().flatMap(Baseline::coverage);
    Optional<CoveredLines> before = left.flatMap(Baseline::coverage);
    boolean asBefore =
        own.map(now -> before.filter(then -> !now.isBelow(then)).isPresent())
            .orElse(before.isEmpty());
    if (asBefore || own.filter(now -> !now.isBelow(law.get())).isPresent()) {
      return Optional.empty();
    }
    Location place =
        own.map(CoveredLines::place)
            .or(() -> baselines.own().map(Baseline::place))
            .orElseGet(() -> law.get().place());
    return Optional.of(
        new Growth(
            "The baseline held coverage of "
                + law.get().lines()
                + own.map(now -> " and holds " + now.lines()).orElse(" and holds none")
                + ".",
            place,
            law.get().place().file()));
  }

  /**
   * Whether it was taken out that the baseline tells which results of tools are known: whoever
   * writes the next one would take in all that there is then.
   */
  private Optional<Growth> forgotten() {
    boolean kept = baselines.own().flatMap(Baseline::results).isPresent();
    boolean behind = left.flatMap(Baseline::results).isEmpty();
    if (kept || behind) {
      return Optional.empty();
    }
    return baselines
        .law()
        .filter(law -> law.results().isPresent())
        .map(
            law ->
                new Growth(
                    "The baseline told which findings of tools are known and no longer does.",
                    baselines.own().map(Baseline::place).orElse(law.place()),
                    law.place().file()));
  }

  private static int count(Map<Key, Entry> entries, Key key) {
    return entries.containsKey(key) ? entries.get(key).count() : 0;
  }
}
