package dev.coord.plan;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Something by which the team tells whether it gets better.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param rule the rule that measures it; exactly one of this and {@code value} is given
 * @param value the value set by hand, shown as declared
 * @param target what the team wants, as written; may be empty
 * @param by the day by whose end it is to be as wanted
 * @param baseline where the team started, as written; may be empty
 * @param unit unit of value, target and baseline, may be empty
 */
public record Metric(
    Origin origin,
    String id,
    String title,
    Category category,
    Optional<Rule> rule,
    Optional<String> value,
    String target,
    Optional<LocalDate> by,
    String baseline,
    String unit,
    String notes) {

  /** A metric for which no day is named. */
  public Metric(
      Origin origin,
      String id,
      String title,
      Category category,
      Optional<Rule> rule,
      Optional<String> value,
      String target,
      String baseline,
      String unit,
      String notes) {
    this(origin, id, title, category, rule, value, target, Optional.empty(), baseline, unit, notes);
  }

  /** What a metric is about. */
  public enum Category {
    /** How the team works. */
    PROCESS,
    /** What the work brings. */
    OUTCOME,
    /** How good the product is. */
    QUALITY,
    /** How fast the product is. */
    PERFORMANCE,
    /** How fast the team is. */
    VELOCITY;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException when not exactly one of rule and value is given
   */
  public Metric {
    Parts.require(origin, title, category, target, by, baseline, unit, notes);
    Ids.require(id);
    if (rule.isPresent() == value.isPresent()) {
      throw new IllegalArgumentException("a metric has a rule or a value");
    }
  }
}
