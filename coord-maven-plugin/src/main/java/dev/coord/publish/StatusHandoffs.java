package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.HandoffState;
import dev.coord.plan.Handoff;
import dev.coord.site.RuleNotation;

/** What workstreams hand over, in {@code status.json}. */
final class StatusHandoffs {

  private final Json json;

  StatusHandoffs(Json json) {
    this.json = json;
  }

  void write(Assessment assessment) {
    json.list("handoffs", HandoffState.of(assessment), this::handoff);
  }

  private void handoff(HandoffState state) {
    Handoff handoff = state.handoff();
    json.text("id", handoff.id());
    json.text("title", handoff.title());
    json.text("kind", handoff.kind().word());
    json.text("provider", handoff.provider());
    json.texts("consumers", handoff.consumers());
    json.text("status", handoff.status().word());
    json.text("observed", StatusGates.word(state.observed()));
    state.claim().ifPresent(claim -> json.text("seen", claim.observed()));
    json.texts("blocks", state.blocked());
    json.text("task", handoff.task());
    json.patterns("paths", handoff.paths());
    json.text("detail", handoff.detail());
    json.text("signature", handoff.signature());
    json.text("language", handoff.language());
    json.text("name", handoff.name());
    json.text("version", handoff.version());
    json.exact("file", handoff.file());
    json.text("where", handoff.where());
    json.text("before", handoff.before());
    json.texts("flags", handoff.flags());
    json.text("reason", handoff.reason());
    json.text("ready_when", handoff.readyWhen().map(RuleNotation::of));
    json.text("notes", handoff.notes());
    json.place("place", handoff.origin().self());
  }
}
