package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.WorkTree;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LcovTest {

  private static final String AGAIN = " Run the tool that writes this report again.";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<CoverageResults> observe(String... records) {
    tree.write("web/coverage/lcov.info", String.join("\n", records) + "\n");
    return CoverageReports.read(tree.find().coverage(), tree.freshness());
  }

  private CoverageResults read(String... records) {
    return WorkTree.known(observe(records));
  }

  private CoverageCount count(String... records) {
    return read(records).count();
  }

  private Optional<String> path(String name) {
    return read("SF:" + name, "DA:1,1", "end_of_record").files().get(0).path();
  }

  @Test
  void lines_and_branches_are_those_that_were_hit() {
    assertThat(
            count(
                "TN:unit",
                "SF:a.js",
                "FN:1,main",
                "FNDA:1,main",
                "DA:1,1",
                "DA:2,0",
                "DA:3,12,checksum==",
                "BRDA:3,0,0,5",
                "BRDA:3,0,1,0",
                "BRDA:2,0,jump to line 3,-",
                "end_of_record"))
        .isEqualTo(new CoverageCount(2, 3, 1, 3));
  }

  @Test
  void the_report_names_its_format() {
    assertThat(read("SF:a.js", "DA:1,1", "end_of_record").reports().get(0).format())
        .isEqualTo("LCOV");
  }

  @Test
  void windows_line_ends_comments_and_unknown_records_are_read_over() {
    assertThat(
            count("# made by lcov 2\r", "SF:a.js\r", "VER:7\r", "DA:1,1\r", "", "end_of_record\r"))
        .isEqualTo(new CoverageCount(1, 1, 0, 0));
  }

  @Test
  void text_as_windows_writes_it_is_read_by_its_byte_order_mark() throws IOException {
    String text = "\uFEFFTN:\r\nSF:src/é.js\r\nDA:1,1\r\nDA:2,0\r\nend_of_record\r\n";
    tree.tracked("src/é.js");
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      tree.write("lcov.info", "");
      Path report = directory.resolve("lcov.info");
      FileTime written = Files.getLastModifiedTime(report);
      Files.write(report, text.getBytes(charset));
      Files.setLastModifiedTime(report, written);

      CoverageResults results =
          WorkTree.known(CoverageReports.read(tree.find().coverage(), tree.freshness()));

      assertThat(results.count()).isEqualTo(new CoverageCount(1, 2, 0, 0));
      assertThat(results.files())
          .extracting(FileCoverage::path)
          .containsExactly(Optional.of("src/é.js"));
    }
  }

  @Test
  void counters_of_hits_have_64_bits() {
    assertThat(
            count(
                "SF:a.c",
                "DA:1,9223372036854775807",
                "DA:2,9223372036854775808",
                "DA:3,18446744073709551615",
                "BRDA:1,0,0,18446744073709551615",
                "end_of_record"))
        .isEqualTo(new CoverageCount(3, 3, 1, 1));
  }

  @Test
  void sections_of_one_file_are_merged_branch_by_branch() {
    assertThat(
            count(
                "SF:a.c",
                "DA:1,1",
                "DA:2,0",
                "BRDA:1,0,0,1",
                "BRDA:1,0,1,0",
                "end_of_record",
                "SF:a.c",
                "DA:1,0",
                "DA:2,3",
                "BRDA:1,0,0,0",
                "BRDA:1,0,1,2",
                "end_of_record",
                "SF:a.c",
                "DA:1,0",
                "DA:2,0",
                "BRDA:1,0,0,-",
                "BRDA:1,0,1,-",
                "end_of_record"))
        .isEqualTo(new CoverageCount(2, 2, 2, 2));
  }

  @Test
  void sections_with_other_branches_are_merged_line_by_line() {
    assertThat(
            count(
                "SF:a.c",
                "DA:1,1",
                "BRDA:1,0,0,1",
                "BRDA:1,0,1,0",
                "end_of_record",
                "SF:a.c",
                "DA:1,1",
                "BRDA:1,0,0,0",
                "BRDA:1,0,1,1",
                "BRDA:1,0,2,0",
                "end_of_record"))
        .isEqualTo(new CoverageCount(1, 1, 1, 3));
  }

  @Test
  void a_branch_that_is_listed_twice_is_one() {
    assertThat(count("SF:a.c", "DA:1,1", "BRDA:1,0,0,0", "BRDA:1,0,0,2", "end_of_record"))
        .isEqualTo(new CoverageCount(1, 1, 1, 1));
  }

  @Test
  void branches_on_a_line_that_is_not_listed_count_in_the_file() {
    FileCoverage file =
        read("SF:a.c", "DA:1,1", "BRDA:2,0,0,1", "BRDA:2,0,1,0", "end_of_record").files().get(0);
    assertThat(file.unplacedBranches()).isEqualTo(2);
    assertThat(file.coveredUnplacedBranches()).isEqualTo(1);
  }

  @Test
  void one_run_in_two_formats_counts_branches_once() {
    tree.copy("cobertura/istanbul.xml", "web/coverage/cobertura-coverage.xml")
        .tracked("web/src/basket.js");
    String[] lcov = new String[16];
    lcov[0] = "SF:src/basket.js";
    for (int i = 1; i <= 7; i++) {
      lcov[i] = "DA:" + i + "," + (i == 7 ? 0 : 1);
    }
    for (int i = 0; i < 7; i++) {
      lcov[8 + i] = "BRDA:99," + i + ",0,1";
    }
    lcov[15] = "end_of_record";

    assertThat(read(lcov).files()).hasSize(1);
  }

  @Test
  void what_another_tool_counts_beside_its_lines_still_counts() {
    tree.copy("cobertura/istanbul.xml", "web/coverage/cobertura-coverage.xml")
        .tracked("web/src/basket.js");

    assertThat(read("SF:src/other.js", "DA:1,1", "end_of_record").files())
        .extracting(FileCoverage::name)
        .contains("branches without a line (web/coverage/cobertura-coverage.xml)");
  }

  @ParameterizedTest
  @CsvSource({
    "src/a.js, web/src/a.js",
    "./src/a.js, web/src/a.js",
    "web/src/a.js, web/src/a.js",
    "src\\a.js, web/src/a.js",
    "/home/ci/shop/web/src/a.js, web/src/a.js",
    "C:\\ci\\shop\\web\\src\\a.js, web/src/a.js",
    "/app/src/a.js, web/src/a.js",
  })
  void a_file_is_found_from_the_directory_the_tool_ran_in(String name, String path) {
    tree.tracked("web/src/a.js", "api/src/a.js");

    assertThat(path(name)).contains(path);
  }

  @Test
  void the_root_in_the_plan_decides() {
    tree.tracked("a/src/x.js", "b/src/x.js").coverage("web/coverage/*.info", "b");

    assertThat(path("src/x.js")).contains("b/src/x.js");
  }

  @Test
  void a_file_that_fits_two_committed_ones_is_unknown_and_names_both() {
    tree.tracked("a/src/x.js", "b/src/x.js");

    assertThat(WorkTree.unknown(observe("SF:src/x.js", "DA:1,1", "end_of_record")))
        .startsWith("web/coverage/lcov.info: src/x.js fits both a/src/x.js and b/src/x.js. Say in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../../etc/passwd", "src/b.js", "é\u0000.js"})
  void a_file_that_is_not_committed_is_of_no_path(String name) {
    tree.tracked("web/src/a.js", "etc/shadow");

    assertThat(path(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DA:x,1|2:1: \"DA:x,1\" does not read like \"DA:12,3\"",
        "DA:1,-1|2:1: \"DA:1,-1\" does not read like \"DA:12,3\"",
        "DA:1,NaN|2:1: \"DA:1,NaN\" does not read like \"DA:12,3\"",
        "DA:1,184467440737095516150|2:1: \"DA:1,184467440737095516150\" does not read like"
            + " \"DA:12,3\"",
        "DA:18446744073709551617,1|2:1: \"DA:18446744073709551617,1\" does not read like"
            + " \"DA:12,3\"",
        "DA:1|2:1: \"DA:1\" does not read like \"DA:12,3\"",
        "DA:99999999999,1|2:1: \"DA:99999999999,1\" does not read like \"DA:12,3\"",
        "BRDA:1,0|2:1: \"BRDA:1,0\" does not read like \"BRDA:12,0,1,3\"",
        "BRDA:1,0,0,x|2:1: \"BRDA:1,0,0,x\" does not read like \"BRDA:12,0,1,3\"",
        "LF:many|2:1: \"LF:many\" does not read like \"LF:12\"",
        "SF:b.js|2:1: a file begins before end_of_record",
      })
  void a_record_that_is_none_is_a_mistake_with_its_line(String record, String problem) {
    assertThat(WorkTree.unknown(observe("SF:a.js", record, "end_of_record")))
        .isEqualTo("web/coverage/lcov.info:" + problem + "." + AGAIN);
  }

  @Test
  void a_line_0_says_which_tool_writes_it_and_what_to_take_instead() {
    assertThat(
            WorkTree.unknown(observe("SF:a.py", "DA:0,1,1B2M2Y8AsgTpgAmY7PhCfg", "end_of_record")))
        .isEqualTo(
            "web/coverage/lcov.info:2:1: \"DA:0,1,1B2M2Y8AsgTpgAmY7PhCfg\" is about a line 0. Lines"
                + " begin at 1. coverage.py before 7.6.2 writes this of empty files: take its"
                + " coverage xml.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DA:1,1|1:1: a line or branch is of no file: SF is missing",
        "end_of_record|1:1: end_of_record ends no file",
        "SF:|1:1: a source file has no name, or a very long one",
        "SF:a.js|2:1: the report ends before end_of_record",
      })
  void records_come_in_their_order(String record, String problem) {
    assertThat(WorkTree.unknown(observe(record)))
        .isEqualTo("web/coverage/lcov.info:" + problem + "." + AGAIN);
  }

  @Test
  void totals_that_contradict_the_lines_make_the_report_unknown() {
    assertThat(WorkTree.unknown(observe("SF:a.js", "DA:1,0", "LF:1", "LH:1", "end_of_record")))
        .isEqualTo(
            "web/coverage/lcov.info:5:1: the report states 1 of 1 lines, but lists 0 of 1."
                + AGAIN);
    assertThat(
            WorkTree.unknown(
                observe("SF:a.js", "DA:1,1", "BRDA:1,0,0,0", "BRF:4", "BRH:3", "end_of_record")))
        .startsWith(
            "web/coverage/lcov.info:6:1: the report states 3 of 4 branches, but lists 0 of 1");
  }

  @Test
  void totals_may_count_lines_once_that_are_listed_twice() {
    assertThat(observe("SF:a.js", "DA:1,1", "DA:1,0", "LF:1", "LH:1", "end_of_record").isKnown())
        .isTrue();
    assertThat(observe("SF:a.js", "DA:1,1", "DA:1,0", "LF:2", "LH:1", "end_of_record").isKnown())
        .isTrue();
  }

  @Test
  void text_of_another_kind_is_no_report() {
    assertThat(WorkTree.unknown(observe("Lines: 83%", "Branches: 50%")))
        .isEqualTo(
            "web/coverage/lcov.info:1:1: \"Lines: 83%\" is no record of LCOV. Name only reports in"
                + " JaCoCo, Cobertura or Clover XML, LCOV, Go cover profiles and coverage.py's JSON"
                + " under evidence.coverage.");
  }

  @Test
  void a_line_of_any_length_ends_the_reading() {
    assertThat(WorkTree.unknown(observe("SF:" + "x".repeat(1 << 20))))
        .isEqualTo("web/coverage/lcov.info:1:1: a line is longer than 64 KiB." + AGAIN);
  }

  @Test
  void a_report_without_lines_is_unknown() {
    assertThat(WorkTree.unknown(observe("TN:", "SF:a.py", "end_of_record")))
        .startsWith("no line of code is in web/coverage/lcov.info.");
  }

  @Test
  void a_report_of_any_name_is_known_by_its_content() {
    tree.coverage("out/*.txt", "").write("out/c.txt", "TN:\nSF:a.js\nDA:1,1\nend_of_record\n");

    assertThat(
            WorkTree.known(CoverageReports.read(tree.find().coverage(), tree.freshness())).count())
        .isEqualTo(new CoverageCount(1, 1, 0, 0));
  }
}
