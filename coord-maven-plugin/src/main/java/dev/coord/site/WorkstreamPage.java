package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.assess.LostBranches;
import dev.coord.assess.SameReason;
import dev.coord.assess.WorkstreamState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.plan.PlanSnapshot.Part;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What do I do, what may I not touch? */
final class WorkstreamPage {

  private static final int NEXT = 3;

  private static final String CHANGED = "What it changed";

  private final View view;
  private final WorkstreamState state;
  private final Workstream workstream;
  private final Draft page;
  private final List<Task> next;

  private WorkstreamPage(View view, WorkstreamState state) {
    this.view = view;
    this.state = state;
    this.workstream = state.workstream();
    this.page = new Draft("workstreams/" + state.id(), workstream.title(), "workstreams");
    this.next = NextTasks.of(view.plan(), workstream, NEXT);
  }

  static Page of(View view, WorkstreamState state) {
    return new WorkstreamPage(view, state).build();
  }

  private Page build() {
    List<Sources.Missing> missing = view.missing(EnumSet.of(Sources.Kind.GIT));
    Sources.banner(missing).ifPresent(page::add);
    next();
    WorkstreamFacts.add(view, state, page);
    WorkstreamTerritory.add(view, state, page);
    waiting();
    HandoffsPage.addTo(page, view, state.id());
    gates();
    if (missing.isEmpty() && workstream.branch().isPresent()) {
      changes();
      ForecastSection.addTo(page, view, state.id());
    }
    tasks();
    WorktreeTables.addProgress(view, state, page);
    List<Block> burnUp = BurnUp.of(view, page, Part.workstream(state.id()), "history-table");
    if (!burnUp.isEmpty()) {
      page.section("history", "Burn-up", burnUp);
    }
    WorkstreamFiles.add(view, workstream, page);
    WorkstreamFacts.addLaunch(view, state, page);
    if (!workstream.notes().isEmpty()) {
      page.section(
          "notes", "Notes", Line.prose(workstream.notes(), workstream.origin().of("notes")));
    }
    return page.page(answer(missing), view.links().edit(workstream.origin().self()));
  }

  private Answer answer(List<Sources.Missing> missing) {
    Tone tone = WorkstreamTable.tone(view, state);
    Line line = new Line();
    List<GateResult> broken = view.gates(state).stream().filter(GateResult::breaks).toList();
    if (broken.isEmpty()) {
      stands(missing, line);
      warns(line);
    } else {
      broken(broken, line);
    }
    view.claims()
        .contradiction(state.id())
        .ifPresent(
            claim ->
                line.text(
                        "The plan says " + claim.claim() + "; observed: " + claim.observed() + " (")
                    .add(view.links().claim("proof", claim))
                    .text("). "));
    what(line);
    mayNot(line);
    return new Answer(tone, line.list()).without(missing);
  }

  private void stands(List<Sources.Missing> missing, Line line) {
    if (state.observed() == Status.UNKNOWN && missing.isEmpty()) {
      boolean lost = view.isLost(state.id());
      String untold = "What was done cannot be told";
      line.add(lost ? Inline.text(untold) : Inline.link(untold, here("standing")))
          .text((lost ? ": " + LostBranches.clause(1) : "") + ". ");
    } else if (!state.waitsFor().isEmpty() && !state.observed().isMerged()) {
      line.text("It waits for ").addAll(view.links().workstreams(state.waitsFor())).text(". ");
    } else if (state.observed() == Status.MERGED) {
      line.text("It is merged. ");
    }
    if (Tones.of(state.observed()) == Tone.WARNING) {
      line.text("It is " + state.observed().words() + ": ")
          .add(WorkstreamFacts.how(view, state))
          .text(". ");
    }
  }

  private void warns(Line line) {
    List<GateResult> rows = view.gates(state).stream().filter(GateResult::warns).toList();
    if (!rows.isEmpty()) {
      line.addAll(view.links().namedGates(rows))
          .text(Words.either(rows.size(), " warns. ", " warn. "));
    }
  }

