package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.plan.yaml.BaselineReader;
import dev.coord.rule.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a baseline is, and what is wrong with one. */
class BaselineInFilesTest extends KnownShop {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: contradiction| kind: contradictoin| 6:12: \"kind\" must be contradiction, overdue, ownership or result, but is",
        "since: 2026-01-31| since: soon| \"since\" must be a date",
        "baseline: 1| baseline: 2| 2:11: \"baseline\" must be a whole number from 1 to 1",
        "findings:| findngs:| 5:1: \"findngs\" is not a key of a baseline. Perhaps \"findings\" was",
        "epic search| epic refunds| this finding is already known at .coord/baseline.yml:6",
        "kind: ownership| <<<<<<< main| .coord/baseline.yml:8:"
      })
  void a_damaged_baseline_judges_nothing_and_says_where(String text, String by, String said) {
    GitProject project = adopted();
    project.edit(FILE, text, by);

    for (Result result : List.of(check(project), write(project, true))) {
      assertThat(result.overall()).isEqualTo(Overall.ERROR);
      assertThat(texts(result)).anyMatch(line -> line.contains(said));
    }
    assertThat(new Coord().validate(settings(project)).overall()).isEqualTo(Overall.ERROR);
  }

  @Test
  void an_empty_file_is_not_an_empty_baseline() {
    GitProject project = adopted().file(FILE, "# nothing\n");

    assertThat(texts(check(project)))
        .containsExactly(
            ".coord/baseline.yml:1:1: the baseline is empty. Write it with mvn coord:baseline, or"
                + " take it from git; without a baseline, remove it.");
  }

  @Test
  void a_baseline_that_is_too_large_is_refused() {
    GitProject project = adopted();
    int bytes = read(project).getBytes(StandardCharsets.UTF_8).length;
    project.append(FILE, "#".repeat(BaselineReader.MAX_BYTES - bytes + 1));

    assertThat(texts(check(project)))
        .anyMatch(
            line ->
                line.startsWith(
                    ".coord/baseline.yml: the file has more than 4194304 bytes, the most of a baseline. "));
  }

  @Test
  void a_link_is_never_followed() throws IOException {
    GitProject project = project();
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.createSymbolicLink(project.path(".coord"), outside);

    Result result = write(project, false);

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure()).contains("is a symbolic link");
    assertThat(outside).isEmptyDirectory();
    assertThat(check(project).overall()).isEqualTo(Overall.ERROR);
  }

  @Test
  void a_damaged_baseline_of_the_base_is_no_empty_one_either() {
    GitProject project = adopted();
    project.append(FILE, "more: 1\n").commit("Damage it");
    project.checkout("feature/api");

    Result result = check(project);

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(texts(result))
        .anyMatch(line -> line.contains("on main, whose baseline judges this branch: "));
  }

  @Test
  void without_a_repository_there_is_none() {
    GitProject project = GitProject.without(directory.resolve("shop")).file("coord.yml", PLAN);

    Result result = write(project, false);

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure()).contains(".coord/baseline.yml: a baseline names a commit: ");
  }

  @Test
  void a_plan_in_a_directory_has_it_beside_that_directory() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    project.file("sub/coord/a.yml", PLAN).commit("Begin");

    Result result =
        new Coord().baseline(Settings.in(project.path("sub")).clock(project.now()).build(), false);

    assertThat(texts(result))
        .anyMatch(line -> line.startsWith("sub/.coord/baseline.yml is written"));
    assertThat(project.path("sub/" + FILE)).exists();
    assertThat(new Coord().validate(Settings.in(project.path("sub")).build()).overall())
        .isEqualTo(Overall.PASSED);
  }

  @Test
  void no_pattern_takes_it_for_a_plan_and_nobody_trespasses_by_dropping_from_it() {
    GitProject project =
        project(
            PLAN.replace("coord: 1\n", "coord: 1\ninclude: [\"**/*.yml\"]\n")
                .replace("gates:\n", "boundaries: {unowned: fail}\ngates:\n"));
    write(project, false);
    project.commit("Adopt coord");
    assertThat(check(project).overall()).isEqualTo(Overall.PASSED);
    project.checkout("feature/api").merge("main");
    project.git("rm", "-q", FILE);
    project.commit("Drop all");

    Result asked = new Coord().mayChange(settings(project), List.of(FILE));

    assertThat(row(assess(project), "ownership").outcome()).isEqualTo(Outcome.BASELINED);
    assertThat(texts(asked)).singleElement().asString().startsWith("YES " + FILE);
  }
}
