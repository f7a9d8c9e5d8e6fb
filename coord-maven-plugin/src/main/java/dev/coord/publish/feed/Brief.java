package dev.coord.publish.feed;

import dev.coord.assess.ClaimCheck;
import dev.coord.assess.GateResult;
import dev.coord.assess.HandoffState;
import dev.coord.assess.WorkstreamState;
import dev.coord.diagnostic.Location;
import dev.coord.markdown.MarkdownText;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.rule.Outcome;
import dev.coord.site.NextTasks;
import dev.coord.site.PlainLine;
import dev.coord.site.RuleNotation;
import dev.coord.site.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The brief of one workstream. */
final class Brief {

  private static final int NEXT = 3;
  private static final int NAMED = 6;

  /** A text of the plan, in UTF-16 units. */
  private static final int LONG = 160;

  /** A name or a figure. */
  private static final int SHORT = 80;

  private final Briefs briefs;
  private final WorkstreamState state;
  private final Workstream workstream;

  Brief(Briefs briefs, WorkstreamState state) {
    this.briefs = briefs;
    this.state = state;
    this.workstream = state.workstream();
  }

  List<String> lines() {
    BriefTerritory territory = new BriefTerritory(briefs, workstream);
    BriefText text = new BriefText(code("workstreams/" + state.id() + ".html"));
    text.head(
        "Brief: " + name(state.id(), workstream.title()),
        plain(briefs.assessment.plan().project().name(), SHORT)
            + ", plan "
            + plain(briefs.frame.planVersion(), SHORT)
            + ", data of "
            + PlainLine.of(briefs.frame.stampTime()));
    text.section("State", 6, standing(), "");
    text.section("You own", 6, territory.owns(), "Nothing: the plan names no path of its own.");
    text.section("Ask first", 5, territory.askFirst(), "Nobody: no path is shared.");
    text.section("Never touch", 6, territory.never(), "Nothing is closed to it.");
    text.section("Wait for", 4, waits(), "Nobody.");
    text.section("Next", NEXT + 2, next(), nothing());
    text.section("Failing gates", 5, gates(), noGate());
    text.section("Done when", 4, doneWhen(), "");
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
    workstream.branch().ifPresent(branch -> who.add("branch " + code(branch)));
    workstream.worktree().ifPresent(directory -> who.add("worktree " + code(directory)));
    if (!who.isEmpty()) {
      items.add(String.join(", ", who));
    }
    if (state.tasks() > 0) {
      items.add(state.done() + " of " + Words.count(state.tasks(), "task") + " claimed done");
    }
    workstream.due().ifPresent(day -> items.add("due " + day + late(day)));
    contradicted().ifPresent(items::add);
    return items;
  }

  /** A brief must not hand on a claim that the evidence contradicts as if it were true. */
  private Optional<String> contradicted() {
    List<ClaimCheck> claims = briefs.contradictions(state.id());
    return claims.stream()
        .findFirst()
        .map(
            first ->
                "contradicted: the plan says "
                    + plain(first.claim(), SHORT)
                    + ", observed: "
                    + plain(first.observed(), SHORT)
                    + place(first.place())
                    + (claims.size() > 1 ? ", and " + (claims.size() - 1) + " more" : ""));
  }

  private String late(LocalDate day) {
    boolean late = day.isBefore(briefs.assessment.judgedOn()) && !state.observed().isMerged();
    return late ? ", overdue" : "";
  }

  private List<String> waits() {
    List<String> items = new ArrayList<>();
    if (state.observed().isMerged()) {
      return items;
    }
    for (String id : state.waitsFor()) {
      String seen =
          briefs.assessment.workstream(id).map(w -> ": " + w.observed().words()).orElse("");
      items.add("workstream " + code(id) + seen);
    }
    for (HandoffState handoff : briefs.handoffs) {
      if (handoff.open() && isFor(handoff)) {
        items.add(
            "handoff "
                + name(handoff.handoff().id(), handoff.handoff().title())
                + handoff.handoff().provider().map(id -> " of " + code(id)).orElse("")
                + ": "
                + handoff.observed().words());
      }
    }
    return items;
  }

