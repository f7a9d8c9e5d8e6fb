package dev.coord.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoTest {

  @Test
  void each_key_is_worked_out_once_whichever_thread_asks() {
    AtomicInteger calls = new AtomicInteger();
    Memo<String, Integer> lengths = new Memo<>();

    List<Integer> answers =
        Collections.nCopies(1_000, "four").parallelStream()
            .map(
                word ->
                    lengths.of(
                        word,
                        key -> {
                          calls.incrementAndGet();
                          return key.length();
                        }))
            .toList();

    assertThat(answers).hasSize(1_000).containsOnly(4);
    assertThat(calls).hasValue(1);
    assertThat(lengths.of("three", String::length)).isEqualTo(5);
  }
}
