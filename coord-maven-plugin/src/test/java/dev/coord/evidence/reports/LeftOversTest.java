package dev.coord.evidence.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.reports.ReportIntake.Header;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Maven session that ran the tests of its modules takes for left over. */
class LeftOversTest {

  private static final Instant SESSION = WorkTree.WRITTEN;
  private static final Instant BEFORE = SESSION.minusSeconds(60);
  private static final String TEST = "app/target/surefire-reports/TEST-a.ATest.xml";
  private static final String IT = "app/target/failsafe-reports/TEST-a.AIT.xml";
  private static final String JACOCO = "app/target/site/jacoco/jacoco.xml";
  private static final String JACOCO_IT = "app/target/site/jacoco-it/jacoco.xml";
  private static final String REMEDY = " Remove what deleted tests left behind (mvn clean verify).";

  @TempDir private Path directory;
  private WorkTree tree;
  private Optional<Instant> stated = Optional.empty();

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory).session(SESSION);
  }

  private Observation<List<ReportFile>> tests() {
    return read(tree.find().tests());
  }

  private Observation<List<ReportFile>> coverage() {
    return read(tree.find().coverage());
  }

  private Observation<List<ReportFile>> read(ReportSet set) {
    return new ReportIntake(set, tree.freshness())
        .read(1, report -> "", (report, text) -> new Header("F", stated));
  }

  @Test
  void a_report_of_a_built_module_that_this_session_did_not_write_is_left_over_though_alone() {
    tree.build("app").write(TEST, "", BEFORE);

    assertThat(WorkTree.unknown(tests()))
        .isEqualTo(
            "test report "
                + TEST
                + " was not written by this build, which ran the tests of its module."
                + REMEDY);
  }

  @Test
  void several_of_them_are_told_in_one_sentence() {
    tree.build("app").write(TEST, "", BEFORE).write(IT, "", BEFORE);

    assertThat(WorkTree.unknown(tests()))
        .isEqualTo(
            "2 test reports were not written by this build, which ran the tests of their modules: "
                + IT
                + ", "
                + TEST
                + "."
                + REMEDY);
  }

  @Test
  void a_report_of_a_module_that_this_session_did_not_build_stands() {
    tree.build("core").write(TEST, "", BEFORE);

    assertThat(tests().isKnown()).isTrue();
  }

  @Test
  void a_module_with_a_name_that_begins_alike_is_another() {
    tree.build("app").write("app/target2/surefire-reports/junit.xml", "", BEFORE);

    assertThat(tests().isKnown()).isTrue();
  }

  @Test
  void a_report_of_another_tool_in_the_directory_of_the_build_stands() {
    tree.build("app").write("app/target/web/junit.xml", "", BEFORE);

    assertThat(tests().isKnown()).isTrue();
  }

  @Test
  void reports_of_integration_tests_are_left_over_only_where_these_were_run() {
    tree.build("app", false, true).write(IT, "", BEFORE).write(JACOCO_IT, "", BEFORE);

    assertThat(tests().isKnown()).isTrue();
    assertThat(coverage().isKnown()).isTrue();

    tree.build("app");

    assertThat(tests().isKnown()).isFalse();
    assertThat(coverage().isKnown()).isFalse();
  }

  @Test
  void a_coverage_report_that_jacoco_did_not_write_again_is_left_over() {
    tree.build("app").write(JACOCO, "", BEFORE);

    assertThat(WorkTree.unknown(coverage()))
        .isEqualTo(
            "coverage report "
                + JACOCO
                + " was not written by this build, which ran the tests of its module."
                + REMEDY);
  }

  @Test
  void a_coverage_report_that_the_build_does_not_write_yet_stands() {
    tree.build("app", true, false).write(JACOCO, "", BEFORE);

    assertThat(coverage().isKnown()).isTrue();
  }

  @Test
  void tests_without_any_source_come_of_stale_classes() {
    tree.build("app").write(TEST, "").write("app/target/test-classes/a/ATest.class", "");

    assertThat(WorkTree.unknown(tests()))
        .isEqualTo(
            "test report "
                + TEST
                + " comes from compiled tests of a module that has no source of a test any more."
                + REMEDY);
  }

  @Test
  void so_does_their_coverage() {
    tree.build("app").write(JACOCO, "").write("app/target/test-classes/a/ATest.class", "");

    assertThat(WorkTree.unknown(coverage()))
        .startsWith("coverage report " + JACOCO + " comes from");
  }

  @Test
  void a_file_that_keeps_a_directory_is_no_source() {
    tree.build("app")
        .write(TEST, "")
        .write("app/src/test/java/.gitkeep", "")
        .write("app/target/test-classes/a/ATest.class", "");

    assertThat(tests().isKnown()).isFalse();
  }

  @Test
  void tests_with_a_source_in_any_root_are_of_this_build() {
    tree.build("app")
        .write(TEST, "")
        .write("app/src/test/kotlin/a/ATest.kt", "")
        .write("app/target/test-classes/a/ATest.class", "");

    assertThat(tests().isKnown()).isTrue();
  }

  @Test
  void tests_of_a_dependency_have_no_classes_in_the_module() {
    tree.build("app").write(TEST, "").write("app/target/test-classes/data.txt", "");

    assertThat(tests().isKnown()).isTrue();
  }

  @Test
  void a_report_written_anew_from_the_data_of_earlier_tests_is_theirs() {
    tree.build("app").write(JACOCO, "");
    stated = Optional.of(BEFORE);

    assertThat(WorkTree.unknown(coverage()))
        .isEqualTo(
            "coverage report "
                + JACOCO
                + " was written by this build, but from tests that an earlier one ran."
                + REMEDY);
  }

  @Test
  void a_report_with_data_of_this_session_is_of_it() {
    tree.build("app").write(JACOCO, "");
    stated = Optional.of(SESSION);

    assertThat(coverage().isKnown()).isTrue();
  }

  @Test
  void a_report_of_a_module_that_was_not_built_may_be_of_earlier_tests() {
    tree.build("core").write(JACOCO, "");
    stated = Optional.of(BEFORE);

    assertThat(coverage().isKnown()).isTrue();
  }
}
