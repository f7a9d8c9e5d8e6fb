package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How many gates do what to a build. A gate is one result row everywhere, and each is counted once,
 * so the parts add up to all.
 *
 * @param passed those that hold
 * @param notMet those that fail this build because they do not hold
 * @param unknown those that fail this build because they cannot be told
 * @param warning those that are wanting and only warn
 * @param waived those that a waiver lets pass
 * @param known those that fail by nothing but what stands in the baseline
 * @param shown those that are wanting, for information only
 */
public record GateTally(
    int passed, int notMet, int unknown, int warning, int waived, int known, int shown) {

  /** Counts the gates of an assessment. */
  public static GateTally of(Assessment assessment) {
    int[] counts = new int[7];
    assessment.gates().forEach(gate -> counts[kind(gate)]++);
    return new GateTally(
        counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
  }

  private static int kind(GateResult gate) {
    if (gate.outcome() == Outcome.PASSED) {
      return 0;
    }
    if (gate.outcome() == Outcome.WAIVED) {
      return 4;
    }
    if (gate.outcome() == Outcome.BASELINED) {
      return 5;
    }
    if (gate.breaks()) {
      return gate.outcome() == Outcome.FAILED ? 1 : 2;
    }
    return gate.warns() ? 3 : 6;
  }

  /** All gates. */
  public int all() {
    return passed + notMet + unknown + warning + waived + known + shown;
  }

  /** {@code 2 of 9 gates}. */
  public String of(int part) {
    return part + " of " + Words.count(all(), "gate");
  }

  /** {@code 9 gates pass}, {@code 7 of 9 gates pass, 1 warns and 1 is waived}. */
  String holds() {
    if (passed == all()) {
      return passed == 1 ? "the one gate passes" : "all " + passed + " gates pass";
    }
    List<String> parts = new ArrayList<>();
    parts.add(of(passed) + Words.either(passed, " passes", " pass"));
    parts.addAll(wanting());
    return Words.list(parts);
  }

  /** What does not pass, one clause for each kind: {@code 1 is not met}, {@code 2 warn}. */
  public List<String> wanting() {
    List<String> parts = new ArrayList<>();
    add(parts, notMet, " is not met", " are not met");
    add(parts, unknown, " is unknown", " are unknown");
    parts.addAll(tolerated());
    return List.copyOf(parts);
  }

  /** What does not pass and yet does not fail the build. */
  List<String> tolerated() {
    List<String> parts = new ArrayList<>();
    add(parts, warning, " warns", " warn");
    add(parts, waived, " is waived", " are waived");
    add(parts, known, " is in the baseline", " are in the baseline");
    add(parts, shown, " is for information only", " are for information only");
    return List.copyOf(parts);
  }

  private static void add(List<String> parts, int number, String one, String several) {
    if (number > 0) {
      parts.add(number + Words.either(number, one, several));
    }
  }

  /**
   * What fails the build, counted: {@code 2 of 9 gates are not met, 1 is unknown}; nothing else is
   * among these.
   */
  String broken() {
    if (notMet == 0) {
      return of(unknown) + " cannot be told";
    }
    String cannot = unknown == 0 ? "" : " and " + unknown + " cannot be told";
    return of(notMet) + Words.either(notMet, " is not met", " are not met") + cannot;
  }
}
