package dev.coord.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathPatternsTest {
  private final PathPatterns patterns = PathPatterns.of("docs/", "src/**/api/*", "*.md");

  @Test
  void any_pattern_is_enough() {
    assertThat(patterns.matches("docs/a.txt")).isTrue();
    assertThat(patterns.matches("src/x/y/api/A.java")).isTrue();
    assertThat(patterns.matches("src/x/A.java")).isFalse();
  }

  @Test
  void the_first_pattern_in_written_order_is_named() {
    assertThat(patterns.first("docs/a.md")).contains(PathPattern.of("docs/"));
    assertThat(patterns.first("a.md")).contains(PathPattern.of("*.md"));
    assertThat(patterns.first("a.txt")).isEmpty();
  }

  @Test
  void no_patterns_match_nothing() {
    PathPatterns none = PathPatterns.of();

    assertThat(none.isEmpty()).isTrue();
    assertThat(none.matches("a")).isFalse();
    assertThat(none.first("a")).isEmpty();
    assertThat(patterns.isEmpty()).isFalse();
  }

  @Test
  void a_bad_pattern_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PathPatterns.of("a", "!b"));
  }

  @Test
  void the_list_is_copied_and_holds_no_null() {
    List<PathPattern> list = new ArrayList<>(List.of(PathPattern.of("a")));
    PathPatterns copied = new PathPatterns(list);
    list.clear();

    assertThat(copied.matches("a")).isTrue();
    list.add(null);
    assertThatNullPointerException().isThrownBy(() -> new PathPatterns(list));
  }

  @Test
  void all_patterns_that_match_are_told_by_their_place() {
    PathPatterns patterns = PathPatterns.of("*.md", "docs/", "/src/**", "*.md");

    assertThat(patterns.matching("docs/a.md").stream()).containsExactly(0, 1, 3);
    assertThat(patterns.matching("src/docs").stream()).containsExactly(2);
    assertThat(patterns.matching("x").stream()).isEmpty();
    assertThat(PathPatterns.of().matching("x").stream()).isEmpty();
  }
}
