package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.Schemas;
import dev.coord.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run writes, and what it leaves alone. */
class SiteWritingTest extends CoordRuns {

  @Test
  void the_schemas_are_published_beside_what_they_describe() throws IOException {
    GitProject project = Team.checkout(directory);

    new Coord().site(settings(project).build());

    Path site = project.path("target/coord");
    JsonNode schema = JsonSchema.parse(Files.readAllBytes(site.resolve(Schemas.STATUS)));
    JsonNode status = JsonSchema.parse(Files.readAllBytes(site.resolve("status.json")));
    assertThat(JsonSchema.of(schema).mistakes(status)).isEmpty();
    assertThat(site.resolve(Schemas.PLAN))
        .hasBinaryContent(Schemas.files().get(Schemas.PLAN))
        .isNotEmptyFile();
  }

  @Test
  void a_second_run_on_the_same_day_writes_nothing() throws IOException {
    GitProject project = Team.checkout(directory);
    Instant morning = Instant.parse("2030-01-01T05:00:00Z");
    new Coord().site(settings(project).clock(morning).build());
    Map<Path, FileTime> times = times(project.path("target/coord"));

    new Coord().site(settings(project).clock(morning.plusSeconds(43_210)).build());

    assertThat(times(project.path("target/coord"))).isEqualTo(times);
  }

  /** When a directory and everything below it was written; to the nanosecond where disks tell. */
  private static Map<Path, FileTime> times(Path directory) throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  @Test
  void check_writes_nothing() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);

    Result result = new Coord().check(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(project.path("target/coord")).doesNotExist();
    assertThat(texts(result)).noneMatch(line -> line.contains("Site:"));
  }

  @Test
  void of_a_plan_that_is_there_and_cannot_be_read_it_is_not_said_that_there_is_none()
      throws IOException {
    GitProject project = Team.checkout(directory);
    Files.writeString(project.path("coord.yml"), "coord: 1\nworkstreams: [\n");

    new Coord().site(settings(project).build());

    assertThat(project.path("target/coord/index.html.md"))
        .content()
        .contains("- Plan: none that can be read\n")
        .doesNotContain("no plan");
    assertThat(project.path("target/coord/llms.txt")).content().doesNotContain("no plan");
  }

  @Test
  void a_site_that_cannot_be_written_is_an_error() throws IOException {
    GitProject project = Team.checkout(directory);
    Files.writeString(project.path("target/coord"), "a file\n");

    Result result = new Coord().site(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure()).startsWith("The site was not written: ");
    assertThat(project.path("target/coord")).hasContent("a file");
  }

  @Test
  void a_directory_that_refuses_to_be_written_is_named_with_a_remedy() throws IOException {
    GitProject project = Team.checkout(directory);
    Files.writeString(project.path("file"), "");

    Result result =
        new Coord()
            .site(settings(project).outputDirectory(Optional.of(Path.of("file/coord"))).build());

    assertThat(result.failure())
        .startsWith("The site was not written: ")
        .endsWith("name another directory with -Dcoord.outputDirectory.");
  }

  @Test
  void no_site_is_written_through_a_link_in_the_repository() throws IOException {
    GitProject project = Team.checkout(directory.resolve("shop"));
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    Files.move(project.path("target"), elsewhere.resolve("target"));
    Files.createSymbolicLink(project.path("target"), elsewhere.resolve("target"));
    Files.createSymbolicLink(project.path("docs/out"), elsewhere);

    Result result = new Coord().site(settings(project).build());
    Result given =
        new Coord()
            .site(settings(project).outputDirectory(Optional.of(Path.of("docs/out/site"))).build());

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure())
        .isEqualTo(
            "The site was not written: target is a symbolic link. Remove it, or name another"
                + " directory with -Dcoord.outputDirectory.");
    assertThat(given.failure())
        .startsWith("The site was not written: docs/out is a symbolic link.");
    assertThat(elsewhere.resolve("target/coord")).doesNotExist();
    assertThat(elsewhere.resolve("site")).doesNotExist();
  }

  @Test
  void a_bad_plan_replaces_the_site() {
    GitProject project = Team.checkout(directory);
    new Coord().site(settings(project).build());
    project.append("coord.yml", "gaets: []\n");

    Result result = new Coord().site(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(project.path("target/coord/gates.html")).doesNotExist();
    assertThat(project.path("target/coord/status.json")).content().contains("\"error\"");
  }
}
