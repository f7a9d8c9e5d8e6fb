package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.publish.ConsoleLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A violation that was merged does not pass because a clone lacks what would show it. */
class AbsentBranchesTest {

  private static final String INSISTS = "ownership: {merged: fail}";
  private static final String NAMED = "Merge branch 'f/api'";
  private static final String FETCH =
      "git fetch origin +refs/heads/f/api:refs/remotes/origin/f/api";
  private static final String UNNAMED = "Bring the work on the interface";

  @TempDir Path directory;
  private GitProject origin;

  @BeforeEach
  void make() {
    origin = GitProject.in(directory.resolve("origin"));
  }

  @Test
  void a_full_clone_fails_whether_the_merge_names_the_branch_or_not() {
    merged(INSISTS, UNNAMED);

    assertThat(check().overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void a_shallow_clone_without_the_branch_is_unknown_and_names_fetch_depth() {
    merged(INSISTS, NAMED);

    Result result = check("--depth", "1");

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(text(result))
        .contains("UNKNOWN ownership (api)", "the clone is shallow", "fetch-depth: 0")
        .doesNotContain("no workstream has changes to be judged");
  }

  @Test
  void a_clone_of_one_branch_finds_the_merge_that_names_another() {
    merged(INSISTS, NAMED);

    assertThat(check("--single-branch").overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void a_clone_of_one_branch_whose_merge_names_none_is_unknown_and_says_what_to_fetch() {
    merged(INSISTS, UNNAMED);

    Result result = check("--single-branch");

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(text(result))
        .contains("UNKNOWN ownership (api)", "so whether it was merged cannot be told")
        .contains("(" + FETCH + "), say merged_as: COMMIT where it was merged and deleted, or")
        .contains("correct branch: in the plan.  coord.yml:7")
        .doesNotContain("ownership (web)", "status: todo");
    assertThat(text(new Coord().check(Settings.in(copy()).verbose(true).build())))
        .contains(FETCH, "say status: todo (coord.yml:4)");
    origin.at(copy()).git(FETCH.substring("git ".length()).split(" "));
    assertThat(judged().overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void a_gate_that_does_not_insist_warns_of_what_cannot_be_told() {
    merged("ownership: {}", NAMED);

    Result result = check("--depth", "2");

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(text(result)).contains("WARN    ownership (api)", "the clone is shallow");
  }

  @Test
  void the_git_page_of_a_shallow_clone_does_not_say_that_nobody_moves() throws IOException {
    merged("ownership: {}", NAMED);
    check("--depth", "1");

    new Coord().site(Settings.in(copy()).build());

    assertThat(Files.readString(copy().resolve("target/coord/git.html.md")))
        .contains("Who moves cannot be told: the clone is shallow")
        .doesNotContain("Nobody moves");
  }

  /** A workstream that was merged with a violation, and one that has not begun. */
  private void merged(String gate, String subject) {
    String plan =
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams:
          - {id: api, branch: f/api, owns: [/api/], keeps_off: [/web/]}
          - {id: web, branch: f/web, owns: [/web/], status: todo}
        gates:
          - %s
        """;
    origin.file("coord.yml", plan.formatted(gate)).file("web/a.txt", "a\n");
    origin.commit("Open the shop");
    origin.branch("f/api");
    origin.append("web/a.txt", "b\n").commit("Trespass");
    origin.checkout("main");
    origin.git("merge", "-q", "--no-ff", "-m", subject, "f/api");
  }

  private Path copy() {
    return directory.resolve("clone");
  }

  private Result check(String... options) {
    List<String> command = new ArrayList<>(List.of("clone", "-q"));
    command.addAll(List.of(options));
    command.add(origin.directory().toUri().toString());
    command.add(copy().toString());
    origin.git(command.toArray(String[]::new));
    return judged();
  }

  private Result judged() {
    return new Coord().check(Settings.in(copy()).build());
  }

  private static String text(Result result) {
    return result.console().stream().map(ConsoleLine::text).collect(Collectors.joining("\n"));
  }
}
