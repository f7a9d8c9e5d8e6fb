package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void its_plan_is_sound() {
    PlanFile file =
        new PlanFile("-", Optional.empty(), Rehearsal.PLAN.getBytes(StandardCharsets.UTF_8));

    assertThat(new PlanReader().read(List.of(file)).diagnostics()).isEmpty();
  }

  @Test
  void it_ends_with_a_renderer() {
    assertThat(Rehearsal.start().renderer()).isNotNull();
  }
}
