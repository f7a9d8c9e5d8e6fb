package dev.coord.site.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.site.model.Target;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLinksTest {

  private static final String HEAD = "0be90e2f3a4b5c6d7e8f901234567890abcdef12";
  private static final String TIP = "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678";
  private static final String ODD = "docs/a b#c?/ü%.yml";

  private static final String DATA_CENTER = "https://bitbucket.firm.example/projects/P/repos/b";

  private static SourceLinks links(String url) {
    return new SourceLinks(
        Optional.of(url),
        Optional.of(HEAD),
        new TreeSet<>(List.of("coord.yml", "docs/a b.md", ODD)));
  }

  private static Optional<Target> url(String address) {
    return Optional.of(new Target.ToUrl(address));
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/a/b, https://github.com/a/b/blob/HEAD/coord.yml#L7",
    "https://github.com/a/b.git, https://github.com/a/b/blob/HEAD/coord.yml#L7",
    "https://github.com/a/b/, https://github.com/a/b/blob/HEAD/coord.yml#L7",
    "https://github.firm.example/a/b, https://github.firm.example/a/b/blob/HEAD/coord.yml#L7",
    "https://gitlab.com/g/s/b, https://gitlab.com/g/s/b/-/blob/HEAD/coord.yml#L7",
    "https://codeberg.org/a/b, https://codeberg.org/a/b/src/commit/HEAD/coord.yml#L7",
    "http://gitea.lan:3000/a/b, http://gitea.lan:3000/a/b/src/commit/HEAD/coord.yml#L7",
    "https://bitbucket.org/a/b, https://bitbucket.org/a/b/src/HEAD/coord.yml#lines-7",
    "https://bitbucket.firm.example/projects/P/repos/b, https://bitbucket.firm.example/projects/P/repos/b/browse/coord.yml?at=HEAD#7",
    "https://bitbucket.firm.example:7990/x/users/ana/repos/b, https://bitbucket.firm.example:7990/x/users/ana/repos/b/browse/coord.yml?at=HEAD#7",
  })
  void a_tracked_line_is_linked_at_the_checked_out_commit(String repository, String address) {
    assertThat(links(repository).place(Location.of("coord.yml", 7, 3)))
        .isEqualTo(url(address.replace("HEAD", HEAD)));
  }

  @Test
  void a_line_read_from_a_commit_is_linked_at_that_commit() {
    assertThat(links("https://github.com/a/b").place(Location.of("gone.yml", 2, 1).in(TIP)))
        .isEqualTo(url("https://github.com/a/b/blob/" + TIP + "/gone.yml#L2"));
  }

  @Test
  void a_whole_file_is_linked_without_a_line() {
    assertThat(links("https://github.com/a/b").place(Location.ofFile("coord.yml")))
        .isEqualTo(url("https://github.com/a/b/blob/" + HEAD + "/coord.yml"));
  }

  @Test
  void what_one_commit_has_and_another_lacks_is_linked() {
    assertThat(links("https://github.com/a/b").compare(TIP, HEAD))
        .isEqualTo(url("https://github.com/a/b/compare/" + TIP + "..." + HEAD));
    assertThat(links("https://gitlab.com/a/b").compare(TIP, HEAD))
        .isEqualTo(url("https://gitlab.com/a/b/-/compare/" + TIP + "..." + HEAD));
    assertThat(links("https://bitbucket.org/a/b").compare(TIP, HEAD)).isEmpty();
    assertThat(links("https://github.com/a/b").compare("main", HEAD)).isEmpty();
    assertThat(links("https://github.com/a/b").compare(TIP, "main")).isEmpty();
  }

  @Test
  void a_commit_is_linked() {
    assertThat(links("https://github.com/a/b").commit(TIP))
        .isEqualTo(url("https://github.com/a/b/commit/" + TIP));
    assertThat(links("https://gitlab.com/a/b").commit(TIP))
        .isEqualTo(url("https://gitlab.com/a/b/-/commit/" + TIP));
    assertThat(links("https://bitbucket.org/a/b").commit(TIP))
        .isEqualTo(url("https://bitbucket.org/a/b/commits/" + TIP));
  }

  @Test
  void what_a_path_holds_is_percent_encoded() {
    assertThat(links("https://github.com/a/b").place(Location.ofFile(ODD)))
        .isEqualTo(url("https://github.com/a/b/blob/" + HEAD + "/docs/a%20b%23c%3F/%C3%BC%25.yml"));
  }

  @Test
  void a_file_that_is_not_tracked_is_not_linked() {
    assertThat(links("https://github.com/a/b").place(Location.ofFile("target/report.xml")))
        .isEmpty();
  }

  @Test
  void a_path_that_leaves_the_repository_is_not_linked() {
    assertThat(links("https://github.com/a/b").place(Location.ofFile("../x.yml").in(TIP)))
        .isEmpty();
  }

  @Test
  void what_is_no_commit_is_not_linked() {
    assertThat(links("https://github.com/a/b").commit("HEAD\"><script>")).isEmpty();
    assertThat(links("https://github.com/a/b").place(Location.ofFile("coord.yml").in("../..")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:secret@github.com/a/b",
        "https://github.com/a/b?x=1",
        "https://github.com/a/b#frag",
        "javascript://github.com/a/b",
        "git@github.com:a/b.git",
        "https://github.com",
        "https://forge.example/a/b",
        "https://bitbucket.firm.example/scm/p/b",
        "https://bitbucket.org.example/a/b",
        "https://github.com/a/b\"onclick=x",
      })
  void other_addresses_and_unknown_hosts_give_plain_text(String repository) {
    SourceLinks links = links(repository);

    assertThat(links.place(Location.ofFile("coord.yml"))).isEmpty();
    assertThat(links.commit(TIP)).isEmpty();
    assertThat(links.edit("main", "coord.yml")).isEmpty();
  }

  @Test
  void a_tracked_file_can_be_edited_on_a_branch() {
    assertThat(links("https://github.com/a/b").edit("feature/#1", "coord.yml"))
        .contains("https://github.com/a/b/edit/feature/%231/coord.yml");
    assertThat(links("https://gitlab.com/a/b").edit("main", "coord.yml"))
        .contains("https://gitlab.com/a/b/-/edit/main/coord.yml");
    assertThat(links("https://bitbucket.org/a/b").edit("main", "coord.yml"))
        .contains("https://bitbucket.org/a/b/src/main/coord.yml?mode=edit");
    assertThat(links("https://bitbucket.org/a/b").edit("feature/1", "coord.yml")).isEmpty();
    assertThat(links(DATA_CENTER).edit("main", "coord.yml")).isEmpty();
    assertThat(links("https://github.com/a/b").edit("main", "other.yml")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "coord, ../coord.yml, /blob/HEAD/coord.yml",
    "'', coord.yml#L3, /blob/HEAD/coord.yml#L3",
    "coord, /coord.yml, /blob/HEAD/coord.yml",
    "docs, a%20b.md, /blob/HEAD/docs/a%20b.md",
    "docs, ./a b.md, /blob/HEAD/docs/a%20b.md",
    "coord, ../docs/, /tree/HEAD/docs",
    "coord, .., /tree/HEAD",
  })
  void a_relative_link_leads_to_the_file_that_it_means(String folder, String link, String page) {
    assertThat(links("https://github.com/a/b").address(folder, link))
        .contains("https://github.com/a/b" + page.replace("HEAD", HEAD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing.md",
        "../../../evil/repo",
        "%2e%2e/%2e%2e/evil",
        "#part",
        "?q",
        "coord.yml?x=1",
        "do",
        ".git/config",
        "%FF",
        "a%00"
      })
  void a_relative_link_to_nothing_that_is_tracked_leads_nowhere(String link) {
    assertThat(links("https://github.com/a/b").address("", link)).isEmpty();
  }

  @Test
  void bitbucket_data_center_has_addresses_of_its_own_and_no_issues() {
    SourceLinks links = links(DATA_CENTER);

    assertThat(links.address("coord", "../docs/"))
        .contains(DATA_CENTER + "/browse/docs?at=" + HEAD);
    assertThat(links.address("coord", "..")).contains(DATA_CENTER + "/browse?at=" + HEAD);
    assertThat(links.commit(TIP)).isEqualTo(url(DATA_CENTER + "/commits/" + TIP));
    assertThat(links.pullRequest(7)).isEqualTo(url(DATA_CENTER + "/pull-requests/7"));
    assertThat(links.issue(7)).isEmpty();
    assertThat(links("https://bitbucket.org/a/b").issue(7))
        .isEqualTo(url("https://bitbucket.org/a/b/issues/7"));
  }

  @Test
  void without_an_address_of_the_repository_no_relative_link_leads_anywhere() {
    assertThat(links("https://git.firm.example/a/b").address("", "coord.yml")).isEmpty();
  }
}
