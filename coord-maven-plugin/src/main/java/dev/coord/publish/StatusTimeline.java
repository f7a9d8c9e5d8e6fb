package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.ProjectCourse;
import dev.coord.assess.Slip;
import dev.coord.schedule.CriticalPath.Times;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.PlanSchedule.Row;
import dev.coord.schedule.WaveRow;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongFunction;

/** What durations and dependencies allow, in {@code status.json}. */
final class StatusTimeline {

  private final Json json;

  StatusTimeline(Json json) {
    this.json = json;
  }

  void write(ProjectCourse course) {
    Assessment assessment = course.assessment();
    PlanSchedule schedule = course.schedule();
    PlanCalendar calendar = PlanCalendar.of(assessment.plan());
    Slip slip = new Slip(assessment.plan(), assessment.judgedOn());
    json.object(
        "timeline",
        timeline -> {
          timeline.flag("complete", schedule.isComplete());
          schedule.lastDay().ifPresent(day -> json.text("finish", day));
          timeline.list(
              "workstreams", schedule.rows(), row -> workstream(assessment, schedule, slip, row));
          timeline.list("waves", schedule.waves(), row -> wave(schedule, calendar, row));
        });
  }

  private void workstream(Assessment assessment, PlanSchedule schedule, Slip slip, Row row) {
    json.text("id", row.workstream().id());
    row.times()
        .ifPresent(
            times -> {
              days(schedule, times, finish -> Optional.empty());
              json.number("float", times.totalFloat());
              json.number("float_alone", schedule.floatAlone(row.workstream().id()).orElseThrow());
            });
    schedule
        .heldBy(row.workstream().id())
        .ifPresent(
            wait ->
                json.object(
                    "held_by",
                    held ->
                        held.text("task", wait.by().task().id())
                            .text("waits_for", wait.by().name())
                            .text("until", wait.day().toString())));
    schedule
        .open()
        .merged(row.workstream().id())
        .ifPresent(day -> json.text("merged", day.toString()));
    json.text("problem", row.problem());
    json.flag("critical", schedule.isComplete() && row.isCritical());
    json.flag("marked", row.workstream().critical());
    json.number("days_late", assessment.workstream(row.workstream().id()).map(slip::of).orElse(0L));
  }

  /** The first and the last day, of which one off work may stand for the one that is reckoned. */
  private void days(PlanSchedule schedule, Times times, LongFunction<Optional<LocalDate>> dayOff) {
    LongFunction<String> last =
        finish -> dayOff.apply(finish).map(LocalDate::toString).orElse(schedule.words(finish - 1));
    json.text("start", schedule.words(times.earlyStart()));
    json.text("finish", last.apply(times.earlyFinish()));
    json.text("latest_start", schedule.words(times.lateStart()));
    json.text("latest_finish", last.apply(times.lateFinish()));
  }

  private void wave(PlanSchedule schedule, PlanCalendar calendar, WaveRow row) {
    json.text("id", row.wave().id());
    calendar
        .wave(row.wave())
        .span()
        .ifPresent(
            span ->
                json.text("planned_first", span.first().toString())
                    .text("planned_last", span.last().toString()));
    row.work()
        .ifPresent(
            work -> {
              days(schedule, work, row::dayOff);
              json.number("float", row.merge().orElseThrow().totalFloat());
            });
    json.text("problem", row.problem());
    json.flag("critical", schedule.isComplete() && row.isCritical());
    json.flag("complete", schedule.isComplete(row.wave()));
    if (row.merge().isPresent() || row.notBefore() > 0) {
      json.text("earliest", schedule.words(row.wave()));
    }
  }
}
