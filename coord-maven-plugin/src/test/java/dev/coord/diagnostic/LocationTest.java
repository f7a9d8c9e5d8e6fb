package dev.coord.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.testing.RecordChecks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LocationTest {

  private static final String COMMIT = "0be90e2f00000000000000000000000000000000";

  @TestFactory
  Stream<DynamicTest> a_location_is_whole() {
    return RecordChecks.of(Location.of("coord.yml", 3, 5).in(COMMIT));
  }

  @Test
  void it_is_printed_as_compilers_print_it() {
    assertThat(Location.of("coord.yml", 3, 5)).hasToString("coord.yml:3:5");
  }

  @Test
  void an_unknown_column_or_line_is_left_out() {
    assertThat(Location.of("coord.yml", 3, 0)).hasToString("coord.yml:3");
    assertThat(Location.ofFile("coord.yml")).hasToString("coord.yml");
  }

  @Test
  void tables_show_file_and_line() {
    assertThat(Location.of("coord.yml", 3, 5).fileAndLine()).isEqualTo("coord.yml:3");
  }

  @Test
  void a_commit_is_shown_by_its_first_seven_digits() {
    assertThat(Location.of("coord.yml", 3, 5).in(COMMIT).withCommit())
        .isEqualTo("coord.yml:3@0be90e2");
  }

  @Test
  void the_working_tree_has_no_commit() {
    assertThat(Location.of("coord.yml", 3, 5).withCommit()).isEqualTo("coord.yml:3");
  }

  @Test
  void what_is_shorter_than_an_abbreviation_is_shown_whole() {
    assertThat(Location.ofFile("coord.yml").in("HEAD").withCommit()).isEqualTo("coord.yml@HEAD");
  }

  @Test
  void a_parameter_and_a_variable_are_no_files() {
    assertThat(Location.ofParameter("coord.now")).hasToString("-Dcoord.now");
    assertThat(Location.ofParameter("coord.now").isParameter()).isTrue();
    assertThat(Location.ofVariable("SOURCE_DATE_EPOCH")).hasToString("SOURCE_DATE_EPOCH");
    assertThat(Location.ofVariable("SOURCE_DATE_EPOCH").isParameter()).isTrue();
    assertThat(Location.ofFile("COORD").isParameter()).isFalse();
    assertThat(Location.ofFile("SHOP_PLAN.yml").isParameter()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Location.ofVariable("coord.yml"));
  }

  @Test
  void impossible_places_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Location.ofFile(""));
    assertThatIllegalArgumentException().isThrownBy(() -> Location.of("coord.yml", -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Location.of("coord.yml", 1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Location.of("coord.yml", 0, 1));
  }

  @Test
  void places_are_in_order_of_file_then_line_as_a_number_then_column_then_commit() {
    List<Location> ordered =
        List.of(
            Location.ofFile("a.yml"),
            Location.of("a.yml", 9, 0),
            Location.of("a.yml", 10, 2),
            Location.of("a.yml", 10, 11),
            Location.of("a.yml", 10, 11).in(COMMIT),
            Location.of("b.yml", 1, 1));

    assertThat(ordered).isSorted();
    assertThat(Location.of("a.yml", 1, 1).commit()).isEqualTo(Optional.empty());
  }
}
