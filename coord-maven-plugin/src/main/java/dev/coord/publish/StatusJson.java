package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.Judged;
import dev.coord.assess.Overall;
import dev.coord.assess.ProjectCourse;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.rule.Territory;
import dev.coord.site.Privacy;
import dev.coord.site.draft.SiteFrame;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Writes {@code status.json}: the result of a build for scripts and agents.
 *
 * <p>The format has a version, {@value #SCHEMA_VERSION}; it goes up when a reader of the former one
 * would break. Keys are in snake case; what is empty is left out, lists are always there; times are
 * in UTC (ISO 8601). The same assessment gives the same bytes.
 */
public final class StatusJson {

  /** Version of the format. */
  public static final int SCHEMA_VERSION = 1;

  private StatusJson() {}

  /**
   * The result of a build that could judge: {@code pass}, {@code fail} or {@code unknown}, and
   * everything it was judged by. E-mail addresses are left out unless the plan publishes them.
   */
  public static byte[] write(Assessment assessment, SiteFrame frame) {
    return write(new ProjectCourse(assessment), frame);
  }

  /** The same with what others may have worked out of its course, or will use afterwards. */
  public static byte[] write(ProjectCourse course, SiteFrame frame) {
    return write(course, List.of(), frame, true);
  }

  /** The same with what the plan's reader warned of. */
  public static byte[] write(Assessment assessment, List<Diagnostic> warnings, SiteFrame frame) {
    return write(new ProjectCourse(assessment), warnings, frame, true);
  }

  /** The same without what former runs recorded: a record holds no records. */
  public static byte[] withoutRecords(Assessment assessment, SiteFrame frame) {
    return write(new ProjectCourse(assessment), List.of(), frame, false);
  }

  private static byte[] write(
      ProjectCourse course, List<Diagnostic> warnings, SiteFrame frame, boolean records) {
    Assessment assessment = course.assessment();
    UnaryOperator<String> clean = Privacy.of(assessment)::withoutAddresses;
    return Json.write(
        clean,
        json -> {
          head(json, assessment.overall(), frame);
          json.text("judged_on", assessment.judgedOn().toString());
          json.text("judged_at", startOfDay(assessment).toString());
          new StatusProject(json).write(assessment.plan());
          new StatusPeople(json).write(assessment);
          json.object("judged", judged -> judged(judged, assessment.judged()));
          new StatusEvidence(json, new Territory(assessment.rulebook()))
              .write(assessment.evidence());
          new StatusGates(json).write(assessment);
          new StatusRules(json).write(assessment.rulebook());
          new StatusBoundaries(json).write(assessment);
          new StatusStatements(json).write(assessment.plan());
          new StatusWork(json, assessment).write(assessment);
          new StatusEpics(json).write(assessment.plan());
          new StatusHandoffs(json).write(assessment);
          new StatusEvents(json).write(assessment.plan());
          new StatusHandbook(json).write(assessment);
          new StatusTimeline(json).write(course);
          new StatusMerges(json).write(assessment);
          new StatusHistory(json).write(course);
          new StatusActivity(json).write(course);
          if (records) {
            new StatusRecorded(json).write(assessment.evidence().recorded());
          }
          diagnostics(json, warnings);
        });
  }

  /** The result of a build that could not judge: {@code error}, and the mistakes. */
  public static byte[] error(List<Diagnostic> diagnostics, SiteFrame frame) {
    return Json.write(
        UnaryOperator.identity(),
        json -> {
          head(json, Overall.ERROR, frame);
          diagnostics(json, diagnostics);
        });
  }

  private static void diagnostics(Json json, List<Diagnostic> diagnostics) {
    json.list(
        "diagnostics",
        diagnostics.stream().sorted().toList(),
        one -> {
          json.text("severity", one.severity().name().toLowerCase(Locale.ROOT));
          json.place("place", one.location());
          json.text("problem", one.problem());
          json.text("remedy", one.remedy());
        });
  }

  private static void head(Json json, Overall overall, SiteFrame frame) {
    json.number("schema_version", SCHEMA_VERSION);
    json.text("generator", frame.generator());
    json.text("result", overall.word());
    json.text("plan", frame.planVersion());
    json.text("commit", frame.commit());
    json.text("stamp_time", frame.stampTime().toString());
    json.text("site_url", frame.siteUrl());
  }

  /** No more than the day: a second run on it writes the same bytes. */
  private static Instant startOfDay(Assessment assessment) {
    ZoneId zone = assessment.rulebook().project().calendar().zone();
    return assessment.judgedOn().atStartOfDay(zone).toInstant();
  }

  private static void judged(Json json, Judged judged) {
    json.text("kind", judged.kind().name().toLowerCase(Locale.ROOT));
    json.exact("branch", judged.branch());
    json.text("workstream", judged.workstream());
    json.text("how", judged.how());
  }
}
