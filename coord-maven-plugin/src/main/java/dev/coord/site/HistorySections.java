package dev.coord.site;

import dev.coord.assess.SprintState;
import dev.coord.assess.WorkHistory;
import dev.coord.assess.WorkHistory.Promise;
import dev.coord.evidence.Observation;
import dev.coord.evidence.PlanHistory;
import dev.coord.evidence.PlanHistory.Mended;
import dev.coord.plan.PlanSnapshot.Part;
import dev.coord.plan.WorkCount;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What past versions of the plan tell of the whole project. */
final class HistorySections {

  private final View view;
  private final Draft page;
  private final WorkHistory history;

  HistorySections(View view, Draft page) {
    this.view = view;
    this.page = page;
    this.history = view.history();
  }

  void add() {
    List<Block> burnUp = BurnUp.of(view, page, Part.PROJECT, "history-table");
    if (!burnUp.isEmpty()) {
      List<Block> blocks = new ArrayList<>(burnUp);
      left().ifPresent(blocks::add);
      page.section("history", "Burn-up", blocks);
    }
    velocity();
    moved();
    mended();
  }

  /** What the history does not hold. */
  private Optional<Block> left() {
    if (!(history.versions() instanceof Observation.Known<PlanHistory> known)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    if (known.value().unread() > 0) {
      parts.add(
          Words.count(known.value().unread(), "version")
              + " of the plan cannot be read and "
              + Words.either(known.value().unread(), "is", "are")
              + " left out");
    }
    if (known.value().cut()) {
      parts.add("older versions are left out");
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Paragraph(Line.of(upper(Words.list(parts)) + ".").list()));
  }

  private static String upper(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** The commits that are shown on other days than their clocks say. */
  private void mended() {
    List<Mended> mended = history.versions().optional().map(PlanHistory::mended).orElse(List.of());
    if (mended.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("clocks-table", "Commits of the plan with a clock that cannot be right")
            .columns("Commit", "Its clock says", "Counts on");
    for (Mended one : mended) {
      table.row(
          Anchors.of("clock", one.commit()),
          Tone.WARNING,
          List.of(view.links().commit(one.commit())),
          List.of(new Inline.Day(one.clock())),
          List.of(new Inline.Day(one.day())));
    }
    page.section(
        "clocks",
        "Clocks that contradict the history",
        new Block.Paragraph(
            Line.of(
                    "The history tells the order of versions, and none is younger than "
                        + view.today()
                        + ". "
                        + Words.count(mended.size(), "commit")
                        + Words.either(mended.size(), " says", " say")
                        + " otherwise, and "
                        + Words.either(mended.size(), "counts", "each counts")
                        + " on the nearest day that can be.")
                .list()),
        table.table());
  }

  /** What each sprint that is over came to by its end, as the plan said then. */
  private void velocity() {
    TableDraft table =
        page.table("velocity-table", "Sprints that are over, as the plan said on their days")
            .columns("Sprint", "To do when it began", "To do when it ended", "Done when it ended")
            .columns("Claimed done now");
    for (SprintState state : view.assessment().sprints()) {
      Part part = Part.sprint(state.sprint().id());
      if (state.phase() != SprintState.Phase.OVER || state.start().isEmpty()) {
        continue;
      }
      LocalDate end = state.end().orElseThrow();
      Optional<WorkCount> began = history.on(part, state.start().get());
      Optional<WorkCount> ended = history.on(part, end);
      if (ended.isEmpty()) {
        continue;
      }
      table.row(
          Anchors.of("velocity", state.sprint().id()),
          ended.get().done() < ended.get().total() ? Tone.WARNING : Tone.NEUTRAL,
          SprintsPages.name(state),
          began
              .map(count -> Line.of(Words.count(count.total(), "task")).list())
              .orElseGet(Line::none),
          Line.of(Words.count(ended.get().total(), "task")).list(),
          Line.of(Words.count(ended.get().done(), "task")).list(),
          Line.of(state.done() + " of " + Words.count(state.tasks(), "task")).list());
    }
    if (!table.isEmpty()) {
      page.section("velocity", "Velocity", table.table());
    }
  }

  private void moved() {
    TableDraft table =
        page.table("moved-table", "Promised days that were moved")
            .columns("Of", "First promised", "Now", "Moved by", "Each time");
    history
        .moved()
        .forEach(
            (part, promised) -> {
              LocalDate first = promised.get(0).day();
              LocalDate now = promised.get(promised.size() - 1).day();
              long days = ChronoUnit.DAYS.between(first, now);
              table.row(
                  Anchors.of("moved", part.kind().word(), part.id()),
                  days > 0 ? Tone.WARNING : Tone.NEUTRAL,
                  name(part),
                  List.of(new Inline.Day(first)),
                  List.of(new Inline.Day(now)),
                  Line.of(
                          days == 0
                              ? "back where it was"
                              : Words.count(Math.abs(days), "day")
                                  + (days > 0 ? " later" : " earlier"))
                      .list(),
                  each(promised));
            });
    if (!table.isEmpty()) {
      page.section("moved", "Promises that moved", table.table());
    }
  }

  private List<Inline> each(List<Promise> promised) {
    Line line = new Line();
    for (Promise promise : promised) {
      line.text(line.isEmpty() ? "" : ", ").text(promise.day() + " said by ");
      promise
          .commit()
          .ifPresentOrElse(
              id -> line.add(view.links().commit(id)), () -> line.text("the plan now"));
    }
    return line.list();
  }

  private List<Inline> name(Part part) {
    return switch (part.kind()) {
      case PROJECT -> Line.of("the project").list();
      case WORKSTREAM -> List.of(view.links().workstream(part.id()));
      case SPRINT ->
          new Line()
              .text("sprint ")
              .add(Inline.link(part.id(), Target.page("sprints/" + part.id())))
              .list();
      case EPIC ->
          new Line()
              .text("epic ")
              .add(Inline.link(part.id(), Target.page("epics", Anchors.of("about", part.id()))))
              .list();
    };
  }
}
