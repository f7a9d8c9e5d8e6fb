package dev.coord.evidence.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TraceLineTest {

  private static final String JAVA = "core/src/test/java/shop/BasketTest.java";
  private static final String SCRIPT = "web/test/basket.test.js";
  private static final String PYTHON = "api/tests/test_basket.py";
  private static final String PHP = "tests/BasketTest.php";

  /** A path of a trace means the source when it has its last directory and name. */
  private static int line(String source, String className, String... trace) {
    String end = source.substring(source.lastIndexOf('/', source.lastIndexOf('/') - 1) + 1);
    return new TraceLine(source, className, path -> path.endsWith(end))
        .in(String.join("\n", trace));
  }

  @Test
  void java_names_class_and_line_and_the_first_in_the_source_is_where_it_failed() {
    assertThat(
            line(
                JAVA,
                "shop.BasketTest",
                "org.opentest4j.AssertionFailedError: expected: <1>",
                "\tat org.junit.jupiter.api.Assertions.assertEquals(Assertions.java:563)",
                "\tat shop.BasketTest.costs(BasketTest.java:12)\r",
                "\tat shop.BasketTest.adds(BasketTest.java:40)"))
        .isEqualTo(12);
    assertThat(line(JAVA, "shop.BasketTest", "\tat app//shop.BasketTest$In.a(BasketTest.java:7)"))
        .isEqualTo(7);
    assertThat(
            line(
                "src/test/kotlin/shop/BasketTest.kt",
                "shop.BasketTest",
                "\tat shop.BasketTest.two are dearer (than one)(BasketTest.kt:9)"))
        .isEqualTo(9);
  }

  @Test
  void a_class_of_another_package_or_without_one_is_in_another_file() {
    assertThat(line(JAVA, "shop.BasketTest", "\tat other.BasketTest.adds(BasketTest.java:12)"))
        .isZero();
    assertThat(line(JAVA, "shop.BasketTest", "\tat BasketTest.adds(BasketTest.java:12)")).isZero();
    assertThat(line(JAVA, "shop.BasketTest", "\tat shop.Other.adds(MyBasketTest.java:12)"))
        .isZero();
    assertThat(
            line(
                "src/test/java/BasketTest.java",
                "BasketTest",
                "at BasketTest.a(BasketTest.java:3)"))
        .isEqualTo(3);
  }

  @Test
  void scripts_name_path_line_and_column() {
    assertThat(
            line(
                SCRIPT,
                "",
                "Error: expect(received).toBe(expected)",
                "    at Object.toBe (/home/dev/shop/web/test/basket.test.js:8:68)",
                "    at Object.add (/home/dev/shop/web/test/basket.test.js:20:1)"))
        .isEqualTo(8);
    assertThat(line(SCRIPT, "", " ❯ test/basket.test.js:9:68")).isEqualTo(9);
    assertThat(line(SCRIPT, "", "  at file:///home/dev/web/test/basket.test.js:5:62")).isEqualTo(5);
    assertThat(line(SCRIPT, "", "  at other/basket.test.js:5:62")).isZero();
    assertThat(line(SCRIPT, "", "  at test/basket.test.js:5")).isZero();
  }

  @Test
  void python_ends_with_what_failed() {
    assertThat(
            line(
                PYTHON,
                "tests.test_basket",
                "tests/test_basket.py:15: ",
                "    def total():",
                "E   AssertionError",
                "tests/test_basket.py:49: AssertionError",
                "",
                "shop/basket.py:3: RuntimeError"))
        .isEqualTo(49);
  }

  @Test
  void php_names_path_and_line_alone() {
    assertThat(
            line(
                PHP,
                "BasketTest",
                "Failed asserting that 1.0 is identical to 2.0.",
                "",
                "/home/dev/shop/tests/BasketTest.php:15",
                "/home/dev/shop/tests/BasketTest.php:30"))
        .isEqualTo(15);
  }

  @Test
  void what_a_message_quotes_is_no_place() {
    assertThat(line(JAVA, "shop.BasketTest", "see shop.BasketTest.adds(BasketTest.java:12)"))
        .isZero();
    assertThat(line(JAVA, "shop.BasketTest", "at shop.BasketTest.adds(BasketTest.java:12) of"))
        .isZero();
    assertThat(line(PYTHON, "", "E  assert 'tests/test_basket.py:7: no' == ''")).isZero();
    assertThat(line(PYTHON, "", "tests/test_basket.py:7 is wrong")).isZero();
    assertThat(line(PHP, "", "in tests/BasketTest.php:15 or so")).isZero();
    assertThat(line(SCRIPT, "", "expected at web/test/basket.test.js:5:6")).isZero();
  }

  @Test
  void what_is_no_line_of_a_file_is_none() {
    for (String number : new String[] {"0", "-1", "+1", "", "1x", "99999999", "٣"}) {
      assertThat(
              line(
                  JAVA,
                  "shop.BasketTest",
                  "\tat shop.BasketTest.a(BasketTest.java:" + number + ")"))
          .as(number)
          .isZero();
      assertThat(line(PHP, "", "tests/BasketTest.php:" + number)).as(number).isZero();
    }
    assertThat(line(JAVA, "shop.BasketTest", "")).isZero();
  }

  @Test
  void a_hostile_trace_takes_no_quadratic_time() {
    String many = "at BasketTest.java:1(".repeat(300_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertThat(line(JAVA, "shop.BasketTest", many, many.replace('(', '\n'))).isZero());
  }
}
