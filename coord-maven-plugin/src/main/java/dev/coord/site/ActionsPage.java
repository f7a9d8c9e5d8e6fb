package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.plan.Action;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who has to do what by hand, and what waits for it? */
final class ActionsPage {

  private ActionsPage() {}

  static Page of(View view) {
    Draft page = new Draft("actions", "Actions");
    List<Action> actions = view.plan().actions();
    List<Action> open = open(view);
    List<Action> closed = actions.stream().filter(a -> !a.open()).toList();
    if (actions.isEmpty()) {
      page.add(EmptyState.ACTIONS.block());
    }
    if (!open.isEmpty()) {
      page.section("open", "Open", table(view, page, "open-table", "Open actions", open));
    }
    if (!closed.isEmpty()) {
      page.section(
          "closed", "Done or dropped", table(view, page, "closed-table", "Closed actions", closed));
    }
    return page.page(
        answer(view, actions, open),
        view.links()
            .edit(
                actions.isEmpty()
                    ? view.plan().project().origin().self()
                    : actions.get(0).origin().self()));
  }

  /** The open actions: what is due first comes first, what has no date last. */
  static List<Action> open(View view) {
    return view.plan().actions().stream()
        .filter(Action::open)
        .sorted(Comparator.comparing(a -> a.when().orElse(LocalDate.MAX)))
        .toList();
  }

  private static Answer answer(View view, List<Action> actions, List<Action> open) {
    if (actions.isEmpty()) {
      return Answer.of(Tone.NEUTRAL, "The plan has no actions.");
    }
    if (open.isEmpty()) {
      return Answer.of(
          Tone.NEUTRAL,
          "Nobody has to do anything: "
              + Words.either(
                  actions.size(), "the one action is", "all " + actions.size() + " actions are")
              + " claimed done or dropped.");
    }
    long overdue = open.stream().filter(a -> view.isPast(a.when())).count();
    List<String> blocked = open.stream().flatMap(a -> a.blocks().stream()).distinct().toList();
    String text =
        open.size()
            + " of "
            + Words.count(actions.size(), "action")
            + Words.either(open.size(), " is", " are")
            + " open"
            + (overdue > 0 ? ", " + overdue + " overdue" : "")
            + blocked(view, blocked)
            + ".";
    return Answer.of(overdue > 0 || !blocked.isEmpty() ? Tone.WARNING : Tone.INFO, text);
  }

  /**
   * What the plan says waits: of a gate that holds already, the merges that it stands before. Where
   * there are none, it waits by the plan's word alone.
   */
  private static String blocked(View view, List<String> ids) {
    List<String> held =
        ids.stream().filter(id -> holds(view, id) && merges(view, id).isEmpty()).toList();
    List<String> waiting =
        ids.stream()
            .filter(id -> !held.contains(id))
            .flatMap(id -> holds(view, id) ? merges(view, id).stream() : Stream.of(id))
            .distinct()
            .toList();
    return (waiting.isEmpty()
            ? ""
            : "; " + Words.list(waiting, 3) + Words.either(waiting.size(), " waits", " wait"))
        + (held.isEmpty()
            ? ""
            : "; by the plan "
                + Words.list(held, 3)
                + Words.either(held.size(), " waits, and holds", " wait, and hold")
                + " already");
  }

  private static boolean holds(View view, String id) {
    List<GateResult> rows = gates(view, id);
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.outcome() == Outcome.PASSED);
  }

  /** The workstreams before whose merge a gate stands, and with it what blocks the gate. */
  private static List<String> merges(View view, String gate) {
    return gates(view, gate).stream()
        .flatMap(row -> view.plan().workstreamsOf(row.gate()).stream())
        .distinct()
        .filter(id -> view.state(id).filter(state -> !state.observed().isMerged()).isPresent())
        .toList();
  }

  private static List<GateResult> gates(View view, String id) {
    return view.assessment().gates().stream().filter(g -> g.gate().id().equals(id)).toList();
  }

  private static Block table(
      View view, Draft page, String id, String caption, List<Action> actions) {
    TableDraft table =
        page.table(id, caption).columns("Action", "Who", "When", "Claimed", "Blocks", "Plan line");
    for (Action action : actions) {
      boolean overdue = action.open() && view.isPast(action.when());
      table.row(
          Anchors.of("action", action.id()),
          overdue ? Tone.WARNING : Tone.NEUTRAL,
          title(action),
          action.who().map(id1 -> List.of(view.links().person(id1))).orElseGet(Line::none),
          when(action, overdue),
          List.of(Tones.badge(action.status())),
          blocks(view, action),
          List.of(view.links().place(action.origin().self())));
    }
    return table.table();
  }

  private static List<Inline> title(Action action) {
    Line line = new Line().rich(action.title(), action.origin().of("title"));
    return action.notes().isEmpty()
        ? line.list()
        : line.text(". ").rich(action.notes(), action.origin().of("notes")).list();
  }

  private static List<Inline> when(Action action, boolean overdue) {
    Line line = new Line();
    action.when().ifPresent(day -> line.text(day.toString()));
    if (!action.horizon().isEmpty()) {
      line.text((line.isEmpty() ? "" : ", ") + action.horizon());
    }
    return (overdue ? line.text(" ").badge(Tone.WARNING, "overdue") : line).cell();
  }

  /** What waits for an action: gates and workstreams as links, anything else by its id. */
  static List<Inline> blocks(View view, Action action) {
    return new Line()
        .joined(", ", action.blocks().stream().map(id -> blocked(view, id)).toList())
        .cell();
  }

  private static List<Inline> blocked(View view, String id) {
    return gates(view, id).stream()
        .findFirst()
        .map(gate -> holds(view, id) ? held(view, gate) : gate(view, gate))
        .or(() -> view.plan().merges().wave(id).map(MergesPage::link).map(List::of))
        .orElseGet(() -> List.of(view.links().workstream(id)));
  }

  /** A gate that holds is blocked no more, but the merges that it stands before are. */
  private static List<Inline> held(View view, GateResult gate) {
    Inline link = Inline.link(gate.gate().id(), view.links().row(gate));
    List<String> merges = merges(view, gate.gate().id());
    if (merges.isEmpty()) {
      return Line.of("gate ").add(link).text(" (holds without it)").list();
    }
    return Line.of("the merge of ")
        .joined(", ", merges.stream().map(id -> List.of(view.links().workstream(id))).toList())
        .text(" (gate ")
        .add(link)
        .text(" holds)")
        .list();
  }

  private static List<Inline> gate(View view, GateResult gate) {
    return new Line()
        .add(Inline.link(gate.gate().id(), view.links().row(gate)))
        .text(" ")
        .add(Tones.badge(gate))
        .list();
  }
}
