package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Launches that are counted before those that they wait for. */
class LaunchOrderTest {

  private static List<Contradiction> found(String first, String second) {
    return LaunchOrder.of(
            Written.plan(
                """
                workstreams:
                  - {id: a, launch: {FIRST}}
                  - {id: b, launch: {SECOND, wait_for: [a]}}
                """
                    .replace("FIRST", first)
                    .replace("SECOND", second)))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 0", "2, 2, 1", "3, 2, 1"})
  void what_waits_for_another_is_launched_later(int first, int second, int contradictions) {
    assertThat(found("order: " + first, "order: " + second)).hasSize(contradictions);
  }

  @Test
  void an_order_that_cannot_be_says_so() {
    assertThat(found("order: 3", "order: 2"))
        .extracting(Contradiction::subject, Contradiction::claim, Contradiction::found)
        .containsExactly(tuple("b", "launch.order: 2", "it waits for a, launched as 3"));
  }

  @Test
  void what_depends_on_another_is_launched_later_too() {
    assertThat(
            LaunchOrder.of(
                Written.plan(
                    """
                    workstreams:
                      - {id: a, launch: {order: 2}}
                      - {id: b, depends_on: [a], launch: {order: 1}}
                    """)))
        .extracting(Contradiction::subject, Contradiction::found)
        .containsExactly(tuple("b", "it waits for a, launched as 2"));
  }

  private static List<Contradiction> third(String second) {
    return LaunchOrder.of(
            Written.plan(
                """
                workstreams:
                  - {id: a, launch: {order: 8}}
                  - {id: b, depends_on: [a]SECOND}
                  - {id: c, depends_on: [b], launch: {order: 7}}
                """
                    .replace("SECOND", second)))
        .toList();
  }

  @Test
  void what_waits_by_way_of_others_that_are_not_counted_is_launched_later() {
    assertThat(third(""))
        .extracting(Contradiction::subject, Contradiction::found)
        .containsExactly(tuple("c", "it waits for a by way of b, launched as 8"));
  }

  @Test
  void what_is_counted_in_between_is_told_itself_and_no_more() {
    assertThat(third(", launch: {order: 6}"))
        .extracting(Contradiction::subject, Contradiction::found)
        .containsExactly(tuple("b", "it waits for a, launched as 8"));
  }
}
