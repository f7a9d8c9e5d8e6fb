package dev.coord.site;

import dev.coord.assess.Readiness.Condition;
import dev.coord.assess.Readiness.Holds;
import dev.coord.plan.Event;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;

/** A condition of a merge in words, with a link to what it is about. */
final class MergeCondition {

  private MergeCondition() {}

  /**
   * The clause.
   *
   * @param marked whether it says of itself that it cannot be told
   */
  static List<Inline> of(View view, Condition condition, boolean marked) {
    Line line = new Line();
    if (marked && condition.holds() == Holds.UNKNOWN) {
      line.badge(Tone.UNKNOWN, "unknown").text(" ");
    }
    return target(view, condition)
        .map(target -> line.add(Inline.link(condition.text(), target)).list())
        .orElseGet(() -> line.text(condition.text()).list());
  }

  private static Optional<Target> target(View view, Condition condition) {
    String id = condition.about();
    return switch (condition.kind()) {
      case DEPENDENCY, ORDER -> view.state(id).map(w -> Target.page("workstreams/" + w.id()));
      case HANDOFF -> Optional.of(Target.page("handoffs", Anchors.of("handoff", id)));
      case ACTION -> Optional.of(Target.page("actions", Anchors.of("action", id)));
      case GATE, APPROVAL ->
          view.assessment().gates().stream()
              .filter(gate -> gate.label().equals(id))
              .findFirst()
              .map(view.links()::row);
      case FREEZE ->
          view.plan().events().stream()
              .filter(event -> event.id().equals(id))
              .findFirst()
              .map(Event::id)
              .map(event -> Target.page("calendar", Anchors.of("event", event)));
      case CONFLICT ->
          Optional.of(Target.page("merges", ForecastSection.ID))
              .filter(there -> view.forecast().live().isKnown());
      case BRANCH, TARGET, BEHIND -> Optional.empty();
    };
  }
}
