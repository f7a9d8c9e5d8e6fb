package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.GateResult;
import dev.coord.assess.WorkstreamState;
import dev.coord.plan.Action;
import dev.coord.plan.Task;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Subjects;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to do, the most urgent first: remedies of what fails this build, actions that others wait
 * for, claims to correct, and the next tasks.
 */
final class DoNext {

  private static final int NEXT_TASKS = 3;
  private static final int MOST_CLAIMS = 5;

  private final View view;
  private final Assessment assessment;
  private final List<List<Inline>> items = new ArrayList<>();

  private DoNext(View view) {
    this.view = view;
    this.assessment = view.assessment();
  }

  static List<List<Inline>> of(View view) {
    DoNext next = new DoNext(view);
    next.remedies();
    next.actions();
    next.claims();
    next.tasks();
    return List.copyOf(next.items);
  }

  /** Gates of which the same is seen, and that have the same remedy, are one thing to do. */
  private void remedies() {
    Map<List<String>, List<GateResult>> same = new LinkedHashMap<>();
    for (GateResult gate : breaking(assessment)) {
      List<String> what = List.of(gate.summary(), gate.verdict().remedy());
      same.computeIfAbsent(what, any -> new ArrayList<>()).add(gate);
    }
    same.forEach(
        (what, gates) ->
            items.add(
                new Line()
                    .addAll(view.links().namedGates(gates))
                    .text(": " + what.get(0).replaceFirst("[.]$", "") + ". " + what.get(1) + " (")
                    .add(view.links().place(PlanLines.of(gates.get(0))))
                    .text(")")
                    .list()));
  }

  /** What fails the build, then what cannot be told, each in the plan's order. */
  static List<GateResult> breaking(Assessment assessment) {
    return assessment.gates().stream()
        .filter(GateResult::breaks)
        .sorted(Comparator.comparing(gate -> gate.outcome() == Outcome.UNKNOWN))
        .toList();
  }

  private void actions() {
    for (Action action : ActionsPage.open(view)) {
      if (!action.blocks().isEmpty()) {
        Line line = new Line().rich(action.title(), action.origin().of("title")).text(" (");
        action.who().ifPresent(id -> line.add(view.links().person(id)).text(", "));
        action.when().ifPresent(day -> line.text("due " + day + ", "));
        items.add(
            line.text("blocks ")
                .addAll(ActionsPage.blocks(view, action))
                .text(", ")
                .add(
                    Inline.link(
                        "action", Target.page("actions", Anchors.of("action", action.id()))))
                .text(")")
                .list());
      }
    }
  }

  private void claims() {
    List<ClaimCheck> wrong = assessment.contradictions();
    List<ClaimCheck> told = wrong.subList(0, Math.min(MOST_CLAIMS, wrong.size()));
    for (ClaimCheck claim : told) {
      items.add(
          Line.of(Subjects.isClaim(claim.subject()) ? "Correct " : "Correct what is said of ")
              .add(view.links().subject(claim.subject()))
              .text(
                  ", or make it true: the plan says \""
                      + claim.claim()
                      + "\", observed: "
                      + claim.observed()
                      + " (")
              .add(view.links().place(claim.place()))
              .text(", ")
              .add(view.links().claim("proof", claim))
              .text(")")
              .list());
    }
    if (wrong.size() > MOST_CLAIMS) {
      String more = Words.count(ClaimCheck.count(wrong) - ClaimCheck.count(told), "more claim");
      items.add(
          Line.of("Correct ")
              .add(Inline.link(more, Target.page("claims", "contradicted")))
              .text(", or make them true")
              .list());
    }
  }

  /** The next tasks of the judged workstream; where none is judged, one of each active one. */
  private void tasks() {
    List<WorkstreamState> judged =
        assessment.judged().workstream().flatMap(view::state).stream().toList();
    List<WorkstreamState> of =
        judged.isEmpty()
            ? assessment.workstreams().stream().filter(w -> w.observed().isUnderWay()).toList()
            : judged;
    for (WorkstreamState state : of) {
      int most = judged.isEmpty() ? 1 : NEXT_TASKS;
      for (Task task : NextTasks.of(view.plan(), state.workstream(), most)) {
        items.add(task(state, task));
      }
    }
  }

  private List<Inline> task(WorkstreamState state, Task task) {
    Line line =
        new Line()
            .add(view.links().subject(state.id() + "/" + task.id()))
            .text(": ")
            .rich(task.text(), task.origin().of("text"));
    task.due().ifPresent(day -> line.text(", due " + day));
    return line.list();
  }
}
