package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Task;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;

/** The workstreams in a table: what is claimed beside what was observed. */
final class WorkstreamTable {

  private WorkstreamTable() {}

  static Block.Table of(View view, Draft page, List<WorkstreamState> workstreams) {
    TableDraft table =
        page.table("workstreams-table", "Workstreams: claimed and observed")
            .columns("Workstream", "Claimed", "Observed", "Owner", "Branch", "Tasks claimed done")
            .columns("Last commit");
    for (WorkstreamState state : workstreams) {
      table.row(
          Anchors.of("workstream", state.id()),
          tone(view, state),
          name(view, state),
          claimed(view, state),
          observed(view, state),
          state
              .workstream()
              .owner()
              .map(id -> List.of(view.links().person(id)))
              .orElseGet(Line::none),
          branch(state),
          tasks(view, state),
          lastCommit(view, state));
    }
    return table.table();
  }

  /** The mark of a workstream. */
  static Tone tone(View view, WorkstreamState state) {
    return WorkstreamTone.of(
        view.gates(state), view.claims().contradiction(state.id()).isPresent(), state.observed());
  }

  private static List<Inline> name(View view, WorkstreamState state) {
    Line line = new Line().add(view.links().workstream(state.id()));
    if (!state.workstream().title().equals(state.id())) {
      line.text(" " + state.workstream().title());
    }
    if (state.workstream().critical()) {
      line.text(" ").badge(Tone.INFO, "marked critical");
    }
    if (state.judged()) {
      line.text(" ").badge(Tone.INFO, "judged now");
    }
    return line.list();
  }

  /** The claimed status with the line that makes the claim. */
  static List<Inline> claimed(View view, WorkstreamState state) {
    String status = state.workstream().status();
    if (status.isEmpty()) {
      return Line.none();
    }
    return Line.of(status + " ")
        .add(view.links().place(state.workstream().origin().of("status")))
        .list();
  }

  /** What was observed; what rests on names that anybody can write is called attested. */
  static List<Inline> observed(View view, WorkstreamState state) {
    Line line = new Line().add(Tones.badge(state.observed()));
    boolean attested =
        merge(state).filter(m -> m.strength() != Proof.Strength.OBSERVED).isPresent();
    if (attested) {
      line.text(" attested");
    }
    Location status = state.workstream().origin().of("status");
    view.claims()
        .contradiction(state.id())
        .ifPresent(
            claim ->
                line.text(" ")
                    .add(
                        view.links()
                            .claim(
                                claim.place().equals(status)
                                    ? "contradicts"
                                    : "a claim about it is contradicted",
                                claim)));
    return line.list();
  }

  static Optional<MergeState> merge(WorkstreamState state) {
    return state.branch().map(BranchEvidence::merge).flatMap(Observation::optional);
  }

  static List<Inline> tasks(WorkstreamState state) {
    return state.tasks() == 0
        ? Line.none()
        : List.of(
            new Inline.Progress(
                state.done(),
                state.tasks(),
                Optional.of(Target.page("workstreams/" + state.id(), "tasks"))));
  }

  /** How far it is, and what is being done. */
  private static List<Inline> tasks(View view, WorkstreamState state) {
    Line line = new Line().addAll(state.tasks() == 0 ? List.of() : tasks(state));
    now(view, state).ifPresent(now -> line.text(" now: ").addAll(now));
    return line.cell();
  }

  /** The task that is claimed to be at work. */
  static Optional<List<Inline>> now(View view, WorkstreamState state) {
    return NextTasks.of(view.plan(), state.workstream(), 1).stream()
        .filter(task -> task.state() == Task.State.DOING)
        .findFirst()
        .map(
            task ->
                TaskName.of(
                        task,
                        Target.page("workstreams/" + state.id(), Anchors.of("task", task.id())))
                    .list());
  }

  static List<Inline> lastCommit(View view, WorkstreamState state) {
    return commit(view, last(state));
  }

  /** Its newest commit: a branch that began nothing yet points to one of somebody else. */
  static Optional<Commit> last(WorkstreamState state) {
    return state.observed() == Status.NOT_STARTED
        ? Optional.empty()
        : state.branch().flatMap(BranchEvidence::tip);
  }

  /** When a commit was made, and which it is. */
  static List<Inline> commit(View view, Optional<Commit> commit) {
    return commit
        .map(
            known ->
                new Line()
                    .add(new Inline.Time(known.time()))
                    .text(" ")
                    .add(view.links().commit(known.id()))
                    .list())
        .orElseGet(Line::none);
  }

  /** The branch, and how far it is from its base; of a merged branch the distance says nothing. */
  private static List<Inline> branch(WorkstreamState state) {
    Line line = new Line();
    state.workstream().branch().ifPresent(line::code);
    state
        .workstream()
        .worktree()
        .ifPresent(worktree -> line.text(line.isEmpty() ? "in " : " in ").code(worktree));
    state
        .branch()
        .flatMap(b -> b.delta().optional())
        .filter(delta -> delta.basis() == BranchDelta.Basis.LIVE)
        .ifPresent(
            delta -> line.text(" " + delta.ahead() + " ahead, " + delta.behind() + " behind"));
    return line.cell();
  }
}
