package dev.coord;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.Judged;
import dev.coord.assess.OwnershipMap;
import dev.coord.assess.WorkstreamState;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import dev.coord.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An assessment in which every text that a stranger could write is an attack. */
public final class HostileAssessment {

  /** Markup, a workflow command on its own line, an escape sequence, bidi, half a pair. */
  public static final String EVIL =
      "<script>alert(1)</script> [x](javascript:alert(1)) ![i](http://evil.example/p.png) | `\n"
          + "::error file=a::owned\r##[add-path]/evil \u001b[31mred\u202e\u2066 @everyone \ud800 \u009b2J";

  private HostileAssessment() {}

  private static Location place() {
    return Location.of("coord/<b>|::x.yml", 3, 1);
  }

  /** The attack in every place at once; it fails the build. */
  public static Assessment assessment() {
    Commit commit =
        SampleEvidence.commit(SamplePlan.TIP, "mallory@evil.example", "mallory@evil.example", EVIL);
    Trespass trespass =
        new Trespass(
            "src/" + EVIL,
            Trespass.Kind.OWNED_BY_OTHER,
            List.of("w"),
            List.of(commit),
            true,
            EVIL,
            place(),
            EVIL);
    OwnershipReport report =
        new OwnershipReport("w", 1, List.of(trespass), List.of(trespass), false);
    Gate gate = SampleRules.gate("ownership", SampleRules.ownershipRule(), Severity.FAIL);
    Verdict verdict =
        new Verdict(
            "",
            Outcome.FAILED,
            EVIL,
            EVIL,
            EVIL,
            List.of(Proof.file(EVIL, place()), Proof.commit(EVIL, SamplePlan.TIP)),
            EVIL,
            Optional.empty());
    GateResult row = SampleRows.forSubject(SampleRows.row(gate, verdict, true), "w");
    Workstream workstream =
        SamplePlan.workstream(
            "w",
            EVIL,
            "ana",
            Optional.of("feature/" + EVIL),
            EVIL,
            List.of(),
            SamplePlan.checkout().owns(),
            SamplePlan.checkout().keepsOff(),
            List.of(SamplePlan.task("T-1", EVIL, Task.State.DOING)));
    WorkstreamState state =
        new WorkstreamState(
            workstream,
            WorkstreamState.Status.ACTIVE,
            EVIL,
            Optional.of(SampleEvidence.branch("b" + EVIL, 1, 0, List.of(commit))),
            Observation.known(report),
            0,
            1,
            List.of(),
            List.of(),
            List.of(row),
            true);
    Plan plan = SamplePlan.plan(List.of(workstream), List.of(gate));
    ClaimCheck claim =
        new ClaimCheck("w", EVIL, place(), EVIL, ClaimCheck.Agreement.CONTRADICTS, List.of());
    Finding finding =
        new Finding(
            Finding.Kind.SOURCE, Severity.WARN, EVIL, EVIL, EVIL, Optional.of(place()), List.of());
    OwnershipMap map =
        new OwnershipMap(
            List.of(new OwnershipMap.PatternUse("w", "owns", EVIL, place(), 1)),
            List.of(new OwnershipMap.Overlap(EVIL, List.of("w"))),
            new TreeMap<>(Map.of(EVIL, 1)),
            2);
    return new Assessment(
        plan,
        plan,
        Evidence.builder()
            .git(SampleEvidence.git())
            .tests(Observation.unknown(EVIL, EVIL))
            .coverage(Observation.unknown(EVIL, EVIL))
            .build(),
        new Judged(Judged.Kind.WORKSTREAM, Optional.of("b" + EVIL), Optional.of("w"), EVIL),
        SampleAssessments.JUDGED_AT,
        List.of(row),
        List.of(state),
        List.of(),
        List.of(),
        List.of(claim),
        Observation.known(map),
        Observation.known(report),
        List.of(finding));
  }
}
