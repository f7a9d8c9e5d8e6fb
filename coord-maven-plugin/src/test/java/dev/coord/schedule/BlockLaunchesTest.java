package dev.coord.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.RecordChecks;
import dev.coord.testing.Written;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BlockLaunchesTest {

  private static final BlockLaunches LAUNCHES =
      BlockLaunches.of(
          Written.plan(
              """
              workstreams: [{id: a}, {id: b}]
              sprints:
                - {id: s, blocks: [{day: 1, launches: [b, a]}, {day: 2}]}
                - {id: t, blocks: [{day: 3, launches: [a]}]}
              """));

  @TestFactory
  Stream<DynamicTest> a_launch_is_whole() {
    return RecordChecks.of(LAUNCHES.of("a").get(0));
  }

  @Test
  void the_launches_of_a_workstream_come_in_the_order_written_each_with_its_place() {
    assertThat(LAUNCHES.of("a"))
        .extracting(launch -> launch.sprint().id() + " at " + launch.place())
        .containsExactly("s at coord.yml:5:45", "t at coord.yml:6:42");
    assertThat(LAUNCHES.of("b")).hasSize(1);
    assertThat(LAUNCHES.of("c")).isEmpty();
  }
}
