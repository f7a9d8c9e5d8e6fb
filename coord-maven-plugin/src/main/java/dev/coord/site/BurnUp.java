package dev.coord.site;

import dev.coord.assess.WorkHistory;
import dev.coord.assess.WorkHistory.Point;
import dev.coord.plan.PlanSnapshot.Part;
import dev.coord.plan.WorkCount;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Axis;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Lines;
import dev.coord.site.model.Lines.Series;
import dev.coord.site.model.Lines.Value;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What was claimed done over time, below the line of what there was to do. */
final class BurnUp {

  private BurnUp() {}

  /** What is shown of a part of the plan; nothing where it was never counted differently. */
  static List<Block> of(View view, Draft page, Part part, String table) {
    List<Point> points = view.history().points(part);
    if (points.size() < 2) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(summary(view, part, points)));
    drawn(points, Target.page(page.path(), table)).ifPresent(blocks::add);
    TableDraft rows =
        page.table(table, "Claimed done, and all there was to do")
            .columns("From", "Claimed done", "Of all", "Said by");
    for (int i = points.size() - 1; i >= 0; i--) {
      Point point = points.get(i);
      rows.row(
          Anchors.of(table, point.day().toString()),
          Tone.NEUTRAL,
          List.of(new Inline.Day(point.day())),
          point.count().total() == 0
              ? Line.none()
              : List.of(new Inline.Progress(point.count().done(), point.count().total())),
          Line.of(scope(points, i)).list(),
          point
              .commit()
              .map(id -> List.of(view.links().commit(id)))
              .orElseGet(() -> Line.of("the plan now").list()));
    }
    blocks.add(rows.table());
    return blocks;
  }

  /** Drawn only where one thing was counted all the time, for tasks and issues are no one scale. */
  private static Optional<Block> drawn(List<Point> points, Target table) {
    boolean one = points.stream().map(p -> p.count().of()).distinct().count() == 1;
    LocalDate first = points.get(0).day();
    Point last = points.get(points.size() - 1);
    long most = points.stream().mapToLong(p -> p.count().total()).max().orElse(0);
    if (!one || most == 0 || last.day().isBefore(first)) {
      return Optional.empty();
    }
    Axis axis = Axis.of(first, last.day());
    List<Value> done = new ArrayList<>();
    List<Value> all = new ArrayList<>();
    for (Point point : points) {
      done.add(new Value(axis.at(point.day()), point.count().done()));
      all.add(new Value(axis.at(point.day()), point.count().total()));
    }
    return Optional.of(
        new Block.Figure(
            "Burn-up",
            last.count() + " claimed done on " + last.day() + ".",
            new Lines(
                axis,
                most,
                List.of(
                    new Series("claimed done", true, done),
                    new Series("all there was to do", false, all))),
            0,
            table));
  }

  private static List<Inline> summary(View view, Part part, List<Point> points) {
    Point first = points.get(0);
    Point last = points.get(points.size() - 1);
    String text =
        last.count()
            + " claimed done; on "
            + first.day()
            + " it was "
            + first.count().done()
            + " of "
            + first.count().total();
    Line line = Line.of(text + ".");
    OptionalLong pace = view.history().pace(part);
    if (pace.isPresent()) {
      boolean whole = !first.day().isAfter(view.today().minusDays(WorkHistory.PACE_DAYS));
      line.text(
          (whole ? " In the last four weeks " : " Since then ")
              + tenths(pace.getAsLong())
              + " "
              + last.count().of().nouns()
              + " a week.");
    }
    return line.list();
  }

  /** All there was to do, and by how much that had changed. */
  private static String scope(List<Point> points, int at) {
    WorkCount now = points.get(at).count();
    if (at == 0 || points.get(at - 1).count().of() != now.of()) {
      return Words.count(now.total(), now.of().noun());
    }
    int more = now.total() - points.get(at - 1).count().total();
    return Words.count(now.total(), now.of().noun())
        + (more == 0 ? "" : more > 0 ? " (+" + more + ")" : " (" + more + ")");
  }

  /** A number of tenths, such as {@code 2.5}. */
  static String tenths(long tenths) {
    long whole = Math.abs(tenths) / 10;
    long part = Math.abs(tenths) % 10;
    return (tenths < 0 ? "-" : "") + whole + (part == 0 ? "" : "." + part);
  }
}
