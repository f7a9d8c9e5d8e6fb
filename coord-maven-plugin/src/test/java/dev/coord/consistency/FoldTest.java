package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.testing.Many;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many contradictions of one sort are told. */
class FoldTest {

  private static Stream<Contradiction> many(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new Contradiction(
                    "s" + i, "c" + i, Location.of("coord.yml", i + 1, 1), "f", List.of(), "R."));
  }

  @Test
  void all_are_told_where_one_more_row_would_say_no_less() {
    assertThat(Fold.of(many(Fold.MOST + 1)))
        .containsExactlyElementsOf(many(Fold.MOST + 1).toList());
  }

  @Test
  void the_rest_is_one_row_that_counts_for_all() {
    List<Contradiction> told = Fold.of(many(90_000)).toList();

    assertThat(told).hasSize(Fold.MOST + 1);
    assertThat(told.stream().mapToInt(Contradiction::number).sum()).isEqualTo(90_000);
    assertThat(told.get(Fold.MOST).claim()).isEqualTo("c1000, and 88999 more such");
    assertThat(told.get(Fold.MOST).found()).isEqualTo("f; the others are counted, not listed");
    assertThat(told.get(Fold.MOST).place()).isEqualTo(Location.of("coord.yml", Fold.MOST + 1, 1));
  }

  @Test
  void a_plan_with_thousands_of_one_sort_tells_a_thousand_and_counts_all() {
    int size = 80;
    String workstreams =
        Many.list(size, i -> "{id: w%d, depends_on: %s}".formatted(i, Many.list(i, k -> "w" + k)));
    String reversed = Many.list(size, i -> "w" + (size - 1 - i));

    List<Contradiction> found =
        Contradictions.of(
            "workstreams: %s\nmerges: {waves: [{id: one, workstreams: %s}]}\n"
                .formatted(workstreams, reversed));

    assertThat(found).hasSize(Fold.MOST + 1);
    assertThat(found.stream().mapToInt(Contradiction::number).sum())
        .isEqualTo(size * (size - 1) / 2);
  }
}
