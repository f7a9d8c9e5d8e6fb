package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Severity;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Territory;
import dev.coord.rule.Trespass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody should know that no gate asked for. */
final class Findings {

  private Findings() {}

  /** That git cannot tell, where no row of the gates that is shown says so. */
  static List<Finding> withoutGit(Observation<GitEvidence> git, List<GateResult> gates) {
    return git instanceof Observation.Unknown<GitEvidence> unknown
            && gates.stream()
                .filter(gate -> gate.breaks() || gate.warns())
                .noneMatch(gate -> gate.verdict().measured().contains(unknown.reason()))
        ? List.of(
            new Finding(
                Finding.Kind.SOURCE,
                Severity.WARN,
                "",
                "git: " + unknown.reason(),
                unknown.remedy(),
                Optional.empty(),
                List.of()))
        : List.of();
  }

  static List<Finding> contradictions(List<ClaimCheck> claims) {
    return claims.stream()
        .filter(c -> c.agreement() == ClaimCheck.Agreement.CONTRADICTS)
        .map(
            c ->
                new Finding(
                    Finding.Kind.CONTRADICTION,
                    Severity.WARN,
                    c.subject(),
                    "the plan says \""
                        + c.claim()
                        + "\" of "
                        + c.subject()
                        + ", observed: "
                        + c.observed(),
                    c.remedy(),
                    Optional.of(c.place()),
                    c.proof()))
        .toList();
  }

  /** Paths that warn: of the judged branch, or of all branches where none is judged. */
  static List<Finding> boundaries(Subjects subjects) {
    List<Observation<OwnershipReport>> reports =
        subjects.judged().isBranch() ? List.of(subjects.mine()) : subjects.reports();
    return reports.stream()
        .flatMap(observed -> observed.optional().stream())
        .filter(report -> !report.warnings().isEmpty() && !report.merged())
        .map(Findings::boundary)
        .toList();
  }

  private static Finding boundary(OwnershipReport report) {
    Trespass first = report.warnings().get(0);
    int more = report.warnings().size() - 1;
    return new Finding(
        Finding.Kind.BOUNDARY,
        Severity.WARN,
        report.subject(),
        report.subject()
            + " changes "
            + first.path()
            + " ("
            + first.problem()
            + ")"
            + (more > 0 ? " and " + more + " more" : ""),
        first.remedy(),
        Optional.of(first.boundary()),
        List.of());
  }

  /**
   * What earlier merges of a branch brought against the boundaries, while it goes on: gates judge
   * what it would merge now, and all of it once it is merged as a whole.
   */
  static List<Finding> earlierMerges(Subjects subjects) {
    List<Finding> findings = new ArrayList<>();
    subjects
        .earlier()
        .forEach(
            (workstream, observed) -> {
              if (observed instanceof Observation.Unknown<OwnershipReport> unknown) {
                findings.add(
                    new Finding(
                        Finding.Kind.BOUNDARY,
                        Severity.WARN,
                        workstream,
                        "what earlier merges of "
                            + workstream
                            + " brought cannot be told: "
                            + unknown.reason(),
                        unknown.remedy(),
                        Optional.empty(),
                        List.of()));
              }
              observed
                  .optional()
                  .filter(report -> !report.violations().isEmpty())
                  .ifPresent(report -> findings.add(earlier(report)));
            });
    return findings;
  }

  private static Finding earlier(OwnershipReport report) {
    Trespass first = report.violations().get(0);
    int more = report.violations().size() - 1;
    String commit =
        first.commits().stream().findFirst().map(c -> " in " + c.abbreviated()).orElse("");
    return new Finding(
        Finding.Kind.BOUNDARY,
        Severity.WARN,
        report.subject(),
        "an earlier merge of "
            + report.subject()
            + ", which went on, brought "
            + first.path()
            + commit
            + " ("
            + first.problem()
            + ")"
            + (more > 0 ? " and " + more + " more" : ""),
        first.remedy(),
        Optional.of(first.boundary()),
        List.of());
  }

  static List<Finding> overlaps(Observation<OwnershipMap> map, Territory territory) {
    Map<List<String>, List<String>> groups = new LinkedHashMap<>();
    map.optional().stream()
        .flatMap(m -> m.overlaps().stream())
        .forEach(o -> groups.computeIfAbsent(o.owners(), k -> new ArrayList<>()).add(o.path()));
    List<Finding> findings = new ArrayList<>();
    groups.forEach((owners, paths) -> findings.add(overlap(owners, paths, territory)));
    return findings;
  }

  private static Finding overlap(List<String> owners, List<String> paths, Territory territory) {
    int last = owners.size() - 1;
    String ids = String.join(", ", owners.subList(0, last)) + " and " + owners.get(last);
    String more = paths.size() > 1 ? " and " + (paths.size() - 1) + " more" : "";
    return new Finding(
        Finding.Kind.OVERLAP,
        Severity.WARN,
        ids,
        ids + (owners.size() == 2 ? " both own " : " all own ") + paths.get(0) + more,
        "Let one of them own it, or share it under boundaries.shared.",
        Optional.of(territory.exclusiveOwners(paths.get(0)).get(0).place()),
        List.of());
  }

  /** In order of kind, then place, then text; what two found is told once. */
  static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Finding::kind)
                .thenComparing(
                    f -> f.location().orElse(null),
                    Comparator.nullsFirst(Comparator.<Location>naturalOrder()))
                .thenComparing(Finding::text)
                .thenComparing(Finding::subject))
        .toList();
  }
}
