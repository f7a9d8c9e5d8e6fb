package dev.coord.evidence.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.UnmeasuredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnmeasuredFilesTest {

  @TempDir Path tree;

  private final SortedSet<String> tracked = new TreeSet<>();

  private void file(String path, String text) throws IOException {
    Path file = tree.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    tracked.add(path);
  }

  private List<UnmeasuredFile> beside(String format, String measured) {
    return look(format, measured).optional().orElseThrow();
  }

  private Observation<List<UnmeasuredFile>> look(String format, String measured) {
    tracked.add(measured);
    FileCoverage file =
        new FileCoverage(
            measured,
            Optional.of(measured),
            new int[] {1},
            new boolean[] {true},
            new int[1],
            new int[1]);
    ReportFile report = new ReportFile("coverage.xml", format, Instant.EPOCH);
    return UnmeasuredFiles.of(tree, new CoverageResults(List.of(report), List.of(file)), tracked);
  }

  @Test
  void tracked_sources_of_a_measured_language_are_told_with_all_their_lines() throws IOException {
    file("shop/open.py", "a\n\n# b\nc");
    file("shop/shut.py", "a\nb\n");
    file("shop/empty.py", "");

    assertThat(beside("Cobertura XML", "shop/cart.py"))
        .containsExactly(
            new UnmeasuredFile("shop/empty.py", 0),
            new UnmeasuredFile("shop/open.py", 4),
            new UnmeasuredFile("shop/shut.py", 2));
  }

  @Test
  void what_one_tool_measures_together_is_one_language() throws IOException {
    file("web/cart.ts", "a\n");
    file("web/Cart.vue", "a\n");
    file("web/cart.d.ts", "a\n");
    file("web/cart.test.ts", "a\n");
    file("web/cart.py", "a\n");
    file("app/Cart.kt", "a\n");

    assertThat(beside("LCOV", "web/main.js"))
        .extracting(UnmeasuredFile::path)
        .containsExactly("web/Cart.vue", "web/cart.ts");
    assertThat(beside("LCOV", "app/Main.java"))
        .extracting(UnmeasuredFile::path)
        .containsExactly("app/Cart.kt");
  }

  @Test
  void tests_other_languages_and_files_that_are_not_tracked_are_none() throws IOException {
    file("tests/other.py", "a\n");
    file("shop/test_cart.py", "a\n");
    file("shop/page.html", "a\n");
    file("shop/known.py", "a\n");
    file("shop/untracked.py", "a\n");
    tracked.remove("shop/untracked.py");

    assertThat(beside("Cobertura XML", "shop/cart.py"))
        .extracting(UnmeasuredFile::path)
        .containsExactly("shop/known.py");
  }

  @Test
  void what_jacoco_leaves_out_beside_measured_classes_has_no_code() throws IOException {
    file("src/main/java/shop/Interface.java", "a\n");
    file("other/src/main/java/shop/Other.java", "a\n");

    assertThat(beside("JaCoCo XML", "src/main/java/shop/A.java"))
        .extracting(UnmeasuredFile::path)
        .containsExactly("other/src/main/java/shop/Other.java");
  }

  @Test
  void a_link_is_not_followed_and_what_was_deleted_has_no_line() throws IOException {
    file("shop/known.py", "a\n");
    Files.createSymbolicLink(tree.resolve("shop/link.py"), tree.resolve("shop/known.py"));
    tracked.add("shop/link.py");
    tracked.add("shop/gone.py");

    assertThat(beside("Cobertura XML", "shop/cart.py"))
        .extracting(UnmeasuredFile::path)
        .containsExactly("shop/known.py");
  }
}
