package dev.coord.site;

import dev.coord.assess.Attribution;
import dev.coord.assess.BranchPolicy;
import dev.coord.assess.WorkstreamState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is moving, who is silent? */
final class GitPage {

  private static final int SILENT_AFTER_DAYS = 7;
  private static final int HOURS_OF_A_DAY = 24;

  /** How many workstreams the first sentence names. */
  private static final int NAMED = 3;

  private final View view;
  private final List<WorkstreamState> workstreams;
  private final Branches policy;
  private final BranchPolicy limits;
  private final Observation<Attribution> attribution;
  private final Draft page = new Draft("git", "Git");

  private GitPage(View view) {
    this.view = view;
    this.workstreams = view.assessment().workstreams();
    this.policy = view.assessment().rulebook().boundaries().branches();
    this.limits = new BranchPolicy(view.assessment().rulebook(), view.assessment().judgedAt());
    this.attribution = view.course().attribution();
  }

  static Page of(View view) {
    return new GitPage(view).build();
  }

  private Page build() {
    List<Sources.Missing> missing = view.missing(EnumSet.of(Sources.Kind.GIT));
    Sources.banner(missing).ifPresent(page::add);
    if (workstreams.isEmpty()) {
      page.add(EmptyState.WORKSTREAMS.block());
    }
    if (missing.isEmpty()) {
      GitActivity.add(view, page);
    }
    branches();
    WorktreeTables.add(view, page);
    policy();
    DirectCommitsSection.add(view, page);
    if (missing.isEmpty()) {
      GitHistoryTables.add(view, page, attribution);
      GitPeople.add(view, page);
      view.assessment().evidence().git().optional().ifPresent(this::repository);
    }
    return page.page(
        answer().without(missing),
        view.links().edit(view.assessment().rulebook().boundaries().origin().self()));
  }

  private Answer answer() {
    List<WorkstreamState> active =
        workstreams.stream().filter(w -> w.observed().isUnderWay()).toList();
    List<String> silent = active.stream().filter(this::isSilent).map(WorkstreamState::id).toList();
    List<String> moving =
        active.stream().filter(w -> !isSilent(w)).map(WorkstreamState::id).toList();
    int named = moving.size() + silent.size();
    int nobodys = attribution.optional().map(a -> a.unattributed().size()).orElse(0);
    List<WorkstreamState> unknown =
        workstreams.stream().filter(w -> w.observed() == Status.UNKNOWN).toList();
    Line line = new Line();
    if (active.isEmpty() && !unknown.isEmpty()) {
      untold(line, unknown);
    } else if (active.isEmpty()) {
      line.text("Nobody moves: no workstream is active.");
    } else if (!moving.isEmpty()) {
      // Who is silent is named first: a sentence has room for a few.
      line.addAll(
              silent.isEmpty() || named <= NAMED
                  ? view.links().named(moving)
                  : Line.of(Words.count(moving.size(), "workstream")).list())
          .text(Words.either(moving.size(), " moves", " move"))
          .text(" (a commit within " + Words.count(silentAfter(), "day") + ").");
    }
    if (!silent.isEmpty()) {
      line.text(line.isEmpty() ? "" : " ")
          .addAll(view.links().named(silent))
          .text(Words.either(silent.size(), " is silent.", " are silent."));
    }
    if (!active.isEmpty() && !unknown.isEmpty()) {
      line.text(" Whether ")
          .addAll(
              unknown.size() + named <= NAMED
                  ? view.links().named(unknown.stream().map(WorkstreamState::id).toList())
                  : Line.of(unknown.size() + " more").list())
          .text(Words.either(unknown.size(), " moves", " move") + " cannot be told.");
    }
    if (nobodys > 0) {
      line.text(
          " "
              + Words.count(nobodys, "commit")
              + Words.either(nobodys, " is", " are")
              + " of no workstream.");
    }
    Tone idle = unknown.isEmpty() ? Tone.NEUTRAL : Tone.UNKNOWN;
    Tone tone = active.isEmpty() ? idle : Tone.INFO;
    return new Answer(silent.isEmpty() ? tone : Tone.WARNING, line.list());
  }

  /** Nobody is seen to move, which means nothing where git cannot see: why, and what to do. */
  private void untold(Line line, List<WorkstreamState> unknown) {
    line.badge(Tone.UNKNOWN, "Unknown").text(" ");
    if (attribution instanceof Observation.Unknown<Attribution> history) {
      line.text("Who moves cannot be told: " + history.reason() + ". " + history.remedy());
    } else {
      line.text("Whether ")
          .addAll(view.links().named(unknown.stream().map(WorkstreamState::id).toList()))
          .text(Words.either(unknown.size(), " moves", " move") + " cannot be told: ");
      Map<String, String> reasons = new LinkedHashMap<>();
      unknown.forEach(state -> reasons.put(state.id(), state.how() + "."));
      List<Untold> untold = Untold.of(view, reasons);
      if (untold.size() > 1) {
        line.text("each for a reason of its own, told on its page.");
      } else {
        line.addAll(untold.get(0).why());
      }
    }
  }

  private int silentAfter() {
    return policy.staleAfterHours().isPresent()
        ? Math.max(1, (policy.staleAfterHours().getAsInt() + HOURS_OF_A_DAY - 1) / HOURS_OF_A_DAY)
        : SILENT_AFTER_DAYS;
  }

  /** By whole days, as nothing finer than a day is printed or decides. */
  private boolean isSilent(WorkstreamState state) {
    ZoneId zone = view.assessment().rulebook().project().calendar().zone();
    return tip(state)
        .map(commit -> LocalDate.ofInstant(commit.time(), zone))
        .filter(day -> day.plusDays(silentAfter()).isBefore(view.today()))
        .isPresent();
  }

