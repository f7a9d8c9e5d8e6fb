package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRuns;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.View;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import java.util.List;
import java.util.Optional;

/** Since which recorded run a gate has been as it is now. */
final class GateSince {

  private GateSince() {}

  /** One sentence; empty where no note of git tells of the gate. */
  static Optional<List<Inline>> of(View view, GateResult gate) {
    List<RecordedRun> runs =
        view.assessment()
            .evidence()
            .recorded()
            .optional()
            .filter(recorded -> recorded.source() == RecordedRuns.Source.NOTES)
            .map(RecordedRuns::runs)
            .orElse(List.of());
    Optional<RecordedRun> since = Optional.empty();
    for (int i = runs.size() - 1; i >= 0; i--) {
      Optional<String> was = outcome(runs.get(i), gate);
      if (was.isEmpty()) {
        break;
      }
      if (!was.get().equals(gate.outcome().word())) {
        return Optional.of(sentence(view, gate, since, Optional.of(runs.get(i))));
      }
      since = Optional.of(runs.get(i));
    }
    return since.map(first -> sentence(view, gate, Optional.of(first), Optional.empty()));
  }

  private static Optional<String> outcome(RecordedRun run, GateResult gate) {
    return Optional.ofNullable(run.gates().get(gate.label())).map(RecordedRun.Value::outcome);
  }

  private static List<Inline> sentence(
      View view, GateResult gate, Optional<RecordedRun> since, Optional<RecordedRun> other) {
    Line line =
        Line.of("By ")
            .add(Inline.link("recorded runs", Target.page("metrics", "recorded")))
            .text(" (attested): " + gate.outcome().word() + " since ");
    since.ifPresentOrElse(run -> run(view, line, run), () -> line.text("this run"));
    other.ifPresentOrElse(
        run -> run(view, line.text("; " + outcome(run, gate).orElse("") + " on "), run),
        () -> line.text(" at least"));
    return line.text(".").list();
  }

  private static void run(View view, Line line, RecordedRun run) {
    line.add(new Inline.Day(run.day())).text(" ").add(view.links().commit(run.commit()));
  }
}
