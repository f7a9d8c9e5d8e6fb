package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoProfileTest {

  private static final String AGAIN = " Run go test -coverprofile again.";

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<CoverageResults> observe(String text) {
    tree.write("coverage.out", text);
    return CoverageReports.read(tree.find().coverage(), tree.freshness());
  }

  private FileCoverage file(String... blocks) {
    CoverageResults results =
        WorkTree.known(observe("mode: set\n" + String.join("\n", blocks) + "\n"));
    assertThat(results.files()).hasSize(1);
    return results.files().get(0);
  }

  private static List<String> lines(FileCoverage file) {
    return IntStream.range(0, file.size())
        .mapToObj(i -> (file.covered(i) ? "+" : "-") + file.line(i))
        .toList();
  }

  @Test
  void a_line_was_run_when_a_block_that_touches_it_was() {
    assertThat(
            lines(
                file(
                    "x/a.go:3.20,5.12 2 1",
                    "x/a.go:5.12,7.3 1 0",
                    "x/a.go:9.2,9.10 1 7",
                    "x/a.go:12.2,12.2 0 1")))
        .containsExactly("+3", "+4", "+5", "-6", "-7", "+9");
  }

  @Test
  void blocks_of_several_runs_are_one_file_in_any_order() {
    assertThat(
            lines(
                file(
                    "x/a.go:9.2,10.3 1 0",
                    "x/a.go:3.2,4.3 1 0",
                    "mode: count",
                    "x/a.go:3.2,4.3 1 12",
                    "x/a.go:9.2,10.3 1 0")))
        .containsExactly("+3", "+4", "-9", "-10");
  }

  @Test
  void the_path_of_the_module_is_taken_off_by_the_committed_go_mod() {
    tree.write("api/go.mod", "// the API\nmodule example.org/shop/api // v1\n\ngo 1.22\n");
    tree.write("go.mod", "module \"example.org/shop\"\n");
    tree.tracked("go.mod", "api/go.mod", "cart/a.go", "api/cart/a.go", "other/api/cart/a.go");

    assertThat(file("example.org/shop/api/cart/a.go:1.1,1.9 1 1").path())
        .isEqualTo(Optional.of("api/cart/a.go"));
    assertThat(file("example.org/shop/cart/a.go:1.1,1.9 1 1").path())
        .isEqualTo(Optional.of("cart/a.go"));
    assertThat(file("example.org/shop/gone/a.go:1.1,1.9 1 1").path()).isEmpty();
  }

  @Test
  void without_a_go_mod_the_longest_end_of_the_name_decides() {
    tree.tracked("cart/a.go", "b/c/cart/z.go");

    assertThat(file("example.org/shop/cart/a.go:1.1,1.9 1 1").path())
        .isEqualTo(Optional.of("cart/a.go"));
    assertThat(file("../../etc/passwd:1.1,1.9 1 1").path()).isEmpty();
  }

  @Test
  void two_modules_of_one_name_are_ambiguous() {
    tree.write("a/go.mod", "module m\n").write("b/go.mod", "module m\n");
    tree.tracked("a/go.mod", "b/go.mod", "a/x.go", "b/x.go");

    assertThat(WorkTree.unknown(observe("mode: set\nm/x.go:1.1,1.9 1 1\n")))
        .contains("coverage.out: m/x.go fits both a/x.go and b/x.go.");
  }

  @Test
  void the_report_names_its_format() {
    assertThat(WorkTree.known(observe("mode: atomic\nx/a.go:1.1,1.9 1 1\n")).reports())
        .extracting(report -> report.format())
        .containsExactly("Go cover profile");
  }

  @Test
  void a_profile_without_a_block_is_unknown() {
    assertThat(WorkTree.unknown(observe("mode: set\n")))
        .startsWith("no line of code is in coverage.out.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x/a.go:1.1,1.9 1 | 2:1: \"x/a.go:1.1,1.9 1\" does not read like",
        "x/a.go:1.1,1.9 1 -1 | 2:1: \"x/a.go:1.1,1.9 1 -1\" does not read like",
        "x/a.go:5.1,1.9 1 1 | 2:1: \"x/a.go:5.1,1.9 1 1\" does not read like",
        "x/a.go:0.1,1.9 1 1 | 2:1: \"x/a.go:0.1,1.9 1 1\" does not read like",
        "x/a.go:1,1 1 1 | 2:1: \"x/a.go:1,1 1 1\" does not read like",
        ":1.1,1.9 1 1 | 2:1: \":1.1,1.9 1 1\" does not read like",
        "1 1 | 2:1: \"1 1\" does not read like",
        "<xml/> | 2:1: \"<xml/>\" does not read like",
        "x/a.go:1.1,99999999999.9 1 1 | 2:1: a file has more than 2,000,000 lines or branches.",
        "mode: some | 2:1: \"some\" is no mode of Go (set, count or atomic).",
      })
  void what_is_no_block_makes_the_report_unknown_at_its_line(String line, String problem) {
    assertThat(WorkTree.unknown(observe("mode: set\n" + line + "\nx/b.go:1.1,1.9 1 1\n")))
        .startsWith("coverage.out:" + problem)
        .endsWith(AGAIN);
  }

  @Test
  void a_profile_that_was_cut_off_in_a_line_is_unknown() {
    assertThat(WorkTree.unknown(observe("mode: set\nx/a.go:1.1,1.9 1 1\nx/a.go:3.1,3.9 1 1")))
        .isEqualTo("coverage.out:3:1: the report ends in the middle of a line." + AGAIN);
  }

  @Test
  void a_line_that_the_source_lacks_is_of_another_version() {
    tree.write("cart/a.go", "package cart\n").tracked("cart/a.go");

    assertThat(WorkTree.unknown(observe("mode: set\nx/cart/a.go:1.1,9.2 1 1\n")))
        .startsWith("coverage.out: cart/a.go has no line 9: the report is of another version");
  }

  @Test
  void blocks_that_overlap_a_million_times_take_no_longer_than_sorting_them() {
    StringBuilder text = new StringBuilder("mode: count\n");
    for (int i = 0; i < 200_000; i++) {
      text.append("x/a.go:1.1,1900000.2 1 ").append(i == 7 ? 1 : 0).append('\n');
    }

    assertThat(WorkTree.known(observe(text.toString())).count())
        .isEqualTo(new CoverageCount(1_900_000, 1_900_000, 0, 0));
  }
}
