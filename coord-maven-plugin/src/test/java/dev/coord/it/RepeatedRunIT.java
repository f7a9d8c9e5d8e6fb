package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs give the same site. */
class RepeatedRunIT {

  @TempDir Path directory;

  @Test
  void a_second_run_with_the_same_inputs_writes_nothing() throws Exception {
    GitProject project = Team.checkout(directory);
    WrittenSite site = run(project).goal("site").passes().site();
    Map<String, String> files = site.files();
    Map<String, FileTime> times = site.times();
    // Coarse clocks of file systems: what is written again must get another time.
    Thread.sleep(20);

    run(project).with("-o").goal("site").passes();

    assertThat(site.files())
        .isEqualTo(files)
        .containsKeys("index.html", "index.html.md", "status.json");
    assertThat(site.times()).isEqualTo(times);
  }

  @Test
  void language_time_zone_and_encoding_of_the_machine_do_not_show() {
    GitProject project = Team.checkout(directory);
    Map<String, String> files = run(project).goal("site").passes().site().files();

    WrittenSite other =
        run(project)
            .with("-Dcoord.outputDirectory=target/other")
            .env(
                "MAVEN_OPTS",
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Kiritimati"
                    + " -Dfile.encoding=ISO-8859-9")
            .goal("site")
            .passes()
            .site("target/other");

    assertThat(other.files()).isEqualTo(files);
  }

  @Test
  void a_site_that_turned_red_turns_green_again() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 9);
    run(project).goal("site").fails().site().shows("index", "bad", "10.0% < 80%");

    Team.reports(project);

    run(project).goal("site").passes().site().shows("index", "good", "90.0%");
  }

  private static MavenRun run(GitProject project) {
    return MavenRun.in(project).with("-Dcoord.now=2030-01-01");
  }
}
