package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRun.Lines;
import dev.coord.evidence.RecordedRun.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReaderTest {

  private static final String COMMIT = "a".repeat(40);
  private static final String HEAD =
      "\"schema_version\": 1, \"result\": \"fail\", \"judged_on\": \"2026-11-20\","
          + " \"commit\": \""
          + COMMIT
          + "\"";

  private static Optional<RecordedRun> read(String json) {
    return StatusReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<RecordedRun> with(String more) {
    return read("{" + HEAD + ", " + more + "}");
  }

  @Test
  void what_coord_writes_is_read_back() {
    Assessment assessment = SampleAssessments.failing();
    RecordedRun run =
        StatusReader.read(StatusJson.withoutRecords(assessment, SampleAssessments.siteFrame()))
            .orElseThrow();

    assertThat(run.day()).isEqualTo(assessment.judgedOn());
    assertThat(run.result()).isEqualTo("fail");
    assertThat(run.contradictions()).hasValue(assessment.contradictions().size());
    assertThat(run.tests())
        .hasValue(assessment.evidence().tests().optional().orElseThrow().cases().size());
    assertThat(run.gates().keySet())
        .containsAll(assessment.gates().stream().map(g -> g.label()).toList());
    assertThat(run.metrics()).isNotEmpty();
    assertThat(run.workstreams())
        .isEqualTo(
            Map.of(
                "catalog", "merged",
                "checkout", "active",
                "payments", "active",
                "app", "not_started"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T06:47:56Z, 2026-11-20T00:00:00Z, 2026-11-20T06:47:56Z",
    "2026-11-18T06:47:56Z, 2026-11-19T23:00:00Z, 2026-11-19T23:00:00Z",
    "2026-11-18T06:47:56Z, '',                   2026-11-20T00:00:00Z",
    "'',                   2026-11-19T23:00:00Z, 2026-11-19T23:00:00Z",
    "+12026-11-20T06:47:56Z, yesterday,          2026-11-20T00:00:00Z"
  })
  void a_run_has_the_time_of_its_commit_unless_it_judged_on_a_later_day(
      String commit, String began, String time) {
    String more = "\"judged_at\": \"%s\", \"sources\": {\"git\": {\"head_time\": \"%s\"}}";

    assertThat(with(more.formatted(began, commit)).orElseThrow().time())
        .isEqualTo(Instant.parse(time));
  }

  @Test
  void a_state_that_is_none_and_a_workstream_without_one_say_nothing() {
    RecordedRun run =
        with("\"workstreams\": [{\"id\": \"a\", \"observed\": {\"status\": \"<b>\"}},"
                + " {\"id\": \"b\"}, {\"id\": \"c\", \"observed\": {\"status\": \"ready\"}}]")
            .orElseThrow();

    assertThat(run.workstreams()).isEqualTo(Map.of("c", "ready"));
  }

  @Test
  void values_are_named_by_metric_and_key_and_by_the_label_of_the_gate() {
    RecordedRun run =
        with("\"counts\": {\"contradictions\": 2},"
                + "\"sources\": {\"tests\": {\"known\": true, \"total\": 7}, \"coverage\":"
                + " {\"covered_lines\": 3, \"lines\": 4}},"
                + "\"metrics\": [{\"id\": \"speed\", \"verdicts\": [{\"key\": \"p95\","
                + " \"outcome\": \"passed\", \"measured\": \"12 ms\"}]},"
                + "{\"id\": \"mood\", \"value\": \"good\", \"verdicts\": []}],"
                + "\"gates\": [{\"id\": \"ownership\", \"subject\": \"a\", \"outcome\":"
                + " \"unknown\", \"measured\": \"no branch\"}], \"new\": [{\"x\": [1.5]}]")
            .orElseThrow();

    assertThat(run.commit()).isEqualTo(COMMIT);
    assertThat(run.day()).hasToString("2026-11-20");
    assertThat(run.contradictions()).hasValue(2);
    assertThat(run.tests()).hasValue(7);
    assertThat(run.coverage()).contains(new Lines(3, 4));
    assertThat(run.metrics())
        .isEqualTo(
            Map.of("speed.p95", new Value("passed", "12 ms"), "mood", new Value("", "good")));
    assertThat(run.gates()).isEqualTo(Map.of("ownership (a)", new Value("unknown", "")));
  }

  @Test
  void what_is_missing_is_no_zero() {
    RecordedRun run = with("\"sources\": {\"tests\": {\"known\": false}}").orElseThrow();

    assertThat(run.tests()).isEmpty();
    assertThat(run.contradictions()).isEmpty();
    assertThat(run.coverage()).isEmpty();
    assertThat(run.metrics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{}",
        "{",
        "{\"schema_version\": 1}",
        "\u0000\u0001",
        "{\"result\": \"pass\", \"schema_version\": 1}",
      })
  void what_is_no_status_is_not_read(String json) {
    assertThat(read(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"schema_version\": 1|\"schema_version\": 2",
        "\"schema_version\": 1|\"schema_version\": \"1\"",
        "\"schema_version\": 1|\"schema_version\": 1.0",
        "\"fail\"|\"error\"",
        "\"fail\"|\"fine\"",
        "\"fail\"|7",
        "2026-11-20|2026-13-20",
        "2026-11-20|2026-02-30",
        "2026-11-20|+999999999-01-01",
        "aaaa\"|AAAA\"",
        "aaaa\"|aaaa; rm\"",
        "\"fail\"|\"fail\", \"result\": \"pass\"",
      })
  void another_version_result_day_or_commit_is_not_read(String change) {
    String[] parts = change.split("\\|");
    String json = "{" + HEAD + "}";
    assertThat(read(json)).isPresent();
    assertThat(json).contains(parts[0]);

    assertThat(read(json.replace(parts[0], parts[1]))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"counts\": []",
        "\"counts\": {\"contradictions\": -1}",
        "\"counts\": {\"contradictions\": 1e9}",
        "\"counts\": {\"contradictions\": 99999999999999999999}",
        "\"counts\": {\"contradictions\": NaN}",
        "\"sources\": {\"tests\": {\"total\": \"7\"}}",
        "\"sources\": {\"coverage\": {\"covered_lines\": 5, \"lines\": 4}}",
        "\"metrics\": {}",
        "\"metrics\": [7]",
        "\"metrics\": [[]]",
        "\"metrics\": [{\"value\": \"7\"}]",
        "\"metrics\": [{\"id\": \"a\", \"value\": 7}]",
        "\"metrics\": [{\"id\": \"a\", \"verdicts\": [{\"outcome\": \"great\"}]}]",
        "\"gates\": [{\"id\": \"a\"}]",
        "\"gates\": [{\"outcome\": \"passed\"}]",
        "\"gates\": [null]",
      })
  void a_value_of_another_form_makes_the_whole_record_unread(String more) {
    assertThat(with(more)).isEmpty();
  }

  @Test
  void nesting_and_size_without_end_are_not_read() {
    assertThat(with("\"x\": " + "[".repeat(100_000))).isEmpty();
    assertThat(with("\"x\": " + "[".repeat(33) + "]".repeat(33))).isEmpty();
    assertThat(with("\"x\": \"" + "y".repeat(StatusReader.MOST_BYTES) + "\"")).isEmpty();
    assertThat(read("{" + HEAD + "} {}")).isEmpty();
  }

  @Test
  void texts_without_end_are_no_values() {
    String text = "x".repeat(201);

    assertThat(
            with("\"metrics\": [{\"id\": \"a\", \"value\": \"" + text + "\", \"verdicts\": []}]")
                .orElseThrow()
                .metrics())
        .isEmpty();
  }

  @Test
  void a_record_that_was_cut_or_garbled_is_never_an_exception() {
    byte[] whole =
        StatusJson.withoutRecords(SampleAssessments.failing(), SampleAssessments.siteFrame());
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      int end = random.nextInt(whole.length - 2);
      assertThat(StatusReader.read(Arrays.copyOf(whole, end))).isEmpty();
      byte[] garbled = whole.clone();
      garbled[random.nextInt(whole.length)] = (byte) random.nextInt();
      assertThat(StatusReader.read(garbled)).isNotNull();
    }
  }
}