  private boolean isFor(HandoffState handoff) {
    boolean own = handoff.handoff().provider().equals(Optional.of(state.id()));
    List<String> consumers = handoff.handoff().consumers();
    return !own && (consumers.isEmpty() || consumers.contains(state.id()));
  }

  private List<String> next() {
    List<String> items = new ArrayList<>();
    for (Task task : NextTasks.of(briefs.assessment.plan(), workstream, NEXT)) {
      items.add(
          code(task.id())
              + " "
              + markdown(task.text(), LONG)
              + (task.state() == Task.State.DOING ? " (begun)" : "")
              + task.due().map(day -> " (due " + day + late(day) + ")").orElse(""));
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
    return state.done() == state.tasks()
        ? "All tasks are claimed done: have it merged."
        : "No open task can be begun: each is blocked or waits for another.";
  }

  private List<String> gates() {
    return briefs.assessment.gatesAbout(state).stream()
        .filter(GateResult::wanting)
        .sorted(Comparator.comparing((GateResult g) -> !g.breaks()).thenComparing(this::rank))
        .map(this::gate)
        .toList();
  }

  private String noGate() {
    long others = briefs.assessment.gates().stream().filter(GateResult::breaks).count();
    return others == 0
        ? "None."
        : "None that is about it, but "
            + others
            + " of the project or of others "
            + Words.either(others, "fails", "fail")
            + " this build: see "
            + code("gates.html")
            + ".";
  }

  private int rank(GateResult gate) {
    return gate.outcome() == Outcome.FAILED ? 0 : 1;
  }

  private String gate(GateResult gate) {
    String remedy = gate.verdict().remedy();
    return code(gate.row())
        + (gate.outcome() == Outcome.UNKNOWN ? " is unknown" : " fails")
        + (gate.breaks() ? "" : ", and warns")
        + ": "
        + plain(gate.verdict().summary(), LONG)
        + ". Reproduce: "
        + code(briefs.command(state.id(), needsReports(gate.gate().rule())))
        + (remedy.isEmpty() ? "" : ". " + plain(remedy, LONG));
  }

  private static boolean needsReports(Rule rule) {
    if (rule instanceof Rule.All all) {
      return all.rules().stream().anyMatch(Brief::needsReports);
    }
    if (rule instanceof Rule.Any any) {
      return any.rules().stream().anyMatch(Brief::needsReports);
    }
    if (rule instanceof Rule.Not not) {
      return needsReports(not.rule());
    }
    return rule instanceof Rule.Coverage
        || rule instanceof Rule.Tests
        || rule instanceof FindingsRule
        || rule instanceof MetricRule;
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
    List<String> rows =
        briefs.assessment.gatesAbout(state).stream()
            .map(GateResult::row)
            .distinct()
            .map(this::code)
            .toList();
    if (!rows.isEmpty()) {
      items.add(Words.list(rows, NAMED) + Words.either(rows.size(), " holds", " hold"));
    }
    List<String> handoffs =
        briefs.handoffs.stream()
            .filter(h -> h.open() && h.handoff().provider().equals(Optional.of(state.id())))
            .map(h -> code(h.handoff().id()))
            .toList();
    if (!handoffs.isEmpty()) {
      items.add("others have what it hands over: " + Words.list(handoffs, NAMED));
    }
    items.add(
        "it is merged into "
            + code(briefs.assessment.plan().project().integrationBranch())
            + (state.observed().isMerged() ? ", as it is" : ""));
    return items;
  }

  /** The rules that show that open tasks are done. */
  private String proofs() {
    List<String> proofs =
        workstream.tasks().stream()
            .flatMap(Task::flat)
            .filter(t -> t.state() != Task.State.DONE && t.state() != Task.State.DROPPED)
            .flatMap(t -> t.doneWhen().stream().map(r -> code(t.id()) + " by " + rule(r)))
            .toList();
    return proofs.isEmpty() ? "" : ", shown " + Words.list(proofs, 2);
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
    return MarkdownText.escape(briefs.texts.of(text, most));
  }

  private String markdown(String source, int most) {
    return MarkdownText.escape(briefs.texts.ofMarkdown(source, most));
  }

  private String code(String text) {
    return MarkdownText.code(briefs.texts.of(text, LONG), false);
  }
}
