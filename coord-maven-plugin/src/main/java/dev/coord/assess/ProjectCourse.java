package dev.coord.assess;

import dev.coord.assess.Contributors.Contributor;
import dev.coord.concurrent.Lazy;
import dev.coord.evidence.Observation;
import dev.coord.schedule.PlanSchedule;
import java.util.List;
import java.util.Objects;

/**
 * What an assessment tells of the past and of what is still to come. Pages and {@code status.json}
 * show the same, so each part is worked out once, when somebody asks for it first; any number of
 * threads may ask.
 */
public final class ProjectCourse {

  private final Assessment assessment;
  private final Lazy<WorkHistory> work;
  private final Lazy<Observation<Attribution>> attribution;
  private final Lazy<WorkstreamCommits> commits;
  private final Lazy<List<Contributor>> contributors;
  private final Lazy<PlanSchedule> schedule;
  private final Lazy<PlanSchedule> planned;

  /** That of an assessment. */
  public ProjectCourse(Assessment assessment) {
    this.assessment = Objects.requireNonNull(assessment, "assessment");
    this.work = new Lazy<>(() -> WorkHistory.of(assessment));
    this.attribution = new Lazy<>(() -> Attribution.of(assessment));
    this.commits = new Lazy<>(() -> WorkstreamCommits.of(assessment, attribution.get().optional()));
    this.contributors = new Lazy<>(() -> Contributors.of(assessment, attribution.get().optional()));
    this.schedule =
        new Lazy<>(() -> PlanSchedule.of(assessment.plan(), CompletedWork.of(assessment)));
    this.planned = new Lazy<>(() -> PlanSchedule.of(assessment.plan()));
  }

  /** The assessment that it is of. */
  public Assessment assessment() {
    return assessment;
  }

  /** What past versions of the plan counted and promised. */
  public WorkHistory work() {
    return work.get();
  }

  /** Whose the commits are that arrived on the integration branch. */
  public Observation<Attribution> attribution() {
    return attribution.get();
  }

  /** The commits of each workstream, by day. */
  public WorkstreamCommits commits() {
    return commits.get();
  }

  /** Who wrote them, most commits first. */
  public List<Contributor> contributors() {
    return contributors.get();
  }

  /** The schedule of what is still to come: what is merged takes no time. */
  public PlanSchedule schedule() {
    return schedule.get();
  }

  /** The schedule of all of the plan, whatever is merged: marks of the critical path are of it. */
  public PlanSchedule plannedSchedule() {
    return planned.get();
  }
}
