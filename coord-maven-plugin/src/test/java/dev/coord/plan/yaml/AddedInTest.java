package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Handoff;
import dev.coord.testing.Written;
import org.junit.jupiter.api.Test;

/** The build file of a library under its other name. */
class AddedInTest {

  @Test
  void the_file_that_a_library_is_added_in_is_its_file() {
    Handoff handoff =
        Written.plan("handoffs: [{id: h, kind: library, name: gson, added_in: pom.xml}]")
            .handoffs()
            .get(0);

    assertThat(handoff.file()).hasValue("pom.xml");
    assertThat(handoff.origin().of("file")).isEqualTo(Location.of("coord.yml", 3, 57));
  }
}
