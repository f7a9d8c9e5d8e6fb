package dev.coord.publish;

import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.SiteLook;
import dev.coord.plan.WorkCalendar;
import java.util.Map;

/** What the plan is about, in {@code status.json}. */
final class StatusProject {

  private final Json json;

  StatusProject(Json json) {
    this.json = json;
  }

  void write(Plan plan) {
    json.object("project", object -> project(plan));
  }

  private void project(Plan plan) {
    Project project = plan.project();
    json.text("name", project.name());
    json.text("purpose", project.purpose());
    json.text("context", project.context());
    json.text("status", project.status());
    json.text("started", project.started());
    json.text("expected_end", project.expectedEnd());
    json.text("next_review", project.nextReview());
    json.text("updated", project.updated());
    json.text("contact", project.contact());
    json.text("repository", project.repositoryUrl());
    json.exact("integration_branch", project.integrationBranch());
    json.exact("release_branch", project.releaseBranch());
    json.exact("tag", project.tag());
    json.object("calendar", object -> calendar(project.calendar()));
    if (project.site().isSaid()) {
      json.object("site", object -> look(project.site()));
    }
    json.list("vocabulary", project.vocabulary().entrySet(), this::word);
    json.list("channels", project.channels(), this::channel);
    json.text("notes", project.notes());
    json.texts("files", plan.files());
  }

  private void calendar(WorkCalendar calendar) {
    json.text("zone", calendar.zone().toString());
    json.text("start", calendar.start());
    json.texts("working_days", calendar.workingDays().stream().map(StatusGates::word).toList());
    json.texts("holidays", calendar.holidays().stream().map(Object::toString).toList());
    json.number("sprint_length", calendar.sprintLength());
  }

  private void look(SiteLook look) {
    json.text("title", look.title());
    json.exact("logo", look.logo());
    json.exact("accent", look.accent());
  }

  private void word(Map.Entry<String, String> entry) {
    json.text("word", entry.getKey());
    json.text("meaning", entry.getValue());
  }

  private void channel(Project.Channel channel) {
    json.text("purpose", channel.purpose());
    json.text("tool", channel.tool());
  }
}
