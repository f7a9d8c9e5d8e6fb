package dev.coord.site;

import dev.coord.assess.MergeStates;
import dev.coord.assess.QueueState;
import dev.coord.assess.WaveState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.GitHistory;
import dev.coord.plan.Merges.Wave;
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
import dev.coord.site.model.Lanes;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What merges now? The queue, and the waves in their order. */
final class MergesPage {

  /** What of the waves can be taken in. */
  private static final int MOST_LANES = 12;

  private static final int MOST_MEMBERS = 11;

  private final View view;
  private final List<QueueState> queue;
  private final List<WaveState> waves;
  private final MergeTargets targets;
  private final NextMergesSection next;
  private final Draft page = new Draft("merges", "Merges");

  private MergesPage(View view) {
    this.view = view;
    MergeStates states = MergeStates.of(view.assessment());
    this.queue = states.queue();
    this.waves = states.waves();
    this.targets = MergeTargets.of(view, queue, waves);
    this.next = new NextMergesSection(view, targets);
  }

  /** Whether the plan says anything of merges, or there are branches that may conflict. */
  static boolean isNeeded(View view) {
    return !view.plan().merges().queue().isEmpty()
        || !view.plan().merges().waves().isEmpty()
        || ForecastSection.isNeeded(view);
  }

  static Page of(View view) {
    return new MergesPage(view).build();
  }

  /** A wave, with a link to its row. */
  static Inline link(Wave wave) {
    return Inline.link(wave.title(), Target.page("merges", Anchors.of("wave", wave.id())));
  }

  /** The same with its id, by which messages and gates name it. */
  static List<Inline> named(Wave wave) {
    return withId(link(wave), wave);
  }

  private static List<Inline> withId(Inline title, Wave wave) {
    Line line = new Line().add(title);
    return (wave.title().equals(wave.id()) ? line : line.text(" ").code(wave.id())).list();
  }

  /** The waves that merge a workstream, each with its days. */
  static List<Inline> waves(View view, String workstream) {
    return new Line()
        .joined(
            ", ",
            view.plan().merges().waves().stream()
                .filter(wave -> wave.workstreams().contains(workstream))
                .map(
                    wave ->
                        new Line()
                            .addAll(named(wave))
                            .text(wave.when().isUnsaid() ? "" : " (" + wave.when() + ")")
                            .list())
                .toList())
        .list();
  }

  private Page build() {
    List<Sources.Missing> missing = view.missing(EnumSet.of(Sources.Kind.GIT));
    Sources.banner(missing).ifPresent(page::add);
    elsewhere().ifPresent(page::add);
    next.add(page);
    if (!queue.isEmpty()) {
      page.section("queue", "Merge queue", queueTable());
    }
    if (!waves.isEmpty()) {
      Block.Table table = wavesTable();
      page.section("waves", "Waves, in their order", lanes(table.id()), table);
    }
    MergeOrder.add(view, targets, page, queue, waves);
    waves.forEach(state -> new WaveDetails(view, state, page).add());
    ForecastSection.add(view, page);
    return page.page(
        answer().without(missing), view.links().edit(view.plan().merges().origin().self()));
  }

  /** Once for the page: what goes into a branch that is gone is looked for in another one. */
  private Optional<Block> elsewhere() {
    String integration = view.assessment().rulebook().project().integrationBranch();
    return view.assessment()
        .evidence()
        .git()
        .optional()
        .flatMap(git -> git.history().optional())
        .map(GitHistory::branch)
        .filter(seen -> !seen.equals(integration))
        .map(
            seen ->
                new Block.Callout(
                    Tone.WARNING,
                    "The integration branch is gone",
                    List.of(
                        new Block.Paragraph(
                            Line.of("What goes into ")
                                .code(integration)
                                .text(" was looked for in ")
                                .code(seen)
                                .text(", one of whose merges names it. ")
                                .strong("What to do:")
                                .text(" of what is unknown, name under ")
                                .code("merged_as")
                                .text(" the commit that brought it, or correct ")
                                .code("integration_branch")
                                .text(".")
                                .list()))));
  }

  private Answer answer() {
    if (queue.isEmpty() && waves.isEmpty()) {
      return ForecastSection.answer(view);
    }
    return next.isEmpty() ? nothingLeft() : next.answer();
  }

  private Answer nothingLeft() {
    boolean all =
        queue.stream().allMatch(entry -> entry.observed().isMerged())
            && waves.stream()
                .flatMap(wave -> wave.members().stream())
                .allMatch(member -> member.observed().isMerged());
    Line line =
        Line.of(
            "Nothing is left to merge: "
                + (all ? "all that the plan lists is merged" : "what is not merged was given up"));
    List<String> early =
        Stream.concat(
                queue.stream()
                    .filter(entry -> entry.observed() == Status.MERGED_OUT_OF_ORDER)
                    .flatMap(entry -> entry.workstream().stream()),
                waves.stream()
                    .flatMap(wave -> wave.members().stream())
                    .filter(member -> member.observed() == Status.MERGED_OUT_OF_ORDER)
                    .map(WaveState.Member::workstream))
            .distinct()
            .toList();
    if (early.isEmpty()) {
      return new Answer(Tone.GOOD, line.text(".").list());
    }
    line.text(", ").addAll(view.links().workstreams(early)).text(" out of order.");
    return new Answer(Tone.WARNING, line.list());
  }

