package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.it.Reports;
import dev.coord.it.Team;
import dev.coord.rule.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources in no report, in a real repository. */
class UnmeasuredCoverageTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams:
        - {id: a, owner: ana, owns: [/a/]}
        - {id: b, owner: ben, owns: [/b/]}
      gates:
        - {id: all, coverage: {lines: ">= 50%", unmeasured: fail}}
        - {id: ana, coverage: {lines: ">= 50%", unmeasured: fail, of: {owner: ana}}}
        - {id: cart, coverage: {lines: ">= 50%", unmeasured: fail, of: {package: shop.cart}}}
      """;

  private static final Instant CLOCK = Instant.parse("2026-11-21T12:00:00Z");
  private static final String NEW = "b/src/main/java/shop/cart/New.java";

  @TempDir Path directory;

  @Test
  void tracked_sources_in_no_report_count_with_the_lines_that_git_counts() throws IOException {
    GitProject project = GitProject.in(directory.resolve("shop"));
    project
        .file(".gitignore", "target\n")
        .file("coord.yml", PLAN)
        .file("a/src/main/java/shop/A.java", "class A {}\n".repeat(10))
        .file("a/src/test/java/shop/ATest.java", "class ATest {}\n")
        .file("b/readme.md", "# b\n")
        .file(NEW, "class New {\n\n// one\n}\n\nclass Other {}")
        .commit("Plan");
    project.file("b/src/main/java/shop/cart/Untracked.java", "class Untracked {}\n");
    project.file(Team.COVERAGE, Reports.jacoco("shop", "A.java", 6, 4));
    Files.setLastModifiedTime(project.path(Team.COVERAGE), FileTime.from(CLOCK));
    String lines = project.git("grep", "-c", "", "--", NEW).replace(NEW + ":", "");
    assertThat(lines).isEqualTo("6");

    Settings settings =
        Settings.in(project.directory())
            .clock(CLOCK)
            .sessionStart(Optional.of(Instant.EPOCH))
            .build();
    var assessment = KnownShop.assess(project, settings);

    assertThat(KnownShop.row(assessment, "all.lines").verdict().summary())
        .contains("6/16 lines; all lines of " + NEW + ", which no report mentions");
    GateResult ana = KnownShop.row(assessment, "ana.lines");
    assertThat(ana.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(ana.verdict().summary()).isEqualTo("60.0% >= 50% (6/10 lines)");
    assertThat(KnownShop.row(assessment, "cart.lines").verdict().summary())
        .startsWith("0.0% < 50% (-50.0 points, 0/6 lines");
  }
}
