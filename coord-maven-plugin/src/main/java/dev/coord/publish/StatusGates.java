package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.BaselineState;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.MetricResult;
import dev.coord.evidence.Proof;
import dev.coord.plan.Baseline;
import dev.coord.plan.Metric;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Waiver;
import dev.coord.rule.Verdict;
import dev.coord.site.PlanLines;
import dev.coord.site.RuleNotation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was judged, in {@code status.json}: gates, metrics, claims and findings. */
final class StatusGates {

  private final Json json;

  StatusGates(Json json) {
    this.json = json;
  }

  void write(Assessment assessment) {
    Ranking ranking = new Ranking(assessment);
    json.object(
        "counts",
        counts -> {
          counts.number("gates", assessment.gates().size());
          counts.number("can_fail", ranking.canFail());
          counts.number("breaking", ranking.breaking().size());
          counts.number("warning", ranking.warning().size());
          counts.number("waived", ranking.waived().size());
          counts.number("baselined", ranking.baselined().size());
          counts.number("passed", ranking.passed().size());
          counts.number("shown", ranking.shown().size());
          counts.number("contradictions", ClaimCheck.count(assessment.contradictions()));
        });
    json.list("gates", assessment.gates(), this::gate);
    json.list("metrics", assessment.metrics(), this::metric);
    json.list("claims", assessment.claims(), this::claim);
    json.list("findings", assessment.findings(), this::finding);
    BaselineState baseline = assessment.baseline();
    baseline
        .baseline()
        .ifPresent(b -> json.object("baseline", known -> baseline(known, b, baseline)));
  }

  private static void baseline(Json json, Baseline baseline, BaselineState state) {
    json.number("size", baseline.size());
    json.text("since", baseline.since().toString());
    json.text("written", baseline.written().toString());
    json.exact("commit", Optional.of(baseline.commit()));
    json.place("place", baseline.place());
    baseline
        .coverage()
        .ifPresent(
            lines ->
                json.object(
                    "coverage",
                    object -> {
                      object.number("covered_lines", lines.covered());
                      object.number("lines", lines.all());
                      object.exact("commit", Optional.of(lines.commit()));
                      object.text("since", lines.since().toString());
                    }));
    baseline.results().ifPresent(day -> json.text("results_since", day.toString()));
    json.number("known", state.still());
    json.number("fixed", state.fixed());
    json.number("unknown", state.untold());
    json.number("new", state.added());
    json.list(
        "findings",
        state.entries(),
        known -> {
          json.text("kind", known.entry().key().kind().word());
          json.text("subject", known.entry().key().subject());
          json.text("finding", known.entry().key().finding());
          json.number("count", known.entry().count());
          json.number("found", known.found());
          json.text("since", known.entry().since().toString());
          json.text("fate", known.fate().word());
        });
  }

  private void gate(GateResult row) {
    json.text("id", row.row());
    json.text("gate", row.gate().id());
    json.text("rule", row.gate().rule().name());
    json.text("subject", row.subject());
    json.text("outcome", row.outcome().word());
    json.text("severity", row.severity().word());
    json.flag("blocking", row.blocking());
    json.flag("breaks", row.breaks());
    verdict(row.verdict());
    json.text("note", row.note());
    List<String> waived = List.copyOf(row.waivedFindings().keySet());
    boolean paths = row.gate().rule() instanceof OwnershipRule;
    json.exacts("waived_paths", paths ? waived : List.of());
    json.exacts("waived_findings", paths ? List.of() : waived);
    row.known()
        .ifPresent(
            part ->
                json.object(
                    "known",
                    known -> {
                      known.number("count", part.count());
                      known.number("new", part.fresh());
                      known.text("since", part.since().toString());
                    }));
    json.place("place", PlanLines.of(row));
    row.waiver().ifPresent(waiver -> json.object("waiver", w -> waiver(waiver)));
    proofs(row.verdict().proof());
  }

  private void verdict(Verdict verdict) {
    json.text("measured", verdict.measured());
    json.text("required", verdict.required());
    json.text("summary", verdict.summary());
    json.text("remedy", verdict.remedy());
    json.flag("attested", verdict.attested());
    if (!verdict.parts().isEmpty()) {
      json.list("parts", verdict.parts(), this::part);
    }
  }

  private void part(Verdict.Part part) {
    json.text("rule", RuleNotation.of(part.rule()));
    json.text("outcome", part.verdict().outcome().word());
    json.text("summary", part.verdict().summary());
    json.text("remedy", part.verdict().remedy());
  }

  private void waiver(Waiver waiver) {
    json.text("until", waiver.until().toString());
    json.text("owner", waiver.owner());
    json.text("reason", waiver.reason());
    json.place("place", waiver.origin().self());
  }

  /** What shows it, each place with how far it can be trusted. */
  private void proofs(List<Proof> proofs) {
    json.list(
        "places",
        proofs,
        proof -> {
          json.text("kind", word(proof.kind()));
          json.text("strength", word(proof.strength()));
          json.text("text", proof.text());
          proof.location().ifPresent(place -> json.place("place", place));
          json.exact("commit", proof.commit());
        });
  }

  private void metric(MetricResult result) {
    Metric metric = result.metric();
    json.text("id", metric.id());
    json.text("title", metric.title());
    json.text("category", metric.category().word());
    json.flag("declared", result.declared());
    json.text("value", metric.value());
    json.text("baseline", metric.baseline());
    json.text("target", metric.target());
    json.text("by", metric.by().map(LocalDate::toString));
    json.text("unit", metric.unit());
    json.text("rule", metric.rule().map(RuleNotation::of));
    json.text("notes", metric.notes());
    json.place("place", metric.origin().self());
    json.list(
        "verdicts",
        result.verdicts(),
        verdict -> {
          json.text("key", verdict.key());
          json.text("outcome", verdict.outcome().word());
          verdict(verdict);
          proofs(verdict.proof());
        });
  }

  private void claim(ClaimCheck claim) {
    json.text("subject", claim.subject());
    json.text("claim", claim.claim());
    json.place("place", claim.place());
    json.text("observed", claim.observed());
    json.text("agreement", claim.agreement().word());
    proofs(claim.proof());
  }

  private void finding(Finding finding) {
    json.text("kind", word(finding.kind()));
    json.text("severity", finding.severity().word());
    json.text("subject", finding.subject());
    json.text("text", finding.text());
    json.text("remedy", finding.remedy());
    finding.location().ifPresent(place -> json.place("place", place));
    proofs(finding.proof());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
