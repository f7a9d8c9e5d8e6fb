package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Reports;
import dev.coord.it.Team;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that a stranger's build can write, from end to end: unknown with a place, no pass. */
class HostileReportsTest {

  private static final String COBERTURA = "coverage.xml";

  @TempDir static Path shared;
  private static GitProject prototype;

  @TempDir Path directory;

  private Hostile hostile;

  @BeforeAll
  static void makeOnce() {
    prototype = Hostile.prototype(shared);
  }

  @BeforeEach
  void make() {
    hostile = new Hostile(prototype, directory);
  }

  @AfterEach
  void close() throws IOException {
    hostile.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {Team.TESTS, Team.COVERAGE})
  void an_external_entity_is_neither_read_nor_fetched(String report) {
    for (String source : new String[] {hostile.secret().toUri().toString(), hostile.address()}) {
      String root = report.equals(Team.TESTS) ? "testsuite" : "report";
      hostile
          .project()
          .file(
              report,
              "<!DOCTYPE %s [<!ENTITY x SYSTEM \"%s\">]><%s name=\"a\">&x;</%s>\n"
                  .formatted(root, source, root, root));

      assertThat(hostile.siteSays(Overall.UNKNOWN)).contains(report + ":1:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Team.TESTS, Team.COVERAGE})
  void a_document_type_elsewhere_is_not_fetched(String report) {
    String xml =
        report.equals(Team.TESTS)
            ? Reports.junit("shop.BasketTest", 3, 0, 0)
            : Reports.jacoco("shop/checkout", "Basket.java", 9, 1);
    String body = xml.replaceFirst("<\\?xml[^>]*\\?>\\s*", "").replaceFirst("<!DOCTYPE[^>]*>", "");
    String root = report.equals(Team.TESTS) ? "testsuite" : "report";
    hostile
        .project()
        .file(report, "<!DOCTYPE " + root + " SYSTEM \"" + hostile.address() + "\">\n" + body);

    assertThat(hostile.checkSays(Overall.PASSED)).contains("PASS ");
  }

  @Test
  void entities_that_grow_are_refused() {
    StringBuilder lines = new StringBuilder("<!DOCTYPE testsuite [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      lines.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    hostile.project().file(Team.TESTS, lines + "]><testsuite name=\"&a29;\"/>");

    assertThat(hostile.checkSays(Overall.UNKNOWN)).contains(Team.TESTS + ":1:");
  }

  @Test
  void nesting_without_end_is_refused() {
    hostile.project().file(Team.TESTS, "<testsuite>".repeat(100_000));

    assertThat(hostile.checkSays(Overall.UNKNOWN)).contains(Team.TESTS + ":1:");
  }

  @Test
  void attributes_without_end_are_refused() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      attributes.append(" a").append(i).append("=\"\"");
    }
    hostile.project().file(Team.TESTS, "<testsuite" + attributes + "/>");

    assertThat(hostile.checkSays(Overall.UNKNOWN)).contains(Team.TESTS + ":1:");
  }

  @Test
  void a_file_of_more_than_a_gibibyte_is_refused_unread() throws IOException {
    Path report = hostile.project().path(Team.TESTS);
    try (RandomAccessFile file = new RandomAccessFile(report.toFile(), "rw")) {
      file.setLength((1L << 30) + 1);
    }
    Result result = new Coord().check(Settings.in(hostile.project().directory()).build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure()).contains("1 GiB");
  }

  @Test
  void a_count_that_is_no_plain_number_is_refused() {
    String xml = Reports.jacoco("shop/checkout", "Basket.java", 9, 1);
    List<String> numbers = List.of("NaN", "-1", "1.5", "99999999999999999999", "", "\u0663");
    for (int i = 0; i < numbers.size(); i++) {
      hostile
          .project()
          .file(
              i + "/" + Team.COVERAGE,
              xml.replace("nr=\"10\" mi=\"1\"", "nr=\"10\" mi=\"" + numbers.get(i) + "\""));
    }

    assertThat(hostile.checkSays(Overall.UNKNOWN))
        .contains("0/" + Team.COVERAGE + ":1:582: ", "2/" + Team.COVERAGE + ":1:582: ")
        .contains("; 3 more coverage reports cannot be used.");
  }

  @ParameterizedTest
  @CsvSource({"29, 21, 58, PASSED", "29, 21, 58.1, FAILED", "7999, 2001, 80, FAILED"})
  void shares_are_exact(int covered, int missed, String wanted, Overall overall) {
    hostile
        .project()
        .edit("coord.yml", "\">= 80%\"}", "\">= " + wanted + "%\"} # exactly")
        .commit("Threshold");
    hostile.project().git("branch", "-f", "main", "HEAD");
    hostile.project().append(Team.CHECKOUT, "// line\n".repeat(covered + missed));
    Team.coverage(hostile.project(), covered, missed);

    assertThat(hostile.checkSays(overall))
        .contains(overall == Overall.PASSED ? "PASS " : "coverage.lines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../secret.txt", "/etc/passwd", "secret.txt", "..\\..\\secret.txt", "a\u0000b"})
  void a_path_in_a_report_is_compared_and_never_opened(String path) throws IOException {
    Files.delete(hostile.project().path(Team.COVERAGE));
    String name = path.equals("secret.txt") ? hostile.secret().toString() : path;
    hostile.project().file(COBERTURA, Reports.cobertura(name, 9, 1));

    assertThat(hostile.checkSays(Overall.UNKNOWN)).containsAnyOf("coverage.lines", COBERTURA);
  }

  @Test
  void a_source_file_of_lcov_is_compared_and_never_opened() throws IOException {
    Files.delete(hostile.project().path(Team.COVERAGE));
    for (String path : new String[] {hostile.secret().toString(), "../secret.txt"}) {
      hostile.project().file("lcov.info", "SF:" + path + "\nDA:1,1\nend_of_record\n");

      assertThat(hostile.siteSays(Overall.UNKNOWN))
          .contains("coverage.lines  none of the files in the coverage reports is in the repo");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Team.TESTS, Team.COVERAGE})
  void a_report_that_is_a_link_is_not_read(String report) throws IOException {
    Path file = hostile.project().path(report);
    Path elsewhere = directory.resolve("report.xml");
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);

    assertThat(hostile.siteSays(Overall.UNKNOWN)).contains("no ");
  }

  @Test
  void names_of_tests_cannot_run_or_pose_as_commands() {
    hostile
        .project()
        .file(
            Team.TESTS,
            Reports.junit("shop.BasketTest", 2, 1, 0)
                .replace("name=\"fails_0\"", "name=\"&lt;script>x&lt;/script>&#10;::error::y\"")
                .replace("expected: 1", "&lt;img src=x onerror=alert(1)> ##[error]"));

    assertThat(hostile.siteSays(Overall.FAILED)).doesNotContain("\n::error", "##[error]");
    assertThat(hostile.project().path("target/coord/gates.html"))
        .content()
        .doesNotContain("<script", "<img src=x");
  }
}
