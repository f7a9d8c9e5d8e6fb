package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

  private static final long LATEST = 9;

  @Test
  void a_time_that_is_far_too_early_is_that_of_the_one_before() {
    assertThat(mended(5, 6, 7, 1, 8, 9)).containsExactly(5, 6, 7, 7, 8, 9);
  }

  @Test
  void a_time_that_is_too_late_is_that_of_the_one_after() {
    assertThat(mended(3, 4, 8, 5, 6)).containsExactly(3, 4, 5, 5, 6);
  }

  @Test
  void no_time_is_after_the_latest() {
    assertThat(mended(5, 99, 7, 8)).containsExactly(5, 7, 7, 8);
    assertThat(mended(5, 99)).containsExactly(5, 9);
    assertThat(mended(98, 99)).containsExactly(9, 9);
  }

  @Test
  void times_that_can_be_stay() {
    assertThat(mended(5, 5, 5, 9)).containsExactly(5, 5, 5, 9);
    assertThat(mended()).isEmpty();
  }

  @Test
  void as_few_as_possible_are_changed_and_each_as_little_as_its_neighbours_allow() {
    Random random = new Random(7);
    for (int round = 0; round < 1000; round++) {
      long[] times = random.longs(random.nextInt(10), 0, 12).toArray();

      long[] mended = mended(times);

      assertThat(mended).isSorted();
      assertThat(Arrays.stream(mended).boxed()).allMatch(time -> time <= LATEST);
      int[] changed = IntStream.range(0, times.length).filter(i -> mended[i] != times[i]).toArray();
      assertThat(times.length - changed.length).as(Arrays.toString(times)).isEqualTo(most(times));
      for (int i : changed) {
        long before = i == 0 ? Long.MIN_VALUE : mended[i - 1];
        long after = i == times.length - 1 ? LATEST : mended[i + 1];
        assertThat(mended[i])
            .as(Arrays.toString(times))
            .isIn(Math.max(before, Math.min(times[i], after)), before, after);
      }
    }
  }

  /** How many can be kept, by trying all. */
  private static int most(long[] times) {
    int most = 0;
    for (int chosen = 0; chosen < 1 << times.length; chosen++) {
      long last = Long.MIN_VALUE;
      int count = 0;
      for (int i = 0; i < times.length; i++) {
        if ((chosen >> i & 1) == 1) {
          count = times[i] < last || times[i] > LATEST ? -99 : count + 1;
          last = times[i];
        }
      }
      most = Math.max(most, count);
    }
    return most;
  }

  private static long[] mended(long... times) {
    return SteadyClock.mended(times, LATEST);
  }
}
