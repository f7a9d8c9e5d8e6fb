package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.ConflictForecast;
import dev.coord.assess.ConflictForecast.File;
import dev.coord.assess.ConflictForecast.Pair;
import dev.coord.assess.ConflictForecast.Step;
import dev.coord.evidence.Observation;
import dev.coord.plan.Boundaries.Conflict;
import java.util.List;

/** What would conflict, in {@code status.json}. */
final class StatusForecast {

  private final Json json;

  StatusForecast(Json json) {
    this.json = json;
  }

  void write(Assessment assessment) {
    ConflictForecast forecast = ConflictForecast.of(assessment);
    known(forecast.live());
    json.texts("live", forecast.live().optional().orElse(List.of()));
    json.number("left", forecast.left());
    json.list("pairs", forecast.pairs(), this::pair);
    json.list("now", forecast.now(), this::step);
    json.list("queue", forecast.queue(), this::step);
    json.list(
        "waves",
        forecast.waves(),
        wave -> {
          json.text("id", wave.id());
          json.list("merges", wave.steps(), this::step);
        });
    json.list(
        "untold",
        forecast.untold().entrySet(),
        one -> {
          json.text("workstream", one.getKey());
          json.text("reason", one.getValue().reason());
          json.text("remedy", one.getValue().remedy());
        });
  }

  private void known(Observation<?> observed) {
    json.flag("known", observed.isKnown());
    if (observed instanceof Observation.Unknown<?> unknown) {
      json.text("reason", unknown.reason());
      json.text("remedy", unknown.remedy());
    }
  }

  private void pair(Pair pair) {
    json.text("left", pair.left());
    json.text("right", pair.right());
    files(pair.files());
  }

  private void step(Step step) {
    json.text("workstream", step.workstream());
    json.exact("into", step.into());
    files(step.files());
  }

  private void files(Observation<List<File>> files) {
    known(files);
    json.list("files", files.optional().orElse(List.of()), this::file);
  }

  private void file(File file) {
    json.exact("path", file.path());
    json.exacts("other_names", file.otherNames());
    json.text("kind", StatusGates.word(file.kind()));
    json.texts("with", file.with());
    file.resolution().ifPresent(this::resolution);
    file.untold().ifPresent(why -> json.text("untold", why));
  }

  private void resolution(Conflict conflict) {
    json.text("resolution", StatusGates.word(conflict.resolution()));
    json.text("winner", conflict.winner());
    json.place("place", conflict.origin().self());
  }
}
