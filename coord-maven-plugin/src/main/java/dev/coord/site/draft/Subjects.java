package dev.coord.site.draft;

import dev.coord.site.model.Anchors;
import dev.coord.site.model.Target;
import java.util.Map;
import java.util.Optional;

/** Where what a claim is about is shown, of all that is called by a noun and an id. */
public final class Subjects {

  /** The page of each noun; a row of it is about the id. */
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("epic", "epics"),
          Map.entry("event", "calendar"),
          Map.entry("handoff", "handoffs"),
          Map.entry("wave", "merges"),
          Map.entry("queue", "merges"),
          Map.entry("claim", "claims"),
          Map.entry("person", "people"),
          Map.entry("action", "actions"),
          Map.entry("risk", "risks"),
          Map.entry("testing", "testing"),
          Map.entry("environment", "environments"),
          Map.entry("playbook", "playbooks"),
          Map.entry("decision", "decisions"),
          Map.entry("report", "reports"),
          Map.entry("scenario", "scenarios"),
          Map.entry("page", "pages"));

  /** No id begins so. */
  private static final String ISSUE = "/#";

  private Subjects() {}

  /**
   * The row of {@code epic phase-3}, of the issue in {@code epic phase-3/#12}, or of what the task
   * in {@code wave wave-1/config} is a part of.
   *
   * @return empty for anything that is not a noun and an id
   */
  static Optional<Target> target(String subject) {
    int space = subject.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    int issue = subject.indexOf(ISSUE, space);
    if (issue > 0) {
      return Optional.of(
          Target.page("epics", Anchors.of("issue", subject.substring(issue + ISSUE.length()))));
    }
    String noun = subject.substring(0, space);
    String id = owner(subject.substring(space + 1));
    return Optional.ofNullable(PAGES.get(noun)).map(page -> Target.page(page, anchor(noun, id)));
  }

  /** What a subject such as {@code checkout} or {@code checkout/CHK-2} is about. */
  public static String owner(String subject) {
    int slash = subject.indexOf('/');
    return slash < 0 ? subject : subject.substring(0, slash);
  }

  /** Whether a subject is a claim itself, as {@code claim no-todo}. */
  public static boolean isClaim(String subject) {
    return subject.startsWith("claim ");
  }

  /** The row of what has a noun and an id; on the page of claims, others begin with the noun. */
  public static String anchor(String noun, String id) {
    return Anchors.of(noun.equals("claim") ? "statement" : noun, id);
  }
}
