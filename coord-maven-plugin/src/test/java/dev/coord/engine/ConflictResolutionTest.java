package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the plan says of a conflict between some counts for no conflict with others. */
class ConflictResolutionTest {

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
          - {id: a, branch: f/a, status: ready}
          - {id: b, branch: f/b, status: ready}
          - {id: e, branch: f/e, status: ready}
        merges: {waves: [{id: w0, workstreams: [e]}, {id: w1, workstreams: [a, b]}]}
        boundaries:
          unowned: allow
          conflicts: [{paths: [/base.txt], between: [a, b], resolution: owner_wins, winner: b}]
        gates: [{conflicts: {wave: w1, unresolved: "= 0"}}]
        """);
    project.file("base.txt", text(0, "")).commit("Open the shop");
  }

  private static String text(int line, String word) {
    List<String> lines = new ArrayList<>(Collections.nCopies(30, "same"));
    for (int i = 0; i < lines.size(); i++) {
      lines.set(i, i + 1 == line ? word : "line " + i);
    }
    return String.join("\n", lines) + "\n";
  }

  private void branch(String id, int line) {
    project.checkout("main").branch("f/" + id).file("base.txt", text(line, id)).commit(id);
    project.checkout("main");
  }

  private Result site() {
    return new Coord().site(Settings.in(directory).build());
  }

  private JsonNode forecast() throws IOException {
    return new ObjectMapper()
        .readTree(directory.resolve("target/coord/status.json").toFile())
        .at("/merges/forecast");
  }

  @Test
  void in_a_wave_it_counts_where_the_conflict_is_with_its_partners_alone() throws IOException {
    branch("a", 25);
    branch("e", 3);
    branch("b", 3);

    assertThat(site().failure()).contains("conflicts");
    JsonNode file = forecast().at("/waves/1/merges/1/files/0");
    assertThat(file.at("/path").asText()).isEqualTo("base.txt");
    assertThat(file.at("/with").toString()).isEqualTo("[\"e\"]");
    assertThat(file.has("resolution")).isFalse();
  }

  @Test
  void in_a_wave_one_that_only_touched_the_file_takes_nothing_from_it() throws IOException {
    branch("a", 3);
    branch("e", 25);
    branch("b", 3);

    assertThat(site().failure()).isEmpty();
    JsonNode file = forecast().at("/waves/1/merges/1/files/0");
    assertThat(file.at("/with").toString()).isEqualTo("[\"a\"]");
    assertThat(file.at("/resolution").asText()).isEqualTo("owner_wins");
  }

  private void merged(int lineOfA, int lineOfE) {
    branch("b", 3);
    for (String id : List.of("a", "e")) {
      branch(id, id.equals("a") ? lineOfA : lineOfE);
    }
    project.merge("f/e");
    project.merge("f/a");
  }

  @Test
  void with_the_target_it_counts_where_a_partner_brought_the_conflict() throws IOException {
    merged(3, 25);

    assertThat(site().failure()).isEmpty();
    assertThat(forecast().at("/now/0/files/0/resolution").asText()).isEqualTo("owner_wins");
    assertThat(forecast().at("/waves/0/merges/0/files/0/resolution").asText())
        .isEqualTo("owner_wins");
  }

  @Test
  void with_the_target_it_counts_for_nothing_where_another_brought_the_conflict()
      throws IOException {
    merged(25, 3);

    Result result = site();
    assertThat(result.failure()).contains("conflicts");
    assertThat(result.console().toString()).contains("f/b would conflict with main in base.txt");
    assertThat(forecast().at("/now/0/files/0/path").asText()).isEqualTo("base.txt");
    assertThat(forecast().at("/now/0/files/0").has("resolution")).isFalse();
  }

  @Test
  void with_the_target_a_commit_of_nobody_takes_it_away_only_where_it_conflicts()
      throws IOException {
    branch("b", 3);
    branch("a", 3);
    project.file("base.txt", text(25, "direct")).commit("Directly");
    project.merge("f/a");

    site();
    assertThat(forecast().at("/now/0/files/0/resolution").asText()).isEqualTo("owner_wins");

    String now = text(25, "direct").replace("line 2\n", "a, and directly\n");
    project.file("base.txt", now).commit("Directly again");

    site();
    assertThat(forecast().at("/now/0/files/0/path").asText()).isEqualTo("base.txt");
    assertThat(forecast().at("/now/0/files/0").has("resolution")).isFalse();
  }
}