  /** What its gates come to: whether it can be merged, or, of a merged one, what is wrong now. */
  private void broken(List<GateResult> broken, Line line) {
    List<GateResult> failed =
        broken.stream().filter(gate -> gate.outcome() == Outcome.FAILED).toList();
    List<GateResult> untold =
        broken.stream().filter(gate -> gate.outcome() != Outcome.FAILED).toList();
    boolean merged = state.observed().isMerged();
    if (failed.isEmpty()) {
      line.strong(merged ? "It is merged" : "Whether it can be merged cannot be told")
          .text(merged ? ", and nobody can tell " : ": nobody can tell ")
          .addAll(view.links().namedGates(untold))
          .text(". ");
      return;
    }
    line.strong(merged ? "It is merged, but fails this build" : "It cannot be merged")
        .text(": ")
        .addAll(view.links().namedGates(failed))
        .text(Words.either(failed.size(), " is not met", " are not met"));
    if (!untold.isEmpty()) {
      line.text(", and ").addAll(view.links().namedGates(untold)).text(" cannot be told");
    }
    line.text(". ");
  }

  private void what(Line line) {
    if (!next.isEmpty()) {
      line.text("Next: ").rich(next.get(0).text(), next.get(0).origin().of("text")).text(".");
    } else if (state.tasks() == 0) {
      line.text("The plan names no task.");
    } else if (state.done() == state.tasks()) {
      line.text("All tasks are claimed done.");
    } else {
      line.text("No open task can be begun: each is blocked or waits for another.");
    }
    int blocked = NextTasks.blocked(workstream).size();
    if (blocked > 0) {
      line.text(" ")
          .add(Inline.link(Words.count(blocked, "task"), here("tasks")))
          .text(Words.either(blocked, " is", " are") + " blocked.");
    }
  }

  private void mayNot(Line line) {
    List<String> off =
        view.ruled(workstream).keepsOff().patterns().stream().map(p -> p.text()).toList();
    if (!state.observed().isMerged() && !off.isEmpty()) {
      line.text(" It keeps off ");
      for (int i = 0; i < Math.min(NEXT, off.size()); i++) {
        line.text(i == 0 ? "" : ", ").code(off.get(i));
      }
      line.text(off.size() > NEXT ? " and " + (off.size() - NEXT) + " more." : ".");
    }
  }

