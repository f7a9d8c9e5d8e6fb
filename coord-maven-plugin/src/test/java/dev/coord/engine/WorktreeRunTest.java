package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.Schemas;
import dev.coord.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the worktrees, from the repository to the site. */
class WorktreeRunTest {

  @TempDir Path directory;

  @Test
  void the_work_in_a_linked_worktree_and_its_progress_file_reach_the_site() throws IOException {
    GitProject shop = Team.project(directory.resolve("shop"));
    shop.edit(
        "coord.yml",
        "    branch: feature/catalog\n",
        "    branch: feature/catalog\n    worktree: ../search\n    progress_file: progress.md\n");
    shop.edit("coord.yml", "feature/checkout\n", "feature/checkout\n    worktree: ../basket\n");
    shop.commit("Name the worktrees");
    shop.git("branch", "-f", "feature/catalog");
    shop.git("worktree", "add", "-q", "../search", "feature/catalog");
    shop.git("worktree", "add", "-q", "-b", "spike", "../basket");
    GitProject search = shop.at(directory.resolve("search"));
    search.file("progress.md", "- [x] Search\n  - [ ] with *umlauts*\n").file("new", "1\n");
    search.append(Team.CATALOG, "// search\n");
    Files.setLastModifiedTime(
        search.path("new"), FileTime.from(Instant.parse("2040-03-04T12:00:00Z")));

    new Coord().site(Settings.in(shop.directory()).build());

    Path site = shop.path("target/coord");
    JsonNode status = JsonSchema.parse(Files.readAllBytes(site.resolve("status.json")));
    JsonNode schema = JsonSchema.parse(Files.readAllBytes(site.resolve(Schemas.STATUS)));
    assertThat(JsonSchema.of(schema).mistakes(status)).isEmpty();
    assertThat(status.get("worktrees").findValuesAsText("directory"))
        .containsExactly(".", "../basket", "../search");
    JsonNode tree = status.get("worktrees").get(2);
    assertThat(tree.get("branch").asText()).isEqualTo("feature/catalog");
    assertThat(tree.get("changes").toString())
        .isEqualTo("{\"known\":true,\"changed\":1,\"untracked\":2,\"last_change\":\"2040-03-04\"}");
    JsonNode progress = status.get("workstreams").get(1).get("progress");
    assertThat(progress.get("worktree").asText()).isEqualTo("../search");
    assertThat(progress.get("done").asInt()).isEqualTo(1);
    assertThat(progress.get("items").findValuesAsText("text"))
        .containsExactly("Search", "with *umlauts*");
    assertThat(texts(status.get("findings")))
        .contains(
            "branch mismatch: the worktree of checkout (../basket) is on spike, and not on"
                + " feature/checkout",
            "the plan says \"task search is todo\" of catalog/search, observed: line 1 of progress.md"
                + " in ../search says it is done");
    assertThat(Files.readString(site.resolve("workstreams/catalog.html.md")))
        .contains("Progress in its own words", "with *umlauts*");
  }

  @Test
  void a_rebase_in_a_linked_worktree_and_a_detached_head_reach_the_site() throws IOException {
    GitProject shop = Team.project(directory.resolve("shop"));
    shop.edit(
        "coord.yml",
        "    branch: feature/catalog\n",
        "    branch: feature/catalog\n    worktree: ../search\n");
    shop.edit("coord.yml", "feature/checkout\n", "feature/checkout\n    worktree: ../basket\n");
    shop.commit("Name the worktrees");
    GitProject search = shop.at(directory.resolve("search"));
    shop.git("worktree", "add", "-q", "-B", "feature/catalog", "../search");
    search.append(Team.CATALOG, "// theirs\n").commit("Search");
    String theirs = search.git("rev-parse", "HEAD");
    shop.append(Team.CATALOG, "// ours\n").commit("Something else");
    shop.git("branch", "-f", "feature/checkout");
    shop.git("worktree", "add", "-q", "--detach", "../basket", theirs);
    // It stops with an error, as it is to.
    search.git("-c", "alias.stop=!git rebase main || true", "stop");
    assertThat(search.git("status")).contains("rebasing branch 'feature/catalog' on");

    new Coord().site(Settings.in(shop.directory()).build());

    Path site = shop.path("target/coord");
    JsonNode status = JsonSchema.parse(Files.readAllBytes(site.resolve("status.json")));
    JsonNode schema = JsonSchema.parse(Files.readAllBytes(site.resolve(Schemas.STATUS)));
    assertThat(JsonSchema.of(schema).mistakes(status)).isEmpty();
    JsonNode basket = status.get("worktrees").get(1);
    assertThat(basket.get("detached").asBoolean()).isTrue();
    assertThat(basket.get("position").toString())
        .isEqualTo("{\"branch\":\"feature/checkout\",\"known\":true,\"ahead\":1,\"behind\":1}");
    JsonNode moving = status.get("worktrees").get(2);
    assertThat(moving.get("operations").toString())
        .isEqualTo(
            "[{\"kind\":\"rebase\",\"branch\":\"feature/catalog\",\"commits\":[\""
                + shop.git("rev-parse", "HEAD")
                + "\"]}]");
    assertThat(texts(status.get("findings")))
        .contains(
            "branch mismatch: the worktree of checkout (../basket) is on no branch, at "
                + theirs.substring(0, 7)
                + ", with 1 commit that feature/checkout does not have")
        .noneMatch(text -> text.contains("mismatch: the worktree of catalog"));
    assertThat(Files.readString(site.resolve("git.html.md")))
        .contains(
            "detached HEAD, [1 commit](#worktrees) ahead of `feature/checkout`,"
                + " [1](#worktrees) behind its tip",
            "rebase** in progress, of `feature/catalog`, onto ");
    assertThat(Files.readString(site.resolve("git.html")))
        .contains("detached HEAD, ", ">1 commit</a> ahead of", " in progress, of ");
    assertThat(Files.readString(site.resolve("workstreams/catalog.html.md")))
        .contains("In its worktree", "Checked out in");
    assertThat(Files.readString(site.resolve("workstreams/checkout.html.md")))
        .contains("Its worktree", "`../basket` has a detached HEAD");
  }

  @Test
  void a_site_that_is_not_ignored_does_not_count_itself() throws IOException {
    GitProject shop = Team.project(directory.resolve("shop"));
    shop.file(".gitignore", "surefire-reports\n/target/site/\n").commit("Ignore less");
    new Coord().site(Settings.in(shop.directory()).build());
    String first = Files.readString(shop.path("target/coord/status.json"));

    new Coord().site(Settings.in(shop.directory()).build());

    assertThat(first).contains("\"untracked\": 0").contains("\"worktrees\"");
    assertThat(shop.path("target/coord/status.json")).hasContent(first);
  }

  private static List<String> texts(JsonNode findings) {
    return StreamSupport.stream(findings.spliterator(), false)
        .map(finding -> finding.get("text").asText())
        .toList();
  }
}
