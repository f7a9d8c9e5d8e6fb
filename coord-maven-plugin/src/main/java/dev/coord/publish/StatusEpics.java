package dev.coord.publish;

import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.WorkCount;

/** The epics in {@code status.json}. */
final class StatusEpics {

  private final Json json;

  StatusEpics(Json json) {
    this.json = json;
  }

  void write(Plan plan) {
    json.list("epics", plan.epics(), epic -> epic(plan, epic));
  }

  private void epic(Plan plan, Epic epic) {
    json.text("id", epic.id());
    json.text("title", epic.title());
    json.text("kind", epic.kind().word());
    json.text("owner", epic.owner());
    json.text("status", epic.status());
    json.text("start", epic.start());
    if (epic.weeks().isPresent()) {
      json.number("weeks", epic.weeks().getAsInt());
    }
    json.texts("workstreams", epic.workstreams());
    json.list("claimed", epic.progress(), this::progress);
    WorkCount.of(plan, epic)
        .ifPresent(
            count ->
                json.object(
                    "computed",
                    computed -> {
                      computed.text("of", count.of().nouns());
                      computed.number("done", count.done());
                      computed.number("total", count.total());
                    }));
    json.list("issues", epic.issues(), this::issue);
    json.texts("outputs", epic.outputs());
    json.text("notes", epic.notes());
    json.place("place", epic.origin().self());
  }

  private void progress(Epic.Progress progress) {
    json.text("says", progress.toString());
    if (progress.percent().isPresent()) {
      json.number("percent", progress.percent().getAsInt());
    }
    if (progress.done().isPresent()) {
      json.number("done", progress.done().getAsInt());
      json.number("total", progress.total().getAsInt());
    }
    json.text("weeks", progress.weeks().map(Object::toString));
    json.text("where", progress.where());
    json.place("place", progress.origin().self());
  }

  private void issue(Epic.Issue issue) {
    if (issue.number().isPresent()) {
      json.number("number", issue.number().getAsInt());
    }
    json.text("title", issue.title());
    json.text("state", issue.state().word());
    if (issue.pullRequest().isPresent()) {
      json.number("pull_request", issue.pullRequest().getAsInt());
    }
    json.text("workstream", issue.workstream());
    json.text("notes", issue.notes());
    json.place("place", issue.origin().self());
  }
}
