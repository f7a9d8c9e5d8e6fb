package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamSizesTest {

  private static List<String> told(String scenario) {
    return Told.of(
        TeamSizes.of(
            Written.plan(
                "people: [{id: ana, name: Ana}, {id: ben, name: Ben}]",
                "scenarios: [{id: team, " + scenario + "}]")));
  }

  @Test
  void a_size_that_is_not_the_number_of_people_is_found() {
    assertThat(told("size: 3, members: [{name: Ana}, {name: ben}]"))
        .containsExactly(
            "scenario team at 4: size: 3, but 2 members are listed (4): Correct the size, or list"
                + " all members.");
  }

  @Test
  void the_number_of_people_and_what_may_be_several_people_agree() {
    assertThat(told("size: 2, members: [{name: Ana}, {name: ben}]")).isEmpty();
    assertThat(told("size: 3, members: [{name: Ana}, {name: Two developers}]")).isEmpty();
    assertThat(told("members: [{name: Ana}]")).isEmpty();
    assertThat(told("size: 3")).isEmpty();
  }

  @Test
  void a_size_below_the_number_of_lines_is_found_whoever_they_are() {
    assertThat(told("size: 2, members: [{name: Dev 1}, {name: Dev 2}, {name: Two testers}]"))
        .containsExactly(
            "scenario team at 4: size: 2, but 3 members are listed (4): Correct the size, or list"
                + " all members.");
  }
}
