package dev.coord.site.draft;

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
public final class Tones {

  private Tones() {}

  /** What becomes of a gate; red only where it fails the build. */
  public static Tone of(GateResult gate) {
    return switch (gate.outcome()) {
      case PASSED -> Tone.GOOD;
      case WAIVED, BASELINED -> Tone.WARNING;
      case UNKNOWN -> Tone.UNKNOWN;
      case FAILED -> gate.breaks() ? Tone.BAD : gate.warns() ? Tone.WARNING : Tone.INFO;
    };
  }

  /** What an outcome means where it cannot fail a build, as for metrics. */
  public static Tone ofMetric(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> Tone.GOOD;
      case UNKNOWN -> Tone.UNKNOWN;
      case WAIVED, BASELINED, FAILED -> Tone.WARNING;
    };
  }

  /** What git observes of a workstream. */
  public static Tone of(Status status) {
    return switch (status) {
      case MERGED -> Tone.GOOD;
      case ACTIVE, READY -> Tone.INFO;
      case STALE, MERGED_OUT_OF_ORDER, REVERTED -> Tone.WARNING;
      case NOT_STARTED, ABANDONED -> Tone.NEUTRAL;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }

  /** Whether the evidence agrees with a claim. */
  public static Tone of(Agreement agreement) {
    return switch (agreement) {
      case CONTRADICTS -> Tone.WARNING;
      case UNKNOWN -> Tone.UNKNOWN;
      case AGREES -> Tone.GOOD;
    };
  }

  /** How grave a finding about the plan is; the plan alone is never red. */
  public static Tone of(Severity severity) {
    return severity == Severity.INFO ? Tone.INFO : Tone.WARNING;
  }

  /** Where a sprint stands in time. */
  public static Tone of(SprintState.Phase phase) {
    return switch (phase) {
      case RUNNING -> Tone.INFO;
      case UNDATED -> Tone.UNKNOWN;
      case PLANNED, OVER -> Tone.NEUTRAL;
    };
  }

  /** A claimed state. It is a claim, so even what is done is not green. */
  public static Inline badge(Task.State state) {
    Tone tone =
        switch (state) {
          case DOING -> Tone.INFO;
          case BLOCKED -> Tone.WARNING;
          case TODO, DONE, DROPPED -> Tone.NEUTRAL;
        };
    return new Inline.Badge(tone, state.word());
  }

  /** What is claimed of an issue. */
  public static Inline badge(Epic.Issue.State state) {
    return new Inline.Badge(Tone.NEUTRAL, state.word());
  }

  /** A claimed state: what has happened needs somebody, what may still happen is to be known. */
  public static Inline badge(Risk.Status status) {
    Tone tone =
        switch (status) {
          case TRIGGERED -> Tone.WARNING;
          case OPEN -> Tone.INFO;
          case MITIGATED, ACCEPTED, CLOSED -> Tone.NEUTRAL;
        };
    return new Inline.Badge(tone, status.word());
  }

  /** What is claimed of a decision. */
  public static Inline badge(Decision.Status status) {
    return new Inline.Badge(
        status == Decision.Status.PROPOSED ? Tone.INFO : Tone.NEUTRAL, status.word());
  }

  /** What is claimed of a sign-off: even a go is not green. */
  public static Inline badge(SignOff.Decision decision) {
    Tone tone =
        switch (decision) {
          case PENDING -> Tone.INFO;
          case GO -> Tone.NEUTRAL;
          case NO_GO -> Tone.WARNING;
        };
    return new Inline.Badge(tone, decision.word().replace('_', '-'));
  }

  /** What becomes of a gate. */
  public static Inline badge(GateResult gate) {
    return new Inline.Badge(of(gate), word(gate));
  }

  /** What becomes of a gate, as its badge says it. */
  public static String word(GateResult gate) {
    boolean tolerated = gate.outcome() == Outcome.FAILED && gate.warns();
    return tolerated ? "warns" : gate.outcome().word();
  }

  /** What git observes of a workstream, as a mark. */
  public static Inline badge(Status status) {
    return new Inline.Badge(of(status), status.words());
  }

  /** Whether the evidence agrees with a claim, as a mark. */
  public static Inline badge(Agreement agreement) {
    return new Inline.Badge(of(agreement), agreement.word());
  }
}
