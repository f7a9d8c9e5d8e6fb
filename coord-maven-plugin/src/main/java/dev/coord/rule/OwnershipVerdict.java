package dev.coord.rule;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a report on ownership into a verdict. */
public final class OwnershipVerdict {

  private static final String REQUIRED = "no violation";

  private OwnershipVerdict() {}

  /** The verdict of an ownership rule. */
  public static Verdict of(Rule.Ownership rule, Observation<OwnershipReport> observed) {
    if (observed instanceof Observation.Unknown<OwnershipReport> unknown) {
      return Judge.unknown("", REQUIRED, unknown);
    }
    OwnershipReport report = ((Observation.Known<OwnershipReport>) observed).value();
    List<Trespass> violations = report.violations();
    if (violations.isEmpty()) {
      String seen = seen(report);
      return new Verdict(
          "", Outcome.PASSED, seen, REQUIRED, seen, passing(rule, report), "", Optional.empty());
    }
    return new Verdict(
        "",
        Outcome.FAILED,
        violations.size() + (violations.size() == 1 ? " violation" : " violations"),
        REQUIRED,
        summary(report),
        proof(violations),
        violations.get(0).remedy(),
        Optional.empty());
  }

  private static String seen(OwnershipReport report) {
    int warnings = report.warnings().size();
    return report.changed()
        + (report.changed() == 1 ? " file" : " files")
        + " changed by "
        + report.subject()
        + (warnings > 0 ? ", " + warnings + " with a warning" : "")
        + (report.attested().isEmpty() ? "" : ", " + report.attested().size() + " attested");
  }

  /** What any committer could have written comes first, so that nobody takes it for more. */
  private static List<Proof> passing(Rule.Ownership rule, OwnershipReport report) {
    List<Proof> proof = new ArrayList<>(report.attested());
    proof.add(Proof.plan("the rule", rule.origin().self()));
    return proof;
  }

  /** {@code 2 files of td2, 1 unowned file changed by td1}. */
  private static String summary(OwnershipReport report) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Trespass trespass : report.violations()) {
      counts.merge(group(trespass), 1, Integer::sum);
    }
    return counts.entrySet().stream()
            .map(e -> e.getValue() + (e.getValue() == 1 ? " file " : " files ") + e.getKey())
            .collect(Collectors.joining(", "))
        + " changed by "
        + report.subject()
        + (report.merged() ? " when it was merged" : "");
  }

  private static String group(Trespass trespass) {
    return switch (trespass.kind()) {
      case OWNED_BY_OTHER -> "of " + String.join(" and ", trespass.owners());
      case KEEPS_OFF -> "it keeps off";
      case NOT_COORDINATED -> "shared but not coordinated";
      case NOT_APPENDED -> "shared for added lines only";
      case NOT_THE_STEWARD -> "for the steward only";
      case PROTECTED -> "protected";
      case UNOWNED -> "owned by nobody";
      case INFORM -> "shared";
    };
  }

  /** One proof a path: its newest commit, or the plan line when it is not committed. */
  private static List<Proof> proof(List<Trespass> violations) {
    List<Proof> proof = new ArrayList<>();
    for (Trespass trespass : violations) {
      String text = trespass.path() + ": " + trespass.problem();
      Optional<String> commit =
          trespass.commits().isEmpty()
              ? Optional.empty()
              : Optional.of(trespass.commits().get(0)).map(Commit::id);
      proof.add(
          new Proof(
              Proof.Kind.FILE,
              Proof.Strength.OBSERVED,
              text,
              Optional.of(trespass.boundary()),
              commit));
    }
    return proof;
  }
}
