package dev.coord.engine;

import dev.coord.assess.Judged;
import dev.coord.assess.Weakenings.Weakening;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Baseline.Key;
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
   * @param entry the first entry that it took in
   * @param commits the branch's commits that changed the file, newest first
   * @param otherwise what is known where there are none
   */
  record Growth(String sentence, Entry entry, List<Commit> commits, String otherwise) {
    Growth {
      commits = List.copyOf(commits);
    }

    /** The growth as a weakening by the newest commit that may not do so. */
    Weakening weakening(Optional<Commit> commit) {
      return new Weakening(sentence, entry.place(), commit, commit.isPresent() ? "" : otherwise);
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
                entry,
                commits(file, delta),
                delta.isPresent() ? "not committed" : "by whom cannot be told"));
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
