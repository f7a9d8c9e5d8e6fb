package dev.coord.rule;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.OwnershipRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a report on ownership into a verdict. */
public final class OwnershipVerdict {

  private static final String REQUIRED = "no violation";
  private static final String CUT = "...";
  private static final int LONGEST_PATH = 60;

  /** How many different remedies are told. */
  private static final int TOLD = 4;

  private OwnershipVerdict() {}

  /** The verdict of an ownership rule. */
  public static Verdict of(OwnershipRule rule, Observation<OwnershipReport> observed) {
    if (observed instanceof Observation.Unknown<OwnershipReport> unknown) {
      return Judge.unknown("", REQUIRED, unknown);
    }
    OwnershipReport report = ((Observation.Known<OwnershipReport>) observed).value();
    List<Trespass> violations = Trespass.mostSevereFirst(report.violations());
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
        summary(report, groups(violations)),
        proof(violations),
        remedy(groups(violations)),
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
  private static List<Proof> passing(OwnershipRule rule, OwnershipReport report) {
    List<Proof> proof = new ArrayList<>(report.attested());
    proof.add(Proof.plan("the rule", rule.origin().self()));
    return proof;
  }

  /** Those that one remedy helps against, in the order of the first of each. */
  private static Map<String, List<Trespass>> groups(List<Trespass> violations) {
    Map<String, List<Trespass>> groups = new LinkedHashMap<>();
    for (Trespass trespass : violations) {
      groups.computeIfAbsent(trespass.group(), any -> new ArrayList<>()).add(trespass);
    }
    return groups;
  }

  /** {@code 2 files of td2, 1 file owned by nobody changed by td1}. */
  private static String summary(OwnershipReport report, Map<String, List<Trespass>> groups) {
    return groups.entrySet().stream()
            .map(e -> e.getValue().size() + files(e.getValue().size()) + e.getKey())
            .collect(Collectors.joining(", "))
        + " changed by "
        + report.subject()
        + (report.merged() ? " when it was merged" : "");
  }

  private static String files(int number) {
    return number == 1 ? " file " : " files ";
  }

  /** What to do; where that is not one thing for all, each with the path that it is about. */
  private static String remedy(Map<String, List<Trespass>> groups) {
    if (groups.size() == 1) {
      return groups.values().iterator().next().get(0).remedy();
    }
    List<String> remedies = new ArrayList<>();
    int told = 0;
    int all = 0;
    for (List<Trespass> group : groups.values()) {
      all += group.size();
      if (remedies.size() < TOLD) {
        told += group.size();
        remedies.add(remedy(group));
      }
    }
    int more = all - told;
    if (more > 0) {
      remedies.add("And see to " + more + " more" + files(more).stripTrailing() + ".");
    }
    return String.join(" ", remedies);
  }

  /** {@code src/B.java and 2 more: undo the change, or let td2 make it.} */
  private static String remedy(List<Trespass> group) {
    String remedy = group.get(0).remedy();
    int more = group.size() - 1;
    return shown(group.get(0).path())
        + (more > 0 ? " and " + more + " more" : "")
        + ": "
        + Character.toLowerCase(remedy.charAt(0))
        + remedy.substring(1);
  }

  /** The end of a long path: a sentence must not drown in it, and the proofs give all of it. */
  private static String shown(String path) {
    int length = path.codePointCount(0, path.length());
    return length <= LONGEST_PATH
        ? path
        : CUT + path.substring(path.offsetByCodePoints(0, length - LONGEST_PATH + CUT.length()));
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
