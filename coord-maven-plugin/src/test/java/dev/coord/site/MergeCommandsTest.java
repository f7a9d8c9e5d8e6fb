package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Readiness;
import dev.coord.evidence.BranchVersion;
import dev.coord.evidence.TargetBranch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The commands to merge something, for names that a shell or git would take for something else. */
class MergeCommandsTest {

  private static String commands(String source, String target, String message) {
    return commands(source, Optional.of("refs/heads/" + source), target, message);
  }

  private static String commands(
      String source, Optional<String> ref, String target, String message) {
    return MergeCommands.of(
            new Readiness(
                "a",
                Optional.of("a"),
                true,
                List.of(),
                Optional.of(source),
                ref,
                target,
                Optional.empty(),
                Optional.of(message).filter(text -> !text.isEmpty()),
                List.of(),
                false))
        .orElseThrow();
  }

  @Test
  void a_plain_branch_stands_as_it_is() {
    assertThat(commands("feature/a", "main", ""))
        .isEqualTo("git switch main\ngit merge --no-ff feature/a");
    assertThat(commands("feature/a", "main", "Merge a"))
        .isEqualTo("git switch main\ngit merge --no-ff feature/a -m 'Merge a'");
  }

  @Test
  void nothing_that_a_shell_would_run_stands_unquoted() {
    assertThat(commands("$(id)", "a;b", "it's `id`"))
        .isEqualTo("git switch 'a;b'\ngit merge --no-ff '$(id)' -m 'it'\\''s `id`'");
    assertThat(commands("a b", "\"x\"", "$HOME"))
        .isEqualTo("git switch '\"x\"'\ngit merge --no-ff 'a b' -m '$HOME'");
  }

  @Test
  void a_message_of_several_lines_stays_one_word() {
    assertThat(commands("a", "main", "Merge a\n\nrm -rf /"))
        .isEqualTo("git switch main\ngit merge --no-ff a -m 'Merge a\n\nrm -rf /'");
  }

  @Test
  void a_name_that_begins_with_a_dash_is_no_option() {
    assertThat(commands("--abort", "-d", "-m"))
        .isEqualTo("git switch -- '-d'\ngit merge --no-ff -m '-m' -- '--abort'");
  }

  @Test
  void a_branch_that_only_the_remote_has_is_called_by_the_remotes_name() {
    assertThat(commands("feature/a", Optional.of("refs/remotes/origin/feature/a"), "main", ""))
        .isEqualTo("git switch main\ngit merge --no-ff origin/feature/a");
  }

  @Test
  void a_branch_whose_name_a_tag_bears_is_called_by_its_full_name() {
    assertThat(tagged("refs/heads/x", Optional.empty()))
        .contains("git merge --no-ff refs/heads/x -m 'Merge branch '");
    assertThat(tagged("refs/remotes/origin/x", Optional.empty()))
        .contains("--no-ff refs/remotes/origin/x -m 'Merge remote-tracking branch '");
    assertThat(tagged("refs/heads/x", Optional.of("Bring x")))
        .endsWith("refs/heads/x -m 'Bring x'");
  }

  private static String tagged(String ref, Optional<String> message) {
    return MergeCommands.of(
            new Readiness(
                "a",
                Optional.of("a"),
                true,
                List.of(),
                Optional.of("x"),
                Optional.of(ref),
                "main",
                Optional.empty(),
                message,
                List.of(),
                true))
        .orElseThrow();
  }

  @Test
  void a_target_that_is_not_there_yet_is_made() {
    assertThat(
            MergeCommands.of(
                new Readiness(
                    "a",
                    Optional.of("a"),
                    false,
                    List.of("w"),
                    Optional.of("a"),
                    Optional.empty(),
                    "next",
                    Optional.of("main"),
                    Optional.empty(),
                    List.of(),
                    false)))
        .contains("git switch -c next main\ngit merge --no-ff a");
  }

  @Test
  void a_local_target_that_is_older_than_what_was_judged_is_brought_up_to_date_first() {
    assertThat(
            MergeCommands.of(
                new Readiness(
                    "a",
                    Optional.of("a"),
                    false,
                    List.of("w"),
                    Optional.of("a"),
                    Optional.empty(),
                    "main",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false,
                    Optional.of(
                        new TargetBranch(
                            "main",
                            "refs/remotes/origin/main",
                            "1111111",
                            false,
                            Optional.of(new BranchVersion("refs/heads/main", "2222222", 0, 1)),
                            Optional.empty())))))
        .contains("git switch main\ngit merge --ff-only origin/main\ngit merge --no-ff a");
  }
}
