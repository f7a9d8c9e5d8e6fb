package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Worktree;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.OtherFiles;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a workstream stands, and how a session on it is started. */
final class WorkstreamFacts {

  private final View view;
  private final WorkstreamState state;
  private final Workstream workstream;
  private final List<Block.Definition> facts = new ArrayList<>();

  private WorkstreamFacts(View view, WorkstreamState state) {
    this.view = view;
    this.state = state;
    this.workstream = state.workstream();
  }

  static void add(View view, WorkstreamState state, Draft page) {
    WorkstreamFacts facts = new WorkstreamFacts(view, state);
    facts.standing();
    facts.plan();
    List<Block> blocks = new ArrayList<>();
    if (!state.workstream().focus().isEmpty()) {
      blocks.add(Line.prose(state.workstream().focus(), state.workstream().origin().of("focus")));
    }
    blocks.add(new Block.Definitions(facts.facts));
    if (state.workstream().branch().isEmpty()) {
      blocks.add(EmptyState.BRANCH.block());
    }
    page.section("standing", "Where it stands", blocks);
  }

  private void standing() {
    fact("Claimed", WorkstreamTable.claimed(view, state));
    Line observed = new Line().addAll(WorkstreamTable.observed(view, state));
    if (!state.how().isEmpty()) {
      observed.text(": ").add(how(view, state));
    }
    WorkstreamTable.merge(state)
        .flatMap(MergeState::merge)
        .ifPresent(commit -> observed.text(" ").add(view.links().commit(commit.id())));
    state
        .landing()
        .ifPresent(landing -> observed.text(" on ").add(new Inline.Time(landing.time())));
    fact("Observed", observed.list());
    state
        .revert()
        .ifPresent(
            commit ->
                fact(
                    "Reverted by",
                    new Line()
                        .add(view.links().commit(commit.id()))
                        .text(" on ")
                        .add(new Inline.Time(commit.time()))
                        .text(", " + view.links().author(commit) + ": " + commit.subject())
                        .list()));
    fact("Tasks claimed done", WorkstreamTable.tasks(state));
    fact("Last commit", WorkstreamTable.lastCommit(view, state));
    state.branch().ifPresent(this::branch);
  }

  /** How that is known; what is said of commits leads to them. */
  static Inline how(View view, WorkstreamState state) {
    boolean commits =
        state.observed().isUnderWay()
            && state.branch().flatMap(b -> b.delta().optional()).isPresent();
    return commits
        ? Inline.link(state.how(), Target.page("workstreams/" + state.id(), "commits"))
        : Inline.text(view.brief(state.how()));
  }

  private void branch(BranchEvidence branch) {
    branch
        .delta()
        .optional()
        .filter(delta -> delta.basis() == BranchDelta.Basis.LIVE)
        .ifPresent(
            delta ->
                fact(
                    "Ahead and behind",
                    new Line()
                        .add(
                            Inline.link(
                                Words.count(delta.ahead(), "commit"),
                                Target.page("workstreams/" + state.id(), "commits")))
                        .text(" ahead of " + delta.baseName() + ", ")
                        .add(view.links().behind(state.id(), delta))
                        .text(" behind")
                        .list()));
    branch
        .worktree()
        .ifPresent(
            directory ->
                fact("Checked out in", new Line().code(Worktree.published(directory)).list()));
    facts.addAll(WorktreeTables.facts(view, state));
    branch.ref().ifPresent(ref -> fact("Found at", new Line().code(ref).list()));
    branch
        .other()
        .ifPresent(
            other ->
                fact(
                    "Elsewhere",
                    new Line()
                        .code(other.ref())
                        .text(" at ")
                        .add(view.links().commit(other.commit()))
                        .text(
                            ", "
                                + Words.count(other.ahead(), "commit")
                                + " ahead of what counts and "
                                + other.behind()
                                + " behind")
                        .list()));
  }

