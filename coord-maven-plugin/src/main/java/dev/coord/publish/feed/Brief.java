package dev.coord.publish.feed;

import dev.coord.assess.ClaimCheck;
import dev.coord.assess.WorkstreamState;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.markdown.MarkdownText;
import dev.coord.plan.Rule;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.site.NextTasks;
import dev.coord.site.RuleNotation;
import dev.coord.site.draft.Words;
import dev.coord.site.model.PlainLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The brief of one workstream. */
final class Brief {

  private static final int NEXT = 3;
  private static final int NAMED = 6;
  private static final int PROVEN = 2;

  /** A text of the plan, in UTF-16 units. */
  private static final int LONG = 160;

  /** A name or a figure. */
  private static final int SHORT = 80;

  private final Briefs briefs;
  private final WorkstreamState state;
  private final Workstream workstream;
  private final BriefGates gates;
  private final List<String> waits;

  Brief(Briefs briefs, WorkstreamState state) {
    this.briefs = briefs;
    this.state = state;
    this.workstream = state.workstream();
    this.gates = new BriefGates(briefs, state);
    this.waits = new BriefWaits(briefs, state).items();
  }

  List<String> lines() {
    String ofPaths = new BriefCommands(briefs, state).ofPaths();
    BriefTerritory territory = new BriefTerritory(briefs, workstream, ofPaths);
    String asked = ofPaths + " tells of any path";
    String page = briefs.page(state);
    BriefText text = new BriefText();
    text.head(
        "Brief: " + name(state.id(), workstream.title()),
        plain(briefs.assessment.plan().project().name(), SHORT)
            + ", plan "
            + plain(briefs.frame.planVersion(), SHORT)
            + ", data of "
            + PlainLine.of(briefs.frame.stampTime()));
    text.section("State", 6, standing(), "", page);
    String noPath = "Nothing: the plan names no path of its own.";
    text.section("You own", 6, territory.owns(), noPath, page);
    text.section("Ask first", 5, territory.askFirst(), "Nobody: no path is shared.", page);
    text.section("Never touch", 6, territory.never(), "Nothing is closed to it.", asked);
    text.section("Wait for", 4, waits, "Nobody.", page);
    text.section("Next", NEXT + 2, next(), nothing(), page);
    text.section("Failing gates", 5, gates.wanting(), gates.none(), briefs.gatesPage());
    text.section("Done when", 4, doneWhen(), "", page);
    return text.lines();
  }

  private List<String> standing() {
    List<String> items = new ArrayList<>();
    String how = state.how().isEmpty() ? "" : ": " + plain(state.how(), LONG);
    items.add("observed: " + state.observed().words() + how);
    if (!workstream.status().isEmpty()) {
      items.add(
          "claimed: "
              + plain(workstream.status(), SHORT)
              + place(workstream.origin().of("status")));
    }
    List<String> who = new ArrayList<>();
    workstream.owner().ifPresent(id -> who.add("owner " + person(id)));
    workstream.branch().ifPresent(branch -> who.add("branch " + code(branch) + apart()));
    workstream.worktree().ifPresent(directory -> who.add("worktree " + code(directory)));
    if (!who.isEmpty()) {
      items.add(String.join(", ", who));
    }
    if (state.tasks() > 0) {
      items.add(
          state.done() + " of " + Words.count(state.tasks(), "task") + " claimed done" + blocked());
    }
    workstream.due().ifPresent(day -> items.add("due " + day + late(day)));
    contradicted().ifPresent(items::add);
    return items;
  }

  private String blocked() {
    List<Task> blocked = NextTasks.blocked(workstream);
    return blocked.isEmpty()
        ? ""
        : ", blocked: "
            + code(blocked.get(0).id())
            + " "
            + markdown(blocked.get(0).text(), SHORT)
            + (blocked.size() > 1 ? " and " + (blocked.size() - 1) + " more" : "");
  }

  /** A brief must not hand on a claim that the evidence contradicts as if it were true. */
  private Optional<String> contradicted() {
    List<ClaimCheck> claims = briefs.contradictions(state.id());
    return claims.stream()
        .findFirst()
        .map(
            first ->
                "contradicted: the plan says \""
                    + plain(first.claim(), SHORT)
                    + "\", observed: "
                    + plain(first.observed(), SHORT)
                    + place(first.place())
                    + (claims.size() > 1
                        ? ", and " + (claims.size() - 1) + " more, " + briefs.page(state)
                        : ""));
  }

  /** How far its branch and what it goes into are apart. */
  private String apart() {
    return briefs
        .delta(state)
        .filter(delta -> delta.basis() == BranchDelta.Basis.LIVE)
        .map(
            delta ->
                " ("
                    + delta.ahead()
                    + " ahead of "
                    + code(delta.baseName())
                    + (delta.behind() == 0
                        ? ", 0 behind"
                        : ", " + delta.behind() + " behind: merge " + code(delta.baseName()))
                    + ")")
        .orElse("");
  }

