package dev.coord.assess;

import dev.coord.assess.Contributors.Contributor;
import dev.coord.evidence.Observation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an assessment tells of the past. Pages and {@code status.json} show the same, so each part
 * is worked out once, when somebody asks for it first; any number of threads may ask.
 */
public final class ProjectHistory {

  private final Assessment assessment;
  private Optional<WorkHistory> work = Optional.empty();
  private Optional<Observation<Attribution>> attribution = Optional.empty();
  private Optional<WorkstreamCommits> commits = Optional.empty();
  private Optional<List<Contributor>> contributors = Optional.empty();

  /** That of an assessment. */
  public ProjectHistory(Assessment assessment) {
    this.assessment = Objects.requireNonNull(assessment, "assessment");
  }

  /** The assessment that it is of. */
  public Assessment assessment() {
    return assessment;
  }

  /** What past versions of the plan counted and promised. */
  public synchronized WorkHistory work() {
    if (work.isEmpty()) {
      work = Optional.of(WorkHistory.of(assessment));
    }
    return work.get();
  }

  /** Whose the commits are that arrived on the integration branch. */
  public synchronized Observation<Attribution> attribution() {
    if (attribution.isEmpty()) {
      attribution = Optional.of(Attribution.of(assessment));
    }
    return attribution.get();
  }

  /** The commits of each workstream, by day. */
  public synchronized WorkstreamCommits commits() {
    if (commits.isEmpty()) {
      commits = Optional.of(WorkstreamCommits.of(assessment, attribution().optional()));
    }
    return commits.get();
  }

  /** Who wrote them, most commits first. */
  public synchronized List<Contributor> contributors() {
    if (contributors.isEmpty()) {
      contributors = Optional.of(Contributors.of(assessment, attribution().optional()));
    }
    return contributors.get();
  }
}
