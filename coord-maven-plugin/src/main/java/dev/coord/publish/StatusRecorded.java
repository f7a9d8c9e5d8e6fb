package dev.coord.publish;

import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRuns;
import java.util.Map;

/** What former runs came to, in {@code status.json}. */
final class StatusRecorded {

  private final Json json;

  StatusRecorded(Json json) {
    this.json = json;
  }

  void write(Observation<RecordedRuns> recorded) {
    recorded
        .optional()
        .filter(runs -> !runs.isEmpty())
        .ifPresent(
            runs ->
                json.object(
                    "recorded",
                    object -> {
                      object.text("source", StatusGates.word(runs.source()));
                      object.number("unread", runs.unread());
                      object.list("runs", runs.runs(), this::run);
                    }));
  }

  private void run(RecordedRun run) {
    json.text("day", run.day().toString());
    json.text("commit", run.commit());
    json.text("result", run.result());
    json.number("contradictions", run.contradictions());
    json.number("tests", run.tests());
    run.coverage()
        .ifPresent(
            lines -> {
              json.number("covered_lines", lines.covered());
              json.number("lines", lines.all());
            });
    values("metrics", run.metrics());
    values("gates", run.gates());
    json.list(
        "workstreams",
        run.workstreams().entrySet(),
        entry -> {
          json.text("id", entry.getKey());
          json.text("status", entry.getValue());
        });
  }

  private void values(String name, Map<String, RecordedRun.Value> values) {
    json.list(
        name,
        values.entrySet(),
        entry -> {
          json.text("id", entry.getKey());
          json.text("outcome", entry.getValue().outcome());
          json.text("measured", entry.getValue().measured());
        });
  }
}
