package dev.coord.publish;

import dev.coord.plan.Report;
import java.util.List;

/** What sessions and periods came to, in {@code status.json}. */
final class StatusReports {

  private final Json json;

  StatusReports(Json json) {
    this.json = json;
  }

  void write(List<Report> reports) {
    json.list("reports", reports, this::report);
  }

  private void report(Report report) {
    json.text("id", report.id());
    json.text("title", report.title());
    json.text("from", report.from());
    json.text("to", report.to());
    json.text("time", report.time());
    json.number("minutes", report.minutes());
    json.texts("by", report.by());
    json.text("objective", report.objective());
    json.text("outcome", report.outcome());
    json.text("impact", report.impact());
    json.texts(
        "achievements", report.achievements().stream().map(Report.Achievement::title).toList());
    json.list("achieved", report.achievements(), this::achievement);
    new StatusFiles(json).write(report.files());
    json.texts("worked", report.lessons().worked());
    json.texts("improve", report.lessons().improve());
    json.texts("patterns", report.lessons().patterns());
    json.list("next", report.next(), this::next);
    json.text("notes", report.notes());
    json.place("place", report.origin().self());
  }

  private void achievement(Report.Achievement achievement) {
    json.text("title", achievement.title());
    json.texts("points", achievement.points());
  }

  private void next(Report.Next next) {
    json.text("horizon", next.horizon());
    new StatusTasks(json).write("tasks", next.tasks());
  }
}
