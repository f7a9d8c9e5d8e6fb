package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeSubjectTest {

  private static List<String> branches(String subject) {
    return MergeSubject.branches(subject, Owners.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Merge branch 'x', x",
        "Merge branch 'feature/x' into y, feature/x",
        "Merge branch 'x' into 'main', x",
        "Merge branch 'x' of https://example.org/owner/repository, x",
        "Merge branch 'x' of github.com:owner/repository into y, x",
        "Merge branch 'it's', it's",
        "Merge remote-tracking branch 'origin/x', x",
        "Merge remote-tracking branch 'upstream/feature/x' into y, feature/x",
        "Merge pull request #12 from owner/x, x",
        "Merge pull request #12 from owner/feature/x, feature/x",
        "Merge pull request #12 in PROJECT/repository from feature/x to main, feature/x",
        "Merge pull request 12 from feature/x into main, feature/x",
        "Merged in feature/x (pull request #12), feature/x",
        "Merge pull request 'Some 'quoted' title' (#12) from x into main, x",
        "Merge pull request 'Title' (!12) from owner:x into main, x",
      })
  void the_branch_is_read_from_what_git_and_the_services_write(String subject, String branch) {
    assertThat(branches(subject)).containsExactly(branch);
  }

  @Test
  void the_branch_of_another_owner_is_a_forks_and_none_of_ours() {
    Owners ours = Owners.of(List.of("git@github.com:Acme/shop.git"));

    assertThat(MergeSubject.branches("Merge pull request #12 from acme/feature/x", ours))
        .containsExactly("feature/x");
    assertThat(MergeSubject.branches("Merge pull request #12 from mallory/feature/x", ours))
        .isEmpty();
    assertThat(MergeSubject.branches("Merge branch 'feature/x'", ours))
        .as("what names no owner")
        .containsExactly("feature/x");
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/shop, true",
    "github.com:acme/shop, true",
    "https://github.com/mallory/shop, false",
    "github.com:mallory/shop, false",
    "git@github.com:mallory/shop.git, false",
    "../clone, true"
  })
  void a_branch_that_was_pulled_from_another_owner_is_none_of_ours(String from, boolean counts) {
    Owners ours = Owners.of(List.of("git@github.com:Acme/shop.git"));
    List<String> expected = counts ? List.of("feature/x") : List.of();

    assertThat(MergeSubject.branches("Merge branch 'feature/x' of " + from, ours))
        .isEqualTo(expected);
    assertThat(MergeSubject.branches("Merge branch 'feature/x' of " + from + " into main", ours))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/shop, acme",
    "https://github.com/Acme/shop.git, acme",
    "https://user:token@github.com/acme/shop, acme",
    "ssh://git@github.com:22/acme/shop.git, acme",
    "git@github.com:acme/shop.git, acme",
    "git@github-work:acme/shop.git, acme",
    "https://github.acme.example/team/shop, team",
    "https://gitlab.com/acme/shop,",
    "https://github.com/acme,",
    "/srv/github/acme/shop,",
    "file:///srv/github/acme/shop,",
    "../github/acme/shop,"
  })
  void the_owner_is_read_from_addresses_at_github(String address, String owner) {
    assertThat(Owners.of(List.of(address)).names())
        .isEqualTo(owner == null ? Set.of() : Set.of(owner));
  }

  @Test
  void an_address_made_to_take_long_is_passed_over() {
    String long1 = "https://github.com/" + "a/".repeat(1_000_000);

    assertThat(Owners.of(List.of(long1, "https://github.com/acme/shop")).names())
        .containsExactly("acme");
  }

  @Test
  void an_octopus_names_its_branches_in_order() {
    assertThat(branches("Merge branches 'a' and 'b/c'")).containsExactly("a", "b/c");
    assertThat(branches("Merge branches 'a', 'b' and 'c' into main"))
        .containsExactly("a", "b", "c");
    assertThat(branches("Merge remote-tracking branches 'origin/a' and 'origin/b'"))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Merge",
        "Merge tag 'v1' into main",
        "Merge commit 'abc'",
        "Merged PR 12: Title",
        "Revert \"Merge branch 'x'\"",
        "Fix: Merge branch 'x'",
        "Merge branch 'x' of https://example.org/r into x",
        "Merge branch ''",
        "Merge pull request #12",
        "Merge pull request #12 from x",
        "Merge pull request 12 from feature/x",
        "Merge pull request 12 from feature/x into",
      })
  void other_subjects_name_none(String subject) {
    assertThat(branches(subject)).isEqualTo(List.of());
  }

  @Test
  void a_subject_made_to_take_long_is_passed_over() {
    assertThat(branches("Merge branch '" + "a'".repeat(1_000_000))).isEmpty();
    assertThat(branches("Merge branch '" + "a'".repeat(490))).hasSizeLessThan(500);
    assertThat(branches("Merge pull request '" + "' (#1) ".repeat(120))).isEmpty();
  }
}
