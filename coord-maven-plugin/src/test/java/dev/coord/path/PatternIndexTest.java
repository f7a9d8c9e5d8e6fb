package dev.coord.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatternIndexTest {

  private static final List<String> NAMES = List.of("a", "b", "ab", "é", "[x]", "a*", "c.md");

  private static final List<String> PATTERNS =
      List.of(
          "/a",
          "/a/",
          "/a/**",
          "a",
          "a/",
          "*.md",
          "/a/b",
          "a/b",
          "/a/*/c.md",
          "/**/b",
          "**/b/**",
          "/a/**/c.md",
          "/é/**",
          "/?/b",
          "/[ab]/b",
          "/\\[x\\]/a",
          "/a\\*/**",
          "/ab/a/b",
          "**",
          "/*");

  private final Random random = new Random(5);

  @Test
  void the_patterns_that_match_are_those_that_match_when_all_are_asked() {
    List<PathPattern> patterns = PATTERNS.stream().map(PathPattern::of).toList();
    PatternIndex index = new PatternIndex(patterns);
    BitSet seen = new BitSet();
    for (int i = 0; i < 3_000; i++) {
      String path = path();
      BitSet matching = index.matching(path);
      assertThat(matching).as(path).isEqualTo(new PathPatterns(patterns).matching(path));
      seen.or(matching);
    }
    assertThat(seen.cardinality()).isEqualTo(PATTERNS.size());
  }

  @Test
  void without_patterns_nothing_matches() {
    assertThat(new PatternIndex(List.of()).matching("a/b").isEmpty()).isTrue();
  }

  @Test
  void an_anchored_pattern_begins_with_the_names_before_its_first_wildcard() {
    assertThat(PathPattern.of("/a/b/*/c").firstNames()).containsExactly("a", "b");
    assertThat(PathPattern.of("/a/**").firstNames()).containsExactly("a");
    assertThat(PathPattern.of("a/b").firstNames()).containsExactly("a", "b");
    assertThat(PathPattern.of("a").firstNames()).isEmpty();
    assertThat(PathPattern.of("/*/a").firstNames()).isEmpty();
  }

  private String path() {
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      names.add(NAMES.get(random.nextInt(NAMES.size())));
    }
    return String.join("/", names);
  }

  @Test
  void a_directory_that_no_pattern_leads_to_or_through_has_nothing_that_matches() {
    PatternIndex index =
        new PatternIndex(PathPatterns.of("/docs/guide/a.md", "/src/**/x", "/lib").patterns());

    assertThat(List.of("docs", "docs/guide", "src", "src/a/b", "lib", "lib/c"))
        .allMatch(index::mayMatchBelow);
    assertThat(List.of("doc", "docs/other", "docs/guide/sub", "library"))
        .noneMatch(index::mayMatchBelow);
    assertThat(new PatternIndex(PathPatterns.of("*.md").patterns()).mayMatchBelow("any")).isTrue();
  }
}
