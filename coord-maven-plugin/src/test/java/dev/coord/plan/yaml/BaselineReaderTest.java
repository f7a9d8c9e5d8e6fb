package dev.coord.plan.yaml;

import static dev.coord.testing.Baselines.baseline;
import static dev.coord.testing.Baselines.covered;
import static dev.coord.testing.Baselines.known;
import static dev.coord.testing.Baselines.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Baseline.Key;
import dev.coord.plan.Baseline.Kind;
import dev.coord.plan.CoveredLines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineReaderTest {

  private static final String HEAD =
      "baseline: 1\nwritten: 2026-01-31\ncommit: \"" + "a".repeat(40) + "\"\n";
  private static final String ENTRY =
      "  - {kind: ownership, subject: \"a\", finding: \"unowned: x\", since: 2026-01-31}\n";

  private static BaselineReading read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static BaselineReading read(byte[] bytes) {
    return new BaselineReader().read(new PlanFile(".coord/baseline.yml", Optional.empty(), bytes));
  }

  private static List<String> problems(String text) {
    BaselineReading reading = read(text);
    assertThat(reading.baseline()).isEmpty();
    return reading.problems().stream().map(Diagnostic::message).toList();
  }

  @Test
  void what_was_written_is_read() {
    Baseline written =
        baseline(
            known(Kind.OWNERSHIP, "b", "unowned: y", 3, "2026-11-02"),
            known(Kind.OWNERSHIP, "a", "unowned: x"),
            known(Kind.CONTRADICTION, "", "status: done"));

    Baseline read = read(BaselineWriter.write(written)).baseline().orElseThrow();

    assertThat(read.entries()).extracting(Entry::key).isEqualTo(keys(written));
    assertThat(read.entries()).extracting(Entry::count).containsExactly(1, 1, 3);
    assertThat(read.size()).isEqualTo(5);
    assertThat(read.since()).isEqualTo(written.since());
    assertThat(BaselineWriter.write(read)).isEqualTo(BaselineWriter.write(written));
  }

  @Test
  void coverage_is_read_as_it_was_written() {
    Baseline written = covered(33, 41, known(Kind.OWNERSHIP, "a", "unowned: x"));

    Baseline read = read(BaselineWriter.write(written)).baseline().orElseThrow();

    CoveredLines lines = read.coverage().orElseThrow();
    assertThat(lines.lines()).isEqualTo("33/41 lines");
    assertThat(lines.when()).isEqualTo("c0ffee2 of 2026-11-02");
    assertThat(lines.place().line()).isEqualTo(5);
    assertThat(BaselineWriter.write(read)).isEqualTo(BaselineWriter.write(written));
  }

  @Test
  void since_when_results_of_tools_are_known_is_read_as_it_was_written() {
    Baseline written = results(known(Kind.RESULT, "lint", "L1 in a.py: no", 3, "2026-11-02"));

    Baseline read = read(BaselineWriter.write(written)).baseline().orElseThrow();

    assertThat(read.results()).isEqualTo(written.results()).isPresent();
    assertThat(keys(read)).isEqualTo(keys(written));
    assertThat(new String(BaselineWriter.write(read), StandardCharsets.UTF_8))
        .contains(
            "results: 2026-11-01\n",
            "  - {kind: result, subject: \"lint\", finding: \"L1 in a.py: no\", count: 3, since:"
                + " 2026-11-02}\n");
    assertThat(problems(HEAD + "results: all\nfindings: []\n"))
        .anyMatch(problem -> problem.contains("baseline.yml:4:10: \"results\" must be a date"));
  }

  @Test
  void as_many_results_of_tools_as_one_may_hold_are_read() {
    Entry[] entries = new Entry[Baseline.MOST_RESULTS];
    for (int i = 0; i < entries.length; i++) {
      String finding =
          "rule-%d in src/main/java/shop/File%d.java: %s".formatted(i, i, "x".repeat(80));
      entries[i] = known(Kind.RESULT, "lint", finding, 2, "2026-11-02");
    }
    byte[] bytes = BaselineWriter.write(results(entries));

    assertThat(bytes.length).isGreaterThan(PlanFile.MAX_BYTES).isLessThan(BaselineReader.MAX_BYTES);
    assertThat(read(bytes).problems()).isEmpty();
    assertThat(read(bytes).baseline().orElseThrow().size()).isEqualTo(2 * Baseline.MOST_RESULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "covered: 33| covered: 42| .coord/baseline.yml:4:12: \"covered\" is 42, but there are 41 lines",
        "covered: 33| covered: -1| .coord/baseline.yml:4:21: \"covered\" must be a whole number",
        "lines: 41| lines: 0| .coord/baseline.yml:4:32: \"lines\" must be a whole number",
        "lines: 41, | ''| .coord/baseline.yml:4:11: coverage needs \"lines\"",
        "since: 2026-01-20| since: soon| .coord/baseline.yml:4:95: \"since\" must be a date",
        "lines: 41| rows: 41| \"rows\" is not a key of coverage",
        "commit: \"4| commit: \"x| must be the full id of a commit",
        "{covered: 33| [covered: 33| .coord/baseline.yml:4:"
      })
  void what_is_wrong_in_coverage_is_told_at_its_place(String text, String by, String said) {
    String good =
        HEAD
            + "coverage: {covered: 33, lines: 41, commit: \"4"
            + "0".repeat(39)
            + "\", since: 2026-01-20}\nfindings: []\n";
    assertThat(read(good).problems()).isEmpty();

    assertThat(problems(good.replace(text, by))).anyMatch(problem -> problem.contains(said));
  }

  private static List<Key> keys(Baseline baseline) {
    return baseline.entries().stream().map(Entry::key).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\" }, x: \\ {",
        "# [*.py] @ana & *a !b | > % ` - ",
        "\u0000\u0007\u001b[31m\u0085\u2028\u202e\ufeff\u200b",
        "\ud83d\udc1e \u00e9 e\u0301 \u4e2d",
        "\ud800 alone",
        "two\nlines\r\n\tand more",
        "yes",
        "~",
        "2026-01-31"
      })
  void any_text_is_read_as_it_was_written_on_one_line(String text) {
    Baseline written = baseline(known(Kind.CONTRADICTION, text, text));
    byte[] bytes = BaselineWriter.write(written);

    assertThat(keys(read(bytes).baseline().orElseThrow())).isEqualTo(keys(written));
    assertThat(new String(bytes, StandardCharsets.UTF_8).lines()).hasSize(6);
  }

  @Test
  void long_texts_that_begin_alike_stay_two() {
    Key one = new Key(Kind.OWNERSHIP, "a", "x".repeat(5_000));
    Key other = new Key(Kind.OWNERSHIP, "a", "x".repeat(5_001));

    assertThat(one).isNotEqualTo(other);
    assertThat(one.finding()).hasSizeLessThanOrEqualTo(Baseline.LONGEST);
    assertThat(new Key(Kind.OWNERSHIP, "a", one.finding())).as("read again").isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "baseline: 1| baseline: yes| .coord/baseline.yml:1:11: \"baseline\" must be a whole number",
        "written: 2026-01-31| written: [1]| .coord/baseline.yml:2:10: \"written\" must be a date",
        "findings:| findings: none #| .coord/baseline.yml:4:11: \"findings\" must be a list",
        "kind: ownership| kind: secrets| .coord/baseline.yml:5:12: \"kind\" must be contradiction",
        "finding: \"unowned: x\"| finding: {a: b}| :5:46: \"finding\" must be a text",
        "finding: \"unowned: x\"| finding: \"\"| :5:46: \"finding\"",
        "subject: \"a\"| line: 3| \"line\" is not a key of a known finding",
        "since: 2026-01-31| since: 2026-02-30| a day that no calendar has",
        "since: 2026-01-31| count: 0, since: 2026-01-31| \"count\" must be a whole number",
        "since: 2026-01-31| count: 99999999999, since: 2026-01-31| \"count\" must be",
        "subject: \"a\"| subject: &a a| .coord/baseline.yml:5:"
      })
  void what_is_wrong_is_told_at_its_place(String text, String by, String said) {
    String good = HEAD + "findings:\n" + ENTRY;
    assertThat(read(good).problems()).isEmpty();

    assertThat(problems(good.replace(text, by))).anyMatch(problem -> problem.contains(said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "x", "coord: 1\n", "baseline: 1\n", "\u0000"})
  void what_is_no_baseline_is_not_an_empty_one(String text) {
    assertThat(problems(HEAD)).as("without findings").hasSize(1);
    assertThat(problems(text)).isNotEmpty();
  }

  @Test
  void a_finding_that_stands_there_twice_is_a_mistake() {
    assertThat(problems(HEAD + "findings:\n" + ENTRY + ENTRY))
        .containsExactly(
            ".coord/baseline.yml:6:5: this finding is already known at .coord/baseline.yml:5:5."
                + " Keep one of the two, with the count of what there is.");
    assertThatThrownBy(
            () -> baseline(known(Kind.OWNERSHIP, "a", "x"), known(Kind.OWNERSHIP, "a", " x ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_finding_is_known_at_least_once() {
    assertThatThrownBy(() -> known(Kind.OWNERSHIP, "a", "x", 0, "2026-01-31"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_conflicts_is_told() {
    assertThat(problems(HEAD + "findings:\n<<<<<<< HEAD\n" + ENTRY + "=======\n>>>>>>> x\n"))
        .anyMatch(problem -> problem.startsWith(".coord/baseline.yml:5:"));
  }
}
