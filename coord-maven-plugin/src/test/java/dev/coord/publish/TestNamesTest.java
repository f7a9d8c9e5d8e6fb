package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.RecordedTests;
import dev.coord.evidence.RecordedTests.Suite;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNamesTest {

  private static final String COMMIT = "4f2a9c1".repeat(6).substring(0, 40);
  private static final LocalDate DAY = LocalDate.parse("2026-01-20");

  private static TestCase test(String type, String name) {
    return new TestCase(
        type, name, TestCase.Outcome.PASSED, Duration.ZERO, "", Optional.empty(), "r.xml");
  }

  private static RecordedTests of(List<TestCase> cases) {
    ReportFile report = new ReportFile("r.xml", "JUnit XML", Instant.EPOCH);
    return RecordedTests.of(COMMIT, DAY, new TestResults(List.of(report), cases));
  }

  private static String text(RecordedTests tests) {
    return new String(TestNames.write(tests), StandardCharsets.UTF_8);
  }

  private static Optional<RecordedTests> read(String json) {
    return TestNames.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_was_written_is_read_whatever_the_names_hold() {
    RecordedTests written =
        of(
            List.of(
                test("", "adds \"1\\2\"\n\u0000 \u202e</script>"),
                test("shop.A", "[1] \ud83d\udc1e"),
                test("shop.A", "cut \ud83d")));

    assertThat(TestNames.read(TestNames.write(written))).contains(written);
    assertThat(written.suites().get(1).names()).contains("cut ?");
  }

  @Test
  void the_same_tests_in_any_order_give_the_same_bytes() {
    List<TestCase> cases = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> cases.add(test("shop.T" + i % 7, "test" + i)));
    String sorted = text(of(cases));
    Collections.shuffle(cases, new Random(1));

    assertThat(text(of(cases))).isEqualTo(sorted).contains("\"test8\"");
  }

  @Test
  void a_hundred_thousand_tests_fit_a_note_many_times() {
    List<TestCase> cases = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      cases.add(
          test(
              "com.example.shop.module" + i % 20 + ".package" + i % 200 + ".Class" + i % 2_000,
              "what_is_done_is_done_and_tested_by_case_" + i));
    }
    RecordedTests tests = of(cases);

    byte[] bytes = TestNames.write(tests);

    assertThat(bytes.length).isBetween(4_000_000, 5_000_000).isLessThan(TestNames.MOST_BYTES / 3);
    assertThat(TestNames.read(bytes)).contains(tests);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema_version\":1| \"schema_version\":2",
        "\"schema_version\":1| \"schema_version\":\"1\"",
        "2026-01-20| 2026-02-30",
        "\"commit\":\"4| \"commit\":\"x",
        "\"classes\":| \"suites\":",
        "\"tests\":[| \"tests\":[1,",
        "\"tests\":[\"a\"]| \"tests\":[]",
        "\"class\":\"shop.A\"| \"class\":[]",
        "]}| ]",
        "}| }{}"
      })
  void what_is_of_another_form_is_not_read(String text, String by) {
    String good = text(new RecordedTests(COMMIT, DAY, List.of(suite())));
    assertThat(read(good)).isPresent();

    assertThat(read(good.replace(text, by))).as(good.replace(text, by)).isEmpty();
  }

  @Test
  void nesting_size_and_repetition_without_end_are_not_read() {
    String good = text(new RecordedTests(COMMIT, DAY, List.of(suite())));

    assertThat(read(good.replace("{\"class", "[".repeat(1_000) + "{\"class"))).isEmpty();
    assertThat(read(good + " ".repeat(TestNames.MOST_BYTES))).isEmpty();
    assertThat(read(good.replace("\"a\"", "\"" + "a".repeat(20_000) + "\""))).isEmpty();
    assertThat(read(good.replace("\"judged_on\"", "\"commit\":\"x\",\"judged_on\""))).isEmpty();
    assertThat(read(good)).isPresent();
  }

  private static Suite suite() {
    return new Suite("shop.A", Optional.of("a/A.java"), List.of("a"));
  }
}
