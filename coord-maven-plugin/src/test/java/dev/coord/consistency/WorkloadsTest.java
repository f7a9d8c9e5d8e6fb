package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import org.junit.jupiter.api.Test;

class WorkloadsTest {

  private static String people(String allocation) {
    return "people: [{id: ana, allocation: [" + allocation + "]}]\n";
  }

  @Test
  void shares_that_are_one_percent_off_are_told() {
    assertThat(Contradictions.lines(people("{to: a, share: 60%}, {to: b, share: 39%}")))
        .containsExactly(
            "person ana: allocation: a 60%, b 39% (coord.yml:3:32), but that is 99% in all");
    assertThat(Contradictions.lines(people("{to: a, share: 60%}, {to: b, share: 41%}")))
        .containsExactly(
            "person ana: allocation: a 60%, b 41% (coord.yml:3:32), but that is 101% in all");
  }

  @Test
  void shares_of_the_whole_are_fine_and_none_say_nothing() {
    assertThat(Contradictions.of(people("{to: a, share: 60%}, {to: b, share: 40%}"))).isEmpty();
    assertThat(Contradictions.of(people(""))).isEmpty();
  }

  @Test
  void a_member_of_a_scenario_is_looked_at_too() {
    String scenario =
        """
        scenarios:
          - id: two
            members:
              - {name: Data, allocation: [{to: phase 2, share: 60%}, {to: integration, share: 20%}]}
              - {name: Agents, allocation: [{to: phase 3, share: 90%}, {to: integration, share: 10%}]}
              - {name: Testers}
        """;

    assertThat(Contradictions.lines(scenario))
        .containsExactly(
            "scenario two: Data: phase 2 60%, integration 20% (coord.yml:6:34), but that is 80% in"
                + " all");
  }

  @Test
  void one_thing_has_one_share() {
    assertThat(
            Told.of(
                Workloads.of(
                    Written.plan(
                        people("{to: a, share: 60%}, {to: b, share: 20%}, {to: A, share: 20%}")))))
        .containsExactly(
            "person ana at 3: allocation: a 60%, but it is listed again: A 20% (coord.yml:3:75) (3):"
                + " List it once.");
  }
}
