package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of another version of a file than the one that is there, or than other reports. */
class VersionsTest {

  private static final String FILE = "src/a.py";
  private static final String JAVA = "src/main/java/A.java";
  private static final String UNIT = "target/site/jacoco/jacoco.xml";
  private static final String IT = "target/site/jacoco-it/jacoco.xml";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory).tracked(FILE, JAVA);
  }

  private Observation<CoverageResults> observe() {
    return CoverageReports.read(tree.find().coverage(), tree.freshness());
  }

  private static String cobertura(String file, int... lines) {
    StringBuilder listed = new StringBuilder();
    for (int line : lines) {
      listed.append("<line number='" + line + "' hits='1'/>");
    }
    return "<coverage><packages><package><classes><class filename='"
        + file
        + "'><lines>"
        + listed
        + "</lines></class></classes></package></packages></coverage>";
  }

  private static String jacoco(int... lines) {
    StringBuilder listed = new StringBuilder();
    for (int line : lines) {
      listed.append("<line nr='" + line + "' mi='1' ci='0'/>");
    }
    return "<report><package name=''><sourcefile name='A.java'>"
        + listed
        + "<counter type='LINE' missed='"
        + lines.length
        + "' covered='0'/></sourcefile></package></report>";
  }

  @Test
  void a_line_beyond_the_end_of_the_file_is_unknown() {
    tree.write(FILE, "one\ntwo\n").write("coverage.xml", cobertura(FILE, 1, 5000));

    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "coverage.xml: src/a.py has no line 5000: the report is of another version of it. Run"
                + " the tests with coverage again (mvn verify).");
  }

  @Test
  void a_line_after_the_last_line_end_may_be() {
    tree.write(FILE, "one\ntwo\n").write("coverage.xml", cobertura(FILE, 1, 3));

    assertThat(observe().isKnown()).isTrue();
  }

  @Test
  void only_a_line_end_makes_room_for_one_more_line() {
    String fifty = "line\n".repeat(49) + "line";
    String lcov = "SF:" + FILE + "\nDA:%d,1\nend_of_record\n";

    tree.write(FILE, fifty).write("lcov.info", lcov.formatted(50));
    assertThat(observe().isKnown()).isTrue();

    tree.write("lcov.info", lcov.formatted(51));
    assertThat(WorkTree.unknown(observe())).startsWith("lcov.info: src/a.py has no line 51:");

    tree.write(FILE, fifty + "\n");
    assertThat(observe().isKnown()).isTrue();

    tree.write("lcov.info", lcov.formatted(52));
    assertThat(WorkTree.unknown(observe())).startsWith("lcov.info: src/a.py has no line 52:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\rb\rc", "a\r\nb\r\nc", "a\u2028b\u2029c", "é\nü\n\u2027\u202A", "\n\n"})
  void lines_end_as_in_any_language(String text) {
    tree.write(FILE, text).write("coverage.xml", cobertura(FILE, 3));
    assertThat(observe().isKnown()).isTrue();

    tree.write("coverage.xml", cobertura(FILE, 4));
    assertThat(observe().isKnown()).isFalse();
  }

  @Test
  void a_file_that_is_not_there_may_have_any_length() {
    tree.write("coverage.xml", cobertura(FILE, 5000));

    assertThat(observe().isKnown()).isTrue();
  }

  @Test
  void a_link_is_not_followed_to_count_lines() throws Exception {
    tree.write("short.txt", "").write("elsewhere/a.py", "");
    Files.createSymbolicLink(directory.resolve("src"), directory.resolve("elsewhere"));
    tree.write("coverage.xml", cobertura(FILE, 5000));

    assertThat(observe().isKnown()).isTrue();
  }

  @Test
  void two_reports_of_jacoco_that_each_know_lines_alone_are_of_different_versions() {
    tree.write(UNIT, jacoco(1, 2, 4, 7)).write(IT, jacoco(1, 3, 4, 8));

    assertThat(WorkTree.unknown(observe()))
        .isEqualTo(
            "target/site/jacoco/jacoco.xml: src/main/java/A.java has line 3 in"
                + " target/site/jacoco-it/jacoco.xml alone and line 2 in this report alone, so they"
                + " are of different versions of it. Write both from one version of the sources, or"
                + " say under evidence.coverage which reports count.");
  }

  @Test
  void a_report_that_leaves_lines_out_is_of_the_same_version() {
    tree.write(UNIT, jacoco(1, 2, 4, 7)).write(IT, jacoco(2, 7));

    assertThat(WorkTree.known(observe()).count()).isEqualTo(new CoverageCount(0, 4, 0, 0));
    assertThat(WorkTree.known(observe()).warnings()).isEmpty();
  }

  @Test
  void other_formats_are_merged_and_their_difference_is_said_once_for_two_reports() {
    tree.tracked("src/b.py")
        .write("a/coverage.xml", cobertura(FILE, 1, 2).replace("</classes>", bPy(5)))
        .write("b/coverage.xml", cobertura(FILE, 1, 3).replace("</classes>", bPy(6)));

    CoverageResults results = WorkTree.known(observe());

    assertThat(results.count()).isEqualTo(new CoverageCount(5, 5, 0, 0));
    assertThat(results.warnings())
        .extracting(Diagnostic::problem)
        .containsExactly(
            "a/coverage.xml and b/coverage.xml tell of different lines in src/a.py (line 2 in the"
                + " first alone, line 3 in the second alone) and 1 more file, and are merged line"
                + " by line");
  }

  private static String bPy(int line) {
    return "<class filename='src/b.py'><lines><line number='"
        + line
        + "' hits='1'/></lines></class></classes>";
  }

  @Test
  void reports_of_different_formats_are_not_compared() {
    tree.write(UNIT, jacoco(1, 2))
        .write("coverage.xml", cobertura(JAVA, 1, 3))
        .write(IT, jacoco(1, 2));

    assertThat(WorkTree.known(observe()).count()).isEqualTo(new CoverageCount(2, 3, 0, 0));
    assertThat(WorkTree.known(observe()).warnings()).isEmpty();
  }
}
