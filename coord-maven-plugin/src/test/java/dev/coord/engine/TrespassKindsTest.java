package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.publish.ConsoleLine;
import dev.coord.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch that crosses boundaries of several kinds: what is told to be done about each. */
class TrespassKindsTest {

  private static final String CARD = "shop/pay/card.py";

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams:
        - id: cart
          branch: feature/cart
          owns: [/shop/cart/]
          keeps_off: [/shop/pay/]
        - id: pay
          branch: feature/pay
          owns: [/shop/pay/]
      boundaries: {unowned: fail, protected: [/ci/]}
      gates:
        - ownership: {}
      """;

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory).file("coord.yml", PLAN).file(".gitignore", "target/\n");
    project.file(CARD, "NUMBER = 16\n");
    project.commit("Open the shop");
    project.branch("feature/cart");
  }

  @Test
  void each_kind_has_its_remedy_with_its_path_in_every_output() throws IOException {
    project.file("README.txt", "Shop\n").file("ci/run", "").append(CARD, "# seen\n");
    project.commit("Pay in the cart");

    Result result = site();

    String first = CARD + ": undo the change, or take the path out of keeps_off (coord.yml:7).";
    String second =
        "ci/run: undo the change, add the path to owns of cart (coord.yml:6), or take it out of"
            + " boundaries.protected (coord.yml:11).";
    String third =
        "README.txt: add the path to owns of cart (coord.yml:6), or share it under"
            + " boundaries.shared (coord.yml:11).";
    String commit = project.git("rev-parse", "HEAD").strip().substring(0, 7);
    assertThat(texts(result))
        .contains(
            "          " + CARD + "  of pay, kept off  " + commit + "  feature/cart",
            "          ci/run            protected         " + commit + "  feature/cart",
            "          README.txt        unowned           " + commit + "  feature/cart",
            "          " + first,
            "          " + second,
            "          " + third)
        .hasSizeLessThanOrEqualTo(20);
    assertThat(result.failure()).contains(". " + first + " Then run mvn verify coord:site, see ");
    assertThat(status().at("/gates/0/remedy").textValue())
        .isEqualTo(String.join(" ", first, second, third));
    assertThat(text("index.html"))
        .contains(
            "</a>: 1 file it keeps off, 1 file protected, 1 file owned by nobody changed by cart. "
                + first)
        .contains("README.txt: add the path");
    assertThat(text("gates.html.md")).contains("**What to do:** ");
    assertThat(text("gates.html")).contains("</strong> " + first).contains("README.txt: add the");
  }

  @Test
  void one_kind_is_told_without_reasons_and_paths() throws IOException {
    project.append(CARD, "# seen\n").file("shop/pay/cash.py", "").commit("Pay in the cart");

    Result result = site();

    String commit = project.git("rev-parse", "HEAD").strip().substring(0, 7);
    String remedy = "Undo the change, or take the path out of keeps_off (coord.yml:7).";
    assertThat(texts(result))
        .contains("          " + CARD + "  " + commit + "  feature/cart", "          " + remedy);
    assertThat(status().at("/gates/0/remedy").textValue()).isEqualTo(remedy);
  }

  private Result site() {
    Result result = new Coord().site(Settings.in(project.directory()).build());
    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    return result;
  }

  private String text(String file) throws IOException {
    return Files.readString(project.path("target/coord").resolve(file));
  }

  private JsonNode status() throws IOException {
    return JsonSchema.parse(Files.readAllBytes(project.path("target/coord/status.json")));
  }

  private static List<String> texts(Result result) {
    return result.console().stream().map(ConsoleLine::text).toList();
  }
}