  private String late(LocalDate day) {
    boolean late = day.isBefore(briefs.assessment.judgedOn()) && !state.observed().isMerged();
    return late ? ", overdue" : "";
  }

  private List<String> next() {
    List<String> items = new ArrayList<>();
    List<Task> tasks = NextTasks.of(briefs.assessment.plan(), workstream, Integer.MAX_VALUE);
    for (Task task : tasks.subList(0, Math.min(NEXT, tasks.size()))) {
      items.add(
          code(task.id())
              + " "
              + markdown(task.text(), LONG)
              + (task.state() == Task.State.DOING ? " (begun)" : "")
              + task.due().map(day -> " (due " + day + late(day) + ")").orElse("")
              + waiting(briefs.waiting(state, task)));
    }
    if (tasks.size() > NEXT) {
      int more = tasks.size() - NEXT;
      items.add("or " + more + " more, " + briefs.page(state));
    }
    if (!workstream.next().isEmpty()) {
      items.add(
          "the plan says: "
              + markdown(workstream.next(), 2 * LONG)
              + place(workstream.origin().of("next")));
    }
    return items;
  }

  private String nothing() {
    if (state.observed().isMerged()) {
      return "Nothing: it is merged.";
    }
    if (state.tasks() == 0) {
      return "The plan names no task.";
    }
    if (state.done() < state.tasks()) {
      return "No open task can be begun: each is blocked or waits for another.";
    }
    List<String> first = new ArrayList<>();
    if (!waits.isEmpty()) {
      first.add("it waits, as said above");
    }
    if (!gates.hold()) {
      first.add("not all of its gates hold, as said below");
    }
    return first.isEmpty()
        ? "All tasks are claimed done: have it merged."
        : "All tasks are claimed done, but do not have it merged yet: "
            + String.join(", and ", first)
            + ".";
  }

  private List<String> doneWhen() {
    List<String> items = new ArrayList<>();
    int open = state.tasks() - state.done();
    if (open > 0) {
      items.add(
          "its "
              + Words.count(open, "open task")
              + " "
              + (open == 1 ? "is" : "are")
              + " done"
              + proofs());
    }
    items.addAll(gates.toHold());
    List<String> handoffs =
        briefs.handoffs.stream()
            .filter(h -> h.open() && h.handoff().provider().equals(Optional.of(state.id())))
            .map(h -> code(h.handoff().id()))
            .toList();
    if (!handoffs.isEmpty()) {
      items.add(
          "others have what it hands over: " + Words.list(handoffs, NAMED) + more(handoffs, NAMED));
    }
    items.add(
        "it is merged into "
            + code(briefs.assessment.plan().project().integrationBranch())
            + (state.observed().isMerged() ? ", as it is" : waiting(state.unblocks())));
    return items;
  }

  /** Who waits for something of this workstream. */
  private String waiting(List<String> ids) {
    if (ids.isEmpty()) {
      return "";
    }
    String who = Words.list(ids.stream().map(this::code).toList(), NAMED);
    return " (" + who + (ids.size() == 1 ? " waits for it)" : " wait for it)");
  }

  /** The rules that show that open tasks are done. */
  private String proofs() {
    List<String> proofs =
        workstream.tasks().stream()
            .flatMap(Task::flat)
            .filter(t -> t.state() != Task.State.DONE && t.state() != Task.State.DROPPED)
            .flatMap(t -> t.doneWhen().stream().map(r -> code(t.id()) + " by " + rule(r)))
            .toList();
    return proofs.isEmpty() ? "" : ", shown " + Words.list(proofs, PROVEN) + more(proofs, PROVEN);
  }

  /** Where all of a list is, of which some is named. */
  private String more(List<String> all, int named) {
    return all.size() > named ? " (all: " + briefs.page(state) + ")" : "";
  }

  private String rule(Rule rule) {
    return code(briefs.texts.of(RuleNotation.of(rule), SHORT));
  }

  private String person(String id) {
    return briefs.assessment.plan().people().stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .map(person -> plain(person.name(), SHORT))
        .orElseGet(() -> plain(id, SHORT));
  }

  private String name(String id, String title) {
    return code(id) + (title.equals(id) ? "" : " " + plain(title, SHORT));
  }

  private String place(Location place) {
    return " (" + code(place.withCommit()) + ")";
  }

  private String plain(String text, int most) {
    return briefs.plain(text, most);
  }

  private String markdown(String source, int most) {
    return MarkdownText.escape(briefs.texts.ofMarkdown(source, most));
  }

  private String code(String text) {
    return briefs.code(text);
  }
}
