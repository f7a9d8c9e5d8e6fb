package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.feed.Briefs;
import dev.coord.testing.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose brief is printed, and that nothing else happens. */
class BriefPrintingTest {

  private static final String CHECKOUT_PLAN = "coord/checkout.yml";

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

  /** A team whose workstreams have a plan file each; checkout is ahead of what main says of it. */
  private GitProject split() {
    GitProject shop = Team.project(directory.resolve("shop"));
    int checkout = Team.PLAN.indexOf("  - id: checkout");
    int catalog = Team.PLAN.indexOf("  - id: catalog");
    int boundaries = Team.PLAN.indexOf("boundaries:");
    String head = "coord: 1\nworkstreams:\n";
    shop.delete("coord.yml")
        .file(CHECKOUT_PLAN, head + Team.PLAN.substring(checkout, catalog))
        .file("coord/catalog.yml", head + Team.PLAN.substring(catalog, boundaries))
        .file(
            "coord/project.yml",
            "coord: 1\nproject: {name: Shop, integration_branch: main}\n"
                + Team.PLAN.substring(boundaries));
    shop.commit("Split the plan");
    shop.branch("feature/checkout");
    shop.edit(CHECKOUT_PLAN, "[ ] Refunds", "[x] Refunds\", \"[ ] receipts: Receipts");
    shop.append(Team.CHECKOUT, "// refunds\n").commit("Refund");
    shop.checkout("main");
    return Team.reports(shop);
  }

