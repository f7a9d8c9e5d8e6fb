package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of the past. */
class ProjectHistoryTest {

  @Test
  void each_part_is_worked_out_once_however_many_ask_at_the_same_time() {
    List<Function<ProjectHistory, Object>> parts =
        List.of(
            ProjectHistory::work,
            ProjectHistory::attribution,
            ProjectHistory::commits,
            ProjectHistory::contributors);

    for (Function<ProjectHistory, Object> part : parts) {
      ProjectHistory past = new ProjectHistory(SampleAssessments.failing());
      List<Object> seen = IntStream.range(0, 8).parallel().mapToObj(i -> part.apply(past)).toList();

      assertThat(seen).allSatisfy(one -> assertThat(one).isSameAs(seen.get(0)));
    }
  }
}
