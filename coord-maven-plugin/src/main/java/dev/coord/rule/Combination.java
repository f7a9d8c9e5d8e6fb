package dev.coord.rule;

import dev.coord.evidence.Proof;
import dev.coord.plan.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Joins verdicts by Kleene's three-valued logic. */
final class Combination {

  /**
   * A verdict to be joined.
   *
   * @param rule name of its rule
   */
  record Part(String rule, Verdict verdict) {
    String label() {
      return verdict.key().isEmpty() ? rule : rule + "." + verdict.key();
    }
  }

  private Combination() {}

  /** Failed if one failed, else unknown if one is unknown, else passed. */
  static Verdict all(List<Part> parts) {
    return joined("all of", parts, worst(parts));
  }

  /** Passed if one passed, else unknown if one is unknown, else failed. */
  static Verdict any(List<Part> parts) {
    Outcome best =
        parts.stream().map(p -> p.verdict().outcome()).min(Comparator.naturalOrder()).orElseThrow();
    return joined("any of", parts, best);
  }

  /** Passed if it failed, failed if it passed, else unknown. */
  static Verdict not(Verdict verdict, Rule rule) {
    Outcome outcome = verdict.outcome().negated();
    String remedy =
        switch (outcome) {
          case UNKNOWN -> verdict.remedy();
          case FAILED ->
              "See to it that this does not hold, or change the rule ("
                  + rule.origin().self().fileAndLine()
                  + ").";
          default -> "";
        };
    return new Verdict(
        "",
        outcome,
        verdict.measured(),
        "not: " + verdict.required(),
        "not: " + verdict.summary(),
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

  private static Verdict joined(String how, List<Part> parts, Outcome outcome) {
    List<Part> telling =
        outcome == Outcome.PASSED
            ? parts
            : parts.stream().filter(p -> p.verdict().outcome() != Outcome.PASSED).toList();
    List<Proof> proof = telling.stream().flatMap(p -> p.verdict().proof().stream()).toList();
    String remedy =
        telling.stream()
            .map(p -> p.verdict().remedy())
            .filter(r -> !r.isEmpty())
            .distinct()
            .collect(Collectors.joining(" "));
    return new Verdict(
        "",
        outcome,
        list(telling, Verdict::measured),
        how + " " + list(parts, Verdict::required),
        list(telling, Verdict::summary),
        proof,
        outcome == Outcome.PASSED ? "" : remedy,
        Optional.empty());
  }

  private static String list(List<Part> parts, Function<Verdict, String> text) {
    return parts.stream()
        .map(p -> p.label() + " " + text.apply(p.verdict()))
        .collect(Collectors.joining("; "));
  }
}
