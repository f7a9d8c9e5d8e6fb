package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version of a plan file that the checked-out plan has, too, is not read again. */
class OwnPlanFilesTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"autod", "oc8", "oh-my-coins", "oh-my-coins-qa", "swe"})
  void what_a_file_holds_is_the_same_read_alone_and_taken_from_the_plan(String name) {
    PlanSource source = new WorkTreeSource(Path.of("..", "sample-project", "plans", name));
    PlanLoader loader = new PlanLoader(source);
    Plan plan = loader.load(new PlanLocator(source).nearest("")).plan().orElseThrow();

    assertThat(plan.files()).isNotEmpty();
    assertThat(PlanExtract.of(plan).workstreams().size() + plan.epics().size()).isPositive();
    for (String path : plan.files()) {
      assertThat(PlanExtract.of(plan, path))
          .isEqualTo(new PlanReader().extract(loader.file(path)).orElseThrow());
    }
  }

  @Test
  void a_plan_in_the_same_bytes_is_the_checked_out_one() {
    GitProject project = Team.checkout(directory.resolve("shop"));
    Opened opened = Opened.at(project.directory());
    Plans plans = Plans.read(opened, Settings.in(project.directory()).build());

    try (var git = opened.repository().orElseThrow()) {
      PastPlans past = past(opened.with(git), project, plans.own());
      assertThat(past.at(git.head().id()).orElseThrow()).isEqualTo(plans.own());
      assertThat(past.at(git.head().id()).orElseThrow().plan().orElseThrow())
          .isSameAs(plans.plan().orElseThrow());
    }
  }

  @Test
  void a_plan_that_differs_in_a_byte_is_read_from_the_commit() throws IOException {
    GitProject project = Team.checkout(directory.resolve("shop"));
    Path file = project.path("coord.yml");
    Files.writeString(file, Files.readString(file).replace(">= 80%", ">= 81%"));
    Opened opened = Opened.at(project.directory());
    Plans plans = Plans.read(opened, Settings.in(project.directory()).build());

    try (var git = opened.repository().orElseThrow()) {
      PlanReading read =
          past(opened.with(git), project, plans.own()).at(git.head().id()).orElseThrow();
      assertThat(read.plan().orElseThrow().gates())
          .isNotEqualTo(plans.plan().orElseThrow().gates());
    }
  }

  @Test
  void a_file_in_other_bytes_is_not_taken_from_the_plan() throws IOException {
    GitProject project = Team.checkout(directory.resolve("shop"));
    Opened opened = Opened.at(project.directory());
    Plans plans = Plans.read(opened, Settings.in(project.directory()).build());
    byte[] content = Files.readAllBytes(project.path("coord.yml"));

    try (var git = opened.repository().orElseThrow()) {
      PastPlans past = past(opened.with(git), project, plans.own());
      assertThat(past.ownExtract("coord.yml", content))
          .isEqualTo(
              new PlanReader().extract(new PlanFile("coord.yml", Optional.empty(), content)));
      content[content.length - 1] = '#';
      assertThat(past.ownExtract("coord.yml", content)).isEmpty();
    }
  }

  private static PastPlans past(Opened opened, GitProject project, PlanReading own) {
    return new PastPlans(opened, Settings.in(project.directory()).build(), own);
  }
}
