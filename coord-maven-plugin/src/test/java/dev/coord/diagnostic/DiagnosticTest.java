package dev.coord.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.testing.RecordChecks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DiagnosticTest {

  private static final Location PLACE = Location.of("coord.yml", 3, 5);

  @TestFactory
  Stream<DynamicTest> a_diagnostic_is_whole() {
    return RecordChecks.of(Diagnostic.error(PLACE, "unknown key", "Remove it."));
  }

  @Test
  void it_says_where_what_and_what_to_do() {
    assertThat(
            Diagnostic.error(PLACE, "unknown key \"nme\"", "Perhaps \"name\" was meant.").message())
        .isEqualTo("coord.yml:3:5: unknown key \"nme\". Perhaps \"name\" was meant.");
  }

  @Test
  void an_error_stops_and_a_warning_does_not() {
    assertThat(Diagnostic.error(PLACE, "p", "R.").isError()).isTrue();
    assertThat(Diagnostic.warning(PLACE, "p", "R.").isError()).isFalse();
  }

  @Test
  void a_problem_without_a_remedy_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Diagnostic.error(PLACE, "p", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> Diagnostic.error(PLACE, "", "R."));
  }

  @Test
  void order_is_by_place_then_text_then_severity() {
    List<Diagnostic> ordered =
        List.of(
            Diagnostic.error(Location.of("coord.yml", 2, 1), "z", "R."),
            Diagnostic.error(PLACE, "a", "R."),
            Diagnostic.warning(PLACE, "a", "R."),
            Diagnostic.error(PLACE, "b", "R."));

    assertThat(ordered).isSorted();
    assertThat(ordered.get(1).compareTo(ordered.get(2))).isNegative();
  }
}
