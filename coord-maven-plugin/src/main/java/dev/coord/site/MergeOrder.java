package dev.coord.site;

import dev.coord.assess.QueueState;
import dev.coord.assess.WaveState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was merged when and in which order, by the first-parent line of what it was merged into. */
final class MergeOrder {

  private final View view;
  private final MergeTargets targets;
  private final List<Merged> merged = new ArrayList<>();

  /**
   * Something that was merged.
   *
   * @param planned where the plan lists it
   */
  private record Merged(
      String key,
      List<Inline> name,
      List<Inline> planned,
      String into,
      Status status,
      Landing landing) {}

  private MergeOrder(View view, MergeTargets targets) {
    this.view = view;
    this.targets = targets;
  }

  /** Adds the order of what the plan lists, where more than nothing is merged. */
  static void add(
      View view, MergeTargets targets, Draft page, List<QueueState> queue, List<WaveState> waves) {
    MergeOrder order = new MergeOrder(view, targets);
    String integration = view.plan().project().integrationBranch();
    for (WaveState wave : waves) {
      String into = wave.wave().into().orElse(integration);
      for (WaveState.Member member : wave.members()) {
        order.note(
            member.workstream(),
            List.of(view.links().workstream(member.workstream())),
            MergesPage.named(wave.wave()),
            into,
            member.observed(),
            member.landing());
      }
    }
    for (QueueState entry : queue) {
      order.note(
          entry.subject(),
          MergesPage.name(view, entry),
          List.of(
              Inline.link("merge queue", Target.page("merges", Anchors.of("queue", entry.key())))),
          entry.target(),
          entry.observed(),
          entry.landing());
    }
    if (!order.merged.isEmpty()) {
      page.section("order", "What was merged, in the order of its merges", order.table(page));
    }
  }

  private void note(
      String key,
      List<Inline> name,
      List<Inline> planned,
      String into,
      Status status,
      Optional<Landing> landing) {
    boolean known = merged.stream().anyMatch(m -> m.key.equals(key) && m.into.equals(into));
    landing
        .filter(place -> status.isMerged() && !known)
        .ifPresent(place -> merged.add(new Merged(key, name, planned, into, status, place)));
  }

  private Block table(Draft page) {
    TableDraft table =
        page.table("order-table", "By the first-parent line of the branch they were merged into")
            .columns("Merged", "Into", "Commit", "What", "Planned in", "Observed");
    merged.sort(
        Comparator.comparing(Merged::into)
            .thenComparing(m -> m.landing().newer(), Comparator.reverseOrder()));
    for (Merged one : merged) {
      table.row(
          Anchors.of("merged", one.key() + "-" + one.into().replace('/', '-')),
          Tones.of(one.status()),
          List.of(new Inline.Time(one.landing().time())),
          targets.place(one.into()),
          List.of(view.links().commit(one.landing().commit())),
          one.name(),
          one.planned(),
          List.of(Tones.badge(one.status())));
    }
    return table.table();
  }
}
