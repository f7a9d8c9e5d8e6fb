package dev.coord.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the team tests.
 *
 * @param types kinds of tests
 * @param sprints what is tested in which sprint
 * @param severities how bad a fault can be, and how fast it is answered
 * @param deliverables what testing hands over
 * @param signOff who says go, and when
 */
public record Testing(
    Origin origin,
    List<Type> types,
    List<SprintTests> sprints,
    List<Severity> severities,
    List<Deliverable> deliverables,
    Optional<SignOff> signOff,
    String notes) {

  /**
   * A kind of tests.
   *
   * @param title never empty
   * @param timing when, in the team's words, may be empty
   * @param frequency how often, may be empty
   * @param scope what is tested, Markdown, may be empty
   */
  public record Type(
      Origin origin, String title, String timing, String frequency, String scope, String notes) {
    /**
     * Checks the title.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public Type {
      Parts.require(origin, timing, frequency, scope, notes);
      requireText(title);
    }
  }

  /**
   * What is tested in a sprint.
   *
   * @param sprint its id
   * @param focus Markdown, may be empty
   * @param areas what is tested, with its cases nested
   */
  public record SprintTests(Origin origin, String sprint, String focus, List<Task> areas) {
    /** Checks the id and copies the collection. */
    public SprintTests {
      Parts.require(origin, focus);
      Ids.require(sprint);
      areas = List.copyOf(areas);
    }
  }

  /**
   * How bad a fault is.
   *
   * @param level the word for it, never empty
   * @param meaning Markdown, may be empty
   * @param respondWithin how fast it is answered, in the team's words, may be empty
   */
  public record Severity(Origin origin, String level, String meaning, String respondWithin) {
    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public Severity {
      Parts.require(origin, meaning, respondWithin);
      requireText(level);
    }
  }

  /**
   * What testing hands over.
   *
   * @param title never empty
   * @param due when, in the team's words, may be empty
   * @param sprint id of the sprint it is for; empty means each of them or none
   * @param path the file that holds it
   * @param status the claim
   */
  public record Deliverable(
      Origin origin,
      String title,
      String due,
      Optional<String> sprint,
      Optional<String> path,
      Task.State status,
      String notes) {
    /**
     * Checks the title.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public Deliverable {
      Parts.require(origin, due, sprint, path, status, notes);
      requireText(title);
    }
  }

  /**
   * Who says go or no-go.
   *
   * @param by id of the person
   * @param criteria what it depends on
   * @param decision the claim
   * @param says what the person says, Markdown, may be empty
   * @param on the day of the decision
   */
  public record SignOff(
      Origin origin,
      String by,
      List<Task> criteria,
      Decision decision,
      String says,
      Optional<LocalDate> on) {

    /** What was decided. */
    public enum Decision {
      /** Nothing yet. */
      PENDING,
      /** To go on. */
      GO,
      /** Not to go on. */
      NO_GO;

      /** The word that plans use. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** Checks the id and copies the collection. */
    public SignOff {
      Parts.require(origin, decision, says, on);
      Ids.require(by);
      criteria = List.copyOf(criteria);
    }
  }

  /** Copies the collections. */
  public Testing {
    Parts.require(origin, signOff, notes);
    types = List.copyOf(types);
    sprints = List.copyOf(sprints);
    severities = List.copyOf(severities);
    deliverables = List.copyOf(deliverables);
  }

  /** Whether nothing is said of it. */
  public boolean isUnsaid() {
    return types.isEmpty()
        && sprints.isEmpty()
        && severities.isEmpty()
        && deliverables.isEmpty()
        && signOff.isEmpty()
        && notes.isEmpty();
  }

  /** How a team tests that does not say so. */
  public static Testing unsaid(Origin origin) {
    return new Testing(origin, List.of(), List.of(), List.of(), List.of(), Optional.empty(), "");
  }

  private static void requireText(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a part of testing has a name");
    }
  }
}