  private static String text(GitProject project, String file) {
    try {
      return Files.readString(project.path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The brief that the site of what is checked out has. */
  private static List<String> published(GitProject project, String workstream) {
    new Coord().site(Settings.in(project.directory()).build());
    return text(project, "target/coord/workstreams/" + workstream + ".md").lines().toList();
  }

  @Test
  void that_of_another_branch_says_what_the_site_of_the_same_commit_says() {
    GitProject shop = split();

    List<String> checkout = brief(shop, "checkout").commands();
    assertThat(checkout).contains("- 2 of 3 tasks claimed done", "- `receipts` Receipts");
    assertThat(checkout).isEqualTo(published(shop, "checkout"));
    assertThat(brief(shop, "catalog").commands()).isEqualTo(published(shop, "catalog"));

    shop.branch("feature/else");
    assertThat(brief(shop, "checkout").commands())
        .contains("- 2 of 3 tasks claimed done")
        .isEqualTo(published(shop, "checkout"));
  }

  @Test
  void on_the_branch_itself_the_working_tree_speaks() {
    GitProject shop = split();
    shop.git("switch", "-q", "feature/checkout");
    shop.edit(CHECKOUT_PLAN, "[ ] receipts", "[x] receipts");

    assertThat(brief(shop, "checkout").commands()).contains("- 3 of 3 tasks claimed done");
    assertThat(brief(shop).commands()).isEqualTo(brief(shop, "checkout").commands());
  }

  @Test
  void what_cannot_be_told_of_another_branch_is_unknown() {
    GitProject shop = split();
    shop.git("merge", "-q", "--squash", "feature/checkout");
    shop.commit("Refunds");
    shop.append(Team.CHECKOUT, "// tidier\n").commit("Tidy");
    shop.git("branch", "-q", "-D", "feature/checkout");

    assertThat(brief(shop, "checkout").commands())
        .anyMatch(line -> line.startsWith("- observed: unknown: "))
        .isEqualTo(published(shop, "checkout"));
  }

  @Test
  void a_detached_head_at_the_tip_is_the_workstreams_in_the_worktree_that_the_plan_gives_it() {
    GitProject shop = split();
    shop.edit(CHECKOUT_PLAN, "    owner: ana\n", "    owner: ana\n    worktree: ../pay\n");
    shop.commit("Give it a worktree");
    shop.git("switch", "-q", "feature/checkout");
    shop.git("merge", "-q", "main");
    shop.git("switch", "-q", "main");
    shop.git("worktree", "add", "-q", "--detach", "../pay", "feature/checkout");
    shop.git("worktree", "add", "-q", "--detach", "../elsewhere", "feature/checkout");
    GitProject pay = shop.at(directory.resolve("pay"));
    pay.edit(CHECKOUT_PLAN, "[ ] receipts", "[x] receipts");

    assertThat(brief(pay).commands())
        .startsWith("# Brief: `checkout`")
        .contains("- 3 of 3 tasks claimed done");
    Result elsewhere = brief(shop.at(directory.resolve("elsewhere")));
    assertThat(elsewhere.overall()).isEqualTo(Overall.ERROR);
    assertThat(elsewhere.failure()).startsWith("HEAD is on no branch. Name one");

    pay.git("checkout", "-q", "--", ".");
    pay.git("switch", "-q", "--detach", "HEAD~1");
    assertThat(brief(pay).overall()).isEqualTo(Overall.ERROR);
  }

  @Test
  void what_reproduces_a_gate_says_where_it_is_typed_and_comes_to_the_same_there() {
    GitProject shop = split();
    shop.git("switch", "-q", "feature/checkout");
    shop.append(Team.CATALOG, "// mine\n").commit("Meddle");
    shop.git("switch", "-q", "main");

    assertThat(section(brief(shop, "checkout"), "Failing gates"))
        .singleElement()
        .asString()
        .startsWith("- `ownership` fails, and warns: 1 file of catalog changed by checkout. ")
        .contains(
            " Reproduce after `git switch feature/checkout`: `mvn"
                + " dev.coord:coord-maven-plugin:dev:check -Dcoord.workstream=checkout`. ");

    shop.git("switch", "-q", "feature/checkout");
    Result check =
        new Coord()
            .check(Settings.in(shop.directory()).workstream(Optional.of("checkout")).build());
    assertThat(check.console())
        .anyMatch(line -> line.text().contains("1 file of catalog changed by checkout"));

    shop.git("switch", "-q", "main");
    shop.git("worktree", "add", "-q", "../pay", "feature/checkout");
    assertThat(section(brief(shop, "checkout"), "Failing gates").get(0))
        .contains(" Reproduce in its worktree `../pay`: `mvn ");
  }

  @Test
  void a_gate_that_was_judged_by_what_is_checked_out_is_reproduced_there() {
    GitProject shop = split();
    shop.append(
        "coord/project.yml",
        "  - {id: listed, applies_to: {workstreams: [checkout]}, path: {file: no.md, exists: true}}\n");
    shop.commit("List it");

    assertThat(section(brief(shop, "checkout"), "Failing gates").get(0))
        .startsWith("- `listed` fails, and warns: ")
        .contains(" Reproduce on `main`: `mvn dev.coord:coord-maven-plugin:dev:check`. ");
  }

  @Test
  void the_order_of_merges_is_waited_for() {
    GitProject shop = split();
    shop.append(
        "coord/project.yml", "merges: {queue: [{workstream: catalog}, {workstream: checkout}]}\n");
    shop.commit("Queue");
    shop.git("switch", "-q", "feature/checkout");
    shop.edit(CHECKOUT_PLAN, "[ ] receipts", "[x] receipts").commit("Receipts");
    shop.git("merge", "-q", "main");
    Team.reports(shop);
    shop.git("switch", "-q", "main");
    shop.git("switch", "-q", "feature/catalog");
    shop.git("merge", "-q", "main");
    shop.append(Team.CATALOG, "// search\n").commit("Search");

    for (String branch : List.of("main", "feature/checkout")) {
      shop.git("switch", "-q", branch);
      Team.reports(shop);
      Result brief = brief(shop, "checkout");
      assertThat(section(brief, "State").get(0))
          .startsWith("- observed: ready: ")
          .endsWith("waits: catalog, before it in the merge queue, is not merged");
      assertThat(section(brief, "Wait for"))
          .containsExactly("- to be merged: catalog, before it in the merge queue, is not merged");
      assertThat(section(brief, "Next"))
          .containsExactly(
              "All tasks are claimed done, but do not have it merged yet: it waits, as said"
                  + " above.");
    }
  }

  @Test
  void an_approval_is_waited_for_until_git_has_it() {
    GitProject shop = split();
    shop.append(
        "coord/project.yml",
        """
          - {id: reviewed, approved: {by: [cleo], workstream: checkout}}
        people: [{id: ana}, {id: ben}, {id: cleo, email: cleo@example.org}]
        """);
    shop.commit("Have it reviewed");
    shop.git("switch", "-q", "feature/checkout");
    shop.edit(CHECKOUT_PLAN, "[ ] receipts", "[x] receipts").commit("Receipts");
    shop.git("merge", "-q", "main");
    Team.reports(shop);

    Result waiting = brief(shop, "checkout");
    String tip = shop.git("rev-parse", "--short=7", "HEAD").strip();
    assertThat(section(waiting, "Wait for"))
        .containsExactly(
            "- to be merged: gate reviewed: failed (the last commit of feature/checkout ("
                + tip
                + ") has no trailer Approved-by of cleo)");
    assertThat(section(waiting, "Next")).singleElement().asString().contains("it waits");
    shop.git("switch", "-q", "main");
    Team.reports(shop);
    assertThat(section(brief(shop, "checkout"), "Wait for"))
        .isEqualTo(section(waiting, "Wait for"));
    assertThat(published(shop, "checkout")).containsAll(section(waiting, "Wait for"));

    shop.git("switch", "-q", "feature/checkout");
    shop.as("Cleo", "cleo@example.org");
    shop.git("commit", "-q", "--allow-empty", "-m", "Approve\n\nApproved-by: cleo");
    Team.reports(shop);
    Result approved = brief(shop, "checkout");
    assertThat(section(approved, "Wait for")).containsExactly("Nobody.");
    assertThat(section(approved, "Next"))
        .containsExactly("All tasks are claimed done: have it merged.");
  }

  @Test
  void it_is_done_when_the_same_gates_hold_wherever_that_is_printed() {
    GitProject shop = split();
    shop.append(
        "coord/project.yml",
        "  - {id: hint, path: {file: no.md, exists: true}, severity: warn}\n"
            + "  - {id: searched, tasks: {workstream: catalog, done: \"= 100%\"}}\n");
    shop.commit("More gates");
    List<String> onMain = section(brief(shop, "checkout"), "Done when");
    shop.git("switch", "-q", "feature/checkout");

    assertThat(onMain)
        .contains("- `ownership`, `coverage.lines` and `tests.failed` hold")
        .isEqualTo(section(brief(shop), "Done when"));
  }

  @Test
  void a_gate_about_another_workstream_is_not_this_ones_to_mend() {
    GitProject shop = split();
    shop.append(
        "coord/project.yml",
        "  - {id: searched, tasks: {workstream: catalog, done: \"= 100%\"}}\n");
    shop.commit("Ask for the search");
    shop.git("switch", "-q", "feature/checkout");
    shop.git("merge", "-q", "main");
    shop.git("switch", "-q", "main");
    shop.edit("coord/catalog.yml", "[ ] Search", "[x] Search").commit("Searched");
    shop.git("switch", "-q", "feature/checkout");
    Team.reports(shop);

    Result brief = brief(shop);

    assertThat(section(brief, "State"))
        .contains(
            "- owner ana, branch `feature/checkout` (2 ahead of `main`, 1 behind: merge `main`)");
    assertThat(section(brief, "Failing gates"))
        .containsExactly(
            "- `searched.done` fails here and is about `catalog`, so nothing is to be done for it here"
                + " but to merge `main`");
    assertThat(section(brief, "Done when")).noneMatch(line -> line.contains("searched"));
  }

  @Test
  void gates_that_are_unknown_for_want_of_the_same_are_one_line() {
    GitProject shop = Team.checkout(directory.resolve("shop"));
    shop.delete(Team.COVERAGE).delete(Team.TESTS);

    assertThat(section(brief(shop), "Failing gates"))
        .singleElement()
        .asString()
        .startsWith(
            "- `coverage.lines` and `tests.failed` are unknown: no coverage report was found (looked"
                + " for coverage.xml and 11 more patterns); no test report was found ")
        .endsWith(
            " Run the tests with coverage first, or name the reports under evidence.coverage. Run"
                + " the tests first, or name the reports under evidence.tests.");
  }

  @Test
  void what_a_printed_brief_cuts_is_on_a_page_that_is_still_to_be_written() {
    GitProject shop = Team.checkout(directory.resolve("shop"));
    shop.edit(
        "coord.yml", "\"[ ] Refunds\"", "\"[ ] A\", \"[ ] B\", \"[ ] C\", \"[ ] D\", \"[ ] E\"");

    assertThat(section(brief(shop), "Next"))
        .endsWith(
            "- or 2 more, see `workstreams/checkout.html` of what `mvn"
                + " dev.coord:coord-maven-plugin:dev:site` writes");
    assertThat(section(brief(shop), "Never touch"))
        .anyMatch(
            line ->
                line.endsWith(
                    "; `mvn dev.coord:coord-maven-plugin:dev:check -Dcoord.workstream=checkout"
                        + " -Dcoord.paths=PATH` tells of any path"));
  }

  @Test
  void commands_have_the_prefix_where_it_is_known() {
    GitProject shop = Team.checkout(directory.resolve("shop"));
    Team.coverage(shop, 1, 9);

    Result brief =
        new Coord().brief(Settings.in(shop.directory()).prefix(Optional.of("coord")).build());

    assertThat(section(brief, "Failing gates").get(0))
        .contains(" Reproduce: `mvn coord:check -Dcoord.workstream=checkout`. ");
  }

  @Test
  void in_a_fresh_worktree_gates_without_reports_have_their_command_and_what_to_do_whole() {
    GitProject shop = GitProject.in(directory.resolve("shop"));
    shop.file("pom.xml", "<project/>")
        .file(
            "coord.yml",
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            workstreams: [{id: checkout, branch: feature/checkout}]
            gates:
              - coverage: {lines: ">= 80%", branches: ">= 80%"}
              - tests: {failed: "= 0", total: ">= 100"}
              - {id: refunds-coverage, coverage: {lines: ">= 90%"}}
            """);
    shop.commit("Open the shop");
    shop.branch("feature/checkout").file("a.txt", "a\n").commit("Begin");

    assertThat(section(brief(shop), "Failing gates"))
        .singleElement()
        .asString()
        .startsWith(
            "- `coverage.lines`, `coverage.branches`, `tests.failed`, `tests.total` and"
                + " `refunds-coverage.lines` are unknown: no coverage report was found")
        .contains(
            " Reproduce: `mvn verify dev.coord:coord-maven-plugin:dev:check"
                + " -Dcoord.workstream=checkout`. ")
        .endsWith("or name the reports under evidence.tests.")
        .doesNotContain("\\`");
  }

  private static List<String> section(Result brief, String heading) {
    List<String> lines = brief.commands();
    int from = lines.indexOf("## " + heading) + 1;
    assertThat(from).as(heading).isPositive();
    int to = lines.subList(from, lines.size()).indexOf("");
    return lines.subList(from, to < 0 ? lines.size() : from + to);
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
