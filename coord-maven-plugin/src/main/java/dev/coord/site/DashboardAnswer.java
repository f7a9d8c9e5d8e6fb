package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.GateResult;
import dev.coord.assess.Judged;
import dev.coord.assess.Overall;
import dev.coord.assess.WorkstreamState;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;

/** The dashboard's first sentence: can this be merged, and if not, why not. */
final class DashboardAnswer {

  private final View view;
  private final Assessment assessment;
  private final GateTally tally;
  private final List<GateResult> breaking;

  private DashboardAnswer(View view) {
    this.view = view;
    this.assessment = view.assessment();
    this.tally = GateTally.of(assessment);
    this.breaking = DoNext.breaking(assessment);
  }

  static Answer of(View view, List<Sources.Missing> missing) {
    return new DashboardAnswer(view).answer().besides(missing);
  }

  /** What this build judges, in words. */
  static String judged(Judged judged) {
    String branch = judged.branch().map(name -> "branch " + name).orElse("no known branch");
    String what =
        switch (judged.kind()) {
          case WORKSTREAM -> "workstream " + judged.subject() + ", " + branch;
          case UNNAMED -> branch + ", which the plan does not name, so it owns nothing";
          case INTEGRATION -> "integration " + branch;
          case NONE -> branch;
        };
    return judged.how().isEmpty() ? what : what + " (" + judged.how() + ")";
  }

  private Answer answer() {
    Overall overall = assessment.overall();
    if (overall == Overall.FAILED) {
      return new Answer(
          Tone.BAD,
          new Line()
              .badge(Tone.BAD, "No")
              .text(" " + subject() + cannot() + ": " + tally.broken() + ": ")
              .addAll(view.links().namedGates(breaking))
              .text(".")
              .list());
    }
    if (overall == Overall.UNKNOWN) {
      return new Answer(
          Tone.UNKNOWN,
          new Line()
              .badge(Tone.UNKNOWN, "Unknown")
              .text(" whether " + subject() + may() + ": " + broken(view, tally) + ": ")
              .addAll(view.links().namedGates(breaking))
              .text(".")
              .list());
    }
    return assessment.gates().stream().noneMatch(GatesPage::canFail) ? nothingJudged() : passed();
  }

  private Answer nothingJudged() {
    return Answer.of(
        Tone.NEUTRAL,
        assessment.gates().isEmpty()
            ? "Nothing is judged: the plan has no gates, so nothing can fail and nothing is proved."
            : "Nothing can fail this build: "
                + (assessment.gates().stream().anyMatch(GateResult::blocking)
                    ? tally.holds()
                    : "no gate of the plan applies to " + subject())
                + ".");
  }

  private Answer passed() {
    List<String> but = new ArrayList<>();
    List<String> waits =
        assessment
            .judged()
            .workstream()
            .flatMap(view::state)
            .map(WorkstreamState::waitsFor)
            .orElse(List.of());
    int contradicted = ClaimCheck.count(assessment.contradictions());
    if (!waits.isEmpty()) {
      return new Answer(
          Tone.WARNING,
          new Line()
              .badge(Tone.WARNING, "Not yet")
              .text(": " + tally.holds() + ", but " + subject() + " waits for ")
              .addAll(view.links().named(waits))
              .text(".")
              .list());
    }
    if (contradicted > 0) {
      but.add(
          Words.count(contradicted, "claim")
              + Words.either(contradicted, " is", " are")
              + " contradicted");
    }
    boolean clean = but.isEmpty() && tally.warning() + tally.waived() + tally.known() == 0;
    Tone tone = clean ? Tone.GOOD : Tone.WARNING;
    return new Answer(
        tone,
        new Line()
            .badge(tone, "Yes")
            .text(" " + subject() + may() + ": " + tally.holds())
            .text(but.isEmpty() ? "." : "; " + Words.list(but) + ".")
            .list());
  }

  /** How many gates break the build; where there is none, the row that says so is no gate. */
  static String broken(View view, GateTally tally) {
    return view.hasNoGates() ? "the plan has no gates" : tally.broken();
  }

  private String subject() {
    Judged judged = assessment.judged();
    return switch (judged.kind()) {
      case WORKSTREAM, UNNAMED, INTEGRATION -> judged.subject();
      case NONE -> "this checkout";
    };
  }

  private String may() {
    return assessment.judged().isBranch() ? " can be merged" : " is sound";
  }

  private String cannot() {
    return assessment.judged().isBranch() ? " cannot be merged" : " is not sound";
  }
}
