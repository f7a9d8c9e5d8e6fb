package dev.coord.rule;

import dev.coord.evidence.Proof;
import dev.coord.plan.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins verdicts by Kleene's three-valued logic. */
final class Combination {

  /**
   * A verdict to be joined.
   *
   * @param rule whose it is
   * @param label what it is about
   */
  record Part(Rule rule, String label, Verdict verdict) {}

  /**
   * How a join reads.
   *
   * @param how what is asked of the parts; empty when they are all asked for
   * @param and between the parts
   * @param or between their remedies
   */
  private record Wording(String how, String and, String or) {}

  private static final Wording COMPARISONS = new Wording("", " and ", " ");
  private static final Wording ALL = new Wording("all of ", "; ", " ");
  private static final Wording ANY = new Wording("any of ", "; ", " Or: ");

  /** Between what decides a verdict and what does not. */
  private static final String WHILE = ", while ";

  private Combination() {}

  /** All comparisons of a rule as one part: the rule holds when each of them does. */
  static Part part(Rule rule, List<Verdict> comparisons) {
    String name = rule.name();
    if (comparisons.size() == 1) {
      Verdict only = comparisons.get(0);
      return new Part(rule, only.key().isEmpty() ? name : name + "." + only.key(), only);
    }
    List<Part> parts = comparisons.stream().map(v -> new Part(rule, v.key(), v)).toList();
    return new Part(rule, name, joined(COMPARISONS, parts, worst(parts), List.of()));
  }

  /**
   * All comparisons of a rule as one verdict that tells each of them: those that decide it before
   * the others.
   */
  static Verdict whole(Rule rule, List<Verdict> comparisons) {
    if (comparisons.size() == 1) {
      return comparisons.get(0);
    }
    List<Part> parts = comparisons.stream().map(v -> new Part(rule, v.key(), v)).toList();
    Verdict verdict = joined(COMPARISONS, parts, worst(parts), List.of());
    List<Part> passed =
        verdict.outcome() == Outcome.PASSED
            ? List.of()
            : parts.stream().filter(p -> p.verdict().outcome() == Outcome.PASSED).toList();
    return passed.isEmpty()
        ? verdict
        : new Verdict(
            verdict.key(),
            verdict.outcome(),
            verdict.measured() + WHILE + list(COMPARISONS, passed, Verdict::measured),
            verdict.required(),
            verdict.summary() + WHILE + list(COMPARISONS, passed, Verdict::summary),
            Stream.concat(
                    verdict.proof().stream(),
                    passed.stream().flatMap(p -> p.verdict().proof().stream()))
                .distinct()
                .toList(),
            verdict.remedy(),
            Optional.empty());
  }

  /** Failed if one failed, else unknown if one is unknown, else passed. */
  static Verdict all(List<Part> parts) {
    return joined(ALL, parts, worst(parts), judged(parts));
  }

  /** Passed if one passed, else unknown if one is unknown, else failed. */
  static Verdict any(List<Part> parts) {
    Outcome best =
        parts.stream().map(p -> p.verdict().outcome()).min(Comparator.naturalOrder()).orElseThrow();
    return joined(ANY, parts, best, judged(parts));
  }

  private static List<Verdict.Part> judged(List<Part> parts) {
    return parts.stream().map(part -> new Verdict.Part(part.rule(), part.verdict())).toList();
  }

  /** Passed if it failed, failed if it passed, else unknown. */
  static Verdict not(Part part, Rule rule) {
    Verdict verdict = part.verdict();
    Outcome outcome = verdict.outcome().negated();
    String remedy =
        switch (outcome) {
          case UNKNOWN -> verdict.remedy();
          case FAILED ->
              "See to it that this does not hold, or change the rule ("
                  + rule.origin().self().withCommit()
                  + ").";
          default -> "";
        };
    return new Verdict(
        "",
        outcome,
        labelled(part, verdict.measured()),
        "not " + labelled(part, verdict.required()),
        "not: " + labelled(part, verdict.summary()),
        verdict.proof(),
        remedy,
        Optional.empty());
  }

  private static Outcome worst(List<Part> parts) {
    return parts.stream()
        .map(p -> p.verdict().outcome())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** What passed tells why a combination passes, and what did not pass why it does not. */
  private static Verdict joined(
      Wording wording, List<Part> parts, Outcome outcome, List<Verdict.Part> judged) {
    boolean passed = outcome == Outcome.PASSED;
    List<Part> telling =
        parts.stream().filter(p -> (p.verdict().outcome() == Outcome.PASSED) == passed).toList();
    List<Proof> proof =
        telling.stream().flatMap(p -> p.verdict().proof().stream()).distinct().toList();
    String remedy =
        telling.stream()
            .map(p -> p.verdict().remedy())
            .distinct()
            .collect(Collectors.joining(wording.or()));
    return new Verdict(
        "",
        outcome,
        told(wording, telling, Verdict::measured),
        wording.how() + list(wording, parts, Verdict::required),
        told(wording, telling, Verdict::summary),
        proof,
        remedy,
        Optional.empty(),
        judged);
  }

  /** What the parts tell; one reason for which none of them can be told is said once. */
  private static String told(Wording wording, List<Part> parts, Function<Verdict, String> text) {
    List<String> texts = parts.stream().map(p -> text.apply(p.verdict())).distinct().toList();
    boolean untold = parts.stream().allMatch(p -> p.verdict().outcome() == Outcome.UNKNOWN);
    return untold && parts.size() > 1 && texts.size() == 1
        ? texts.get(0)
        : list(wording, parts, text);
  }

  private static String list(Wording wording, List<Part> parts, Function<Verdict, String> text) {
    return parts.stream()
        .map(p -> labelled(p, text.apply(p.verdict())))
        .collect(Collectors.joining(wording.and()));
  }

  /** The text behind the part's name, which is not said twice. */
  private static String labelled(Part part, String text) {
    boolean said = text.equals(part.label()) || text.startsWith(part.label() + " ");
    // What cannot be told has a reason, which is a sentence of its own; the wanted value is none.
    boolean reason =
        part.verdict().outcome() == Outcome.UNKNOWN && !text.equals(part.verdict().required());
    return said ? text : part.label() + (reason ? ": " : " ") + text;
  }
}