  private static Optional<Commit> tip(WorkstreamState state) {
    return state.branch().flatMap(BranchEvidence::tip);
  }

  private void branches() {
    if (workstreams.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("branches-table", "Branches of the workstreams beside their bases")
            .columns("Workstream", "Branch", "Observed")
            .number("Ahead")
            .number("Behind")
            .columns("Base", "Last commit", "By (attested)");
    for (WorkstreamState state : workstreams) {
      Optional<BranchDelta> live =
          state
              .branch()
              .flatMap(b -> b.delta().optional())
              .filter(delta -> delta.basis() == BranchDelta.Basis.LIVE);
      boolean silent = state.observed().isUnderWay() && isSilent(state);
      Set<String> breaches =
          limits.breaches(state).stream().map(BranchPolicy.Breach::key).collect(Collectors.toSet());
      boolean behind = breaches.contains("behind_at_most");
      Line last = new Line().addAll(WorkstreamTable.lastCommit(view, state));
      table.row(
          Anchors.of("branch", state.id()),
          silent || !breaches.isEmpty() ? Tone.WARNING : Tone.NEUTRAL,
          List.of(view.links().workstream(state.id())),
          branch(state, breaches.contains("naming")),
          WorkstreamTable.observed(view, state),
          live.map(d -> ahead(state, d)).orElseGet(Line::none),
          live.map(d -> behind(state, d, behind)).orElseGet(Line::none),
          live.map(d -> List.of(Inline.code(d.baseName()))).orElseGet(Line::none),
          idle(last, silent, breaches.contains("stale_after")).list(),
          WorkstreamTable.last(state)
              .map(c -> Line.of(view.links().author(c)).cell())
              .orElseGet(Line::none));
    }
    page.section("branches", "Ahead and behind", table.table());
  }

  private static List<Inline> branch(WorkstreamState state, boolean misnamed) {
    return state
        .workstream()
        .branch()
        .map(name -> new Line().code(name))
        .map(line -> misnamed ? line.text(" ").badge(Tone.WARNING, "other name") : line)
        .map(Line::list)
        .orElseGet(Line::none);
  }

  private static Line idle(Line last, boolean silent, boolean stale) {
    if (!silent && !stale) {
      return last;
    }
    return last.text(" ").badge(Tone.WARNING, silent ? "silent" : "stale");
  }

  private static List<Inline> ahead(WorkstreamState state, BranchDelta delta) {
    return List.of(
        Inline.link(
            Integer.toString(delta.ahead()), Target.page("workstreams/" + state.id(), "commits")));
  }

  private List<Inline> behind(WorkstreamState state, BranchDelta delta, boolean tooMany) {
    Line line = new Line().add(view.links().behind(state.id(), delta));
    return (tooMany ? line.text(" ").badge(Tone.WARNING, "too many") : line).list();
  }

  /** What the plan wants of branches. */
  private void policy() {
    List<Block.Definition> facts = new ArrayList<>();
    policy
        .target()
        .ifPresent(t -> fact(facts, "target", "Pull requests go to", new Line().code(t)));
    if (!policy.never().isEmpty()) {
      fact(
          facts,
          "never",
          "Nothing is merged directly into",
          new Line()
              .joined(", ", policy.never().stream().map(b -> List.of(Inline.code(b))).toList()));
    }
    if (!policy.protectedBranches().isEmpty()) {
      fact(
          facts,
          "protected",
          "Nobody commits directly to",
          new Line()
              .joined(
                  ", ",
                  policy.protectedBranches().stream().map(b -> List.of(Inline.code(b))).toList()));
    }
    if (!policy.except().isEmpty()) {
      fact(
          facts,
          "except",
          "But for changes of",
          new Line()
              .joined(
                  ", ",
                  policy.except().patterns().stream()
                      .map(p -> List.of(Inline.code(p.text())))
                      .toList()));
    }
    policy.naming().ifPresent(n -> fact(facts, "naming", "Names are like", new Line().code(n)));
    policy
        .behindAtMost()
        .ifPresent(n -> fact(facts, "behind_at_most", "Behind at most", commits(n)));
    policy
        .staleAfterHours()
        .ifPresent(h -> fact(facts, "stale_after", "Stale after", Line.of(Words.count(h, "hour"))));
    if (!facts.isEmpty()) {
      page.section("policy", "What the plan wants of branches", new Block.Definitions(facts));
    }
  }

  private static Line commits(int number) {
    return Line.of(Words.count(number, "commit"));
  }

  private void fact(List<Block.Definition> facts, String key, String term, Line content) {
    facts.add(
        new Block.Definition(
            term, content.text(" ").add(view.links().place(policy.origin().of(key))).list()));
  }

  private void repository(GitEvidence git) {
    List<Block.Definition> facts = new ArrayList<>();
    facts.add(
        new Block.Definition(
            "Checked-out commit",
            new Line()
                .add(view.links().commit(git.head().id()))
                .text(" ")
                .add(new Inline.Time(git.head().time()))
                .text(" " + git.head().subject())
                .list()));
    facts.add(
        new Block.Definition(
            "Checked-out branch",
            git.branch()
                .map(b -> List.of(Inline.code(b)))
                .orElseGet(() -> List.of(Inline.text("none: HEAD is detached")))));
    if (git.linkedWorktree()) {
      facts.add(new Block.Definition("Working tree", Line.of("a linked worktree").list()));
    }
    facts.add(
        new Block.Definition(
            "Tracked files",
            Line.of(git.trackedFiles().size() + " at ")
                .add(view.links().commit(git.head().id()))
                .list()));
    page.section("repository", "This checkout", new Block.Definitions(facts));
  }
}
