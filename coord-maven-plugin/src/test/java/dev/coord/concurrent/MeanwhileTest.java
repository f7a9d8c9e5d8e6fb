package dev.coord.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MeanwhileTest {

  @Test
  void both_threads_work_at_the_same_time() {
    CountDownLatch other = new CountDownLatch(1);
    Meanwhile<String> meanwhile =
        Meanwhile.begin(
            "test",
            () -> {
              await(other);
              return Thread.currentThread().getName();
            });
    other.countDown();

    assertThat(meanwhile.get()).isEqualTo("coord-test");
    assertThat(meanwhile.get()).isEqualTo("coord-test");
  }

  @Test
  void what_is_thrown_there_is_thrown_here() {
    RuntimeException thrown = new IllegalArgumentException("no");
    Meanwhile<String> meanwhile =
        Meanwhile.begin(
            "test",
            () -> {
              throw thrown;
            });

    assertThatThrownBy(meanwhile::get).isSameAs(thrown);
  }

  @Test
  void an_error_is_an_error_here() {
    Error thrown = new StackOverflowError();
    Meanwhile<String> meanwhile =
        Meanwhile.begin(
            "test",
            () -> {
              throw thrown;
            });

    assertThatThrownBy(meanwhile::get).isSameAs(thrown);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
