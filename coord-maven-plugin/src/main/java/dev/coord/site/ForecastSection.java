package dev.coord.site;

import dev.coord.assess.ConflictForecast;
import dev.coord.assess.ConflictForecast.File;
import dev.coord.assess.ConflictForecast.Pair;
import dev.coord.assess.ConflictForecast.Step;
import dev.coord.assess.ConflictForecast.Wave;
import dev.coord.evidence.Observation;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would conflict if it were merged: branches with each other, and waves in their order. */
final class ForecastSection {

  static final String ID = "forecast";

  /** Rows that a table has at most; the rest is in {@code status.json}. */
  private static final int MOST_ROWS = 200;

  private final View view;
  private final ConflictForecast forecast;
  private final Draft page;

  private ForecastSection(View view, Draft page) {
    this.view = view;
    this.forecast = view.forecast();
    this.page = page;
  }

  /** Whether there are branches that may conflict. */
  static boolean isNeeded(View view) {
    return view.forecast().live().optional().filter(live -> live.size() > 1).isPresent()
        || !view.forecast().now().isEmpty();
  }

  /** What the page says first where the plan has neither queue nor waves. */
  static Answer answer(View view) {
    long pairs = view.forecast().pairs().stream().filter(p -> clashes(p.files())).count();
    long now = view.forecast().now().stream().filter(s -> clashes(s.files())).count();
    boolean unknown =
        !view.forecast().untold().isEmpty()
            || view.forecast().left() > 0
            || view.forecast().pairs().stream().anyMatch(p -> !p.files().isKnown())
            || view.forecast().now().stream().anyMatch(s -> !s.files().isKnown());
    if (pairs + now > 0) {
      return Answer.of(
          Tone.WARNING,
          Words.count(pairs, "pair")
              + " of branches would conflict, and "
              + now
              + Words.either(now, " branch", " branches")
              + " with what they go into.");
    }
    return unknown
        ? Answer.of(
            Tone.UNKNOWN, "Whether all branches could be merged without a conflict cannot be told.")
        : Answer.of(Tone.GOOD, "The branches that are not merged do not conflict.");
  }

  private static boolean clashes(Observation<List<File>> files) {
    return files.optional().filter(all -> !all.isEmpty()).isPresent();
  }

  /** The forecast for all branches and waves. */
  static void add(View view, Draft page) {
    if (view.forecast().live().isKnown()) {
      new ForecastSection(view, page).add();
    }
  }

