package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.MergeStates;
import dev.coord.assess.NextMerges;
import dev.coord.assess.QueueState;
import dev.coord.assess.Readiness;
import dev.coord.assess.WaveState;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.plan.Gate;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.site.MergeCommands;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The merge queue and the waves in {@code status.json}. */
final class StatusMerges {

  private final Json json;

  StatusMerges(Json json) {
    this.json = json;
  }

  void write(Assessment assessment) {
    MergeStates states = MergeStates.of(assessment);
    json.object(
        "merges",
        merges -> {
          json.list("next", NextMerges.of(assessment).all(), this::next);
          json.list("queue", states.queue(), this::entry);
          json.list("waves", states.waves(), state -> wave(assessment.plan(), state));
          json.object("forecast", o -> new StatusForecast(json).write(assessment));
        });
  }

  private void next(Readiness one) {
    json.text("key", one.key());
    json.text("workstream", one.workstream());
    json.texts("waves", one.waves());
    json.exact("source", one.source());
    json.exact("target", one.target());
    json.text("ready", StatusGates.word(one.ready()));
    json.list(
        "conditions",
        one.conditions(),
        condition -> {
          json.text("kind", StatusGates.word(condition.kind()));
          json.text("holds", StatusGates.word(condition.holds()));
          json.text("about", condition.about());
          json.text("text", condition.text());
        });
    json.exact("commands", MergeCommands.of(one));
  }

  private void entry(QueueState state) {
    state.entry().pullRequest().ifPresent(number -> json.number("pull_request", number));
    json.text("workstream", state.workstream());
    json.exact("source", state.source());
    json.exact("target", state.target());
    json.text("status", state.entry().status());
    json.text("reviewer", state.entry().reviewer());
    json.text("observed", StatusGates.word(state.observed()));
    json.text("how", state.how());
    state
        .delta()
        .ifPresent(delta -> json.number("ahead", delta.ahead()).number("behind", delta.behind()));
    landing(json, state.landing());
    json.text("notes", state.entry().notes());
    json.place("place", state.entry().origin().self());
  }

  private void wave(Plan plan, WaveState state) {
    Wave wave = state.wave();
    json.text("id", wave.id());
    json.text("title", wave.title());
    json.text("when", wave.when().toString());
    json.text("time", wave.time());
    json.text("start", state.dates().map(dates -> dates.first()));
    json.text("end", state.dates().map(dates -> dates.last()));
    json.text("observed", StatusGates.word(state.observed()));
    json.list(
        "workstreams",
        state.members(),
        member -> {
          json.text("id", member.workstream());
          json.text("observed", StatusGates.word(member.observed()));
          landing(json, member.landing());
          json.text("message", Optional.ofNullable(wave.messages().get(member.workstream())));
        });
    json.exact("from", wave.from());
    json.exact("into", plan.target(wave));
    json.texts("gates", gates(plan, wave));
    new StatusTasks(json).write("checklist", wave.checklist());
    json.text("commands", wave.commands());
    json.exact("tag", wave.tag());
    json.text("rollback", wave.rollback());
    json.text("notes", wave.notes());
    json.place("place", wave.origin().self());
  }

  /** Where something came into a branch. */
  static void landing(Json json, Optional<Landing> landing) {
    landing.ifPresent(
        known ->
            json.object(
                "landing",
                place -> {
                  place.exact("branch", known.branch());
                  place.text("commit", known.commit());
                  place.text("time", known.time().toString());
                  place.number("newer", known.newer());
                }));
  }

  private static List<String> gates(Plan plan, Wave wave) {
    return Stream.concat(
            wave.gates().stream(),
            plan.gates().stream().filter(g -> g.waves().contains(wave.id())).map(Gate::id))
        .distinct()
        .toList();
  }
}
