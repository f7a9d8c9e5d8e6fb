package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are said to be made, changed or deleted are held against what was changed. */
class ChangedFilesTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory).on(Instant.parse("2026-01-05T10:00:00Z"));
    project.file("old.txt", "1\n").file("kept.txt", "1\n").file("gone.txt", "gone\n");
    project.file("src/was.txt", "1\n").commit("Open the shop");
  }

  private void work() {
    project.branch("f/a").on(Instant.parse("2026-01-12T10:00:00Z"));
    project.file("new/one.txt", "1\n").file("new/two.txt", "1\n").file("old.txt", "2\n");
    project.file("src/more.txt", "1\n").file("src/was.txt", "2\n").delete("gone.txt");
    project.commit("Work");
    project.checkout("main");
  }

  private GitProject plan(String status, String files) {
    return project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams: [{id: a, branch: f/a, status: %s, files: [%s]}]
        """
            .formatted(status, files));
  }

  private GitProject report(String days, String files) {
    return project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        reports: [{id: r, %s, files: [%s]}]
        """
            .formatted(days, files));
  }

  /** The cells of the claims about files, without the places. */
  private List<String> claims() throws IOException {
    project.on(Instant.parse("2026-01-26T10:00:00Z")).commit("Plan");
    new Coord().site(Settings.in(directory).build());
    return Files.readString(project.path("target/coord/claims.html.md"))
        .lines()
        .filter(line -> line.matches("\\| .*(created|modified|deleted|changed|files:) .*"))
        .toList();
  }

  @Test
  void what_a_branch_changed_so_agrees() throws IOException {
    work();
    plan(
        "ready",
        "{path: new, change: created}, {path: old.txt}, {path: src}, {path: gone.txt, change:"
            + " deleted}");

    assertThat(claims())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).contains("agrees"))
        .anySatisfy(line -> assertThat(line).contains("f/a adds new/one.txt and 1 more"))
        .anySatisfy(line -> assertThat(line).contains("f/a deletes gone.txt"));
  }

  @Test
  void what_it_changed_otherwise_contradicts() throws IOException {
    work();
    plan(
        "ready",
        "{path: old.txt, change: created}, {path: new/one.txt, change: modified}, {path: src,"
            + " change: created}, {path: kept.txt, change: modified}, {path: never.txt, change:"
            + " deleted}, {path: gone.txt, change: deleted}, {path: new}");

    assertThat(String.join("\n", claims()))
        .contains(
            "f/a changes old.txt, which was there before",
            "f/a adds new/one.txt, which was not there before",
            "f/a changes src/was.txt, which was there before",
            "f/a does not change kept.txt",
            "f/a does not delete never.txt");
  }

  @Test
  void what_a_finished_branch_changed_and_does_not_list_is_told() throws IOException {
    work();
    plan("done", "{path: new, change: created}");

    assertThat(claims())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "files: 1 entry",
                        "f/a changes gone.txt, old.txt, src/more.txt and 1 more, which are not"
                            + " listed"));

    plan("in progress", "{path: new, change: created}");
    assertThat(claims()).hasSize(1).first().asString().contains("agrees", "f/a adds new/one.txt");
  }

  @Test
  void who_lists_the_new_name_of_a_renamed_file_has_listed_the_old_one() throws IOException {
    project.branch("f/a").on(Instant.parse("2026-01-12T10:00:00Z"));
    project.git("mv", "gone.txt", "now.txt");
    project.file("old.txt", "2\n").commit("Rename");
    project.checkout("main");
    plan("ready", "{path: now.txt}, {path: old.txt}");
    assertThat(claims()).hasSize(2).allSatisfy(line -> assertThat(line).contains("agrees"));

    plan("ready", "{path: now.txt, change: created}, {path: old.txt}");
    assertThat(claims())
        .anySatisfy(line -> assertThat(line).contains("f/a changes gone.txt, which is not listed"));

    plan("ready", "{path: gone.txt}, {path: old.txt}");
    assertThat(claims())
        .anySatisfy(line -> assertThat(line).contains("f/a changes now.txt, which is not listed"));
  }

  @Test
  void what_a_merge_brought_counts_after_it() throws IOException {
    work();
    project.on(Instant.parse("2026-01-13T10:00:00Z")).merge("f/a");
    project.git("branch", "-D", "f/a");
    plan(
        "merged",
        "{path: old.txt, change: created}, {path: new, change: created}, {path: src}, {path:"
            + " gone.txt, change: deleted}");

    assertThat(String.join("\n", claims()))
        .contains("f/a changes old.txt, which was there before", "f/a adds new/one.txt")
        .contains("f/a deletes gone.txt");
  }

  /** The merge decides where it is known, and today's files where it is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "merged     | gone.txt        | agrees      | f/a deletes gone.txt, and gone.txt is there"
            + " again",
        "squashed   | gone.txt        | agrees      | f/a deletes gone.txt, and gone.txt is there"
            + " again",
        "merged     | lib             | agrees      | f/a deletes lib/a.txt and 1 more, and"
            + " lib/a.txt is there again",
        "merged     | lib/            | agrees      | f/a deletes lib/a.txt and 1 more, and"
            + " lib/a.txt is there again",
        "merged     | '*.tmp'         | contradicts | kept.tmp is there, where f/a was merged",
        "merged     | kept.txt        | contradicts | f/a does not delete kept.txt",
        "twice      | gone.txt        | contradicts | f/a changes gone.txt",
        "forwarded  | gone.txt        | agrees      | f/a deletes gone.txt, and gone.txt is there"
            + " again",
        "unmerged   | gone.txt        | agrees      | f/a deletes gone.txt",
        "branchless | gone.txt        | contradicts | gone.txt is there, on the checked-out commit",
      })
  void a_deleted_file_that_is_there_again_is_judged_by_the_merge(
      String way, String path, String agreement, String observed) throws IOException {
    project.file("lib/a.txt", "a\n").file("lib/b.txt", "b\n").file("kept.tmp", "k\n");
    project.file("gone.tmp", "g\n").commit("More of the shop");
    project.branch("f/a").on(Instant.parse("2026-01-12T10:00:00Z"));
    project.delete("gone.txt").delete("lib/a.txt").delete("lib/b.txt").delete("gone.tmp");
    project.commit("Clear out");
    project.checkout("main");
    switch (way) {
      case "merged" -> project.merge("f/a");
      case "squashed" -> project.git("merge", "--squash", "f/a");
      case "forwarded" -> project.git("merge", "--ff-only", "f/a");
      case "twice" -> {
        project.merge("f/a");
        project.checkout("f/a").file("gone.txt", "once more\n").commit("Bring it back");
        project.checkout("main").merge("f/a");
      }
      default -> project.file("other.txt", "1\n");
    }
    project.file("README.md", "1\n").commit("Clear out (#1)");
    project.file("gone.txt", "again\n").file("lib/a.txt", "again\n").commit("Make them again");
    plan(way.equals("unmerged") ? "ready" : "merged", "{path: '" + path + "', change: deleted}");
    if (way.equals("branchless")) {
      project.file(
          "coord.yml", Files.readString(project.path("coord.yml")).replace("branch: f/a, ", ""));
    }

    assertThat(claims())
        .filteredOn(line -> line.contains("deleted "))
        .singleElement()
        .asString()
        .contains(agreement + "** " + observed);
  }

  @Test
  void the_length_of_a_merged_file_is_that_at_its_merge_whatever_became_of_it_later()
      throws IOException {
    work();
    project.on(Instant.parse("2026-01-13T10:00:00Z")).merge("f/a");
    project.git("branch", "-D", "f/a");
    project.file("new/one.txt", "1\n2\n3\n").commit("Let it grow");
    plan("merged", "{path: new}, {path: new/one.txt, change: created, lines: 1}");
    claims();
    assertThat(project.path("target/coord/claims.html.md"))
        .content()
        .contains("agrees** new/one.txt has 1 line where f/a was merged");

    plan("merged", "{path: new}, {path: new/one.txt, change: created, lines: 2}");
    claims();
    assertThat(project.path("target/coord/claims.html.md"))
        .content()
        .contains("new/one.txt is claimed at 2 lines and has 3");
  }

  @Test
  void a_workstream_without_a_branch_cannot_be_told() throws IOException {
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams: [{id: a, status: done, files: [{path: old.txt}]}]
        """);

    assertThat(claims())
        .singleElement()
        .asString()
        .contains("unknown", "workstream a names no branch, so what it changed cannot be told");
  }

  @Test
  void the_commits_of_the_days_of_a_report_count_on_whatever_branch() throws IOException {
    work();
    project.merge("f/a");
    report(
        "from: 2026-01-12, to: 2026-01-12",
        "{path: new, change: created}, {path: old.txt, change: modified}, {path: gone.txt, change:"
            + " deleted}");

    assertThat(claims())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("agrees", "of 2026-01-12"));
  }

  @Test
  void what_no_commit_of_the_days_did_contradicts_and_what_a_later_one_did_is_unknown()
      throws IOException {
    work();
    project.merge("f/a");
    report("from: 2030-01-01, to: 2030-01-02", "{path: old.txt, change: created}");
    assertThat(claims())
        .singleElement()
        .asString()
        .contains("contradicts", "no commit from 2030-01-01 to 2030-01-02 adds old.txt");

    report("from: 2026-01-12, to: 2026-01-12", "{path: old.txt, change: created}");
    assertThat(claims())
        .singleElement()
        .asString()
        .contains("contradicts", "of 2026-01-12 changes old.txt, which was there before");

    report("from: 2026-01-06, to: 2026-01-07", "{path: new, change: created}");
    assertThat(claims())
        .singleElement()
        .asString()
        .contains("unknown", "no commit from 2026-01-06 to 2026-01-07 adds new, and ")
        .contains(" of 2026-01-12 does");
  }

  @Test
  void without_a_word_for_it_any_change_agrees() throws IOException {
    work();
    plan("ready", "{path: new/one.txt}, {path: old.txt}, {path: gone.txt}, {path: kept.txt}");

    assertThat(String.join("\n", claims()))
        .contains(
            "changed new/one.txt | `coord.yml:3` | **✔ agrees** f/a adds new/one.txt",
            "changed old.txt | `coord.yml:3` | **✔ agrees** f/a changes old.txt",
            "changed gone.txt | `coord.yml:3` | **✔ agrees** f/a deletes gone.txt",
            "changed kept.txt | `coord.yml:3` | **▲ contradicts** f/a does not change kept.txt");

    report("from: 2026-01-12, to: 2026-01-12", "{path: new/one.txt}, {path: gone.txt}");
    assertThat(claims()).hasSize(2).allSatisfy(line -> assertThat(line).contains("agrees"));
  }

  @Test
  void a_report_may_tell_of_a_branch_that_is_not_merged() throws IOException {
    work();
    report(
        "from: 2026-01-12, to: 2026-01-12",
        "{path: new/one.txt, change: created}, {path: gone.txt, change: deleted}");

    assertThat(claims())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("agrees", " of 2026-01-12"));
  }

  @Test
  void a_report_may_tell_of_a_file_that_was_removed_later() throws IOException {
    work();
    project.merge("f/a");
    project.on(Instant.parse("2026-01-19T10:00:00Z")).delete("new/one.txt");
    project.file("gone.txt", "again\n").commit("Clean up");
    String files =
        "{path: new/one.txt, change: created}, {path: gone.txt, change: deleted},"
            + " {path: never.txt, change: created}";

    for (String days : List.of("from: 2026-01-12, to: 2026-01-12", "title: Some day")) {
      report(days, files);
      assertThat(claims())
          .satisfiesExactlyInAnyOrder(
              line -> assertThat(line).contains("agrees", "2026-01-12 adds new/one.txt"),
              line -> assertThat(line).contains("agrees", "2026-01-12 deletes gone.txt"),
              line ->
                  assertThat(line)
                      .contains("contradicts", "no commit", "adds never.txt")
                      .contains("the commits of all local and remote branches"));
    }
  }

  @Test
  void what_a_merge_brought_agrees_after_somebody_else_removed_it() throws IOException {
    work();
    project.on(Instant.parse("2026-01-13T10:00:00Z")).merge("f/a");
    project.delete("new/one.txt").delete("new/two.txt").commit("Clean up");
    plan("merged", "{path: new, change: created}, {path: new/one.txt, change: created}");

    assertThat(claims())
        .filteredOn(line -> line.contains("created"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("agrees", "f/a adds new/one.txt"));
  }

  @Test
  void what_another_branch_or_a_former_commit_did_to_a_missing_file_is_unknown()
      throws IOException {
    work();
    project.branch("f/b").file("other.txt", "1\n").commit("Work elsewhere");
    project.checkout("main");
    plan("ready", "{path: other.txt, change: created}, {path: never.txt, change: created}");

    assertThat(claims())
        .filteredOn(line -> line.contains("created"))
        .satisfiesExactlyInAnyOrder(
            line ->
                assertThat(line)
                    .contains("unknown", "f/a does not add other.txt, and ", " of 2026-01-12 does"),
            line -> assertThat(line).contains("contradicts", "f/a does not add never.txt"));
  }

  @Test
  void of_a_workstream_without_a_branch_only_what_never_was_contradicts() throws IOException {
    work();
    project.delete("kept.txt").commit("Clean up");
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams:
          - id: a
            status: done
            files: [{path: kept.txt}, {path: new/one.txt, change: created}, {path: never.txt}]
        """);

    assertThat(claims())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("changed kept.txt", "unknown", "names no branch"),
            line -> assertThat(line).contains("created new/one.txt", "unknown", "names no branch"),
            line -> assertThat(line).contains("contradicts", "never.txt is not there"));
  }

  @Test
  void a_shallow_clone_tells_nothing_of_what_was_done() throws IOException {
    work();
    project.merge("f/a");
    report("from: 2026-01-12, to: 2026-01-12", "{path: never.txt, change: created}");
    project.append(
        "coord.yml",
        "workstreams: [{id: a, branch: f/a, status: done, files: [{path: none.txt, change:"
            + " created}]}, {id: b, status: done, files: [{path: nil.txt, change: created}]}]\n");
    project.on(Instant.parse("2026-01-26T10:00:00Z")).commit("Plan");
    Path clone = directory.resolve("target/clone");
    project.git("clone", "-q", "--depth=1", "file://" + directory, clone.toString());
    new Coord().site(Settings.in(clone).build());

    assertThat(Files.readString(clone.resolve("target/coord/claims.html.md")).lines())
        .filteredOn(line -> line.contains("created "))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("unknown"));
  }

  @Test
  void a_length_in_a_report_is_that_of_its_days() throws IOException {
    work();
    project.on(Instant.parse("2026-01-19T10:00:00Z")).file("old.txt", "3\n3\n3\n");
    project.file("new/one.txt", "1\n1\n").commit("Go on");

    report(
        "from: 2026-01-12, to: 2026-01-12",
        "{path: old.txt, lines: 1}, {path: new/one.txt, lines: 4}, {path: kept.txt, lines: 9}");
    assertThat(lengths())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("agrees", "old.txt has 1 line at ", "of 2026-01-12"),
            line ->
                assertThat(line)
                    .contains("contradicts", "new/one.txt is claimed at 4 lines and has 1 at "),
            line -> assertThat(line).contains("contradicts", "kept.txt is claimed at 9 lines"));

    report("from: 2026-01-13, to: 2026-01-14", "{path: old.txt, lines: 1}");
    assertThat(lengths())
        .singleElement()
        .asString()
        .contains("unknown", "of 2026-01-19 changed old.txt")
        .contains("does not tell how long it was on 2026-01-14");
  }

  private List<String> lengths() throws IOException {
    claims();
    return Files.readString(project.path("target/coord/claims.html.md"))
        .lines()
        .filter(line -> line.matches("\\| .* has [0-9] lines? \\|.*"))
        .toList();
  }

  @Test
  void what_is_no_pattern_is_unknown() throws IOException {
    work();
    plan("ready", "{path: 'new/[one.txt', change: created}");

    assertThat(claims())
        .anySatisfy(line -> assertThat(line).contains("unknown", "one.txt' is no path pattern"));
  }

  @Test
  void a_prompt_and_a_deliverable_may_be_on_another_branch_or_have_been_removed()
      throws IOException {
    work();
    project.delete("kept.txt").commit("Clean up");
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams:
          - {id: a, branch: f/a, launch: {order: 1, prompt_file: kept.txt}}
          - {id: b, branch: f/b, launch: {order: 2, prompt_file: never.txt}}
        testing:
          deliverables:
            - {title: Changed plan, path: new/one.txt, status: done}
            - {title: Changed nothing, path: none.txt, status: done}
            - {title: Changed later, path: new/two.txt, status: todo}
        """);
    claims();

    assertThat(Files.readString(project.path("target/coord/claims.html.md")).lines())
        .filteredOn(line -> line.matches("\\| .*(prompt.+file|Changed ).*"))
        .satisfiesExactlyInAnyOrder(
            line ->
                assertThat(line)
                    .contains(
                        "unknown", "kept.txt does not exist, and ", "2026-01-05 adds kept.txt"),
            line -> assertThat(line).contains("contradicts", "never.txt does not exist"),
            line -> assertThat(line).contains("unknown", " of 2026-01-12 adds new/one.txt"),
            line -> assertThat(line).contains("contradicts", "none.txt does not exist"),
            line -> assertThat(line).contains("agrees", "new/two.txt does not exist"));
  }
}