  private void plan() {
    code("Id", Optional.of(workstream.id()));
    workstream.owner().ifPresent(id -> fact("Owner", List.of(view.links().person(id))));
    text("Phase", workstream.phase());
    code("Branch", workstream.branch());
    code("Base", workstream.base());
    workstream.mergedAs().ifPresent(this::mergedAs);
    code("Worktree", workstream.worktree());
    if (workstream.critical()) {
      Line marked = Line.of("the plan says so");
      view.claims()
          .of(state.id(), workstream.origin().of("critical"))
          .ifPresent(claim -> marked.text(", ").addAll(view.claims().seen(Optional.of(claim), "")));
      fact("Critical path", marked.list());
    }
    workstream.start().ifPresent(day -> fact("Start", Line.of(day.toString()).list()));
    workstream
        .duration()
        .ifPresent(
            days ->
                fact(
                    "Duration",
                    Line.of(Words.count(days, "working day") + " ")
                        .add(view.links().place(workstream.origin().of("duration")))
                        .list()));
    workstream.due().ifPresent(day -> fact("Due", due(day)));
    workstream
        .level()
        .ifPresent(
            level ->
                fact(
                    "Coordination",
                    Line.of(
                            level.name().toLowerCase(Locale.ROOT)
                                + (workstream.why().isEmpty() ? "" : ": "))
                        .rich(workstream.why(), workstream.origin().of("why"))
                        .list()));
    code("Progress file", workstream.progressFile());
    fact("Written in", List.of(view.links().place(workstream.origin().self())));
    fact(
        "Brief",
        Line.of("all that a session has to know, in 60 lines: ")
            .add(
                new Inline.Link(
                    workstream.id() + ".md", Target.file(OtherFiles.brief(workstream.id())), true))
            .list());
  }

  /** What the plan says, and whether the repository bears it out. */
  private void mergedAs(String commit) {
    Line line = new Line().code(commit);
    view.claims()
        .of(state.id(), workstream.origin().of("merged_as"))
        .ifPresent(claim -> line.text(" ").addAll(view.claims().seen(Optional.of(claim), "")));
    fact("Merged as, the plan says", line.list());
  }

  private List<Inline> due(LocalDate day) {
    Line line = Line.of(day.toString());
    boolean late = day.isBefore(view.today()) && !state.observed().isMerged();
    return (late ? line.text(" ").badge(Tone.WARNING, "overdue") : line).list();
  }

  private void fact(String term, List<Inline> content) {
    facts.add(new Block.Definition(term, content));
  }

  private void text(String term, String text) {
    if (!text.isEmpty()) {
      fact(term, Line.of(text).list());
    }
  }

  private void code(String term, Optional<String> text) {
    text.ifPresent(t -> fact(term, new Line().code(t).list()));
  }

  /** How to start; the prompt stands here only where the plan publishes it. */
  static void addLaunch(View view, WorkstreamState state, Draft page) {
    if (state.workstream().launch().isEmpty()) {
      return;
    }
    Launch launch = state.workstream().launch().get();
    WorkstreamFacts facts = new WorkstreamFacts(view, state);
    launch
        .order()
        .ifPresent(
            order ->
                facts.fact(
                    "Order",
                    Line.of(order + " ")
                        .add(view.links().place(launch.origin().of("order")))
                        .list()));
    launch.when().stretches().stream()
        .findFirst()
        .ifPresent(
            first ->
                facts.fact(
                    "When",
                    WaveDetails.when(launch.when())
                        .text(" ")
                        .add(view.links().place(launch.when().place(first)))
                        .list()));
    facts.text("Terminal", launch.terminal());
    facts.text("Directory", launch.directory());
    if (!launch.waitFor().isEmpty()) {
      facts.fact("Waits for", view.links().workstreams(launch.waitFor()));
    }
    launch
        .promptFile()
        .ifPresent(
            file ->
                facts.fact(
                    "Prompt file",
                    new Line()
                        .add(view.links().file(file))
                        .text(" ")
                        .addAll(
                            view.claims()
                                .seen(
                                    view.claims()
                                        .said(
                                            "prompt_file: " + file,
                                            launch.origin().of("prompt_file")),
                                    ""))
                        .list()));
    facts.fact("Written in", List.of(view.links().place(launch.origin().self())));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Definitions(facts.facts));
    if (!launch.command().isEmpty()) {
      blocks.add(new Block.Listing("sh", launch.command()));
    }
    if (launch.publish() && !launch.prompt().isEmpty()) {
      blocks.add(new Block.Fold("Prompt", List.of(new Block.Listing("text", launch.prompt()))));
    }
    page.section("launch", "How to start", blocks);
  }
}
