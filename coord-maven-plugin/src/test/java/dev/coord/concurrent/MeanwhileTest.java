package dev.coord.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
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

  @Test
  void an_error_that_the_task_cannot_take_down_is_an_error_here_and_told_nowhere_else() {
    OutOfMemoryError thrown = new OutOfMemoryError();
    PrintStream console = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told));
    try {
      Meanwhile<String> meanwhile = Meanwhile.begin("test", new WithoutMemory(thrown));

      assertThatThrownBy(meanwhile::get).isSameAs(thrown);
    } finally {
      System.setErr(console);
    }
    assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("OutOfMemoryError");
  }

  private static final class WithoutMemory extends FutureTask<String> {
    private final OutOfMemoryError thrown;

    WithoutMemory(OutOfMemoryError thrown) {
      super(
          () -> {
            throw thrown;
          });
      this.thrown = thrown;
    }

    @Override
    protected void setException(Throwable ignored) {
      throw thrown;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
