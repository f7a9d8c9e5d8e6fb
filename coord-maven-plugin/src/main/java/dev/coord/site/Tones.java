package dev.coord.site;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.GateResult;
import dev.coord.assess.SprintState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.plan.Decision;
import dev.coord.plan.Epic;
import dev.coord.plan.Risk;
import dev.coord.plan.Severity;
import dev.coord.plan.Task;
import dev.coord.plan.Testing.SignOff;
import dev.coord.rule.Outcome;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;

/** What states mean to the reader. Red is kept for what fails a build, green for what was seen. */
final class Tones {

  private Tones() {}

  static Tone of(GateResult gate) {
    return switch (gate.outcome()) {
      case PASSED -> Tone.GOOD;
      case WAIVED, BASELINED -> Tone.WARNING;
      case UNKNOWN -> Tone.UNKNOWN;
      case FAILED -> gate.breaks() ? Tone.BAD : gate.warns() ? Tone.WARNING : Tone.INFO;
    };
  }

  /** What an outcome means where it cannot fail a build, as for metrics. */
  static Tone ofMetric(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> Tone.GOOD;
      case UNKNOWN -> Tone.UNKNOWN;
      case WAIVED, BASELINED, FAILED -> Tone.WARNING;
    };
  }

  static Tone of(Status status) {
    return switch (status) {
      case MERGED -> Tone.GOOD;
      case ACTIVE, READY -> Tone.INFO;
      case STALE, MERGED_OUT_OF_ORDER, REVERTED -> Tone.WARNING;
      case NOT_STARTED, ABANDONED -> Tone.NEUTRAL;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }

  static Tone of(Agreement agreement) {
    return switch (agreement) {
      case CONTRADICTS -> Tone.WARNING;
      case UNKNOWN -> Tone.UNKNOWN;
      case AGREES -> Tone.GOOD;
    };
  }

  static Tone of(Severity severity) {
    return severity == Severity.INFO ? Tone.INFO : Tone.WARNING;
  }

  static Tone of(SprintState.Phase phase) {
    return switch (phase) {
      case RUNNING -> Tone.INFO;
      case UNDATED -> Tone.UNKNOWN;
      case PLANNED, OVER -> Tone.NEUTRAL;
    };
  }

  /** A claimed state. It is a claim, so even what is done is not green. */
  static Inline badge(Task.State state) {
    Tone tone =
        switch (state) {
          case DOING -> Tone.INFO;
          case BLOCKED -> Tone.WARNING;
          case TODO, DONE, DROPPED -> Tone.NEUTRAL;
        };
    return new Inline.Badge(tone, state.word());
  }

  /** What is claimed of an issue. */
  static Inline badge(Epic.Issue.State state) {
    return new Inline.Badge(Tone.NEUTRAL, state.word());
  }

  /** A claimed state: what has happened needs somebody, what may still happen is to be known. */
  static Inline badge(Risk.Status status) {
    Tone tone =
        switch (status) {
          case TRIGGERED -> Tone.WARNING;
          case OPEN -> Tone.INFO;
          case MITIGATED, ACCEPTED, CLOSED -> Tone.NEUTRAL;
        };
    return new Inline.Badge(tone, status.word());
  }

  static Inline badge(Decision.Status status) {
    return new Inline.Badge(
        status == Decision.Status.PROPOSED ? Tone.INFO : Tone.NEUTRAL, status.word());
  }

  static Inline badge(SignOff.Decision decision) {
    Tone tone =
        switch (decision) {
          case PENDING -> Tone.INFO;
          case GO -> Tone.NEUTRAL;
          case NO_GO -> Tone.WARNING;
        };
    return new Inline.Badge(tone, decision.word().replace('_', '-'));
  }

  static Inline badge(GateResult gate) {
    return new Inline.Badge(of(gate), word(gate));
  }

  /** What becomes of a gate, as its badge says it. */
  static String word(GateResult gate) {
    boolean tolerated = gate.outcome() == Outcome.FAILED && gate.warns();
    return tolerated ? "warns" : gate.outcome().word();
  }

  static Inline badge(Status status) {
    return new Inline.Badge(of(status), status.words());
  }

  static Inline badge(Agreement agreement) {
    return new Inline.Badge(of(agreement), agreement.word());
  }
}
