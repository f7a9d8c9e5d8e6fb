package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.SprintState;
import dev.coord.plan.Sprint;
import java.util.Map;

/** The sprints in {@code status.json}, each with its blocks. */
final class StatusSprints {

  private final Json json;
  private final StatusTasks tasks;

  StatusSprints(Json json) {
    this.json = json;
    this.tasks = new StatusTasks(json);
  }

  void write(Assessment assessment) {
    json.list("sprints", assessment.sprints(), this::sprint);
  }

  private void sprint(SprintState state) {
    Sprint sprint = state.sprint();
    json.text("id", sprint.id());
    json.text("title", sprint.title());
    json.text("start", state.start());
    json.text("end", state.end());
    json.text("phase", state.phase().word());
    json.object(
        "tasks", counts -> counts.number("done", state.done()).number("total", state.tasks()));
    json.number(
        "overdue_blocks", state.blocks().stream().filter(SprintState.BlockState::overdue).count());
    json.texts("workstreams", state.workstreams());
    json.texts("goals", sprint.goals());
    json.text("insight", sprint.insight());
    json.list("priorities", sprint.priorities(), this::priority);
    json.list("blocks", sprint.blocks(), this::block);
    json.text("notes", sprint.notes());
    json.place("place", sprint.origin().self());
  }

  private void priority(Sprint.Priority priority) {
    json.text("workstream", priority.workstream());
    json.text("focus", priority.focus());
    json.text("timeline", priority.timeline());
  }

  private void block(Sprint.Block block) {
    json.text("title", block.title());
    json.text("when", block.when().toString());
    json.texts("workstreams", block.workstreams());
    tasks.write("tasks", block.tasks());
    json.texts("launches", block.launches());
    json.texts("outputs", block.outputs());
    json.list("expected", block.expected().entrySet(), this::expected);
    json.text("notes", block.notes());
    json.place("place", block.origin().self());
  }

  private void expected(Map.Entry<String, Integer> expected) {
    json.text("workstream", expected.getKey());
    json.number("percent", expected.getValue());
  }
}
