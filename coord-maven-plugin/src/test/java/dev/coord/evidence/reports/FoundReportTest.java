package dev.coord.evidence.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundReportTest {

  private static List<String> roots(String path) {
    return new FoundReport(path, Path.of(path), WorkTree.WRITTEN, Optional.empty()).roots();
  }

  @Test
  void the_root_of_a_maven_or_gradle_report_is_its_module() {
    assertThat(roots("core/target/surefire-reports/TEST-x.xml")).containsExactly("core", "");
    assertThat(roots("a/b/target/site/jacoco/jacoco.xml")).containsExactly("a/b", "a", "");
    assertThat(roots("app/build/test-results/test/TEST-x.xml")).containsExactly("app", "");
    assertThat(roots("target/site/jacoco/jacoco.xml")).containsExactly("");
  }

  @Test
  void the_last_output_directory_counts_where_a_module_is_in_another() {
    assertThat(roots("target/sample/core/target/site/jacoco/jacoco.xml"))
        .containsExactly("target/sample/core", "target/sample", "target", "");
  }

  @Test
  void another_report_is_relative_to_its_directory_or_one_above() {
    assertThat(roots("backend/reports/junit.xml"))
        .containsExactly("backend/reports", "backend", "");
    assertThat(roots("junit.xml")).containsExactly("");
  }

  @Test
  void the_root_that_the_plan_gives_is_the_only_one() {
    assertThat(
            new FoundReport("a/b.xml", Path.of("b"), WorkTree.WRITTEN, Optional.of("backend"))
                .roots())
        .containsExactly("backend");
  }
}
