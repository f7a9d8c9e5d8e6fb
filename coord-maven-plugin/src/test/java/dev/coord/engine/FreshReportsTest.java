package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Only reports of what is checked out prove anything, whatever clocks say. */
class FreshReportsTest extends CoordRuns {

  @Test
  void reports_of_before_this_session_beside_younger_ones_are_left_over() throws IOException {
    GitProject project = Team.checkout(directory);
    Instant start = Files.getLastModifiedTime(project.path(Team.TESTS)).toInstant().plusSeconds(60);
    Path younger = project.path("target/surefire-reports/TEST-shop.OtherTest.xml");
    Files.copy(project.path(Team.TESTS), younger);
    Files.setLastModifiedTime(younger, FileTime.from(start.plusSeconds(60)));

    Result result = new Coord().check(settings(project).sessionStart(Optional.of(start)).build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure()).contains(Team.TESTS, "was not written by this build");
  }

  @Test
  void a_backdated_commit_makes_no_report_fresh() throws IOException {
    GitProject project = Team.checkout(directory);
    Instant written = project.now().minus(Duration.ofDays(300));
    for (String report : List.of(Team.TESTS, Team.COVERAGE)) {
      Files.setLastModifiedTime(project.path(report), FileTime.from(written));
    }
    project.on(written.minusSeconds(60)).append(Team.CHECKOUT, "// more\n").commit("Backdated");

    Result result = new Coord().check(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure()).contains(Team.COVERAGE + " is older than the last commit");
  }

  @Test
  void a_report_of_a_day_yet_to_come_is_unknown_whatever_time_is_judged() throws IOException {
    GitProject project = Team.checkout(directory);
    Instant clock = Files.getLastModifiedTime(project.path(Team.TESTS)).toInstant();
    Instant late = clock.plus(Duration.ofDays(2));
    Files.setLastModifiedTime(project.path(Team.TESTS), FileTime.from(late));

    Settings.Builder settings = settings(project).clock(clock).now(Optional.of(late));

    assertThat(new Coord().check(settings.build()).failure()).contains("is yet to come");
    assertThat(new Coord().check(settings.clock(late).build()).overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void a_source_date_epoch_that_cannot_be_read_is_told_and_replaces_the_site() throws IOException {
    GitProject project = Team.checkout(directory);

    Result result =
        new Coord().site(settings(project).environment(Map.of("SOURCE_DATE_EPOCH", "abc")).build());

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure())
        .startsWith(
            "Nothing can be judged: 1 mistake, SOURCE_DATE_EPOCH: \"abc\" is not a number of seconds"
                + " since 1970. Write the digits alone");
    assertThat(Jsoup.parse(Files.readString(project.path("target/coord/index.html"))).text())
        .contains("SOURCE_DATE_EPOCH", "is not a number of seconds since 1970");
  }
}
