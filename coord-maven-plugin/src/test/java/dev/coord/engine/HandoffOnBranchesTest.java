package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A handoff is ready where its provider works, or where that goes; who came first, git tells. */
class HandoffOnBranchesTest {

  private static final int SHORT = 7;

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory);
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams:
          - {id: a, branch: f/a, owns: [/api/]}
          - {id: b, branch: f/b, owns: [/web/]}
        handoffs:
          - id: api
            kind: contract
            provider: a
            consumers: [b]
            status: ready
            ready_when: {path: {file: api/a.txt, contains: "version 1"}}
        """);
    project.file("web/b.txt", "0\n").commit("Open the shop");
  }

  @Test
  void what_is_on_the_branch_of_its_provider_alone_is_ready_there() throws IOException {
    String tip = work("f/a", "api/a.txt");

    assertThat(handoffs())
        .contains(
            "its rule holds on f/a ("
                + tip.substring(0, SHORT)
                + "): api/a.txt contains \"version 1\"");
  }

  @Test
  void what_came_to_the_integration_branch_is_ready_for_who_works_elsewhere() throws IOException {
    project.branch("f/b").checkout("main");
    work("f/a", "api/a.txt");
    String merge = project.merge("f/a");
    project.checkout("f/b");

    assertThat(handoffs())
        .contains("its rule holds on main (" + merge.substring(0, SHORT) + "): api/a.txt");
  }

  @Test
  void what_a_consumer_wrote_itself_was_not_handed_over() throws IOException {
    project.file("api/a.txt", "version 0\n").commit("An interface");
    project.branch("f/a").file("api/b.txt", "x\n").commit("Other work");
    project.checkout("main");
    work("f/b", "api/a.txt");
    project.checkout("f/b");

    assertThat(handoffs())
        .doesNotContain("its rule holds")
        .contains("on main or f/a (f/b does not count)");
  }

  @Test
  void what_was_taken_back_after_the_merge_is_not_there() throws IOException {
    work("f/a", "api/a.txt");
    project.merge("f/a");
    project.file("api/a.txt", "version 2\n").commit("Take it back");

    assertThat(handoffs()).contains("api/a.txt does not contain").doesNotContain("its rule holds");
  }

  /** What became of the handed-over file, on which branch, and what is said of it then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main    | renamed    | agrees      | api/a.txt was renamed to api/v1/a.txt by ",
        "main    | changed    | agrees      | api/a.txt was renamed to api/v1/a.txt by ",
        "main    | twice      | agrees      | api/a.txt was renamed to web/c.txt by ",
        "main    | by merge   | agrees      | api/a.txt was renamed to api/v1/a.txt by ",
        "main    | and gone   | unknown     | /api/a.txt does not exist, and was there where f/a was"
            + " merged (",
        "main    | gone       | unknown     | /api/a.txt does not exist, and was there where f/a was"
            + " merged (",
        "main    | before     | contradicts | /api/a.txt does not exist",
        "f/b     | renamed    | agrees      | api/a.txt was renamed to api/v1/a.txt by ",
        "main    | unowned    | agrees      | api/a.txt was renamed to api/v1/a.txt by ",
        "main    | nobody's   | contradicts | /api/a.txt does not exist",
        "shallow | unowned    | unknown     | /api/a.txt does not exist, and the clone is shallow",
      })
  void a_handoff_whose_file_was_renamed_or_was_there_at_the_merge_does_not_contradict(
      String where, String way, String agreement, String words) throws IOException {
    boolean nobody = way.equals("unowned") || way.equals("nobody's");
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        workstreams:
          - {id: a, branch: f/a, owns: [/api/]}
          - {id: b, branch: f/b, owns: [/web/]}
        handoffs: [{id: api, kind: artifact, %s status: ready, paths: [/api/a.txt]}]
        """
            .formatted(nobody ? "" : "provider: a,"));
    project.commit("Plan it");
    project.branch("f/b").checkout("main");
    String text = "one\ntwo\nthree\nfour\n";
    project.branch("f/a").file(way.equals("before") ? "api/b.txt" : "api/a.txt", text);
    project.commit("Work");
    if (way.equals("before")) {
      // Made elsewhere, and gone again: no merge of the provider ever had it.
      project.checkout("main").file("api/a.txt", "other\n").commit("Make it");
      project.delete("api/a.txt").commit("Take it out");
    }
    project.checkout("main").merge("f/a");
    switch (way) {
      case "renamed", "unowned", "changed", "twice", "and gone" -> {
        rename("api/a.txt", "api/v1/a.txt", way.equals("changed") ? text + "five\n" : text);
        if (way.equals("twice")) {
          rename("api/v1/a.txt", "web/c.txt", text);
        } else if (way.equals("and gone")) {
          project.delete("api/v1/a.txt").commit("Take it out");
        }
      }
      case "by merge" -> {
        project.branch("f/c");
        rename("api/a.txt", "api/v1/a.txt", text);
        project.checkout("main").merge("f/c");
      }
      case "gone", "nobody's" -> project.delete("api/a.txt").commit("Take it out");
      default -> project.file("README.md", "1\n").commit("More");
    }
    Path place = directory;
    if (where.equals("shallow")) {
      place = directory.resolve("target/clone");
      project.git("clone", "-q", "--depth=1", "file://" + directory, place.toString());
    } else {
      project.checkout(where);
    }
    new Coord().site(Settings.in(place).build());

    assertThat(Files.readString(place.resolve("target/coord/claims.html.md")).lines())
        .filteredOn(line -> line.contains("status: ready"))
        .singleElement()
        .asString()
        .contains(agreement + "** " + words);
  }

  private void rename(String from, String to, String text) {
    project.delete(from).file(to, text).commit("Rename it");
  }

  @Test
  void what_is_on_no_branch_is_nowhere() throws IOException {
    project.file("api/a.txt", "version 0\n").commit("An interface");
    project.branch("f/a").file("api/b.txt", "x\n").commit("Other work");
    project.checkout("main");

    assertThat(handoffs()).contains("does not contain \"version 1\", here or on f/a");
  }

  @Test
  void a_consumer_that_was_merged_before_its_provider_is_named_with_both_merges()
      throws IOException {
    work("f/a", "api/a.txt");
    work("f/b", "web/b.txt");
    String second = project.merge("f/b");
    String first = project.merge("f/a");

    assertThat(page("claims"))
        .contains("b (f/b) is merged by " + second.substring(0, SHORT))
        .contains("a (f/a), which provides it, is merged by " + first.substring(0, SHORT));
  }

  /** The last one began on the work of its provider, whose merge does not contain it yet. */
  @ParameterizedTest
  @ValueSource(strings = {"before", "after", "upon"})
  void a_consumer_that_began_before_the_merge_of_its_provider_is_named_with_its_commit(String when)
      throws IOException {
    String first = when.equals("before") ? work("f/b", "web/b.txt") : "";
    work("f/a", "api/a.txt");
    if (when.equals("upon")) {
      project.checkout("f/a");
      work("f/b", "web/b.txt");
    }
    project.merge("f/a");
    if (when.equals("after")) {
      work("f/b", "web/b.txt");
    }

    page("index");
    String text = Files.readString(directory.resolve("target/coord/status.json"));

    if (when.equals("before")) {
      assertThat(text)
          .contains("b (f/b) began with " + first.substring(0, SHORT) + " before a (f/a)");
    } else {
      assertThat(text).doesNotContain("began with");
    }
  }

  @Test
  void a_consumer_that_did_not_begin_on_the_branch_of_its_provider_is_named_before_that_is_merged()
      throws IOException {
    String first = work("f/b", "web/b.txt");
    String tip = work("f/a", "api/a.txt");

    assertThat(status())
        .contains(
            "b (f/b) began with "
                + first.substring(0, SHORT)
                + ", and not on the branch of a (f/a), which provides handoff api and is not"
                + " merged",
            tip);
    project.merge("f/a");
    assertThat(status())
        .contains("b (f/b) began with " + first.substring(0, SHORT) + " before a (f/a)");
  }

  @Test
  void a_consumer_that_works_upon_the_branch_of_its_provider_is_in_order_before_that_is_merged()
      throws IOException {
    work("f/a", "api/a.txt");
    project.checkout("f/a");
    work("f/b", "web/b.txt");

    assertThat(status()).contains("its rule holds on f/a").doesNotContain("began with");
  }

  @Test
  void a_consumer_need_not_begin_on_a_branch_where_the_handoff_is_on_its_own() throws IOException {
    project.file("api/a.txt", "version 1\n").commit("An interface");
    work("f/b", "web/b.txt");
    project.branch("f/a").file("api/c.txt", "x\n").commit("More of it");
    project.checkout("main");

    assertThat(status()).contains("its rule holds").doesNotContain("began with");
  }

  @Test
  void a_consumer_that_is_merged_while_its_provider_is_not_contradicts_and_is_not_told_twice()
      throws IOException {
    work("f/b", "web/b.txt");
    work("f/a", "api/a.txt");
    project.merge("f/b");

    assertThat(status())
        .contains("a (f/a), which provides it, is not merged")
        .doesNotContain("began with");
  }

  private String status() throws IOException {
    new Coord().site(Settings.in(directory).build());
    return Files.readString(directory.resolve("target/coord/status.json"));
  }

  private String work(String branch, String file) {
    project.branch(branch);
    String commit = project.file(file, "version 1\n").commit("Work on " + branch);
    project.checkout("main");
    return commit;
  }

  private String handoffs() throws IOException {
    return page("handoffs");
  }

  private String page(String name) throws IOException {
    new Coord().site(Settings.in(directory).build());
    return Files.readString(directory.resolve("target/coord/" + name + ".html.md"));
  }
}
