package dev.coord.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the plan is about.
 *
 * @param name the project's name; never empty
 * @param purpose why the plan exists, Markdown, may be empty
 * @param context what a reader should know first, Markdown, may be empty
 * @param status the claimed status, may be empty
 * @param contact whom to ask, Markdown, may be empty
 * @param updated the day the plan was last looked through, as claimed
 * @param repositoryUrl web address of the repository, https only
 * @param integrationBranch the branch that workstreams are merged into
 * @param site what its site looks like
 * @param vocabulary status words and their meaning, in the order written
 */
public record Project(
    Origin origin,
    String name,
    String purpose,
    String context,
    String status,
    Optional<LocalDate> started,
    Optional<LocalDate> expectedEnd,
    Optional<LocalDate> nextReview,
    Optional<LocalDate> updated,
    String contact,
    Optional<String> repositoryUrl,
    String integrationBranch,
    Optional<String> releaseBranch,
    Optional<String> tag,
    WorkCalendar calendar,
    SiteLook site,
    Map<String, String> vocabulary,
    List<Channel> channels,
    String notes) {

  /**
   * A way to talk to each other.
   *
   * @param purpose what it is for
   * @param tool what is used
   */
  public record Channel(Origin origin, String purpose, String tool) {
    /** Checks that both texts are there. */
    public Channel {
      Parts.require(origin, purpose, tool);
    }
  }

  /** The branch assumed when the plan names none. */
  public static final String DEFAULT_INTEGRATION_BRANCH = "main";

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when name or integration branch is empty
   */
  public Project {
    Parts.require(origin, purpose, context, status, started, expectedEnd, nextReview, updated);
    Parts.require(contact, repositoryUrl, releaseBranch, tag, calendar, site, notes);
    if (name.isEmpty() || integrationBranch.isEmpty()) {
      throw new IllegalArgumentException("a project has a name and an integration branch");
    }
    vocabulary = Collections.unmodifiableMap(new LinkedHashMap<>(vocabulary));
    channels = List.copyOf(channels);
  }
}
