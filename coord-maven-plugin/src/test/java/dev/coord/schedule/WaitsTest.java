package dev.coord.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.schedule.Waits.Chain;
import dev.coord.schedule.Waits.Wait;
import dev.coord.schedule.Waits.Why;
import dev.coord.testing.Many;
import dev.coord.testing.RecordChecks;
import dev.coord.testing.Written;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WaitsTest {

  private static final Waits WAITS =
      Waits.of(
          Written.plan(
              """
              workstreams:
                - {id: a}
                - {id: gone, status: dropped}
                - {id: b, depends_on: [a, gone], launch: {wait_for: [a, c]}}
                - {id: c}
                - {id: d, depends_on: [b]}
                - {id: e, depends_on: [d]}
                - {id: f, depends_on: [e]}
              handoffs:
                - {id: h, kind: artifact, paths: [/x], provider: a, consumers: [b, c]}
                - {id: i, kind: artifact, paths: [/y], provider: b, consumers: [c]}
              """));

  @TestFactory
  Stream<DynamicTest> records_are_whole() {
    return Stream.of(WAITS.of("b").get(0), WAITS.chains("d", "a"::equals).get(0))
        .flatMap(RecordChecks::of);
  }

  @Test
  void each_is_waited_for_once_and_what_was_given_up_is_not() {
    assertThat(WAITS.of("b"))
        .extracting(Wait::on, Wait::why)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("a", Why.DEPENDENCY),
            org.assertj.core.api.Assertions.tuple("c", Why.LAUNCH));
  }

  @Test
  void a_handoff_to_what_its_provider_waits_for_is_not_waited_for() {
    assertThat(WAITS.of("c"))
        .extracting(Wait::on, Wait::why)
        .containsExactly(org.assertj.core.api.Assertions.tuple("a", Why.HANDOFF));
  }

  @Test
  void a_handoff_by_a_task_that_is_due_is_waited_for_until_that_day_and_no_longer() {
    String plan =
        """
        workstreams:
          - id: a
            tasks:
              - {id: t1, text: One, due: 2026-01-07}
              - {id: t2, text: Two, due: 2026-01-09}
              - {id: t3, text: Three}
          - {id: b}
        handoffs:
          - {id: h, kind: artifact, paths: [/x], provider: a, consumers: [b], task: a/t2}
          - {id: i, kind: artifact, paths: [/y], provider: a, consumers: [b], task: a/t1}
        """;
    String third =
        "  - {id: j, kind: artifact, paths: [/z], provider: a, consumers: [b], task: a/t3}";

    assertThat(Waits.of(Written.plan(plan)).of("b"))
        .extracting(Wait::on, Wait::day)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("a", Optional.of(LocalDate.parse("2026-01-09"))));
    assertThat(Waits.of(Written.plan(plan + third)).of("b"))
        .extracting(Wait::day)
        .containsExactly(Optional.empty());
  }

  @Test
  void chains_lead_through_what_says_nothing_to_the_first_that_does() {
    assertThat(WAITS.chains("f", Set.of("a", "b")::contains))
        .extracting(Chain::words)
        .containsExactly("b by way of e and d");
    assertThat(WAITS.chains("f", "a"::equals))
        .extracting(Chain::words)
        .containsExactly("a by way of e and 2 others");
    assertThat(WAITS.chains("d", "b"::equals)).isEmpty();
  }

  @Test
  void a_chain_of_thousands_is_followed() {
    String chain = Many.lines(4999, i -> "  - {id: w%d, depends_on: [w%d]}".formatted(i + 1, i));
    Waits waits =
        Waits.of(
            Written.plan(
                "workstreams:\n  - {id: w0}\n"
                    + chain
                    + "handoffs: [{id: h, kind: artifact, paths: [/x], provider: w0, consumers: [w1]}]"));

    assertThat(waits.chains("w4999", "w0"::equals))
        .extracting(Chain::words)
        .containsExactly("w0 by way of w4998 and 4997 others");
  }
}
