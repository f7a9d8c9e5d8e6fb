package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0", "a, '', 1", "owner, owner, 0", "ownr, owner, 1", "onwer, owner, 1",
    "wner, owner, 1", "ownerr, owner, 1", "kitten, sitting, 3", "ca, abc, 3", "ab, ba, 1"
  })
  void distance_counts_wrong_missing_additional_and_swapped_characters(
      String a, String b, int distance) {
    assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    assertThat(Nearest.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void the_nearest_word_wins_and_the_first_of_equals() {
    List<String> known = List.of("depends_on", "owner", "owned", "owns");

    assertThat(new Nearest().to("ownr", known)).contains("owner");
    assertThat(new Nearest().to("ownex", known)).contains("owner");
    assertThat(new Nearest().to("OWNS", known)).contains("owns");
    assertThat(new Nearest().to("dependson", known)).contains("depends_on");
  }

  @Test
  void a_word_that_is_not_close_has_no_nearest() {
    assertThat(new Nearest().to("colour", List.of("owner", "branch"))).isEmpty();
    assertThat(new Nearest().to("ab", List.of("cd"))).isEmpty();
    assertThat(new Nearest().to("x".repeat(65), List.of("x".repeat(64)))).isEmpty();
  }

  @Test
  void words_with_nothing_in_common_are_not_near_however_short() {
    assertThat(new Nearest().to("b", List.of("a", "ab"))).contains("ab");
    assertThat(new Nearest().to("b", List.of("a", "c"))).isEmpty();
    assertThat(new Nearest().to("A", List.of("a"))).contains("a");
  }

  @Test
  void a_plan_has_a_budget_of_comparisons() {
    Nearest nearest = new Nearest();
    List<String> many = Collections.nCopies(200_000, "word");

    assertThat(nearest.to("ward", many)).isEmpty();
    assertThat(nearest.to("ward", List.of("word"))).isEmpty();
  }

  @Test
  void a_word_that_begins_otherwise_and_differs_twice_is_another_word() {
    assertThat(new Nearest().to("meeting", List.of("review", "testing"))).isEmpty();
    assertThat(new Nearest().to("testng", List.of("review", "testing"))).contains("testing");
    assertThat(new Nearest().to("esting", List.of("review", "testing"))).contains("testing");
  }
}
