package dev.coord.rule;

import dev.coord.evidence.Proof;
import dev.coord.plan.Comparison;
import dev.coord.plan.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How one comparison, or one rule without comparisons, was judged.
 *
 * @param key the compared key, such as {@code lines}; empty for rules without comparisons
 * @param outcome how it was judged
 * @param measured the value that was seen, rounded towards the failing side; for an unknown, why
 * @param required the value that is wanted, as the plan writes it
 * @param summary both in one line, as consoles show it: {@code 54.8% < 60% (-5.2 points, 1204/2197
 *     lines)}
 * @param proof the places that show it, the most telling first
 * @param remedy what to do, a sentence with its full stop; empty when it passed
 * @param gauge how far along the value is, where it can be drawn
 * @param parts how each rule of a combination was judged, in its order; empty for other rules
 */
public record Verdict(
    String key,
    Outcome outcome,
    String measured,
    String required,
    String summary,
    List<Proof> proof,
    String remedy,
    Optional<Gauge> gauge,
    List<Part> parts) {

  /**
   * A rule of a combination.
   *
   * @param rule what was judged
   * @param verdict how; of a rule with several comparisons that of all of them
   */
  public record Part(Rule rule, Verdict verdict) {
    /** Checks that both are there. */
    public Part {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(verdict, "verdict");
    }
  }

  /**
   * A value against its threshold on one scale.
   *
   * @param permille the value, 0 to 1000
   * @param thresholdPermille the threshold, 0 to 1000
   * @param operator on which side of the threshold the value is to be
   */
  public record Gauge(int permille, int thresholdPermille, Comparison.Operator operator) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is out of range
     */
    public Gauge {
      Objects.requireNonNull(operator, "operator");
      if (permille < 0 || permille > 1000 || thresholdPermille < 0 || thresholdPermille > 1000) {
        throw new IllegalArgumentException("a gauge runs from 0 to 1000");
      }
    }
  }

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when a verdict that is no pass has no remedy
   */
  public Verdict {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(measured, "measured");
    Objects.requireNonNull(required, "required");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(gauge, "gauge");
    proof = List.copyOf(proof);
    parts = List.copyOf(parts);
    if (outcome != Outcome.PASSED && remedy.isEmpty()) {
      throw new IllegalArgumentException("what did not pass has a remedy: " + summary);
    }
  }

  /** A verdict that has no parts. */
  public Verdict(
      String key,
      Outcome outcome,
      String measured,
      String required,
      String summary,
      List<Proof> proof,
      String remedy,
      Optional<Gauge> gauge) {
    this(key, outcome, measured, required, summary, proof, remedy, gauge, List.of());
  }

  /** Whether the verdict rests on what any committer can write, or on someone's word. */
  public boolean attested() {
    return proof.stream().anyMatch(p -> p.strength() != Proof.Strength.OBSERVED);
  }
}
