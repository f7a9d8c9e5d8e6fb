package dev.coord.testing;

import dev.coord.assess.Assessment;
import dev.coord.assess.Assessor;
import dev.coord.assess.Case;
import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Case.BuildProblem;
import dev.coord.assess.Finding;
import dev.coord.assess.Judged;
import dev.coord.plan.Baseline;
import dev.coord.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a case together; by default the integration branch {@code main} is judged. */
public final class Cases {

  private final Plan plan;
  private Plan rulebook;
  private Judged judged = onMain();
  private Evidences evidence = Evidences.evidence();
  private Instant judgedAt = Instant.parse("2026-11-20T12:00:00Z");
  private List<Finding> findings = List.of();
  private Optional<BaseProblem> baseProblem = Optional.empty();
  private Optional<BuildProblem> buildProblem = Optional.empty();
  private Optional<Plan> forked = Optional.empty();
  private Optional<Baseline> baseline = Optional.empty();
  private boolean lenient;

  private Cases(Plan plan) {
    this.plan = plan;
    this.rulebook = plan;
  }

  /** A plan that is its own rulebook. */
  public static Cases of(Plans.Builder plan) {
    return new Cases(plan.build());
  }

  /** A plan that is written in YAML, and is its own rulebook. */
  public static Cases written(String rest) {
    return new Cases(Written.plan(rest));
  }

  /** A plan that is written in YAML with its project, and is its own rulebook. */
  public static Cases shop(String text) {
    return new Cases(PlanTexts.shop(text));
  }

  /** The integration branch. */
  public static Judged onMain() {
    return new Judged(
        Judged.Kind.INTEGRATION, Optional.of("main"), Optional.empty(), "the checked-out branch");
  }

  /** A workstream on the branch {@code feature/ID}. */
  public static Judged onWorkstream(String id) {
    return new Judged(
        Judged.Kind.WORKSTREAM,
        Optional.of("feature/" + id),
        Optional.of(id),
        "the checked-out branch");
  }

  /** A branch that the plan does not name. */
  public static Judged onUnnamed(String branch) {
    return new Judged(
        Judged.Kind.UNNAMED, Optional.of(branch), Optional.empty(), "the checked-out branch");
  }

  /** No branch. */
  public static Judged onNothing() {
    return new Judged(Judged.Kind.NONE, Optional.empty(), Optional.empty(), "HEAD is on no branch");
  }

  public Cases rulebook(Plans.Builder value) {
    return rulebook(value.build());
  }

  public Cases rulebook(Plan value) {
    rulebook = value;
    return this;
  }

  /** The plan where the judged branch left its base; else the rulebook. */
  public Cases forked(Plans.Builder value) {
    forked = Optional.of(value.build());
    return this;
  }

  public Cases judged(Judged value) {
    judged = value;
    return this;
  }

  public Cases evidence(Evidences value) {
    evidence = value;
    return this;
  }

  public Cases at(String instant) {
    judgedAt = Instant.parse(instant);
    return this;
  }

  public Cases findings(Finding... value) {
    findings = List.of(value);
    return this;
  }

  public Cases baseProblem(String reason) {
    baseProblem = Optional.of(new BaseProblem("main", reason, "Fetch it."));
    return this;
  }

  public Cases buildProblem(String reason) {
    buildProblem = Optional.of(new BuildProblem(reason, "Mend it."));
    return this;
  }

  public Cases lenient() {
    lenient = true;
    return this;
  }

  /** Findings that are known since before. */
  public Cases known(Baseline.Entry... entries) {
    baseline = Optional.of(Baselines.baseline(entries));
    return this;
  }

  /** What is known since before. */
  public Cases known(Baseline all) {
    baseline = Optional.of(all);
    return this;
  }

  public Case build() {
    return new Case(
        plan,
        rulebook,
        forked.orElse(rulebook),
        judged,
        evidence.build(),
        judgedAt,
        findings,
        baseProblem,
        buildProblem,
        Optional.empty(),
        Map.of(),
        Map.of(),
        lenient,
        Map.of());
  }

  public Assessment assess() {
    return new Assessor().assess(build(), baseline);
  }
}
