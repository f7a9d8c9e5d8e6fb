package dev.coord.publish.feed;

import dev.coord.assess.GateResult;
import dev.coord.assess.HandoffState;
import dev.coord.assess.WorkstreamState;
import dev.coord.markdown.MarkdownText;
import dev.coord.plan.StatusWord;
import dev.coord.site.NextTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a workstream waits for: others, what they hand over, and what holds up its merge. */
final class BriefWaits {

  /** A clause of coord's own, in UTF-16 units. */
  private static final int LONG = 160;

  private static final int SHORT = 80;

  private final Briefs briefs;
  private final WorkstreamState state;

  BriefWaits(Briefs briefs, WorkstreamState state) {
    this.briefs = briefs;
    this.state = state;
  }

  List<String> items() {
    List<String> items = new ArrayList<>();
    if (state.observed().isMerged()) {
      return items;
    }
    for (String id : state.waitsFor()) {
      String seen = briefs.assessment.workstream(id).map(BriefWaits::stands).orElse("");
      items.add("workstream " + briefs.code(id) + seen);
    }
    for (NextTasks.Awaited one : NextTasks.awaited(briefs.assessment.plan(), state.workstream())) {
      items.add(
          "task "
              + name(one.task().id(), one.task().text())
              + " of "
              + briefs.code(one.workstream())
              + ": claimed "
              + one.task().state().word()
              + ", and "
              + one.before().stream()
                  .map(task -> briefs.code(task.id()))
                  .collect(Collectors.joining(", "))
              + (one.before().size() == 1 ? " waits for it" : " wait for it"));
    }
    for (HandoffState handoff : briefs.handoffs) {
      if (handoff.waiting().contains(state.id())) {
        items.add(
            "handoff "
                + name(handoff.handoff().id(), handoff.handoff().title())
                + handoff.handoff().provider().map(id -> " of " + briefs.code(id)).orElse("")
                + ": "
                + handoff.observed().words());
      }
    }
    if (StatusWord.of(state.workstream().status(), briefs.assessment.plan().project().vocabulary())
        .equals(Optional.of(StatusWord.BLOCKED))) {
      String notes = state.workstream().notes();
      items.add(
          "what blocks it, as its status claims"
              + (notes.isEmpty()
                  ? "; its notes do not say what that is"
                  : "; its notes: " + MarkdownText.escape(briefs.texts.ofMarkdown(notes, SHORT))));
    }
    briefs.readiness(state).stream()
        .flatMap(readiness -> readiness.holdUps(gates()).stream())
        .forEach(one -> items.add("to be merged: " + briefs.plain(one.text(), LONG)));
    return items;
  }

  private static String stands(WorkstreamState other) {
    return ": "
        + other.observed().words()
        + other.workstream().due().map(day -> ", due " + day).orElse("");
  }

  /** Gates about it are told with what is wrong, and how each is judged again. */
  private Set<String> gates() {
    return state.gates().stream().map(GateResult::label).collect(Collectors.toSet());
  }

  private String name(String id, String title) {
    return briefs.code(id) + (title.equals(id) ? "" : " " + briefs.plain(title, SHORT));
  }
}
