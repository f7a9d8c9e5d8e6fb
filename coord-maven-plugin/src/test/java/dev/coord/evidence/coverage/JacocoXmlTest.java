package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JacocoXmlTest {

  private static final String REPORT = "target/site/jacoco/jacoco.xml";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<CoverageResults> observe(String xml) {
    tree.write(REPORT, xml);
    return CoverageReports.read(tree.find().coverage(), tree.freshness());
  }

  private static String counter(String type, int missed, int covered) {
    return "<counter type='%s' missed='%d' covered='%d'/>".formatted(type, missed, covered);
  }

  private static String file(String inside) {
    return "<report><package name='a'><sourcefile name='C.java'>"
        + inside
        + "</sourcefile></package></report>";
  }

  private FileCoverage only(String xml) {
    CoverageResults results = WorkTree.known(observe(xml));
    assertThat(results.files()).hasSize(1);
    return results.files().get(0);
  }

  @Test
  void a_line_was_run_when_an_instruction_was() {
    FileCoverage file =
        only(
            file(
                "<line nr='1' mi='5' ci='1'/><line nr='2' mi='3' ci='0'/><line nr='4'/>"
                    + counter("LINE", 1, 1)));
    assertThat(file.count()).isEqualTo(new CoverageCount(1, 2, 0, 0));
    assertThat(file.covered(0)).isTrue();
  }

  @Test
  void branches_of_code_without_line_numbers_count_as_jacoco_counts_them() {
    FileCoverage file =
        only(
            file(
                "<line nr='1' mi='0' ci='1' mb='1' cb='1'/>"
                    + counter("LINE", 0, 1)
                    + counter("BRANCH", 2, 2)));
    assertThat(file.count()).isEqualTo(new CoverageCount(1, 1, 2, 4));
    assertThat(file.unplacedBranches()).isEqualTo(2);
    assertThat(file.coveredUnplacedBranches()).isEqualTo(1);
  }

  @Test
  void a_file_of_the_default_package_has_no_directory() {
    assertThat(
            only("<report><package name=''><sourcefile name='C.java'>"
                    + "<line nr='1' ci='1'/><counter type='LINE' missed='0' covered='1'/>"
                    + "</sourcefile></package></report>")
                .name())
        .isEqualTo("C.java");
  }

  @Test
  void one_name_in_two_groups_is_two_files() {
    String inner =
        "<package name='a'><sourcefile name='C.java'><line nr='1' mi='%d' ci='%d'/>"
            + "<counter type='LINE' missed='%d' covered='%d'/></sourcefile></package>";
    tree.tracked("x/src/main/java/a/C.java", "y/src/main/java/a/C.java");
    CoverageResults results =
        WorkTree.known(
            observe(
                "<report><group name='x'>"
                    + inner.formatted(0, 1, 0, 1)
                    + "</group><group"
                    + " name='y'>"
                    + inner.formatted(1, 0, 1, 0)
                    + "</group>"
                    + counter("LINE", 1, 1)
                    + "</report>"));
    assertThat(results.files())
        .extracting(FileCoverage::path)
        .containsExactly(
            Optional.of("x/src/main/java/a/C.java"), Optional.of("y/src/main/java/a/C.java"));
    assertThat(results.count()).isEqualTo(new CoverageCount(1, 2, 0, 0));
  }

  @Test
  void groups_in_groups_tell_modules_of_one_name_apart() {
    String inner =
        "<group name='app'><package name='a'><sourcefile name='C.java'><line nr='1' mi='%d'"
            + " ci='%d'/><counter type='LINE' missed='%d' covered='%d'/></sourcefile></package>"
            + "</group>";
    tree.tracked("shop/app/src/main/java/a/C.java", "admin/app/src/main/java/a/C.java");
    CoverageResults results =
        WorkTree.known(
            observe(
                "<report><group name='all'><group name='shop'>"
                    + inner.formatted(0, 1, 0, 1)
                    + "</group><group name='admin'>"
                    + inner.formatted(1, 0, 1, 0)
                    + "</group></group>"
                    + counter("LINE", 1, 1)
                    + "</report>"));
    assertThat(results.files())
        .extracting(FileCoverage::path)
        .containsExactly(
            Optional.of("admin/app/src/main/java/a/C.java"),
            Optional.of("shop/app/src/main/java/a/C.java"));
    assertThat(results.count()).isEqualTo(new CoverageCount(1, 2, 0, 0));
  }

  @Test
  void kotlin_sources_may_leave_out_the_package_that_all_share() {
    String xml =
        "<report><package name='com/acme/shop'><sourcefile name='Basket.kt'><line nr='1' ci='1'/>"
            + "<counter type='LINE' missed='0' covered='1'/></sourcefile></package></report>";
    tree.tracked("src/main/kotlin/shop/Basket.kt", "src/main/java/shop/Basket.kt");
    assertThat(only(xml).path()).contains("src/main/kotlin/shop/Basket.kt");
    tree.tracked("src/main/kotlin/com/acme/shop/Basket.kt");
    assertThat(only(xml).path()).contains("src/main/kotlin/com/acme/shop/Basket.kt");
  }

  @Test
  void code_of_which_no_line_is_known_makes_the_report_unknown() {
    assertThat(WorkTree.unknown(observe(file(counter("INSTRUCTION", 3, 0)))))
        .isEqualTo(
            REPORT
                + ":1:105: a/C.java has code, but none of its lines is known. Compile with debug"
                + " information (javac -g), or exclude these classes from the report.");
  }

  @Test
  void a_class_that_is_only_declared_needs_no_source_file() {
    assertThat(
            only("<report><package name='a'><class name='a/I'/><class name='a/C'"
                    + " sourcefilename='C.java'><counter type='INSTRUCTION' missed='1'"
                    + " covered='0'/></class><sourcefile name='C.java'><line nr='1' mi='1'/>"
                    + "<counter type='LINE' missed='1' covered='0'/></sourcefile></package>"
                    + "</report>")
                .size())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<line nr='1' ci='1'/>",
        "<line nr='1' ci='1'/><counter type='LINE' missed='1' covered='0'/>",
        "<counter type='LINE' missed='1' covered='0'/>",
        "<line nr='1' ci='1' mb='2' cb='0'/><counter type='LINE' missed='0' covered='1'/>"
            + "<counter type='BRANCH' missed='1' covered='0'/>",
        "<line nr='1' ci='1' mb='0' cb='2'/><counter type='LINE' missed='0' covered='1'/>"
            + "<counter type='BRANCH' missed='2' covered='1'/>",
      })
  void lines_that_contradict_the_counters_of_their_file_make_the_report_unknown(String inside) {
    assertThat(WorkTree.unknown(observe(file(inside))))
        .contains(": the lines of a/C.java contradict its counters. Run the tool");
  }

  @Test
  void files_that_contradict_the_counters_of_the_report_make_it_unknown() {
    String good = "<line nr='1' ci='1'/>" + counter("LINE", 0, 1);
    String report = file(good).replace("</report>", counter("LINE", 1, 1) + "</report>");
    assertThat(WorkTree.unknown(observe(report)))
        .contains(": the report states 1 of 2 for LINE, but its files sum to 1 of 1. Run the tool");
    report = file(good).replace("</report>", counter("BRANCH", 1, 1) + "</report>");
    assertThat(WorkTree.unknown(observe(report)))
        .contains(": the report states 1 of 2 for BRANCH, but its files sum to 0 of 0.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<line nr='0' ci='1'/>|nr=\"0\" is not a whole number from 1 to 2147483647",
        "<line ci='1'/>|<line> has no attribute nr",
        "<line nr='-1' ci='1'/>|nr=\"-1\" is not",
        "<line nr='1' ci='NaN'/>|ci=\"NaN\" is not",
        "<line nr='1' ci='1.0'/>|ci=\"1.0\" is not",
        "<line nr='1' ci='1' cb='99999999999'/>|cb=\"99999999999\" is not",
        "<counter type='LINE' missed='-1' covered='0'/>|missed=\"-1\" is not",
        "<counter type='LINE' missed='1'/>|<counter> has no attribute covered",
      })
  void a_number_that_is_none_is_a_mistake_with_its_place(String inside, String problem) {
    assertThat(WorkTree.unknown(observe(file(inside))))
        .startsWith(REPORT + ":1:53: ")
        .contains(problem);
  }

  @Test
  void a_source_file_needs_a_name() {
    assertThat(WorkTree.unknown(observe("<report><package><sourcefile/></package></report>")))
        .startsWith(REPORT + ":1:18: a source file has no name");
    assertThat(WorkTree.unknown(observe(file("").replace("C.java", "x".repeat(5000)))))
        .contains(": a source file has no name, or a very long one.");
  }

  @Test
  void hostile_names_lead_nowhere() {
    tree.tracked("etc/passwd");
    String xml =
        "<report><package name='../../..'><sourcefile name='etc/passwd'><line nr='1' ci='1'/>"
            + "<counter type='LINE' missed='0' covered='1'/></sourcefile></package></report>";
    assertThat(only(xml).path()).isEmpty();
  }
}
