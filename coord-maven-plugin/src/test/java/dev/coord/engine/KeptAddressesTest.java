package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import dev.coord.it.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is embedded and subscribed to elsewhere keeps its address when nothing can be judged. */
class KeptAddressesTest extends CoordRuns {

  private static final String NO_YAML = "coord: 1\nworkstreams: [\n";

  private static final String WORKSTREAM =
      """
      coord: 1
      workstreams:
        - {id: %s, owner: ana, branch: feature/%s, owns: [/%s/], due: 2026-03-10}
      """;

  private GitProject project() {
    GitProject project =
        GitProject.in(directory)
            .file(".gitignore", "target/\n")
            .file("coord/coord.yml", "coord: 1\nproject: {name: Shop, integration_branch: main}\n");
    for (String id : List.of("checkout", "catalog")) {
      project.file("coord/" + id + ".yml", WORKSTREAM.formatted(id, id, id));
    }
    project.commit("Plan the shop");
    return project;
  }

  private static void run(GitProject project) {
    new Coord().site(settings(project).clock(Instant.parse("2030-01-02T05:00:00Z")).build());
  }

  private static List<String> badges(GitProject project) throws IOException {
    try (Stream<Path> files = Files.list(project.path("target/coord/badges/workstreams"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Path badge(GitProject project, String id) {
    return project.path("target/coord/badges/workstreams/" + id + ".svg");
  }

  @Test
  void workstreams_of_plan_files_that_can_be_read_have_a_red_badge_that_says_error()
      throws IOException {
    GitProject project = project().file("coord/catalog.yml", NO_YAML);
    project.append("coord/checkout.yml", "gaets: []\n");

    run(project);

    assertThat(badges(project)).containsExactly("checkout.svg");
    assertThat(badge(project, "checkout"))
        .content()
        .contains("<title>checkout: error</title>", "fill=\"#b42318\"");
  }

  @Test
  void badges_of_the_site_before_say_error_as_long_as_their_plan_files_cannot_be_read()
      throws IOException {
    GitProject project = project();
    run(project);
    assertThat(badge(project, "catalog")).content().doesNotContain("error");
    project.file("coord/catalog.yml", NO_YAML);

    run(project);
    run(project);

    assertThat(badges(project)).containsExactly("catalog.svg", "checkout.svg");
    assertThat(badge(project, "catalog")).content().contains("<title>catalog: error</title>");
  }

  @Test
  void a_plan_that_was_mended_has_the_badges_of_its_workstreams_alone() throws IOException {
    GitProject project = project();
    run(project);
    project.file("coord/catalog.yml", NO_YAML);
    run(project);
    project.delete("coord/catalog.yml");

    run(project);

    assertThat(badges(project)).containsExactly("checkout.svg");
    assertThat(badge(project, "checkout")).content().doesNotContain("error");
  }

  @Test
  void a_workstream_that_was_written_in_another_case_has_one_badge() throws IOException {
    GitProject project = project();
    run(project);
    project.file("coord/catalog.yml", WORKSTREAM.formatted("Catalog", "catalog", "catalog"));
    project.append("coord/checkout.yml", "gaets: []\n");

    run(project);

    assertThat(badges(project)).containsExactly("Catalog.svg", "checkout.svg");
  }

  @Test
  void names_of_files_that_are_no_id_get_no_badge() throws IOException {
    GitProject project = project();
    run(project);
    Path manifest = project.path("target/coord/coord-manifest.txt");
    for (String name : List.of("badges/workstreams/a b.svg", "badges/workstreams/con.svg")) {
      Files.writeString(project.path("target/coord/" + name), "x");
      Files.writeString(manifest, Files.readString(manifest) + "00000000  " + name + "\n");
    }
    Files.writeString(
        manifest, Files.readString(manifest) + "00000000  badges/workstreams/gone.svg\n");
    project.append("coord/checkout.yml", "gaets: []\n");

    run(project);

    assertThat(badges(project)).containsExactly("catalog.svg", "checkout.svg");
  }

  @Test
  void pages_that_are_served_from_a_branch_are_not_made_anew_of_their_markdown() {
    GitProject project = project();

    run(project);
    run(project.append("coord/checkout.yml", "gaets: []\n"));

    assertThat(project.path("target/coord/.nojekyll")).isEmptyFile();
  }

  @Test
  void the_calendar_says_on_the_day_of_the_run_that_no_dates_are_known() {
    GitProject project = project();
    run(project);
    Path calendar = project.path("target/coord/calendar.ics");
    assertThat(calendar).content().contains("UID:workstream/catalog@shop.coord");
    project.file("coord/catalog.yml", NO_YAML);

    run(project);

    assertThat(calendar)
        .content()
        .contains("DTSTART;VALUE=DATE:20300102", "SUMMARY:No dates are known")
        .containsOnlyOnce("BEGIN:VEVENT")
        .doesNotContain("catalog", "checkout");
  }

  @Test
  void what_is_embedded_says_error_where_a_template_of_ones_own_does_not_fit() throws IOException {
    GitProject project = Team.checkout(directory);
    project.file("site/page.ftlh", "<p>\n  ${page.titel}\n");

    new Coord().site(settings(project).templateDirectory(Optional.of(Path.of("site"))).build());

    assertThat(badges(project)).containsExactly("catalog.svg", "checkout.svg");
    assertThat(badge(project, "checkout")).content().contains("checkout: error");
    assertThat(project.path("target/coord/calendar.ics")).exists();
  }
}
