package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coord.assess.Case.BuildProblem;
import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Reports;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.Schemas;
import dev.coord.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line, without Maven. */
class CoordTest {

  @TempDir Path directory;

  @Test
  void what_holds_passes_and_writes_the_site_below_the_repositorys_root() {
    GitProject project = Team.checkout(directory);

    Result result = new Coord().site(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(result.failure()).isEmpty();
    assertThat(texts(result))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("Site: target/coord/index.html");
    assertThat(project.path("target/coord/status.json")).exists();
  }

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
  void what_fails_says_so_in_one_sentence_with_the_command_to_repeat() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);

    Result result = new Coord().site(settings(project).command("mvn verify coord:site").build());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure())
        .startsWith("1 of 3 gates not met: coverage.lines 50.0% < 80%")
        .endsWith("Then run mvn verify coord:site, see target/coord/gates.html.");
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
  void without_a_repository_the_row_gives_gits_own_reason() {
    GitProject project = Team.files(GitProject.without(directory));

    Result result =
        new Coord().check(settings(project).sessionStart(Optional.of(Instant.EPOCH)).build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure())
        .contains("ownership unknown: no git repository was found here or above");
  }

  @Test
  void coverage_of_nothing_that_is_tracked_is_unknown() {
    GitProject project = Team.checkout(directory);
    project.file(Team.COVERAGE, Reports.jacoco("com/elsewhere", "Other.java", 10, 0));

    Result result = new Coord().check(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(texts(result))
        .anyMatch(
            line ->
                line.contains(
                    "none of the files in the coverage reports is in the repository, such as"
                        + " com/elsewhere/Other.java"));
  }

  @Test
  void one_tracked_file_is_enough_to_place_a_coverage_report() {
    GitProject project = Team.checkout(directory);
    project.file(
        "target/site/other/jacoco.xml", Reports.jacoco("com/elsewhere", "Other.java", 10, 0));

    assertThat(new Coord().check(settings(project).build()).overall()).isEqualTo(Overall.PASSED);
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

  @Test
  void an_unknown_workstream_is_refused_and_the_known_ones_are_named() {
    GitProject project = Team.checkout(directory);
    Settings settings = settings(project).workstream(Optional.of("catalogue")).build();
    String sentence =
        "-Dcoord.workstream: catalogue is no workstream of the plan. Name one of: checkout, catalog.";

    assertThat(texts(new Coord().check(settings))).containsExactly(sentence);
    assertThat(texts(new Coord().mayChange(settings, List.of("x")))).containsExactly(sentence);
  }

  @Test
  void a_base_that_is_nowhere_is_told_on_the_integration_branch_too() {
    GitProject project = Team.checkout(directory);
    project.git("checkout", "-q", "main");
    Settings settings = settings(project).base(Optional.of("nope")).build();

    Result result = new Coord().check(settings);

    assertThat(result.overall()).isNotEqualTo(Overall.PASSED);
    assertThat(result.failure()).contains("nope was not found (tried ");
  }

  @Test
  void a_sound_plan_is_counted() {
    GitProject project = Team.checkout(directory);

    Result result = new Coord().validate(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(texts(result))
        .containsExactly("The plan is sound: 1 file, 2 workstreams, 0 sprints, 3 gates, 0 metrics");
  }

  @Test
  void a_plan_that_contradicts_itself_is_told_where() {
    GitProject project =
        GitProject.without(directory)
            .file(
                "coord.yml",
                """
                coord: 1
                project: {name: Shop, updated: 2026-02-02, next_review: 2026-02-01}
                """);

    Result result = new Coord().validate(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(texts(result))
        .containsExactly(
            "The plan can be read: 1 file, 0 workstreams, 0 sprints, 0 gates, 0 metrics",
            "It contradicts itself in 1 place:",
            "coord.yml:2:57: project: its next review is on 2026-02-01, but the plan was updated on"
                + " 2026-02-02. Write the day of the review to come.");
  }

  @Test
  void a_bad_plan_is_told_without_a_repository_as_well() {
    GitProject project = GitProject.without(directory).file("coord.yml", "coord: 2\n");

    Result result = new Coord().validate(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure()).startsWith("The plan cannot be used: ");
  }

  @Test
  void paths_are_answered_by_the_plan_of_the_base() {
    GitProject project = Team.checkout(directory);
    project.edit("coord.yml", "owns: [/src/main/java/shop/checkout/]", "owns: [/src/]");
    project.commit("Own more");

    Result result =
        new Coord()
            .mayChange(
                settings(project).build(), List.of(Team.CATALOG, Team.CHECKOUT, "docs/x.md"));

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    String base = "@" + project.git("rev-parse", "main").strip().substring(0, 7) + ")";
    assertThat(texts(result))
        .containsExactly(
            "NO    " + Team.CATALOG + ": it is owned by catalog (coord.yml:13" + base,
            "YES   " + Team.CHECKOUT + ": checkout owns it (coord.yml:7" + base,
            "ASK   docs/x.md: it is shared for added lines only (coord.yml:17" + base);
    assertThat(result.failure())
        .isEqualTo(
            "checkout must not change "
                + Team.CATALOG
                + ". Let the owner do it, or change the plan line named above.");
  }

  @Test
  void lines_of_the_bases_plan_are_the_users_own_where_the_file_is_the_same() {
    GitProject project = Team.checkout(directory);

    assertThat(texts(new Coord().mayChange(settings(project).build(), List.of(Team.CATALOG))))
        .containsExactly("NO    " + Team.CATALOG + ": it is owned by catalog (coord.yml:13)");
  }

  @Test
  void a_branch_gains_nothing_by_removing_its_workstream_from_the_plan() {
    GitProject project = Team.checkout(directory);
    project
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            """)
        .append(Team.CATALOG, "// mine now\n")
        .commit("Start afresh");

    Result result = new Coord().check(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure()).contains("ownership 1 file of catalog changed by checkout");
  }

  @Test
  void a_branch_gains_nothing_by_calling_itself_the_integration_branch() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);
    project
        .edit("coord.yml", "    branch: feature/checkout\n", "")
        .edit("coord.yml", "integration_branch: main", "integration_branch: feature/checkout")
        .edit("coord.yml", "  - coverage: {lines: \">= 80%\"}\n", "")
        .append(Team.CATALOG, "// mine now\n")
        .commit("Mine");

    for (Map<String, String> environment :
        List.of(
            Map.<String, String>of(),
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_REF", "refs/heads/feature/checkout"))) {
      Result result = new Coord().check(settings(project).environment(environment).build());

      assertThat(result.overall()).isEqualTo(Overall.FAILED);
      assertThat(texts(result))
          .anyMatch(line -> line.contains("coverage.lines  50.0% < 80%"))
          .anyMatch(line -> line.contains("1 file of catalog changed by checkout"))
          .anyMatch(
              line -> line.contains("The integration branch was main and is feature/checkout"));
    }
    assertThat(new Coord().mayChange(settings(project).build(), List.of(Team.CATALOG)).overall())
        .isEqualTo(Overall.FAILED);
  }

  @Test
  void a_detached_head_cannot_lower_a_gate_either() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);
    project.file("coord.yml", "coord: 1\nproject: {name: Shop}\n").commit("No gates");
    project.git("checkout", "-q", "--detach");

    Result result = new Coord().check(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure()).contains("coverage.lines 50.0% < 80%");
    assertThat(texts(result)).anyMatch(line -> line.contains("The gate \"coverage\" is removed"));
  }

  @Test
  void whether_a_path_may_be_changed_is_not_told_by_a_plan_that_proves_nothing() {
    GitProject project = Team.checkout(directory);
    project.git("branch", "-D", "main");

    Result result = new Coord().mayChange(settings(project).build(), List.of(Team.CHECKOUT));

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure())
        .startsWith("coord cannot tell: the base main was not found (tried refs/heads/main, ")
        .endsWith("name another with -Dcoord.base.");
  }

  @Test
  void a_path_that_cannot_be_one_of_the_repository_is_refused() {
    GitProject project = Team.checkout(directory);

    Result result =
        new Coord().mayChange(settings(project).build(), List.of("../x", "/etc/passwd", "a\nb"));

    assertThat(texts(result))
        .containsExactly(
            "NO    ../x: not a path of this repository",
            "NO    /etc/passwd: not a path of this repository",
            "NO    a\\nb: not a path of this repository");
  }

  @Test
  void a_directory_is_answered_for_all_that_is_in_it() {
    GitProject project = Team.checkout(directory);

    Result result =
        new Coord()
            .mayChange(
                settings(project).build(),
                List.of(
                    "src/main/java/shop/checkout",
                    "./src/main/java/shop/checkout/",
                    project.path(Team.CHECKOUT).toString(),
                    "src/main/java/shop/checkout/deep/",
                    "docs/legal/",
                    "src",
                    "."));

    assertThat(texts(result))
        .containsExactly(
            "YES   src/main/java/shop/checkout/: checkout owns it (coord.yml:7)",
            "YES   src/main/java/shop/checkout/: checkout owns it (coord.yml:7)",
            "YES   " + Team.CHECKOUT + ": checkout owns it (coord.yml:7)",
            "YES   src/main/java/shop/checkout/deep/: checkout owns it (coord.yml:7)",
            "NO    docs/legal/: of docs/legal/imprint.md, checkout keeps off it (coord.yml:8)",
            "NO    src/: of " + Team.CATALOG + ", it is owned by catalog (coord.yml:13)",
            "NO    ./: of .gitignore, nobody owns it; NO for 2 more of its 6 files (coord.yml:18)");
    assertThat(result.failure()).startsWith("checkout must not change docs/legal/, src/, ./.");
  }

  @Test
  void a_directory_in_which_only_some_names_are_owned_is_a_question() {
    GitProject project = Team.project(directory);
    project
        .edit("coord.yml", "/src/main/java/shop/checkout/", "/src/main/java/shop/checkout/*.java")
        .commit("Own Java alone");
    project.branch("feature/checkout");

    Result result =
        new Coord()
            .mayChange(settings(project).build(), List.of("src/main/java/shop/checkout", "new/"));

    assertThat(texts(result))
        .containsExactly(
            "ASK   src/main/java/shop/checkout/: all that is in it, yes; of a new file, nobody owns"
                + " it (coord.yml:18)",
            "NO    new/: nobody owns it (coord.yml:18)");
  }

  @Test
  void who_asks_for_no_path_gets_no_yes() {
    GitProject project = Team.checkout(directory);

    Result result = new Coord().mayChange(settings(project).build(), List.of(" ", ""));

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure()).startsWith("coord.paths names no path.");
  }

  @Test
  void a_skip_is_told_the_louder_the_less_it_is_the_users() {
    Settings.Builder pom =
        Settings.in(directory).sources(Map.of("coord.skip", Settings.Source.POM));
    Map<String, String> gitHub = Map.of("GITHUB_ACTIONS", "true", "GITHUB_HEAD_REF", "evil");

    Result users = new Coord().skipped(Settings.in(directory).environment(gitHub).build());
    Result poms = new Coord().skipped(pom.build());
    Result pullRequests = new Coord().skipped(pom.environment(gitHub).build());

    assertThat(users.console())
        .containsExactly(new ConsoleLine(ConsoleLine.Level.INFO, "coord is skipped (coord.skip)"));
    assertThat(poms.console())
        .containsExactly(
            new ConsoleLine(ConsoleLine.Level.WARN, "coord is skipped (coord.skip in the POM)"));
    String text = "coord is skipped by the POM (coord.skip): no gate judges this pull request.";
    assertThat(pullRequests.console())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.level()).isEqualTo(ConsoleLine.Level.ERROR);
              assertThat(line.text()).startsWith(text);
            });
    assertThat(pullRequests.commands())
        .singleElement()
        .asString()
        .startsWith("::error title=coord::" + text);
    assertThat(List.of(users, poms)).allMatch(result -> result.commands().isEmpty());
  }

  @Test
  void a_build_that_broke_is_unknown_though_every_report_is_good() {
    GitProject project = Team.checkout(directory);
    Settings.Builder broken =
        settings(project)
            .lenient(true)
            .buildProblem(Optional.of(new BuildProblem("the build failed in a", "Mend it.")));

    Result result = new Coord().site(broken.build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure())
        .startsWith(
            "1 of 4 gates could not be judged: maven-build unknown: the build failed in a"
                + " (coord.yml:2). Mend it.");
    assertThat(project.path("target/coord/index.html")).content().contains("the build failed in a");
  }

  @Test
  void nobody_asks_on_the_integration_branch_or_with_a_detached_head() {
    GitProject project = Team.project(directory);
    assertThat(new Coord().mayChange(settings(project).build(), List.of("x")).failure())
        .startsWith("coord cannot tell who asks: main is what branches are merged into.");

    project.git("checkout", "-q", "--detach");
    assertThat(new Coord().mayChange(settings(project).build(), List.of("x")).failure())
        .startsWith("coord cannot tell who asks: HEAD is on no branch.");
  }

  @Test
  void github_gets_annotations_and_a_summary() {
    GitProject project = Team.coverage(Team.checkout(directory), 1, 1);
    Path summary = directory.resolve("target/summary.md");
    Map<String, String> environment =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());

    Result result = new Coord().check(settings(project).environment(environment).build());

    assertThat(result.commands()).singleElement().asString().startsWith("::error file=coord.yml,");
    assertThat(summary).content().startsWith("## coord: fail\n");
  }

  @Test
  void a_summary_that_cannot_be_written_warns_and_fails_nobody() {
    GitProject project = Team.checkout(directory);
    Map<String, String> environment =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", directory.toString());

    Result result = new Coord().check(settings(project).environment(environment).build());

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(result.console())
        .filteredOn(line -> line.level() == ConsoleLine.Level.WARN)
        .singleElement()
        .satisfies(line -> assertThat(line.text()).startsWith("The step summary was not written"));
  }

  @Test
  void missing_data_warns_only_where_the_user_says_so_and_no_service_runs() {
    GitProject project = Team.checkout(directory).delete(Team.COVERAGE);
    Settings.Builder lenient = settings(project).lenient(true);

    assertThat(new Coord().check(settings(project).build()).overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(new Coord().check(lenient.build()).overall()).isEqualTo(Overall.PASSED);
    assertThat(new Coord().check(lenient.environment(Map.of("CI", "1")).build()).overall())
        .isEqualTo(Overall.UNKNOWN);
  }

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

  @Test
  void paths_are_shown_from_where_the_user_is() {
    GitProject project = Team.checkout(directory);

    Result below =
        new Coord().site(settings(project).workingDirectory(directory.getParent()).build());
    Result elsewhere =
        new Coord().site(settings(project).workingDirectory(project.path("src")).build());

    assertThat(texts(below).get(0))
        .endsWith("Site: " + directory.getFileName() + "/target/coord/index.html");
    assertThat(texts(elsewhere).get(0))
        .endsWith("Site: " + project.path("target/coord/index.html"));
  }

  private static Settings.Builder settings(GitProject project) {
    return Settings.in(project.directory());
  }

  private static List<String> texts(Result result) {
    return result.console().stream().map(ConsoleLine::text).toList();
  }
}
