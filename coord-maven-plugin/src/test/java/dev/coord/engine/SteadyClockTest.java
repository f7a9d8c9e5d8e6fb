package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

  @Test
  void one_time_that_is_far_too_early_or_too_late_hides_no_other() {
    assertThat(kept(5, 6, 7, 1, 8, 9)).containsExactly(5L, 6L, 7L, 8L, 9L);
    assertThat(kept(5, 6, 99, 7, 8)).containsExactly(5L, 6L, 7L, 8L);
    assertThat(kept(5, 5, 5)).containsExactly(5L, 5L, 5L);
    assertThat(kept()).isEmpty();
  }

  @Test
  void as_many_are_kept_as_can_be() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<Long> times = new ArrayList<>();
      for (int i = random.nextInt(9); i >= 0; i--) {
        times.add((long) random.nextInt(6));
      }
      List<Long> kept = SteadyClock.kept(times, time -> time);
      assertThat(kept).isSorted();
      assertThat(kept).hasSize(longest(times)).as("of %s", times);
    }
  }

  /** By trying all. */
  private static int longest(List<Long> times) {
    int most = 0;
    for (int chosen = 0; chosen < 1 << times.size(); chosen++) {
      long last = Long.MIN_VALUE;
      int count = 0;
      for (int i = 0; i < times.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          count = times.get(i) < last ? -99 : count + 1;
          last = times.get(i);
        }
      }
      most = Math.max(most, count);
    }
    return most;
  }

  private static List<Long> kept(long... times) {
    List<Long> things = new ArrayList<>();
    for (long time : times) {
      things.add(time);
    }
    return SteadyClock.kept(things, time -> time);
  }
}