  private Block queueTable() {
    TableDraft table =
        page.table("queue-table", "What is to be merged, in this order: claimed and observed")
            .columns("Pull request", "From and to", "Claimed", "Observed", "Reviewer", "Plan line");
    for (QueueState state : queue) {
      Line claimed = Line.of(state.entry().status());
      table.row(
          Anchors.of("queue", state.key()),
          Tones.of(state.observed()),
          new Line().addAll(name(view, state)).addAll(notes(state)).list(),
          fromAndTo(state),
          claimed.cell(),
          observed(state),
          state
              .entry()
              .reviewer()
              .map(id -> List.of(view.links().person(id)))
              .orElseGet(Line::none),
          List.of(view.links().place(state.entry().origin().self())));
    }
    return table.table();
  }

  /** What an entry of the queue is called. */
  static List<Inline> name(View view, QueueState state) {
    Line line = new Line();
    state.entry().pullRequest().ifPresent(number -> line.text("#" + number));
    state
        .workstream()
        .ifPresent(id -> line.text(line.isEmpty() ? "" : " ").add(view.links().workstream(id)));
    if (line.isEmpty()) {
      line.code(state.source().orElse(state.key()));
    }
    return line.list();
  }

  private static List<Inline> notes(QueueState state) {
    String notes = state.entry().notes();
    return notes.isEmpty()
        ? List.of()
        : Line.of(": ").rich(notes, state.entry().origin().of("notes")).list();
  }

  private List<Inline> fromAndTo(QueueState state) {
    Line line = new Line();
    state.source().ifPresent(source -> line.code(source).text(" "));
    return line.text("into ").addAll(targets.name(state.target())).list();
  }

  private List<Inline> observed(QueueState state) {
    Line line = new Line().add(Tones.badge(state.observed())).text(" " + state.how());
    if (state.delta().isPresent() && state.workstream().isPresent()) {
      BranchDelta delta = state.delta().get();
      String id = state.workstream().get();
      line.text("; ")
          .add(
              Inline.link(
                  Integer.toString(delta.ahead()), Target.page("workstreams/" + id, "commits")))
          .text(" ahead of " + delta.baseName() + ", ")
          .add(view.links().behind(id, delta))
          .text(" behind");
    }
    return line.list();
  }

  private Block.Table wavesTable() {
    TableDraft table =
        page.table("waves-table", "Waves: what is merged when, and whether it is")
            .columns("Wave", "When", "Merges", "Observed", "Plan line");
    for (WaveState state : waves) {
      Wave wave = state.wave();
      Tone tone = tone(state);
      table.row(
          Anchors.of("wave", wave.id()),
          tone,
          withId(Inline.link(wave.title(), Target.page("merges", WaveDetails.anchor(wave))), wave),
          when(state),
          new Line()
              .addAll(members(state))
              .text(" into ")
              .addAll(targets.name(view.plan().target(wave)))
              .list(),
          new Line().badge(tone(state), state.observed().words()).list(),
          List.of(view.links().place(wave.origin().self())));
    }
    return table.table();
  }

  /** The waves that are open before those that are through, where not all can be drawn. */
  private Block lanes(String table) {
    List<WaveState> open = waves.stream().filter(WaveState::isOpen).toList();
    List<WaveState> shown = waves.size() <= MOST_LANES || open.isEmpty() ? waves : open;
    List<Lanes.Lane> lanes = shown.stream().limit(MOST_LANES).map(this::lane).toList();
    return new Block.Figure(
        "Waves and what they merge",
        open.isEmpty()
            ? "All is merged or was given up."
            : "Not through, or not known to be: "
                + open.size()
                + " of "
                + Words.count(waves.size(), "wave")
                + ", first "
                + open.get(0).wave().title()
                + ".",
        new Lanes(lanes),
        waves.size() - lanes.size(),
        Target.page("merges", table));
  }

  private Lanes.Lane lane(WaveState state) {
    List<Mark> marks =
        state.members().stream()
            .limit(MOST_MEMBERS)
            .map(
                member ->
                    new Mark(
                        member.workstream(),
                        Tones.of(member.observed()),
                        // What is left of "merged out of order" where there is little room.
                        member.observed() == Status.MERGED_OUT_OF_ORDER
                            ? "out of order"
                            : member.observed().words(),
                        Optional.of(Target.page("workstreams/" + member.workstream()))))
            .toList();
    Mark head =
        new Mark(
            state.wave().title(),
            tone(state),
            state.observed().words(),
            Optional.of(Target.page("merges", WaveDetails.anchor(state.wave()))));
    return new Lanes.Lane(head, marks, state.members().size() - marks.size());
  }

  private static Tone tone(WaveState state) {
    return switch (state.observed()) {
      case MERGED -> Tone.GOOD;
      case PARTLY -> Tone.INFO;
      case OPEN, DROPPED -> Tone.NEUTRAL;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }

  /** When a wave is, as the plan counts, and the dates that this comes to. */
  private List<Inline> when(WaveState state) {
    Wave wave = state.wave();
    Line line = WaveDetails.when(wave.when());
    state
        .dates()
        .map(
            dates ->
                dates.first().equals(dates.last())
                    ? dates.first() + ""
                    : dates.first() + " to " + dates.last())
        .filter(text -> !wave.when().toString().contains(text))
        .ifPresent(text -> line.text(" (" + text + ")"));
    if (!wave.time().isEmpty()) {
      line.text((line.isEmpty() ? "" : ", ") + wave.time());
    }
    boolean late = state.isOpen() && view.isPast(state.dates().map(d -> d.last()));
    return (late ? line.text(" ").badge(Tone.WARNING, "overdue") : line).cell();
  }

  private List<Inline> members(WaveState state) {
    return new Line()
        .joined(
            ", ",
            state.members().stream()
                .map(
                    member ->
                        new Line()
                            .add(view.links().workstream(member.workstream()))
                            .text(" ")
                            .add(Tones.badge(member.observed()))
                            .list())
                .toList())
        .cell();
  }
}
