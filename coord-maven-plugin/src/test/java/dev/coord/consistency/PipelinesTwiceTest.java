package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelinesTwiceTest {

  private static List<String> told(String first, String again) {
    return Told.of(
        PipelinesTwice.of(
            Written.plan(
                "environments:",
                "  - {id: staging, pipelines: [{" + first + "}, {" + again + "}]}")));
  }

  @Test
  void one_file_with_two_triggers_is_found() {
    assertThat(told("file: ci.yml, trigger: push", "file: ci.yml, trigger: a tag"))
        .containsExactly(
            "environment staging at 4: ci.yml has the trigger push, but it is said again with the trigger a tag (coord.yml:4:86) (4): Write the pipeline once, with all that starts it.");
  }

  @Test
  void two_environments_may_have_one_file_with_triggers_of_their_own() {
    assertThat(
            Told.of(
                PipelinesTwice.of(
                    Written.plan(
                        "environments:",
                        "  - {id: a, pipelines: [{file: ci.yml, trigger: push}]}",
                        "  - {id: b, pipelines: [{file: ci.yml, trigger: a tag}]}"))))
        .isEmpty();
  }

  @Test
  void one_trigger_no_trigger_and_other_files_agree() {
    assertThat(told("file: ci.yml, trigger: push", "file: ci.yml, trigger: Push")).isEmpty();
    assertThat(told("file: ci.yml, trigger: push", "file: ci.yml")).isEmpty();
    assertThat(told("file: ci.yml, trigger: push", "file: cd.yml, trigger: a tag")).isEmpty();
  }
}
