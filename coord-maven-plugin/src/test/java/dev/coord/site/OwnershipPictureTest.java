package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.OwnershipMap.PatternUse;
import dev.coord.diagnostic.Location;
import dev.coord.site.model.Block;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import dev.coord.site.model.Tree;
import dev.coord.site.model.Tree.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OwnershipPictureTest {

  private static final Target TABLE = Target.page("ownership", "rules-table");

  private static PatternUse use(String workstream, String role, String pattern) {
    return new PatternUse(workstream, role, pattern, Location.ofFile("coord.yml"), 0);
  }

  private static PatternUse owns(String workstream, String pattern) {
    return use(workstream, "owns", pattern);
  }

  private static Block.Figure figure(Map<String, Integer> files, PatternUse... uses) {
    return (Block.Figure)
        OwnershipPicture.of(List.of(uses), files, new TreeMap<>(), TABLE).orElseThrow();
  }

  private static List<Branch> branches(Block.Figure figure) {
    return ((Tree) figure.picture()).branches();
  }

  private static List<String> lines(Block.Figure figure) {
    return branches(figure).stream()
        .map(b -> "  ".repeat(b.depth()) + b.mark().name() + ": " + b.mark().note())
        .toList();
  }

  @Test
  void directories_that_hold_one_alone_are_one_branch() {
    Block.Figure figure =
        figure(
            Map.of("/src/main/java/shop/cart/**", 3, "src/main/java/shop/search/", 1),
            owns("cart", "/src/main/java/shop/cart/**"),
            owns("search", "src/main/java/shop/search/"));

    assertThat(lines(figure))
        .containsExactly(
            "src/main/java/shop: ", "  cart: cart, 3 files", "  search: search, 1 file");
    assertThat(branches(figure).get(0).kind()).isEqualTo(Branch.Kind.FOLDER);
    assertThat(branches(figure).get(1).mark().target()).contains(Target.page("workstreams/cart"));
    assertThat(figure.more()).isZero();
    assertThat(figure.table()).isEqualTo(TABLE);
  }

  /** What is no name of a directory comes before those that are. */
  @Test
  void what_is_shared_protected_or_nobodys_is_said_and_what_is_kept_off_is_not_drawn() {
    Block.Figure figure =
        (Block.Figure)
            OwnershipPicture.of(
                    List.of(
                        use("", "shared: coordinate", "/pom.xml"),
                        use("", "protected", "/.github/"),
                        use("cart", "keeps off", "/legal/"),
                        owns("docs", "*.md")),
                    Map.of(),
                    new TreeMap<>(Map.of("tools", 2, ".", 1)),
                    TABLE)
                .orElseThrow();

    assertThat(lines(figure))
        .containsExactly(
            "the root: nobody's, 1 file",
            "anywhere/*.md: docs",
            ".github: protected",
            "pom.xml: shared: coordinate",
            "tools: nobody's, 2 files");
    assertThat(figure.description()).endsWith("; 3 tracked files are nobody's.");
  }

  @Test
  void a_path_of_thousands_of_directories_is_drawn_as_far_as_anybody_looks() {
    String deep = "/a" + "/b".repeat(20_000) + "/";
    Block.Figure figure = figure(Map.of(), owns("a", deep), owns("b", "/a/c/"));

    assertThat(branches(figure)).extracting(Branch::depth).containsExactly(0, 1, 1);
    assertThat(branches(figure).get(1).mark().name()).hasSize(2 * 20_000 - 1);
  }

  @Test
  void a_pattern_of_two_workstreams_warns() {
    Block.Figure figure = figure(Map.of(), owns("a", "/x/"), owns("b", "/x/"));

    assertThat(lines(figure)).containsExactly("x: a and b");
    assertThat(branches(figure).get(0).mark().tone()).isEqualTo(Tone.WARNING);
  }

  @Test
  void of_300_directories_those_with_most_files_are_drawn_and_the_rest_is_counted() {
    List<PatternUse> uses = new ArrayList<>();
    Map<String, Integer> files = new TreeMap<>();
    for (int i = 100; i < 400; i++) {
      uses.add(owns("ws-" + i, "/src/d" + i + "/"));
      files.put("/src/d" + i + "/", i);
    }
    Block.Figure figure = figure(files, uses.toArray(new PatternUse[0]));

    assertThat(branches(figure)).hasSize(40);
    assertThat(lines(figure)).startsWith("src: 261 inside, not drawn", "  d361: ws-361, 361 files");
    assertThat(lines(figure)).endsWith("  d399: ws-399, 399 files");
    assertThat(figure.more()).isEqualTo(261);
  }

  @Test
  void without_patterns_nothing_is_drawn() {
    assertThat(
            List.of(
                OwnershipPicture.of(List.of(), Map.of(), new TreeMap<>(), TABLE),
                OwnershipPicture.of(
                    List.of(use("a", "keeps off", "/x/")), Map.of(), new TreeMap<>(), TABLE)))
        .containsExactly(Optional.empty(), Optional.empty());
  }
}
