package dev.coord.publish;

import dev.coord.assess.Attribution;
import dev.coord.assess.CommitDays;
import dev.coord.assess.Contributors.Contributor;
import dev.coord.assess.ProjectCourse;
import dev.coord.assess.WorkstreamCommits;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.Observation;
import dev.coord.plan.Person;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Who committed what on which day, in {@code status.json}: the figures of the git page. */
final class StatusActivity {

  /** More people are counted and not listed. */
  private static final int MOST = 200;

  private final Json json;

  StatusActivity(Json json) {
    this.json = json;
  }

  /** Nothing is written where git cannot be read. */
  void write(ProjectCourse history) {
    if (!history.assessment().evidence().git().isKnown()) {
      return;
    }
    json.object(
        "activity",
        object -> {
          arrived(history);
          workstreams(history.commits());
          List<Contributor> all = history.contributors();
          json.list("contributors", all.stream().limit(MOST).toList(), this::contributor);
          json.number("more_contributors", Math.max(0, all.size() - MOST));
        });
  }

  private void arrived(ProjectCourse course) {
    Observation<Attribution> attribution = course.attribution();
    json.flag("known", attribution.isKnown());
    if (attribution instanceof Observation.Unknown<Attribution> unknown) {
      json.text("reason", unknown.reason());
      json.text("remedy", unknown.remedy());
      return;
    }
    Attribution known = attribution.optional().orElseThrow();
    GitHistory arrived = known.history();
    json.exact("branch", arrived.branch());
    json.text("since", arrived.since().map(Instant::toString));
    json.number("commits", known.commits().size());
    json.text("oldest", arrived.oldest().map(one -> one.time().toString()));
    json.flag("cut", arrived.cut());
  }

  private void workstreams(WorkstreamCommits commits) {
    CommitDays all = commits.all();
    json.list(
        "workstreams",
        Stream.concat(commits.workstreams().stream(), Stream.of(WorkstreamCommits.NOBODY))
            .filter(id -> all.total(id) > 0)
            .toList(),
        id -> {
          json.text("workstream", id);
          json.number("commits", all.total(id));
          json.number("arrived", commits.arrived().total(id));
          json.list(
              "days",
              all.busyDays().stream().filter(day -> all.on(id, day) > 0).toList(),
              day -> {
                json.text("day", day.toString());
                json.number("commits", all.on(id, day));
              });
        });
  }

  private void contributor(Contributor one) {
    json.text("name", one.person().map(Person::name).orElse(one.name()));
    json.text("standing", StatusGates.word(one.standing()));
    json.text("person", one.person().map(Person::id));
    json.number("authored", one.authored());
    json.number("coauthored", one.coauthored());
    json.text("first", one.first().toString());
    json.text("last", one.newest().time().toString());
    json.text("commit", one.newest().id());
  }
}
