package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.Worktree.Changes;
import dev.coord.evidence.Worktree.Distance;
import dev.coord.evidence.Worktree.Operation;
import dev.coord.evidence.Worktree.Position;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.plan.Task;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies in the worktrees and is in no commit yet. */
final class WorktreeTables {

  /** The table that has them all. */
  private static final Target ALL = Target.page("git", "worktrees");

  private final View view;
  private final WorktreeEvidence evidence;

  private WorktreeTables(View view) {
    this.view = view;
    this.evidence = view.assessment().evidence().worktrees();
  }

  /** All worktrees, on the page about git. */
  static void add(View view, Draft page) {
    new WorktreeTables(view).addAll(page);
  }

  /** The worktree of a workstream, as facts about it. */
  static List<Block.Definition> facts(View view, WorkstreamState state) {
    return new WorktreeTables(view).facts(state);
  }

  /** What a workstream ticks off in a file of its own. */
  static void addProgress(View view, WorkstreamState state, Draft page) {
    WorktreeTables tables = new WorktreeTables(view);
    Optional.ofNullable(tables.evidence.progress().get(state.id()))
        .ifPresent(progress -> tables.progress(state, progress, page));
  }

  private void addAll(Draft page) {
    if (evidence.worktrees().isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("worktrees-table", "Worktrees of the repository on this machine")
            .columns("Worktree", "Checked out", "Commit", "Workstream")
            .number("Changed")
            .number("Untracked")
            .columns("Last change", "State");
    for (Worktree worktree : evidence.worktrees()) {
      Optional<Changes> changes = worktree.changes().optional();
      table.row(
          Anchors.of("worktree", worktree.published()),
          tone(worktree),
          new Line().code(worktree.published()).list(),
          checkedOut(worktree),
          worktree.head().map(id -> List.of(view.links().commit(id))).orElseGet(Line::none),
          workstreams(worktree),
          changes.map(c -> Line.of(Integer.toString(c.changed())).list()).orElseGet(Line::none),
          changes.map(c -> Line.of(Integer.toString(c.untracked())).list()).orElseGet(Line::none),
          changes.flatMap(Changes::last).map(this::day).orElseGet(Line::none),
          state(worktree).cell());
    }
    List<Block> blocks = new ArrayList<>(List.of(table.table()));
    if (evidence.more() > 0) {
      blocks.add(
          new Block.Paragraph(
              Line.of(
                      evidence.more()
                          + Words.either(evidence.more(), " more was", " more were")
                          + " not looked at: run git worktree prune.")
                  .list()));
    }
    page.section("worktrees", "Worktrees", blocks);
  }

  private static Tone tone(Worktree worktree) {
    if (worktree.prunable()) {
      return Tone.WARNING;
    }
    return worktree.changes().isKnown() ? Tone.NEUTRAL : Tone.UNKNOWN;
  }

  private static List<Inline> checkedOut(Worktree worktree) {
    if (worktree.branch().isPresent()) {
      return new Line().code(worktree.branch().get()).list();
    }
    if (!worktree.isDetached()) {
      return Line.none();
    }
    Line line = Line.of("detached HEAD");
    worktree.position().ifPresent(position -> position(line.text(", "), position));
    return line.list();
  }

  /** Where a detached HEAD is, beside the branch that is to be there. */
  private static void position(Line line, Position position) {
    if (position.distance() instanceof Observation.Unknown<Optional<Distance>> unknown) {
      line.text("beside ")
          .code(position.branch())
          .text(" ")
          .badge(Tone.UNKNOWN, "unknown")
          .text(" " + unknown.reason() + ". " + unknown.remedy());
      return;
    }
    Optional<Distance> distance = position.distance().optional().orElseThrow();
    if (distance.isEmpty()) {
      line.text("and there is no ").code(position.branch());
      return;
    }
    int ahead = distance.get().ahead();
    int behind = distance.get().behind();
    if (ahead == 0) {
      line.text(behind == 0 ? "at the tip of " : "an older commit of ").code(position.branch());
    } else {
      line.add(Inline.link(Words.count(ahead, "commit"), ALL))
          .text(" ahead of ")
          .code(position.branch());
    }
    if (behind > 0) {
      line.text(", ").add(Inline.link(Integer.toString(behind), ALL)).text(" behind its tip");
    }
  }

  private List<Inline> workstreams(Worktree worktree) {
    List<String> ids =
        view.assessment().workstreams().stream()
            .filter(state -> worktree.worksOn().isPresent())
            .filter(state -> state.workstream().branch().equals(worktree.worksOn()))
            .map(WorkstreamState::id)
            .toList();
    return ids.isEmpty() ? Line.none() : view.links().workstreams(ids);
  }

  private List<Inline> day(Instant time) {
    return List.of(
        new Inline.Day(
            LocalDate.ofInstant(time, view.assessment().rulebook().project().calendar().zone())));
  }

  /** What is to be known of it beside its files. */
  private Line state(Worktree worktree) {
    Line line = new Line();
    if (worktree.main()) {
      line.text("main");
    }
    if (worktree.current()) {
      line.text(line.isEmpty() ? "this checkout" : ", this checkout");
    }
    worktree
        .locked()
        .ifPresent(
            reason ->
                line.text(line.isEmpty() ? "" : " ")
                    .badge(Tone.INFO, "locked")
                    .text(reason.isEmpty() ? "" : " " + reason));
    for (Operation operation : worktree.operations()) {
      operation(line.text(line.isEmpty() ? "" : " "), operation);
    }
    worktree
        .changes()
        .optional()
        .filter(changes -> changes.uncompared() > 0)
        .ifPresent(
            changes ->
                line.text(line.isEmpty() ? "" : " ")
                    .badge(Tone.UNKNOWN, "not compared")
                    .text(
                        " "
                            + Words.count(changes.uncompared(), "file")
                            + " that only a filter could compare, which coord does not run. Run git"
                            + " status there."));
    if (worktree.changes() instanceof Observation.Unknown<Changes> unknown) {
      line.text(line.isEmpty() ? "" : " ")
          .badge(
              worktree.prunable() ? Tone.WARNING : Tone.UNKNOWN,
              worktree.prunable() ? "prunable" : "unknown")
          .text(" " + unknown.reason() + ". " + unknown.remedy());
    }
    return line;
  }

  /** As {@code git status} says it. */
  private void operation(Line line, Operation operation) {
    line.badge(Tone.WARNING, operation.kind().word()).text(" in progress");
    operation
        .branch()
        .ifPresent(
            branch ->
                line.text(operation.kind() == Operation.Kind.BISECT ? ", begun on " : ", of ")
                    .code(branch));
    for (int i = 0; i < operation.commits().size(); i++) {
      line.text(i > 0 ? " and " : operation.kind() == Operation.Kind.REBASE ? ", onto " : ", of ")
          .add(view.links().commit(operation.commits().get(i)));
    }
  }

  private List<Block.Definition> facts(WorkstreamState state) {
    Optional<Worktree> own = state.workstream().branch().flatMap(evidence::of);
    List<Block.Definition> facts = new ArrayList<>();
    own.filter(worktree -> !worktree.operations().isEmpty())
        .ifPresent(
            worktree -> {
              Line line = new Line();
              for (Operation operation : worktree.operations()) {
                operation(line.text(line.isEmpty() ? "" : "; "), operation);
              }
              facts.add(new Block.Definition("In its worktree", line.list()));
            });
    planned(state)
        .ifPresent(
            worktree ->
                facts.add(
                    new Block.Definition(
                        "Its worktree",
                        new Line()
                            .code(worktree.published())
                            .text(" has a ")
                            .addAll(checkedOut(worktree))
                            .list())));
    own.ifPresent(
        worktree -> facts.add(new Block.Definition("Not committed", uncommitted(worktree))));
    own.filter(worktree -> worktree.locked().isPresent())
        .ifPresent(
            worktree ->
                facts.add(
                    new Block.Definition(
                        "Its worktree is locked",
                        Line.of(
                                worktree
                                    .locked()
                                    .filter(reason -> !reason.isEmpty())
                                    .orElse("no reason is given"))
                            .list())));
    return facts;
  }

  /** The worktree that the plan gives to a workstream, where its HEAD is on no branch. */
  private Optional<Worktree> planned(WorkstreamState state) {
    return evidence.worktrees().stream()
        .filter(
            worktree ->
                worktree
                    .position()
                    .filter(at -> state.workstream().branch().equals(Optional.of(at.branch())))
                    .isPresent())
        .findFirst();
  }

  private List<Inline> uncommitted(Worktree worktree) {
    if (worktree.changes() instanceof Observation.Unknown<Changes> unknown) {
      return new Line()
          .badge(Tone.UNKNOWN, worktree.prunable() ? "prunable" : "unknown")
          .text(" " + unknown.reason() + ". " + unknown.remedy())
          .list();
    }
    Changes changes = worktree.changes().optional().orElseThrow();
    if (changes.changed() + changes.untracked() == 0) {
      return Line.of("nothing").list();
    }
    Line line =
        new Line()
            .add(Inline.link(Words.count(changes.changed(), "changed file"), ALL))
            .text(", ")
            .add(Inline.link(Words.count(changes.untracked(), "untracked file"), ALL));
    changes.last().ifPresent(time -> line.text(", the last one of ").addAll(day(time)));
    return line.list();
  }

  private void progress(WorkstreamState state, Observation<Progress> observed, Draft page) {
    if (observed instanceof Observation.Unknown<Progress> unknown) {
      page.section(
          "progress",
          "Progress in its own words",
          new Block.Callout(
              Tone.UNKNOWN,
              "Its progress file cannot be read",
              List.of(
                  new Block.Paragraph(
                      Line.of(unknown.reason() + ". " + unknown.remedy()).list()))));
      return;
    }
    Progress progress = observed.optional().orElseThrow();
    TableDraft table =
        page.table("progress-table", "Items of the progress file").columns("Item", "Says");
    for (Progress.Item item : progress.items()) {
      Line text = Line.of(TaskTable.NESTED.repeat(item.depth()));
      table.row(
          Anchors.of("item", Integer.toString(item.line())),
          Tone.NEUTRAL,
          item.text().isEmpty()
              ? text.text("(no text)").list()
              : text.add(new Inline.Rich(item.text(), folder(progress.file()))).list(),
          List.of(Tones.badge(item.done() ? Task.State.DONE : Task.State.TODO)));
    }
    page.section("progress", "Progress in its own words", source(state, progress), table.table());
  }

  private static String folder(String file) {
    return file.substring(0, Math.max(0, file.lastIndexOf('/')));
  }

  /** Where it was read, and the counts of both lists: neither proves the other. */
  private Block source(WorkstreamState state, Progress progress) {
    Line line = Line.of("Attested: ").code(progress.file()).text(" ");
    progress
        .worktree()
        .ifPresent(
            directory -> {
              line.text(directory.equals(".") ? "in the main worktree" : "in ");
              if (!directory.equals(".")) {
                line.code(Worktree.published(directory));
              }
            });
    progress.commit().ifPresent(id -> line.text("at ").add(view.links().commit(id)));
    progress.changed().ifPresent(time -> line.text(", last changed ").addAll(day(time)));
    return new Block.Paragraph(
        line.text(
                ", ticks "
                    + progress.done()
                    + " of "
                    + Words.count(progress.items().size(), "item")
                    + "; the plan claims "
                    + state.done()
                    + " of "
                    + Words.count(state.tasks(), "task")
                    + " done.")
            .list());
  }
}
