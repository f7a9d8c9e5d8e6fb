package dev.coord.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that may go wrong.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param scope what it would hit, plain text, may be empty
 * @param symptom how one sees that it happens, Markdown, may be empty
 * @param mitigations what is done against it, Markdown, one each
 * @param owners ids of the people who answer for it
 * @param support ids of the people who help
 * @param workstreams ids of the workstreams it is about
 * @param triggeredWhen the rule that shows that it has happened
 * @param trigger the same in words, Markdown, may be empty
 * @param contingency what to do then, in order
 * @param status the claim
 */
public record Risk(
    Origin origin,
    String id,
    String title,
    String scope,
    String symptom,
    Optional<Degree> likelihood,
    Optional<Degree> impact,
    List<String> mitigations,
    List<String> owners,
    List<String> support,
    List<String> workstreams,
    Optional<Rule> triggeredWhen,
    String trigger,
    List<Step> contingency,
    Status status,
    String notes) {

  /** How likely, or how bad. */
  public enum Degree {
    /** Hardly. */
    VERY_LOW,
    /** A little. */
    LOW,
    /** Somewhat. */
    MEDIUM,
    /** Much. */
    HIGH,
    /** As much as can be. */
    VERY_HIGH;

    /** The degree in words, such as {@code very high}. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** What is claimed of a risk. */
  public enum Status {
    /** It may still happen. */
    OPEN,
    /** It has happened. */
    TRIGGERED,
    /** It can no longer do harm. */
    MITIGATED,
    /** The team lives with it. */
    ACCEPTED,
    /** It can no longer happen. */
    CLOSED;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks the id and copies the collections. */
  public Risk {
    Parts.require(origin, title, scope, symptom, likelihood, impact, triggeredWhen, trigger);
    Parts.require(status, notes);
    Ids.require(id);
    mitigations = List.copyOf(mitigations);
    owners = List.copyOf(owners);
    support = List.copyOf(support);
    workstreams = List.copyOf(workstreams);
    contingency = List.copyOf(contingency);
  }
}