  private void next() {
    List<Block> blocks = new ArrayList<>();
    if (!next.isEmpty()) {
      blocks.add(new Block.Items(true, next.stream().map(this::nextTask).toList()));
    }
    if (!workstream.next().isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              Line.of("The plan says: ")
                  .rich(workstream.next(), workstream.origin().of("next"))
                  .text(" ")
                  .add(view.links().place(workstream.origin().of("next")))
                  .list()));
    }
    if (!blocks.isEmpty()) {
      page.section("next", "Next", blocks);
    }
  }

  private List<Inline> nextTask(Task task) {
    Line line =
        TaskName.of(task, Target.page("workstreams/" + state.id(), Anchors.of("task", task.id())))
            .text(" ")
            .add(Tones.badge(task.state()));
    task.due().ifPresent(day -> line.text(" due " + day));
    return line.list();
  }

  private void waiting() {
    List<Block.Definition> definitions = new ArrayList<>();
    if (!workstream.dependsOn().isEmpty()) {
      definitions.add(new Block.Definition("Depends on", observed(workstream.dependsOn())));
    }
    if (!state.waitsFor().isEmpty()) {
      definitions.add(
          new Block.Definition("Waits for", view.links().workstreams(state.waitsFor())));
    }
    List<List<Inline>> tasks =
        NextTasks.awaited(view.plan(), workstream).stream().map(this::awaited).toList();
    if (!tasks.isEmpty() && !state.observed().isMerged()) {
      definitions.add(
          new Block.Definition("Tasks it waits for", new Line().joined("; ", tasks).list()));
    }
    if (!state.unblocks().isEmpty()) {
      definitions.add(new Block.Definition("Unblocks", observed(state.unblocks())));
    }
    List<List<Inline>> merge = heldUp();
    if (!merge.isEmpty()) {
      definitions.add(
          new Block.Definition("Its merge waits for", new Line().joined("; ", merge).list()));
    }
    List<Inline> waves = MergesPage.waves(view, state.id());
    if (!waves.isEmpty()) {
      definitions.add(new Block.Definition("Merged in", waves));
    }
    if (!definitions.isEmpty()) {
      page.section("waits", "Waits for and unblocks", new Block.Definitions(definitions));
    }
  }

  private List<Inline> awaited(NextTasks.Awaited one) {
    Line line =
        TaskName.of(
                one.task(),
                Target.page("workstreams/" + one.workstream(), Anchors.of("task", one.task().id())))
            .text(" of ")
            .addAll(view.links().workstreams(List.of(one.workstream())))
            .text(" ")
            .add(Tones.badge(one.task().state()));
    String before = one.before().stream().map(Task::id).collect(Collectors.joining(", "));
    return line.text(" before " + before).list();
  }

  /** What holds up its merge besides what stands on this page by itself. */
  private List<List<Inline>> heldUp() {
    Set<String> told = state.gates().stream().map(GateResult::label).collect(Collectors.toSet());
    return view.nextMerges().of(state).stream()
        .flatMap(readiness -> readiness.holdUps(told).stream())
        .map(condition -> MergeCondition.of(view, condition, true))
        .toList();
  }

  private List<Inline> observed(List<String> ids) {
    return new Line()
        .joined(
            ", ",
            ids.stream()
                .map(
                    id -> {
                      Line line = new Line().add(view.links().workstream(id));
                      view.state(id).ifPresent(w -> line.text(" ").add(Tones.badge(w.observed())));
                      return line.list();
                    })
                .toList())
        .cell();
  }

  private void gates() {
    List<GateResult> gates = view.gates(state);
    if (gates.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("gates-table", "Gates about this workstream")
            .columns("Gate", "Outcome", "Seen", "What to do", "Can fail this build");
    for (SameReason rows : SameReason.of(gates)) {
      GateResult gate = rows.first();
      table.row(
          view.links().anchor(gate),
          Tones.of(gate),
          view.links().gates(rows),
          List.of(Tones.badge(gate)),
          Line.of(view.brief(gate.verdict().summary())).cell(),
          Line.of(gate.verdict().remedy()).cell(),
          Line.of(GatesPage.canFail(gate) ? "yes" : "no").list());
    }
    page.section("gates", "Gates about it", table.table());
  }

  /** What it changed and by which commits; where neither can be told, why is told once. */
  private void changes() {
    if (state.isNotStartedByWord()) {
      page.section(
          "ownership",
          CHANGED,
          new Block.Paragraph(Line.of("Nothing yet: " + state.how() + ".").list()));
      return;
    }
    Observation<BranchDelta> delta =
        state
            .branch()
            .map(BranchEvidence::delta)
            .orElseGet(
                () ->
                    Observation.unknown(
                        "git was not asked about the branch", "Name the branch in the plan."));
    if (state.ownership() instanceof Observation.Unknown<OwnershipReport> held
        && delta instanceof Observation.Unknown<BranchDelta> seen) {
      page.add(
          unknown(
              "Its changes and commits cannot be told",
              held.reason().startsWith(seen.reason()) ? List.of(held) : List.of(held, seen)));
      return;
    }
    ownership();
    commits(delta);
  }

  private void ownership() {
    if (state.ownership() instanceof Observation.Unknown<OwnershipReport> unknown) {
      page.add(unknown("Its changes cannot be held against the boundaries", List.of(unknown)));
      return;
    }
    OwnershipReport report = ((Observation.Known<OwnershipReport>) state.ownership()).value();
    List<Block> blocks = new ArrayList<>();
    if (report.violations().isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              new Line()
                  .add(
                      Inline.link(
                          Words.count(report.changed(), "path"),
                          Target.page("workstreams/" + state.id(), "commits")))
                  .text(" changed, none against the plan.")
                  .list()));
    } else {
      blocks.add(
          TrespassTable.of(
              view,
              page,
              "trespasses-table",
              "Paths changed against the plan",
              List.of(report),
              false));
      blocks.add(new Block.Paragraph(Line.of(TrespassTable.BASIS).list()));
    }
    if (!report.warnings().isEmpty()) {
      blocks.add(
          TrespassTable.of(
              view, page, "warnings-table", "Changed paths that warn", List.of(report), true));
    }
    page.section("ownership", CHANGED, blocks);
  }

  private void commits(Observation<BranchDelta> observed) {
    if (observed instanceof Observation.Unknown<BranchDelta> unknown) {
      page.add(unknown("Its commits cannot be told", List.of(unknown)));
      return;
    }
    BranchDelta delta = ((Observation.Known<BranchDelta>) observed).value();
    boolean merged = delta.basis() != BranchDelta.Basis.LIVE;
    Line basis =
        Line.of(basis(delta))
            .text(Words.count(delta.commits().size(), "commit") + ", ")
            .text(Words.count(delta.changes().size(), "changed path") + ", from ")
            .add(view.links().commit(delta.mergeBase()))
            .text(" to ")
            .add(view.links().commit(delta.tip()));
    if (!merged) {
      basis
          .text("; " + delta.baseName() + " has " + delta.behind() + " more, up to ")
          .add(view.links().commit(delta.base()));
    }
    basis.text(
        delta.uncommitted().isEmpty()
            ? "."
            : ", and " + Words.count(delta.uncommitted().size(), "path") + " not committed yet.");
    List<Block> blocks = new ArrayList<>(List.of(new Block.Paragraph(basis.list())));
    if (!delta.commits().isEmpty()) {
      TableDraft table =
          page.table("commits-table", "Commits, newest first")
              .columns("Commit", "Time", "Author (attested)", "Subject");
      for (Commit commit : delta.commits()) {
        table.row(
            Anchors.of("commit", commit.id()),
            Tone.NEUTRAL,
            List.of(view.links().commit(commit.id())),
            List.of(new Inline.Time(commit.time())),
            Line.of(view.links().author(commit)).cell(),
            Line.of(commit.subject()).cell());
      }
      blocks.add(table.table());
    }
    page.section("commits", "Commits", blocks);
  }

  private static String basis(BranchDelta delta) {
    return switch (delta.basis()) {
      case LIVE -> "Since " + delta.baseName() + ": ";
      case COPIED -> "What was squashed, rebased or picked of it: ";
      case MERGE -> "What its merge brought: ";
    };
  }

  private void tasks() {
    if (workstream.tasks().isEmpty()) {
      page.section("tasks", "Tasks", EmptyState.TASKS.block());
      return;
    }
    page.section(
        "tasks",
        "Tasks",
        TaskTable.of(view, page, "tasks-table", "Tasks and their evidence", workstream.tasks()));
  }

  private Block unknown(String title, List<Observation.Unknown<?>> reasons) {
    return new Block.Callout(
        Tone.UNKNOWN,
        title,
        reasons.stream()
            .map(unknown -> (Block) new Block.Paragraph(why(unknown).text(unknown.remedy()).list()))
            .toList());
  }

  /** The reason, or the place where the page has told it. */
  private Line why(Observation.Unknown<?> unknown) {
    return !state.how().isEmpty() && unknown.reason().startsWith(state.how())
        ? Line.of("Why stands under ")
            .add(Inline.link("what was observed", here("standing")))
            .text(". ")
        : Line.of(unknown.reason() + ". ");
  }

  private Target here(String section) {
    return Target.page("workstreams/" + state.id(), section);
  }
}
