package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of the past and of what is to come. */
class ProjectCourseTest {

  @Test
  void each_part_is_worked_out_once_however_many_ask_at_the_same_time() {
    List<Function<ProjectCourse, Object>> parts =
        List.of(
            ProjectCourse::work,
            ProjectCourse::attribution,
            ProjectCourse::commits,
            ProjectCourse::contributors,
            ProjectCourse::schedule);

    for (Function<ProjectCourse, Object> part : parts) {
      ProjectCourse course = new ProjectCourse(SampleAssessments.failing());
      List<Object> seen =
          IntStream.range(0, 8).parallel().mapToObj(i -> part.apply(course)).toList();

      assertThat(seen).allSatisfy(one -> assertThat(one).isSameAs(seen.get(0)));
    }
  }
}
