package dev.coord.publish;

import dev.coord.plan.Scenario;
import java.util.List;

/** Ways to set up the team, in {@code status.json}. */
final class StatusScenarios {

  private final Json json;

  StatusScenarios(Json json) {
    this.json = json;
  }

  void write(List<Scenario> scenarios) {
    json.list("scenarios", scenarios, this::scenario);
  }

  private void scenario(Scenario scenario) {
    json.text("id", scenario.id());
    json.text("title", scenario.title());
    json.number("size", scenario.size());
    json.text("timeline", scenario.timeline());
    json.texts("members", scenario.members().stream().map(Scenario.Member::name).toList());
    json.list("team", scenario.members(), this::member);
    new StatusEvents(json).topics("sync_points", scenario.syncPoints());
    json.texts("benefits", scenario.benefits());
    json.texts("outcomes", scenario.outcomes());
    json.list("savings", scenario.savings(), this::saving);
    json.text("notes", scenario.notes());
    json.place("place", scenario.origin().self());
  }

  private void member(Scenario.Member member) {
    json.text("name", member.name());
    json.text("role", member.role());
    json.texts("skills", member.skills());
    json.text("track", member.track());
    json.text("timeline", member.timeline());
    new StatusPeople(json).shares("allocation", member.allocation());
  }

  private void saving(Scenario.Saving saving) {
    json.text("what", saving.what());
    json.text("parallel", saving.parallel().toString());
    json.text("sequential", saving.sequential().toString());
    json.text("saved", saving.saved());
    json.text("computed", saving.computed().toString());
  }
}