  private void add() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(summary()));
    List<Pair> pairs = forecast.pairs().stream().filter(p -> matters(p.files())).toList();
    if (!pairs.isEmpty()) {
      Rows rows = new Rows("forecast-pairs", "Pairs of branches that would conflict", "Branches");
      for (Pair pair : pairs) {
        List<Inline> who =
            new Line()
                .add(view.links().workstream(pair.left()))
                .text(" and ")
                .add(view.links().workstream(pair.right()))
                .list();
        rows.add(who, pair.files(), false);
      }
      ConflictPicture.of(view, forecast).ifPresent(blocks::add);
      rows.addTo(blocks);
    }
    steps(
        blocks,
        "forecast-now",
        "Branches that would conflict with what they go into, as it is now",
        forecast.now().stream().filter(s -> matters(s.files())).toList());
    steps(
        blocks,
        "forecast-queue",
        "Conflicts of the merge queue, merged in its order",
        forecast.queue().stream().filter(s -> matters(s.files())).toList());
    for (Wave wave : forecast.waves()) {
      List<Step> steps = wave.steps().stream().filter(s -> matters(s.files())).toList();
      if (steps.isEmpty()) {
        blocks.add(
            new Block.Paragraph(
                new Line()
                    .addAll(name(wave))
                    .text(" merges without a conflict, in its order.")
                    .list()));
      }
      steps(
          blocks,
          Anchors.of(ID, wave.id()),
          "Conflicts of " + title(wave) + ", merged in its order",
          steps);
    }
    List<List<Inline>> untold = untold();
    if (!untold.isEmpty()) {
      blocks.add(
          new Block.Callout(
              Tone.UNKNOWN,
              "What these would conflict with cannot be told",
              List.of(new Block.Items(false, untold))));
    }
    page.section(ID, "Conflict forecast", blocks);
  }

  /** A line for each reason. */
  private List<List<Inline>> untold() {
    Map<String, String> reasons = new LinkedHashMap<>();
    forecast.untold().forEach((id, why) -> reasons.put(id, why.reason() + ". " + why.remedy()));
    return Untold.of(view, reasons).stream()
        .map(
            one ->
                new Line()
                    .addAll(view.links().workstreams(one.ids()))
                    .text(": ")
                    .addAll(one.why())
                    .list())
        .toList();
  }

  private static boolean matters(Observation<List<File>> files) {
    return !files.isKnown() || clashes(files);
  }

  private List<Inline> summary() {
    int live = forecast.live().optional().orElseThrow().size();
    List<Pair> pairs = forecast.pairs();
    Line line = new Line();
    if (live < 2) {
      line.text(
          live == 0
              ? "No workstream has a branch that is not merged yet."
              : "Only one workstream has a branch that is not merged yet.");
    } else if (pairs.isEmpty()) {
      line.text("No pair of the " + live + " live branches touches the same path.");
    } else {
      long clashing = pairs.stream().filter(p -> clashes(p.files())).count();
      line.text(
          Words.count(live * (live - 1L) / 2, "pair")
              + " of live branches: "
              + (pairs.size() + forecast.left())
              + " may touch the same path, and "
              + clashing
              + (clashing == 1 ? " conflicts." : " conflict."));
    }
    if (forecast.left() > 0) {
      line.text(
          " Whether "
              + Words.count(forecast.left(), "more pair")
              + Words.either(forecast.left(), " conflicts", " conflict")
              + " cannot be told: there are more than coord merges.");
    }
    return line.list();
  }

  private String title(Wave wave) {
    return view.plan().merges().wave(wave.id()).map(found -> found.title()).orElse(wave.id());
  }

  private List<Inline> name(Wave wave) {
    return view.plan()
        .merges()
        .wave(wave.id())
        .map(found -> MergesPage.named(found))
        .orElseGet(() -> Line.of(wave.id()).list());
  }

  private void steps(List<Block> blocks, String id, String caption, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    Rows rows = new Rows(id, caption, "Branch");
    for (Step step : steps) {
      rows.add(
          new Line()
              .add(view.links().workstream(step.workstream()))
              .text(" into ")
              .code(step.into())
              .list(),
          step.files(),
          true);
    }
    rows.addTo(blocks);
  }

  /** What a workstream would conflict with, on its own page. */
  static void addTo(Draft page, View view, String workstream) {
    ForecastSection section = new ForecastSection(view, page);
    List<Pair> pairs =
        section.forecast.pairs().stream()
            .filter(p -> p.isOf(workstream) && matters(p.files()))
            .toList();
    List<Step> now =
        section.forecast.now().stream()
            .filter(s -> s.workstream().equals(workstream) && matters(s.files()))
            .toList();
    if (pairs.isEmpty() && now.isEmpty()) {
      return;
    }
    Rows rows = section.new Rows("conflicts-table", "What conflicts with what", "With");
    now.forEach(step -> rows.add(new Line().code(step.into()).list(), step.files(), false));
    pairs.forEach(
        pair ->
            rows.add(
                List.of(view.links().workstream(pair.other(workstream))), pair.files(), false));
    List<Block> blocks = new ArrayList<>();
    rows.addTo(blocks);
    page.section("conflicts", "What it would conflict with", blocks);
  }

  /** A table of files that conflict. */
  private final class Rows {
    private final TableDraft table;
    private int rows;
    private int more;

    Rows(String id, String caption, String first) {
      table = page.table(id, caption).columns(first, "File", "Conflict", "What the plan says");
    }

    void add(List<Inline> who, Observation<List<File>> files, boolean waves) {
      if (files instanceof Observation.Unknown<List<File>> unknown) {
        row(
            Tone.UNKNOWN,
            who,
            Line.none(),
            new Line().badge(Tone.UNKNOWN, "unknown").text(" " + unknown.reason()).list(),
            Line.of(unknown.remedy()).list());
        return;
      }
      for (File file : files.optional().orElseThrow()) {
        Line kind = Line.of(file.kind().words());
        if (waves && !file.with().isEmpty()) {
          kind.text(" with ").addAll(view.links().workstreams(file.with()));
        }
        row(
            file.resolution().isPresent() ? Tone.NEUTRAL : Tone.WARNING,
            who,
            names(file),
            kind.list(),
            resolution(file));
      }
    }

    /** The path, and beside it what else the file was or is called. */
    private static List<Inline> names(File file) {
      Line line = new Line().code(file.path());
      for (int i = 0; i < file.otherNames().size(); i++) {
        line.text(i == 0 ? ", also " : ", ").code(file.otherNames().get(i));
      }
      return line.list();
    }

    private List<Inline> resolution(File file) {
      return file.resolution()
          .map(
              found ->
                  new Line()
                      .addAll(BoundaryTables.resolution(view, found))
                      .text(" ")
                      .add(view.links().place(found.origin().self()))
                      .list())
          .orElseGet(() -> none(file));
    }

    private static List<Inline> none(File file) {
      Line line = new Line().badge(Tone.WARNING, "no resolution");
      file.untold().ifPresent(why -> line.text(" whose changes it is with cannot be told: " + why));
      return line.list();
    }

    private void row(
        Tone tone, List<Inline> who, List<Inline> file, List<Inline> kind, List<Inline> plan) {
      if (rows == MOST_ROWS) {
        more++;
      } else {
        table.row(Anchors.of("conflict", Integer.toString(++rows)), tone, who, file, kind, plan);
      }
    }

    void addTo(List<Block> blocks) {
      blocks.add(table.table());
      Optional.of(more)
          .filter(left -> left > 0)
          .ifPresent(
              left ->
                  blocks.add(
                      new Block.Paragraph(
                          Line.of(Words.count(left, "row") + " more are in status.json.").list())));
    }
  }
}
