package dev.coord.engine;

import dev.coord.assess.Judged;
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

/** Finds what a branch takes into the baseline, which would excuse it once it is merged. */
final class BaselineGuard {

  private BaselineGuard() {}

  /**
   * The growth of a baseline on a branch.
   *
   * @param sentence what it took in, with its full stop
   * @param place where the baseline says so
   * @param commits the branch's commits that changed the file, newest first
   * @param otherwise what is known where there are none
   */
  record Growth(String sentence, Location place, List<Commit> commits, String otherwise) {
    Growth {
      commits = List.copyOf(commits);
    }

    /** The growth as a weakening by the newest commit that may not do so. */
    Weakening weakening(Optional<Commit> commit) {
      return new Weakening(sentence, place, commit, commit.isPresent() ? "" : otherwise);
    }
  }

  /**
   * What the judged branch took in: what neither its base has, nor had where the branch left it.
   *
   * @param forked the baseline where the branch left its base
   */
  static Optional<Growth> growth(
      Judged judged, Baselines baselines, Optional<Baseline> forked, Optional<BranchDelta> delta) {
    if (judged.kind() == Judged.Kind.INTEGRATION || baselines.own().isEmpty()) {
      return Optional.empty();
    }
    Map<Key, Entry> law = baselines.law().map(Baseline::byKey).orElse(Map.of());
    Map<Key, Entry> before = forked.map(Baseline::byKey).orElse(Map.of());
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
                commits(file, delta),
                otherwise(delta)));
  }

  private static String otherwise(Optional<BranchDelta> delta) {
    return delta.isPresent() ? "not committed" : "by whom cannot be told";
  }

  /**
   * Whether the judged branch lowered the coverage of the baseline, or took it out: below both what
   * its base has and what it had where the branch left it.
   *
   * @param forked the baseline where the branch left its base
   */
  static Optional<Growth> lowered(
      Judged judged, Baselines baselines, Optional<Baseline> forked, Optional<BranchDelta> delta) {
    Optional<CoveredLines> law = baselines.law().flatMap(Baseline::coverage);
    if (judged.kind() == Judged.Kind.INTEGRATION || law.isEmpty()) {
      return Optional.empty();
    }
    Optional<CoveredLines> own = baselines.own().flatMap(Baseline::coverage);
    Optional<CoveredLines> before = forked.flatMap(Baseline::coverage);
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
            commits(law.get().place().file(), delta),
            otherwise(delta)));
  }

  /**
   * Whether the judged branch took out that the baseline tells which results of tools are known:
   * whoever writes the next one would take in all that there is then.
   *
   * @param forked the baseline where the branch left its base
   */
  static Optional<Growth> forgotten(
      Judged judged, Baselines baselines, Optional<Baseline> forked, Optional<BranchDelta> delta) {
    boolean kept = baselines.own().flatMap(Baseline::results).isPresent();
    boolean behind = forked.flatMap(Baseline::results).isEmpty();
    if (judged.kind() == Judged.Kind.INTEGRATION || kept || behind) {
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
                    commits(law.place().file(), delta),
                    otherwise(delta)));
  }

  private static int count(Map<Key, Entry> entries, Key key) {
    return entries.containsKey(key) ? entries.get(key).count() : 0;
  }

  /** Where the file differs from what is committed, no commit answers for what it says. */
  private static List<Commit> commits(String file, Optional<BranchDelta> delta) {
    return delta
        .filter(d -> !d.uncommitted().contains(file))
        .map(d -> d.commits().stream().filter(c -> c.paths().contains(file)).toList())
        .orElse(List.of());
  }
}
