package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The brief of a workstream, as an agent that starts in a worktree asks for it. */
class BriefIT {

  @TempDir Path directory;

  /** Maven 4 makes standard output a part of its log. */
  static List<Maven> ownAndNewest() {
    return List.of(Maven.own(), Maven.oldestAndNewest().get(1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ownAndNewest")
  void a_quiet_build_prints_the_brief_and_nothing_else(Maven maven) {
    GitProject shop = Team.project(directory.resolve("shop"));
    shop.git("worktree", "add", "-q", "../search", "feature/catalog");
    GitProject search = shop.at(directory.resolve("search"));

    MavenResult result = MavenRun.in(search).by(maven).with("-q").goal("brief");
    assertThat(result.exit()).as(result.output()).isZero();

    // Some versions of Maven reset the terminal's colours, however quiet they are.
    List<String> lines =
        result.output().replaceAll("\u001b\\[[0-9;]*m", "").strip().lines().toList();
    assertThat(lines).hasSizeLessThanOrEqualTo(60).startsWith("# Brief: `catalog`");
    assertThat(lines).contains("## Done when", "- it is merged into `main`");
    assertThat(search.path("target")).doesNotExist();
    assertThat(search.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void it_goes_where_the_build_writes_to() throws IOException {
    GitProject shop = Team.project(directory.resolve("shop"));
    Path log = directory.resolve("brief.md");

    MavenRun.in(shop).with("-q", "-l", log.toString(), "-Dcoord.workstream=catalog").goal("brief");

    assertThat(log).content().startsWith("# Brief: `catalog`");
  }

  @Test
  void commands_have_the_prefix_only_where_maven_finds_the_plugin_by_it() {
    GitProject shop = Team.checkout(directory.resolve("shop"));
    shop.file("pom.xml", Poms.project("shop", "")).commit("Build with Maven");
    Team.coverage(shop, 1, 9);

    assertThat(MavenRun.in(shop).goal("brief").passes().output())
        .contains(
            "`mvn verify "
                + MavenRun.PLUGIN
                + "check -Dcoord.workstream=checkout`. Test more of the code");

    shop.file("pom.xml", Team.pom("")).commit("Declare coord");

    assertThat(MavenRun.in(shop).goal("brief").passes().output())
        .contains("`mvn verify coord:check -Dcoord.workstream=checkout`. Test more of the code");
  }

  @Test
  void on_the_integration_branch_it_asks_for_the_workstream() {
    GitProject shop = Team.project(directory.resolve("shop"));

    assertThat(MavenRun.in(shop).goal("brief").fails().failure())
        .contains("main is the branch of no workstream", "checkout and catalog");
    MavenRun.in(shop).with("-Dcoord.workstream=checkout").goal("brief").passes();
  }
}
