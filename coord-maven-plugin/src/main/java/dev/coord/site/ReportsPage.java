package dev.coord.site;

import dev.coord.plan.Report;
import dev.coord.plan.Report.Achievement;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Passages;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was done, and what comes next? */
final class ReportsPage {

  private final View view;
  private final List<Report> reports;
  private final Draft page = new Draft("reports", "Reports");

  private ReportsPage(View view) {
    this.view = view;
    this.reports = view.plan().handbook().reports();
  }

  static Page of(View view) {
    return new ReportsPage(view).build();
  }

  private Page build() {
    TableDraft table =
        page.table("reports-table", "Reports with their time and objective")
            .columns("Report", "When", "By", "Objective", "Plan line");
    for (Report report : reports) {
      table.row(
          Anchors.of("report", report.id()),
          Tone.NEUTRAL,
          Beside.title(report.title(), report.id()).list(),
          when(report),
          view.links().people(report.by()),
          Beside.rich(report.objective(), report.origin(), "objective"),
          List.of(view.links().place(report.origin().self())));
    }
    page.section("all", "All reports", table.table());
    reports.forEach(this::details);
    return page.page(answer(), view.links().edit(reports.get(0).origin().self()));
  }

  private Answer answer() {
    Report latest = latest(reports);
    Line line =
        Line.of(
                reports.size() == 1
                    ? "The one report is "
                    : "The latest of " + reports.size() + " reports is ")
            .add(
                Inline.link(
                    latest.title(), Target.page("reports", Anchors.of("report", latest.id()))));
    day(latest).ifPresent(day -> line.text(" of " + day));
    return new Answer(Tone.NEUTRAL, line.text(".").list());
  }

  /** The report of the last day; of those without a day, or of one day, the last one written. */
  private static Report latest(List<Report> reports) {
    return reports.stream()
        .max(
            Comparator.comparing((Report r) -> day(r).orElse(LocalDate.MIN))
                .thenComparing(reports::indexOf))
        .orElseThrow();
  }

  private static Optional<LocalDate> day(Report report) {
    return report.to().or(report::from);
  }

  private static List<Inline> when(Report report) {
    List<String> when = new ArrayList<>();
    report.from().ifPresent(day -> when.add(day.toString()));
    report.to().filter(day -> !when.contains(day.toString())).ifPresent(d -> when.add("to " + d));
    String days = String.join(" ", when);
    List<String> parts = new ArrayList<>();
    parts.add(days);
    parts.add(report.time());
    report.minutes().ifPresent(minutes -> parts.add(minutes + " min"));
    parts.removeIf(String::isEmpty);
    return Line.of(String.join(", ", parts)).cell();
  }

  private void details(Report report) {
    Passages passages =
        new Passages(report.origin())
            .text("Outcome", "outcome", report.outcome())
            .text("Impact", "impact", report.impact());
    if (!report.achievements().isEmpty()) {
      achievements(passages, report.achievements());
    }
    String subject = "report " + report.id();
    if (!report.files().isEmpty()) {
      passages.block(
          "Files",
          FileTable.of(
              view,
              page,
              Anchors.of("files", report.id()),
              "Files of " + report.title(),
              subject,
              report.files()));
    }
    lessons(passages, "What worked", "worked", report.lessons().worked(), report);
    lessons(passages, "What to improve", "improve", report.lessons().improve(), report);
    lessons(passages, "What to do again", "patterns", report.lessons().patterns(), report);
    for (int i = 0; i < report.next().size(); i++) {
      Report.Next next = report.next().get(i);
      String id = Anchors.of("next", report.id(), Integer.toString(i + 1));
      if (next.tasks().isEmpty()) {
        passages.line("Next", Line.of(next.horizon()));
      } else {
        passages.block(
            "Next: " + next.horizon(),
            TaskTable.of(view, page, id, "Next: " + next.horizon(), next.tasks()));
      }
    }
    passages
        .text("Notes", "notes", report.notes())
        .addTo(page, Anchors.of("about", report.id()), report.title());
  }

  private static void lessons(
      Passages passages, String name, String key, List<String> lessons, Report report) {
    List<List<Inline>> items = new ArrayList<>();
    for (int i = 0; i < lessons.size(); i++) {
      items.add(new Line().rich(lessons.get(i), report.lessons().origin().of(key, i)).cell());
    }
    if (!items.isEmpty()) {
      passages.block(name, new Block.Items(false, items));
    }
  }

  /** What was achieved: a list, or a list for each where it is told in points. */
  private static void achievements(Passages passages, List<Achievement> achievements) {
    if (achievements.stream().allMatch(a -> a.points().isEmpty())) {
      passages.block(
          "Achieved",
          new Block.Items(false, achievements.stream().map(ReportsPage::title).toList()));
      return;
    }
    for (Achievement achievement : achievements) {
      List<List<Inline>> points = new ArrayList<>();
      for (int i = 0; i < achievement.points().size(); i++) {
        points.add(
            new Line()
                .rich(achievement.points().get(i), achievement.origin().of("points", i))
                .cell());
      }
      passages.line("Achieved", new Line().addAll(title(achievement)));
      if (!points.isEmpty()) {
        passages.below(new Block.Items(false, points));
      }
    }
  }

  private static List<Inline> title(Achievement achievement) {
    return new Line().rich(achievement.title(), achievement.origin().of("title")).list();
  }
}
