package dev.coord.publish;

import dev.coord.assess.ProjectCourse;
import dev.coord.assess.WorkHistory;
import dev.coord.evidence.Observation;
import dev.coord.evidence.PlanHistory;
import dev.coord.plan.PlanSnapshot.Part;
import java.util.List;

/** What past versions of the plan counted and promised, in {@code status.json}. */
final class StatusHistory {

  private final Json json;

  StatusHistory(Json json) {
    this.json = json;
  }

  void write(ProjectCourse course) {
    if (!(course.assessment().evidence().history()
        instanceof Observation.Known<PlanHistory> known)) {
      return;
    }
    WorkHistory history = course.work();
    json.object(
        "history",
        object -> {
          object.number("versions", known.value().versions().size());
          object.number("unread", known.value().unread());
          object.flag("cut", known.value().cut());
          object.list("mended", known.value().mended(), this::mended);
          object.list("burn_up", history.parts(), part -> burnUp(history, part));
          object.list(
              "moved",
              List.copyOf(history.moved().keySet()),
              part -> moved(part, history.moved().get(part)));
        });
  }

  private void mended(PlanHistory.Mended commit) {
    json.text("commit", commit.commit());
    json.text("clock", commit.clock().toString());
    json.text("day", commit.day().toString());
  }

  private void burnUp(WorkHistory history, Part part) {
    part(part);
    history.pace(part).ifPresent(tenths -> json.number("tenths_a_week", tenths));
    json.list("points", history.points(part), this::point);
  }

  private void part(Part part) {
    json.text("kind", part.kind().word());
    json.text("id", part.id());
  }

  private void point(WorkHistory.Point point) {
    json.text("day", point.day().toString());
    json.text("commit", point.commit());
    json.text("of", point.count().of().nouns());
    json.number("done", point.count().done());
    json.number("total", point.count().total());
  }

  private void moved(Part part, List<WorkHistory.Promise> promises) {
    part(part);
    json.list(
        "promised",
        promises,
        promise -> {
          json.text("said", promise.said().toString());
          json.text("commit", promise.commit());
          json.text("day", promise.day().toString());
        });
  }
}
