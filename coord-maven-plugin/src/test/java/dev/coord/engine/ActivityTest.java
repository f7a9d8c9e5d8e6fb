package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who committed what on which day, in {@code status.json}. */
class ActivityTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("p")).as("Ana", "ana@shop.example");
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        people: [{id: ana, name: Ana Ruiz, email: ana@shop.example}]
        workstreams:
          - {id: a, owner: ana, branch: f/a, owns: [/a/]}
          - {id: b, owner: ana, branch: f/b, owns: [/b/]}
        """);
    project.commit("Open");
    project.branch("f/a");
    project.as("Ben", "ben@shop.example").file("a/x", "1\n").commit("One");
    project.append("a/x", "2\n").commit("Two\n\nCo-authored-by: Ana <ana@shop.example>");
    project.checkout("main").merge("f/a");
    project.checkout("main").branch("f/b");
    project.as("renovate[bot]", "bot@renovateapp.com").file("b/x", "1\n").commit("Three");
    project.checkout("main");
  }

  private JsonNode activity(Path where) throws IOException {
    new Coord().site(Settings.in(where).build());
    return new ObjectMapper()
        .readTree(Files.readAllBytes(where.resolve("target/coord/status.json")))
        .path("activity");
  }

  @Test
  void commits_of_each_workstream_and_day_are_those_that_git_lists() throws IOException {
    Map<String, Map<String, Integer>> told = new TreeMap<>();
    for (JsonNode row : activity(project.directory()).path("workstreams")) {
      Map<String, Integer> days = new TreeMap<>();
      row.path("days")
          .forEach(day -> days.put(day.path("day").asText(), day.path("commits").asInt()));
      told.put(row.path("workstream").asText("nobody"), days);
      assertThat(row.path("commits").asInt())
          .isEqualTo(days.values().stream().mapToInt(Integer::intValue).sum());
    }

    assertThat(told)
        .isEqualTo(
            Map.of("a", days("f/a~2..f/a"), "b", days("main..f/b"), "nobody", days("f/a~2")));
  }

  @Test
  void without_a_start_it_is_told_that_older_commits_are_not_counted() throws IOException {
    JsonNode all = activity(project.directory());
    for (int i = 0; i < 100; i++) {
      project.git("commit", "-q", "--allow-empty", "-m", "More");
    }
    JsonNode cut = activity(project.directory());

    assertThat(all.path("cut").asBoolean()).isFalse();
    assertThat(all.path("commits").asInt())
        .isEqualTo(Integer.parseInt(project.git("rev-list", "--count", "--no-merges", "f/a")));
    assertThat(cut.path("cut").asBoolean()).isTrue();
    assertThat(cut.path("commits").asInt()).isEqualTo(100);
    assertThat(cut.path("oldest").asText()).isEqualTo(time("main~99"));
    assertThat(cut.has("since")).isFalse();
    assertThat(Files.readString(project.path("target/coord/git.html.md")))
        .contains(
            "the newest ones, merges left out, and [3 more]",
            "on `main` are more, which were not read.")
        .containsPattern("Of older commits than .* on the integration branch nothing is counted");
  }

  @Test
  void with_a_start_it_is_told_since_when_commits_count() throws IOException {
    project.edit("coord.yml", "name: Shop,", "name: Shop, started: 2020-01-01,").commit("Begun");

    JsonNode told = activity(project.directory());

    assertThat(told.path("since").asText()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(told.path("cut").asBoolean()).isFalse();
    assertThat(told.path("oldest").asText())
        .isEqualTo(time(project.git("rev-list", "--max-parents=0", "main").strip()));
  }

  private String time(String commit) {
    String seconds = project.git("show", "-s", "--format=%ct", commit).strip();
    return Instant.ofEpochSecond(Long.parseLong(seconds)).toString();
  }

  /** Commits by day in UTC, which is the plan's zone. */
  private Map<String, Integer> days(String range) {
    Map<String, Integer> days = new TreeMap<>();
    project
        .git("log", "--date=format-local:%Y-%m-%d", "--format=%cd", range)
        .lines()
        .forEach(day -> days.merge(day.strip(), 1, Integer::sum));
    return days;
  }

  @Test
  void authors_co_authors_bots_and_who_is_not_listed_are_told_apart() throws IOException {
    StringBuilder told = new StringBuilder();
    for (JsonNode one : activity(project.directory()).path("contributors")) {
      told.append(one.path("name").asText())
          .append(' ')
          .append(one.path("standing").asText())
          .append(' ')
          .append(one.path("person").asText("-"))
          .append(' ')
          .append(one.path("authored").asInt())
          .append(' ')
          .append(one.path("coauthored").asInt())
          .append('\n');
    }

    assertThat(told)
        .hasToString("Ana Ruiz known ana 1 1\nBen unknown - 2 0\nrenovate[bot] bot - 1 0\n");
  }

  @Test
  void people_without_end_are_counted_and_the_busiest_listed() throws IOException {
    for (int i = 0; i < 3; i++) {
      StringBuilder trailers = new StringBuilder("More\n\n");
      for (int j = 0; j < 99; j++) {
        String name = "p" + i + "x" + j;
        trailers.append("Co-authored-by: ").append(name).append(" <").append(name);
        trailers.append("@y.example>\n");
      }
      project.file("z", i + "\n").commit(trailers.toString());
    }
    JsonNode activity = activity(project.directory());

    assertThat(activity.path("contributors")).hasSize(200);
    assertThat(activity.path("more_contributors").asInt()).isEqualTo(3 + 3 * 99 - 200);
    assertThat(activity.path("contributors").get(0).path("name").asText())
        .isEqualTo("renovate[bot]");
  }

  @Test
  void in_a_shallow_clone_what_arrived_is_unknown_and_says_why() throws IOException {
    Path clone = directory.resolve("c");
    project.git(
        "clone", "-q", "--depth=1", project.directory().toUri().toString(), clone.toString());
    JsonNode activity = activity(clone);

    assertThat(activity.path("known").isBoolean()).isTrue();
    assertThat(activity.path("known").asBoolean()).isFalse();
    assertThat(activity.path("reason").asText()).contains("shallow");
    assertThat(activity.path("remedy").asText()).contains("fetch-depth: 0");
    assertThat(activity.path("contributors")).isEmpty();
  }

  @Test
  void without_a_repository_there_is_none() throws IOException {
    Path bare = Files.createDirectory(directory.resolve("n"));
    Files.copy(project.path("coord.yml"), bare.resolve("coord.yml"));

    assertThat(activity(bare).isMissingNode()).isTrue();
  }
}
