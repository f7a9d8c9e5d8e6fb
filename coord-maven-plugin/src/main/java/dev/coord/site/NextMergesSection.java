package dev.coord.site;

import dev.coord.assess.NextMerges;
import dev.coord.assess.Readiness;
import dev.coord.assess.Readiness.Condition;
import dev.coord.assess.Readiness.Holds;
import dev.coord.plan.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What merges next, what holds up the others, and the commands to merge it. */
final class NextMergesSection {

  static final String ID = "next";

  /** Rows that the table has at most; the rest is in {@code status.json}. */
  private static final int MOST_ROWS = 100;

  /** Reasons that the first sentence names at most. */
  private static final int NAMED = 3;

  private final View view;
  private final NextMerges merges;

  NextMergesSection(View view) {
    this.view = view;
    this.merges = NextMerges.of(view.assessment());
  }

  /** Whether nothing is left that was not given up. */
  boolean isEmpty() {
    return merges.all().isEmpty();
  }

  /** What the page says first. */
  Answer answer() {
    Optional<Readiness> next = merges.next();
    if (next.isPresent()) {
      Line line = new Line().addAll(name(next.get())).text(" merges next, into ");
      return new Answer(Tone.INFO, line.code(next.get().target()).text(".").list());
    }
    Readiness first = merges.all().get(0);
    List<Condition> blockers = first.blockers();
    Line line = Line.of("Nothing can be merged now. First comes ").addAll(name(first));
    line.text(", held up by ")
        .joined("; ", blockers.stream().limit(NAMED).map(this::condition).toList());
    if (blockers.size() > NAMED) {
      line.text("; and ")
          .add(
              Inline.link(
                  Words.count(blockers.size() - NAMED, "more reason"), Target.page("merges", ID)));
    }
    return new Answer(
        first.ready() == Holds.NO ? Tone.WARNING : Tone.UNKNOWN, line.text(".").list());
  }

  void add(Draft page) {
    if (isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    TableDraft table =
        page.table("next-table", "What is left to merge, in its order, and what holds it up")
            .columns("What", "Into", "Ready", "Held up by", "Looked at, and so");
    List<Readiness> all = merges.all();
    for (Readiness one : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
      table.row(
          Anchors.of(ID, one.key() + "-" + one.target().replace('/', '-')),
          tone(one.ready()),
          name(one),
          List.of(Inline.code(one.target())),
          List.of(badge(one)),
          conditions(one, false),
          conditions(one, true));
    }
    blocks.add(table.table());
    if (all.size() > MOST_ROWS) {
      blocks.add(
          new Block.Paragraph(
              Line.of(Words.count(all.size() - MOST_ROWS, "row") + " more are in status.json.")
                  .list()));
    }
    merges
        .next()
        .flatMap(one -> MergeCommands.of(one).map(commands -> commands(one, commands)))
        .ifPresent(blocks::addAll);
    page.section(ID, "What merges next", blocks);
  }

  private List<Block> commands(Readiness one, String commands) {
    return List.of(
        new Block.Paragraph(Line.of("To merge ").addAll(name(one)).text(":").list()),
        new Block.Listing("sh", commands));
  }

  private static Inline badge(Readiness one) {
    return switch (one.ready()) {
      case YES -> new Inline.Badge(Tone.GOOD, "ready");
      case NO ->
          one.waitsForItsTurn()
              ? new Inline.Badge(Tone.INFO, "waits for its turn")
              : new Inline.Badge(Tone.WARNING, "held up");
      case UNKNOWN -> new Inline.Badge(Tone.UNKNOWN, "unknown");
    };
  }

  private static Tone tone(Holds holds) {
    return switch (holds) {
      case YES -> Tone.GOOD;
      case NO -> Tone.NEUTRAL;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }

  private List<Inline> conditions(Readiness one, boolean met) {
    return new Line()
        .joined(
            "; ",
            one.conditions().stream()
                .filter(condition -> met == (condition.holds() == Holds.YES))
                .map(this::condition)
                .toList())
        .cell();
  }

  /** What is left to merge, with a link to its workstream. */
  private List<Inline> name(Readiness one) {
    return one.workstream()
        .map(id -> List.of(view.workstream(id)))
        .orElseGet(
            () ->
                one.source()
                    .map(source -> List.of(Inline.code(source)))
                    .orElseGet(() -> Line.of("#" + one.key()).list()));
  }

  private List<Inline> condition(Condition condition) {
    Line line = new Line();
    if (condition.holds() == Holds.UNKNOWN) {
      line.badge(Tone.UNKNOWN, "unknown").text(" ");
    }
    Optional<Target> target = target(condition);
    return target.isPresent()
        ? line.add(Inline.link(condition.text(), target.get())).list()
        : line.text(condition.text()).list();
  }

  private Optional<Target> target(Condition condition) {
    String id = condition.about();
    return switch (condition.kind()) {
      case DEPENDENCY, ORDER -> view.state(id).map(w -> Target.page("workstreams/" + w.id()));
      case HANDOFF -> Optional.of(Target.page("handoffs", Anchors.of("handoff", id)));
      case ACTION -> Optional.of(Target.page("actions", Anchors.of("action", id)));
      case GATE, APPROVAL ->
          view.assessment().gates().stream()
              .filter(gate -> gate.label().equals(id))
              .findFirst()
              .map(view::gateTarget);
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
