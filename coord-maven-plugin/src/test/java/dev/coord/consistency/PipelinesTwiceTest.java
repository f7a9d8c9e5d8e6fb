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
                "  - {id: staging, pipelines: [{" + first + "}]}",
                "  - {id: production, pipelines: [{" + again + "}]}")));
  }

  @Test
  void one_file_with_two_triggers_is_found() {
    assertThat(told("file: ci.yml, trigger: push", "file: ci.yml, trigger: a tag"))
        .containsExactly(
            "environment staging at 4: ci.yml has the trigger push, but environment production says"
                + " that it has the trigger a tag (coord.yml:5:58) (5): Write all that starts it in"
                + " both.");
  }

  @Test
  void one_trigger_no_trigger_and_other_files_agree() {
    assertThat(told("file: ci.yml, trigger: push", "file: ci.yml, trigger: Push")).isEmpty();
    assertThat(told("file: ci.yml, trigger: push", "file: ci.yml")).isEmpty();
    assertThat(told("file: ci.yml, trigger: push", "file: cd.yml, trigger: a tag")).isEmpty();
  }
}
