package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who wrote the commits: authors, co-authors, bots, and those nobody knows. */
class ContributorsTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]*) \\| ([^|]*) \\| ([0-9]+) \\| ([0-9]+) \\|.*$");

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory).as("Ana", "ana@shop.example");
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        people: [{id: ana, name: Ana, email: ana@shop.example}]
        workstreams: [{id: a, owner: ana, branch: f/a, owns: [/a/]}]
        """);
    project
        .file("a/x", "0\n")
        .file(".mailmap", "Ana <ana@shop.example> <ana@home.example>\n")
        .commit("Open");
  }

  private String page() throws IOException {
    new Coord().site(Settings.in(directory).build());
    String text = Files.readString(directory.resolve("target/coord/git.html.md"));
    return text.substring(text.indexOf("## Who wrote them"));
  }

  private Map<String, Integer> counted() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    Matcher rows = ROW.matcher(page());
    while (rows.find()) {
      counts.merge(
          rows.group(1),
          Integer.parseInt(rows.group(3)) + Integer.parseInt(rows.group(4)),
          Integer::sum);
    }
    return counts;
  }

  private void commit(String name, String address, String message) {
    project.as(name, address);
    project.append("a/x", message + "\n").commit(message);
  }

  @Test
  void commits_are_counted_as_shortlog_counts_them() throws IOException {
    commit("Ana at home", "ana@home.example", "One");
    commit("Ben", "ben@shop.example", "Two\n\nCo-authored-by: Ana <ana@shop.example>");
    commit("Ben", "ben@shop.example", "Home\n\nCo-authored-by: Me <ANA@home.example>");
    commit(
        "Ben",
        "ben@shop.example",
        "Three\n\nCo-authored-by: Ben <ben@shop.example>\nCo-Authored-By: Cleo <cleo@shop.example>");
    project.branch("f/a");
    commit("Cleo", "cleo@shop.example", "Four\n\nCo-authored-by: Ana <ANA@shop.example>");
    project.checkout("main");
    project.merge("f/a");

    Map<String, Integer> shortlog = new TreeMap<>();
    project
        .git(
            "shortlog",
            "-sn",
            "--no-merges",
            "--group=author",
            "--group=trailer:co-authored-by",
            "HEAD")
        .lines()
        .map(line -> line.strip().split("\t"))
        .forEach(parts -> shortlog.merge(parts[1], Integer.parseInt(parts[0]), Integer::sum));

    assertThat(shortlog).containsKeys("Ana", "Ben", "Cleo");
    assertThat(counted()).isEqualTo(shortlog);
  }

  @Test
  void who_is_not_in_the_plan_and_no_bot_is_told_with_the_number_of_commits() throws IOException {
    commit("Ben", "ben@shop.example", "One");
    commit("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com", "Two");
    commit("Renovate", "bot@renovateapp.com", "Three");

    assertThat(page())
        .contains("2 authors and 2 bots, merges left out. 1 of them is not in the plan")
        .contains("and wrote 1 commit: add them under people")
        .containsPattern("Ben \\| .*not in the plan")
        .containsPattern("dependabot\\S* \\| a bot, by its name or address \\| 1 \\| 0 \\|")
        .containsPattern("Renovate \\| a bot, by its name or address \\| 1 \\| 0 \\|");
  }

  @Test
  void co_authors_stand_beside_the_author_and_no_address_is_published() throws IOException {
    commit(
        "Ben",
        "ben@shop.example",
        "One\n\nCo-authored-by: cleo@secret.example <cleo@secret.example>\n"
            + "Co-authored-by: <script>alert(1)</script> <x@y.example>\n"
            + "Co-authored-by: nobody\n"
            + "Co-authored-by: Dora <dora@shop.example>");
    page();

    String markdown = Files.readString(directory.resolve("target/coord/git.html.md"));
    String html = Files.readString(directory.resolve("target/coord/git.html"));
    String status = Files.readString(directory.resolve("target/coord/status.json"));

    assertThat(markdown).contains("Dora").containsPattern("Ben with .*Dora");
    for (String text : Arrays.asList(markdown, html, status)) {
      assertThat(text)
          .doesNotContain("secret.example", "dora@shop", "ben@shop", "<script>alert(1)");
    }
  }
}
