package dev.coord.site;

import dev.coord.assess.QueueState;
import dev.coord.assess.WaveState;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.View;
import dev.coord.site.model.Inline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The branches that others are merged into: one that is gone is never named as if it were there.
 */
final class MergeTargets {

  private final Map<String, String> seenIn = new TreeMap<>();

  private MergeTargets() {}

  static MergeTargets of(View view, List<QueueState> queue, List<WaveState> waves) {
    MergeTargets targets = new MergeTargets();
    view.assessment()
        .evidence()
        .git()
        .optional()
        .flatMap(git -> git.history().optional())
        .map(GitHistory::branch)
        .ifPresent(
            seen -> targets.note(view.assessment().rulebook().project().integrationBranch(), seen));
    String integration = view.plan().project().integrationBranch();
    for (WaveState wave : waves) {
      String into = wave.wave().into().orElse(integration);
      wave.members().forEach(member -> targets.note(into, member.landing()));
    }
    queue.forEach(entry -> targets.note(entry.target(), entry.landing()));
    return targets;
  }

  private void note(String target, Optional<Landing> landing) {
    landing.ifPresent(place -> note(target, place.branch()));
  }

  private void note(String target, String seen) {
    if (!seen.equals(target)) {
      seenIn.put(target, seen);
    }
  }

  /** A target's name, and whether it is gone. */
  List<Inline> name(String target) {
    return new Line().code(target).text(seenIn.containsKey(target) ? " (gone)" : "").list();
  }

  /** The same, with what it was seen in instead. */
  List<Inline> place(String target) {
    Line line = new Line().code(target);
    Optional.ofNullable(seenIn.get(target))
        .ifPresent(seen -> line.text(" (gone, seen in ").code(seen).text(")"));
    return line.list();
  }
}
