package dev.coord.evidence.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.SourceFiles;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.TrackedFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestSourcesTest {

  private static final Path WORK_TREE = Path.of("/work/shop");

  private static TestSources sources(String report, String... tracked) {
    return new TestSources(
        new TrackedFiles(SourceFiles.of(List.of(tracked))),
        WORK_TREE,
        new FoundReport(report, Path.of(report), Instant.EPOCH, Optional.empty()));
  }

  private static Optional<String> find(String className, String... tracked) {
    return sources("target/surefire-reports/TEST-x.xml", tracked).find(className, "");
  }

  @Test
  void a_class_is_in_the_file_of_its_name_in_any_language_of_the_jvm() {
    assertThat(find("a.CTest", "src/test/java/a/CTest.java"))
        .contains("src/test/java/a/CTest.java");
    assertThat(find("a.CTest", "src/test/kotlin/a/CTest.kt"))
        .contains("src/test/kotlin/a/CTest.kt");
    assertThat(find("a.CSpec", "src/test/groovy/a/CSpec.groovy")).isPresent();
    assertThat(find("a.CSpec", "src/test/scala/a/CSpec.scala")).isPresent();
  }

  @Test
  void nested_classes_and_parameters_are_in_the_file_of_the_outer_class() {
    String file = "src/test/java/a/CTest.java";
    assertThat(find("a.CTest$Inner$Deep", file)).contains(file);
    assertThat(find("a.CTest[1]", file)).contains(file);
    assertThat(find("a.CTest(x)", file)).contains(file);
  }

  @Test
  void a_class_without_file_has_none() {
    assertThat(find("b.CTest", "src/test/java/a/CTest.java")).isEmpty();
    assertThat(find("", "src/test/java/a/CTest.java")).isEmpty();
    assertThat(find("A basket, when empty", "src/test/java/a/CTest.java")).isEmpty();
    assertThat(find("$", "a.java")).isEmpty();
  }

  @Test
  void of_two_files_neither_is_the_source() {
    assertThat(find("a.CTest", "x/a/CTest.java", "y/a/CTest.java")).isEmpty();
  }

  @Test
  void the_usual_place_for_tests_wins() {
    assertThat(find("a.CTest", "src/test/java/a/CTest.java", "src/perf/java/a/CTest.java"))
        .contains("src/test/java/a/CTest.java");
  }

  @Test
  void a_python_test_is_in_the_file_of_its_longest_prefix() {
    String file = "tests/unit/test_x.py";
    assertThat(find("tests.unit.test_x", file)).contains(file);
    assertThat(find("tests.unit.test_x.TestY.TestZ", file, "tests/unit.py")).contains(file);
    assertThat(find("unit.test_x", file)).contains(file);
    assertThat(find("tests.unit.test_y", file)).isEmpty();
  }

  @Test
  void of_two_python_files_the_one_at_the_report_is_the_source() {
    String[] files = {"a/tests/test_x.py", "b/tests/test_x.py"};
    assertThat(sources("b/reports/junit.xml", files).find("tests.test_x", ""))
        .contains("b/tests/test_x.py");
    assertThat(sources("junit.xml", files).find("tests.test_x", "")).isEmpty();
  }

  @Test
  void a_file_that_the_report_names_wins_when_it_is_committed() {
    TestSources sources = sources("web/junit.xml", "web/test/a.js", "web/test/b.js", "x/T.java");
    assertThat(sources.find("x.T", "test/a.js")).contains("web/test/a.js");
    assertThat(sources.find("x.T", "./test/a.js")).contains("web/test/a.js");
    assertThat(sources.find("x.T", "test\\a.js")).contains("web/test/a.js");
    assertThat(sources.find("x.T", "web/test/b.js")).contains("web/test/b.js");
    assertThat(sources.find("x.T", "/work/shop/web/test/b.js")).contains("web/test/b.js");
    assertThat(sources.find("x.T", "/home/ci/shop/web/test/b.js")).contains("web/test/b.js");
    assertThat(sources.find("x.T", "/app/test/a.js")).contains("web/test/a.js");
    assertThat(sources.find("x.T", "D:\\ci\\shop\\web\\test\\b.js")).contains("web/test/b.js");
  }

  @Test
  void a_file_that_is_not_committed_is_not_replaced_by_a_guess_from_the_class() {
    TestSources sources = sources("web/junit.xml", "web/test/a.js", "web/test/b.js", "x/T.java");
    assertThat(sources.find("x.T", "")).contains("x/T.java");
    assertThat(sources.find("x.T", "/elsewhere/b.js")).isEmpty();
    assertThat(sources.find("x.T", "/etc/passwd")).isEmpty();
    assertThat(sources.find("x.T", "../../etc/passwd")).isEmpty();
    assertThat(sources.find("x.T", "/work/shop/../../etc/passwd")).isEmpty();
  }

  @Test
  void a_file_below_a_directory_that_the_report_leaves_out_is_the_only_one_that_ends_so() {
    String cart = "tests/cart.test.js";
    assertThat(sources("junit.xml", "api/src/cart.py", "web/" + cart).find("cart", cart))
        .contains("web/" + cart);
    assertThat(sources("junit.xml", "api/" + cart, "web/" + cart).find("cart", cart)).isEmpty();
    assertThat(sources("out/junit.xml", "out/x/" + cart, "web/" + cart).find("cart", cart))
        .isEmpty();
    assertThat(sources("junit.xml", "web/old-" + cart).find("cart", cart)).isEmpty();
  }

  @Test
  void a_file_name_of_any_length_is_harmless() {
    assertThat(sources("junit.xml", "a.js").find("c", "x".repeat(1 << 20))).isEmpty();
  }

  @Test
  void answers_stay_right_after_very_many_classes() {
    TestSources sources = sources("junit.xml", "a/C.java");
    for (int i = 0; i < 20_001; i++) {
      sources.find("a.X" + i, "");
    }
    assertThat(sources.find("a.C", "")).contains("a/C.java");
  }
}
