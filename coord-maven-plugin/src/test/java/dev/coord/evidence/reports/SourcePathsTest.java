package dev.coord.evidence.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.SourceFiles;
import dev.coord.evidence.reports.TrackedFiles.Match;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcePathsTest {

  private static final Path HERE = Path.of("/home/ana/shop");

  private Optional<String> root = Optional.empty();
  private String report = "coverage.xml";
  private List<String> tracked = List.of();

  private Match match(String fileName, String... sources) {
    return new SourcePaths(new TrackedFiles(SourceFiles.of(tracked)), HERE)
        .locate(
            new FoundReport(report, Path.of(report), Instant.EPOCH, root),
            fileName,
            List.of(sources));
  }

  private Optional<String> locate(String fileName, String... sources) {
    return match(fileName, sources).only();
  }

  @Test
  void a_source_directory_in_this_work_tree_decides() {
    tracked = List.of("a.py", "src/a.py", "lib/a.py");
    assertThat(locate("a.py", "/home/ana/shop/src")).contains("src/a.py");
    assertThat(locate("a.py", "/home/ana/shop/src/")).contains("src/a.py");
    assertThat(locate("a.py", "/home/ana/shop")).contains("a.py");
    assertThat(locate("../lib/a.py", "/home/ana/shop/src")).contains("lib/a.py");
    assertThat(locate("../lib/a.py", "/app/src")).contains("lib/a.py");
    assertThat(locate("../a.py", "/app/src")).isEmpty();
  }

  @Test
  void two_source_directories_that_have_the_file_are_ambiguous() {
    tracked = List.of("src/a.py", "lib/a.py", "lib/b.py");
    assertThat(match("a.py", "/home/ana/shop/src", "/home/ana/shop/lib").candidates())
        .containsExactly("lib/a.py", "src/a.py");
    assertThat(locate("b.py", "/home/ana/shop/src", "/home/ana/shop/lib")).contains("lib/b.py");
  }

  @Test
  void a_source_directory_elsewhere_is_matched_by_its_end() {
    tracked = List.of("a.py", "src/a.py", "other/src/a.py");
    assertThat(locate("a.py", "/app/src")).contains("src/a.py");
    assertThat(locate("a.py", "/builds/x/other/src")).contains("other/src/a.py");
    assertThat(locate("src/a.py", "/app")).contains("src/a.py");
    assertThat(locate("a.py", "C:\\work\\shop\\src")).contains("src/a.py");
    assertThat(locate("a.py", "/app")).contains("a.py");
  }

  @Test
  void a_relative_source_directory_is_below_the_report_or_above_it() {
    tracked = List.of("backend/src/a.py", "src/a.py");
    report = "backend/coverage.xml";
    assertThat(locate("a.py", "src")).contains("backend/src/a.py");
    assertThat(locate("src/a.py", ".")).contains("backend/src/a.py");
    assertThat(locate("src/a.py", "")).contains("backend/src/a.py");
  }

  @Test
  void without_a_source_directory_the_report_s_own_directory_comes_first() {
    tracked = List.of("backend/a.py", "a.py");
    report = "backend/out/coverage.xml";
    assertThat(locate("a.py")).contains("backend/a.py");
    assertThat(locate("./a.py")).contains("backend/a.py");
  }

  @Test
  void the_end_of_a_name_is_enough_when_it_fits_once() {
    tracked = List.of("x/shop/a.py", "y/b.py", "z/b.py");
    assertThat(locate("shop/a.py")).contains("x/shop/a.py");
    assertThat(locate("a.py")).contains("x/shop/a.py");
    assertThat(match("b.py").isAmbiguous()).isTrue();
    assertThat(match("hop/a.py").isEmpty()).isTrue();
  }

  @Test
  void an_absolute_name_is_matched_by_at_least_its_last_directory() {
    tracked = List.of("src/a.py", "decoder.py");
    assertThat(locate("/home/ana/shop/src/a.py")).contains("src/a.py");
    assertThat(locate("/app/src/a.py", "/app")).contains("src/a.py");
    assertThat(locate("D:/a/src/a.py")).contains("src/a.py");
    assertThat(match("/usr/lib/python3/json/decoder.py").isEmpty()).isTrue();
  }

  @Test
  void the_root_in_the_plan_comes_before_all() {
    tracked = List.of("backend/src/a.py", "src/a.py", "frontend/a.py");
    root = Optional.of("backend");
    assertThat(locate("src/a.py", "/home/ana/shop")).contains("backend/src/a.py");
    assertThat(match("a.py").only()).contains("backend/src/a.py");
    root = Optional.of("frontend");
    assertThat(match("src/a.py").isEmpty()).isTrue();
  }

  @Test
  void a_name_that_leads_upwards_begins_at_the_report_or_at_the_root_of_the_plan() {
    tracked = List.of("api/src/a.py", "web/src/b.js");
    report = "web/coverage/lcov.info";
    assertThat(locate("../api/src/a.py")).contains("api/src/a.py");
    assertThat(locate("..\\src\\b.js")).contains("web/src/b.js");
    assertThat(match("../other/api/src/a.py").isEmpty()).isTrue();
    report = "lcov.info";
    assertThat(match("../api/src/a.py").isEmpty()).isTrue();
    root = Optional.of("tools");
    assertThat(locate("../api/src/a.py")).contains("api/src/a.py");
  }

  @Test
  void names_that_lead_out_of_the_work_tree_lead_nowhere() {
    tracked = List.of("etc/passwd", "passwd");
    assertThat(match("../../etc/passwd").isEmpty()).isTrue();
    assertThat(match("..").isEmpty()).isTrue();
    assertThat(match("").isEmpty()).isTrue();
    assertThat(match("/").isEmpty()).isTrue();
    assertThat(match("/home/ana/shop/../../../etc/passwd", "/x").only()).contains("etc/passwd");
  }
}
