package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.feed.Briefs;
import dev.coord.testing.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose brief is printed, and that nothing else happens. */
class BriefPrintingTest {

  @TempDir Path directory;

  private static Result brief(GitProject project, String... workstream) {
    return new Coord()
        .brief(
            Settings.in(project.directory())
                .workstream(Optional.of(workstream).filter(w -> w.length > 0).map(w -> w[0]))
                .build());
  }

  @Test
  void the_checked_out_branch_tells_the_workstream() {
    Result result = brief(Team.checkout(directory.resolve("shop")));

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(result.console()).isEmpty();
    assertThat(result.commands())
        .startsWith("# Brief: `checkout`")
        .contains("- `/src/main/java/shop/checkout/`", "- `/docs/legal/`", "- `refunds` Refunds")
        .hasSizeLessThanOrEqualTo(Briefs.MOST_LINES);
  }

  @Test
  void the_user_may_name_another() {
    assertThat(brief(Team.checkout(directory.resolve("shop")), "catalog").commands())
        .startsWith("# Brief: `catalog`");
  }

  @Test
  void a_linked_worktree_has_its_own_even_in_the_middle_of_a_rebase() {
    GitProject shop = Team.project(directory.resolve("shop"));
    shop.git("worktree", "add", "-q", "../search", "feature/catalog");
    GitProject search = shop.at(directory.resolve("search"));

    assertThat(brief(search).commands()).startsWith("# Brief: `catalog`");

    search.append(Team.CATALOG, "// theirs\n").commit("Search");
    shop.append(Team.CATALOG, "// ours\n").commit("Tidy");
    // It stops with an error, as it is to.
    search.git("-c", "alias.stop=!git rebase main || true", "stop");
    assertThat(search.git("status")).contains("rebasing branch 'feature/catalog' on");

    assertThat(brief(search).commands()).startsWith("# Brief: `catalog`");
  }

  @Test
  void a_failing_gate_is_told_and_fails_nothing() {
    GitProject shop = Team.checkout(directory.resolve("shop"));
    Team.coverage(shop, 1, 9);

    Result result = brief(shop);

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(result.commands()).anyMatch(line -> line.startsWith("- `coverage.lines` fails: 10"));
  }

  @Test
  void where_nobody_is_meant_the_ids_are_listed() {
    Result result = brief(Team.project(directory.resolve("shop")));

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure())
        .isEqualTo(
            "main is the branch of no workstream. Name one with -Dcoord.workstream=ID: checkout and"
                + " catalog.");
  }

  @Test
  void a_plan_that_cannot_be_used_is_an_error_with_its_place() {
    GitProject shop = Team.checkout(directory.resolve("shop"));
    shop.append("coord.yml", "gaets: []\n");

    Result result = brief(shop);

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure()).contains("coord.yml:23:1");
    assertThat(result.commands()).isEmpty();
  }

  @Test
  void nothing_is_written() {
    GitProject shop = Team.checkout(directory.resolve("shop"));
    var before = Snapshot.of(directory);

    assertThat(brief(shop).commands()).isNotEmpty();

    assertThat(Snapshot.of(directory)).isEqualTo(before);
  }
}
