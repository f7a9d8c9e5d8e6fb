package dev.coord.publish.feed;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.GateResult;
import dev.coord.assess.Overall;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.plan.CoverageRule;
import dev.coord.rule.Outcome;
import dev.coord.site.GateTally;
import dev.coord.site.WorkstreamTone;
import dev.coord.site.draft.Percent;
import dev.coord.site.model.OtherFiles;
import dev.coord.site.model.Tone;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Verdicts as badges. Nothing that is unknown, or that no gate holds to anything, is green. */
final class Badges {

  private final Assessment assessment;
  private final PlainTexts texts;
  private final Map<String, String> badges = new TreeMap<>();

  private Badges(Assessment assessment, PlainTexts texts) {
    this.assessment = assessment;
    this.texts = texts;
  }

  /** The badges of an assessment by their paths. */
  static Map<String, String> of(Assessment assessment, PlainTexts texts) {
    Badges badges = new Badges(assessment, texts);
    badges.overall();
    badges.gates();
    badges.coverage();
    badges.workstreams();
    return badges.badges;
  }

  /**
   * Those of a run that could judge nothing: a page that shows one must not keep a green one.
   *
   * @param workstreams ids of those that are known to have one
   */
  static Map<String, String> withoutVerdict(Collection<String> workstreams) {
    PlainTexts texts = new PlainTexts();
    Map<String, String> badges = new TreeMap<>();
    badges.put(OtherFiles.badge("overall"), Badge.of(texts, "coord", "error", Tone.BAD));
    badges.put(OtherFiles.badge("gates"), Badge.of(texts, "gates", "unknown", Tone.UNKNOWN));
    badges.put(OtherFiles.badge("coverage"), Badge.of(texts, "coverage", "unknown", Tone.UNKNOWN));
    workstreams.forEach(
        id -> badges.put(OtherFiles.workstreamBadge(id), Badge.of(texts, id, "error", Tone.BAD)));
    return badges;
  }

  private void overall() {
    Overall overall = assessment.overall();
    switch (overall) {
      case PASSED -> put("overall", "coord", hasGates() ? "passed" : "no gates", verdict(overall));
      case FAILED -> put("overall", "coord", "failed", Tone.BAD);
      default -> put("overall", "coord", overall.word(), verdict(overall));
    }
  }

  private void gates() {
    GateTally tally = GateTally.of(assessment);
    if (hasGates()) {
      Tone tone =
          assessment.overall() != Overall.PASSED
              ? verdict(assessment.overall())
              : tally.passed() == tally.all() ? Tone.GOOD : Tone.WARNING;
      put("gates", "gates", tally.passed() + " of " + tally.all() + " pass", tone);
    } else {
      put("gates", "gates", "none", Tone.UNKNOWN);
    }
  }

  private boolean hasGates() {
    return !assessment.gates().stream().allMatch(GateResult::isOfNoGates);
  }

  private Tone verdict(Overall overall) {
    return switch (overall) {
      case PASSED -> hasGates() ? Tone.GOOD : Tone.UNKNOWN;
      case UNKNOWN -> Tone.UNKNOWN;
      case FAILED, ERROR -> Tone.BAD;
    };
  }

  private void coverage() {
    CoverageCount count =
        assessment
            .evidence()
            .coverage()
            .optional()
            .map(CoverageResults::count)
            .orElse(CoverageCount.NONE);
    if (count.allLines() == 0) {
      put("coverage", "coverage", "unknown", Tone.UNKNOWN);
    } else {
      put("coverage", "coverage", Percent.of(count.lines(), count.allLines()), held());
    }
  }

  /** What the gates on coverage come to; a share that none of them asks for is neither. */
  private Tone held() {
    List<GateResult> rows =
        assessment.gates().stream()
            .filter(gate -> gate.gate().rule() instanceof CoverageRule)
            .toList();
    if (rows.isEmpty()) {
      return Tone.INFO;
    }
    if (rows.stream().anyMatch(g -> g.breaks() && g.outcome() == Outcome.FAILED)) {
      return Tone.BAD;
    }
    if (rows.stream().anyMatch(g -> g.outcome() == Outcome.UNKNOWN)) {
      return Tone.UNKNOWN;
    }
    return rows.stream().allMatch(g -> g.outcome() == Outcome.PASSED) ? Tone.GOOD : Tone.WARNING;
  }

  private void workstreams() {
    Set<String> contradicted =
        assessment.contradictions().stream().map(ClaimCheck::holder).collect(Collectors.toSet());
    for (WorkstreamState state : assessment.workstreams()) {
      List<GateResult> gates = assessment.gatesAbout(state);
      List<GateResult> broken = gates.stream().filter(GateResult::breaks).toList();
      boolean failed = broken.stream().anyMatch(g -> g.outcome() == Outcome.FAILED);
      String words = broken.isEmpty() ? "" : failed ? ", a gate fails" : ", a gate is unknown";
      put(
          state,
          state.observed().words() + words,
          WorkstreamTone.of(gates, contradicted.contains(state.id()), state.observed()));
    }
  }

  private void put(WorkstreamState state, String value, Tone tone) {
    badges.put(OtherFiles.workstreamBadge(state.id()), Badge.of(texts, state.id(), value, tone));
  }

  private void put(String name, String label, String value, Tone tone) {
    badges.put(OtherFiles.badge(name), Badge.of(texts, label, value, tone));
  }
}
