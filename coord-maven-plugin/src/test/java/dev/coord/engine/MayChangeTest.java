package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether paths may be changed is answered before they are. */
class MayChangeTest extends CoordRuns {

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
  void nobody_asks_on_the_integration_branch_or_with_a_detached_head() {
    GitProject project = Team.project(directory);
    assertThat(new Coord().mayChange(settings(project).build(), List.of("x")).failure())
        .startsWith("coord cannot tell who asks: main is what branches are merged into.");

    project.git("checkout", "-q", "--detach");
    assertThat(new Coord().mayChange(settings(project).build(), List.of("x")).failure())
        .startsWith("coord cannot tell who asks: HEAD is on no branch.");
  }

  @Test
  void where_nothing_is_committed_yet_that_is_why_nobody_is_known_to_ask() {
    GitProject project = Team.project(directory);
    project.git("update-ref", "-d", "HEAD");

    assertThat(new Coord().mayChange(settings(project).build(), List.of("x")).failure())
        .startsWith("coord cannot tell who asks: the git repository has no commit yet.");
  }
}
