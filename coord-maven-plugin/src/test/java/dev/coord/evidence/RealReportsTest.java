package dev.coord.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.coverage.CoverageReports;
import dev.coord.evidence.reports.WorkTree;
import dev.coord.evidence.tests.TestReports;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The manifest of real reports: what coord counts of each is what its tool counted. */
class RealReportsTest {

  private static final Path REPORTS = reports();
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @TempDir private Path directory;

  private record Row(boolean tests, List<String> globs, String counted) {

    Set<String> files() {
      Set<String> files = new TreeSet<>();
      for (String glob : globs) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        all().stream().filter(file -> matcher.matches(Path.of(file))).forEach(files::add);
      }
      return files;
    }
  }

  private static Path reports() {
    try {
      return Path.of(RealReportsTest.class.getResource("/reports/README.md").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Collection<String> all() {
    try (Stream<Path> files = Files.walk(REPORTS)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> REPORTS.relativize(file).toString())
          .filter(name -> !name.equals("README.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    boolean tests = true;
    for (String line : Files.readAllLines(REPORTS.resolve("README.md"))) {
      tests &= !line.startsWith("## Coverage");
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      if (line.startsWith("| `")) {
        assertThat(cells).as(line).hasSize(6).doesNotContain("?");
        rows.add(new Row(tests, code(cells.get(1)), cells.get(5)));
      }
    }
    return rows;
  }

  private static List<String> code(String cell) {
    List<String> found = new ArrayList<>();
    for (Matcher matcher = CODE.matcher(cell); matcher.find(); ) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @TestFactory
  Stream<DynamicTest> coord_counts_what_the_tool_counted() throws IOException {
    return rows().stream()
        .map(row -> dynamicTest(row.globs().toString(), () -> assertCounted(row)));
  }

  private void assertCounted(Row row) throws IOException {
    WorkTree tree = new WorkTree(Files.createTempDirectory(directory, "row"));
    tree.tests("in/tests/", "");
    assertThat(row.files()).as("files of %s", row.globs()).isNotEmpty();
    for (String file : row.files()) {
      tree.copy(file, "in/" + (row.tests() ? "tests/" : "coverage/") + file);
      tree.coverage("/in/coverage/" + file, "");
    }
    assertThat(row.tests() ? tests(tree) : coverage(tree)).isEqualTo(row.counted());
  }

  private static String tests(WorkTree tree) {
    return TestReports.read(tree.find().tests(), tree.freshness())
        .optional()
        .map(
            results ->
                "%d tests: %d passed, %d flaky, %d failed, %d skipped"
                    .formatted(
                        results.cases().size(),
                        count(results, Outcome.PASSED),
                        count(results, Outcome.FLAKY),
                        count(results, Outcome.FAILED) + count(results, Outcome.ERROR),
                        count(results, Outcome.SKIPPED)))
        .orElse("unknown");
  }

  private static long count(TestResults results, Outcome outcome) {
    return results.cases().stream().filter(test -> test.outcome() == outcome).count();
  }

  private static String coverage(WorkTree tree) {
    return CoverageReports.read(tree.find().coverage(), tree.freshness())
        .optional()
        .map(CoverageResults::count)
        .map(
            count ->
                "lines %d/%d, branches %d/%d"
                    .formatted(
                        count.lines(), count.allLines(), count.branches(), count.allBranches()))
        .orElse("unknown");
  }

  @Test
  void every_report_stands_in_the_manifest() throws IOException {
    Set<String> told = new TreeSet<>();
    rows().forEach(row -> told.addAll(row.files()));

    assertThat(told).containsExactlyElementsOf(all());
  }

  @Test
  void no_report_tells_where_it_was_made() throws IOException {
    assertThat(all()).isNotEmpty();
    for (String file : all()) {
      assertThat(Files.readString(REPORTS.resolve(file))).as(file).doesNotContain("reportlab");
    }
  }
}
