package dev.coord.evidence.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Measured;
import dev.coord.evidence.Observation;
import dev.coord.evidence.reports.WorkTree;
import dev.coord.path.PathPattern;
import dev.coord.plan.MetricSource;
import dev.coord.plan.MetricSource.Format;
import dev.coord.plan.Unit;
import dev.coord.testing.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of real tools and hostile ones: what number is read, and why none is. */
class MetricReportsTest extends MetricFiles {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          figures.json          | /startup/seconds          |        | 0.48 (/startup/seconds, out/figures.json:2)
          figures.json          | /coverage                 |        | 83.4 % (/coverage, out/figures.json:4)
          figures.json          | /runs/2/ms                |        | 310 (/runs/2/ms, out/figures.json:8)
          figures.json          | /raw                      | p95    | 5 (p95 of 5 numbers, /raw, out/figures.json:10)
          figures.json          | /raw                      | p40    | 2 (p40 of 5 numbers, /raw, out/figures.json:10)
          figures.json          | /raw                      | median | 3 (median of 5 numbers, /raw, out/figures.json:10)
          figures.json          | /runs/*/ms                | mean   | 175.166667 (mean of 3 numbers, /runs/*/ms, out/figures.json:6)
          figures.json          | /runs/*/ms                | sum    | 525.5 (sum of 3 numbers, /runs/*/ms, out/figures.json:6)
          pytest-benchmark.json | /benchmarks/0/stats/mean  |        | 0.000001 (/benchmarks/0/stats/mean, out/pytest-benchmark.json:23)
          pytest-benchmark.json | /benchmarks/*/stats/data  | count  | 20 (count of 20 numbers, /benchmarks/*/stats/data, out/pytest-benchmark.json:38)
          figures.properties    | startup.time              |        | 480 ms (startup.time, out/figures.properties)
          figures.properties    | image.size                |        | 183 MB (image.size, out/figures.properties)
          figures.properties    | speedup                   |        | 3.2 x (speedup, out/figures.properties)
          samples.csv           | elapsed                   | max    | 640 (max of 5 numbers, elapsed, out/samples.csv:5)
          samples.csv           | elapsed                   | p95    | 640 (p95 of 5 numbers, elapsed, out/samples.csv:5)
          samples.csv           | elapsed                   | p60    | 120 (p60 of 5 numbers, elapsed, out/samples.csv:2)
          metrics.prom          | process_resident_memory_bytes |    | 25600000 B (process_resident_memory_bytes, out/metrics.prom:11)
          metrics.prom          | cache_hit_ratio           |        | 92.5 % (cache_hit_ratio, out/metrics.prom:43)
          metrics.prom          | http_request_duration_seconds | mean | 0.0505 s (mean of 100.0 numbers of http_request_duration_seconds, out/metrics.prom:14)
          metrics.prom          | http_requests_total       | sum    | 1030 (sum of 2 numbers, http_requests_total, out/metrics.prom:3)
          k6.json               | http_req_duration         | p95    | 412.3 ms (p(95) of http_req_duration, out/k6.json:6)
          k6.json               | http_req_duration         | mean   | 181.25 ms (avg of http_req_duration, out/k6.json:6)
          k6.json               | http_req_failed           |        | 0.5 % (rate of http_req_failed, out/k6.json:9)
          k6.json               | http_reqs                 |        | 600 (count of http_reqs, out/k6.json:4)
          k6.json               | http_reqs                 | rate   | 9.987654 req/s (rate of http_reqs, out/k6.json:4)
          k6.json               | http_req_failed           | rate   | 0.5 % (rate of http_req_failed, out/k6.json:9)
          k6.json               | data_received             | rate   | 85390.9 (rate of data_received, out/k6.json:12)
          k6.json               | vus                       |        | 10 (value of vus, out/k6.json:11)
          k6.json               | data_received             |        | 5123456 B (count of data_received, out/k6.json:12)
          k6-handle-summary.json | http_req_duration        | median | 160.1 ms (med of http_req_duration, out/k6-handle-summary.json:7)
          k6-handle-summary.json | checkout_time            | p95    | 81.5 ms (p(95) of checkout_time, out/k6-handle-summary.json:11)
          k6-handle-summary.json | http_req_failed          |        | 0.5 % (rate of http_req_failed, out/k6-handle-summary.json:13)
          """)
  void a_number_is_the_one_that_the_tool_wrote(
      String file, String read, String statistic, String expected) {
    assertThat(number(file, read, statistic == null ? "" : statistic, NONE)).isEqualTo(expected);
  }

  @Test
  void one_of_several_is_meant_by_columns_labels_parameters_or_members() {
    assertThat(number("samples.csv", "elapsed", "p95", Map.of("label", "search, all")))
        .isEqualTo("640 (p95 of 2 numbers, elapsed, out/samples.csv:5)");
    assertThat(number("metrics.prom", "http_requests_total", "", Map.of("code", "500")))
        .isEqualTo("3 (http_requests_total, out/metrics.prom:4)");
    assertThat(number("figures.json", "/runs/*/ms", "min", Map.of("name", "login")))
        .isEqualTo("95.5 (min of 2 numbers, /runs/*/ms, out/figures.json:7)");
    assertThat(number("jmh.json", "EncodeBenchmark.run", "", Map.of("size", "100")))
        .startsWith("0.0")
        .contains(" us (score of EncodeBenchmark.run, out/jmh.json:");
    assertThat(number("jmh.json", "EncodeBenchmark.perSecond", "p99", Map.of("size", "100")))
        .isEqualTo(
            "41805762.554849 req/s (p99 of the score of EncodeBenchmark.perSecond,"
                + " out/jmh.json:35)");
    assertThat(number("metrics.prom", "build_info", "", Map.of("version", "1.0 \"a\"\\b")))
        .startsWith("1 (build_info, out/metrics.prom:");
  }

  @Test
  void the_format_that_the_plan_names_is_read_whatever_the_file_is_called() {
    tree.write("out/result", "a 1\nb 2\n");

    MetricSource source =
        new MetricSource(
            PathPattern.of("/out/resul?"),
            Optional.of(Format.PROMETHEUS),
            "b",
            NONE,
            Optional.empty());

    assertThat(WorkTree.unknown(observe(source)))
        .isEqualTo(
            "no metrics file was found (looked for /out/resul?). Run what measures it first, or"
                + " correct file (coord.yml:7).");
  }

  @Test
  void several_numbers_are_none_until_the_plan_says_what_is_made_of_them() {
    assertThat(unknown("samples.csv", "elapsed", "", NONE))
        .isEqualTo(
            "elapsed stands for 5 numbers in out/samples.csv, such as those in out/samples.csv:2"
                + " and out/samples.csv:3. Narrow it with where, or say under statistic what is made"
                + " of them, such as p95.");
    assertThat(unknown("jmh.json", "EncodeBenchmark.run", "p95", NONE))
        .startsWith("EncodeBenchmark.run stands for 2 numbers in out/jmh.json, such as those in ")
        .endsWith(" Narrow it with where, or name one file.");
    assertThat(unknown("k6.json", "http_req_duration", "", NONE))
        .isEqualTo(
            "out/k6.json:6: http_req_duration is many numbers, and the plan does not say what is"
                + " made of them. Say under statistic what is made of them, such as p95.");
  }

  @Test
  void how_often_something_was_is_a_plain_number_and_never_how_often_it_is_in_a_second() {
    assertThat(WorkTree.known(observe(source("/out/k6.json", "http_reqs", "", NONE))).unit())
        .contains(Unit.NONE);
    assertThat(WorkTree.known(observe(source("/out/figures.json", "/raw", "count", NONE))).unit())
        .contains(Unit.NONE);
    assertThat(unknown("figures.json", "/startup/seconds", "rate", NONE))
        .isEqualTo(
            "out/figures.json:2 does not say how often in a second /startup/seconds was. Read a"
                + " number that is a rate, and say in \"unit\" what it counts in.");
  }

  @Test
  void what_is_in_a_bucket_of_a_histogram_is_counted_whatever_the_histogram_is_about() {
    Map<String, String> bound = Map.of("le", "0.5");
    MetricSource bucket = source("/out/metrics.prom", "job_seconds_bucket", "", bound);

    assertThat(number("metrics.prom", "job_seconds_bucket", "", bound)).startsWith("1 (");
    assertThat(WorkTree.known(observe(bucket)).unit()).contains(Unit.NONE);
    assertThat(number("metrics.prom", "job_seconds_sum", "", NONE)).startsWith("0.3 s (");
  }

  @Test
  void a_percentile_that_prometheus_text_does_not_tell_is_unknown_and_says_why() {
    assertThat(unknown("metrics.prom", "job_seconds", "p95", NONE))
        .isEqualTo(
            "out/metrics.prom:21: job_seconds is a histogram, which tells no percentile. Take its"
                + " mean or one of its buckets (read: job_seconds_bucket, where: {le: ...}), or let"
                + " a summary be written.");
    tree.write("out/summary.prom", "wait_seconds{quantile=\"0.5\"} 1\nother 2\n");
    assertThat(unknown("summary.prom", "wait_seconds", "p95", NONE))
        .isEqualTo(
            "out/summary.prom:1: wait_seconds has no quantile 0.95. Let it be written, too, or"
                + " correct statistic.");
    assertThat(unknown("summary.prom", "none", "p95", NONE))
        .startsWith("none is not in out/summary.prom.");
  }

  @Test
  void a_percentile_that_k6_did_not_write_is_unknown_and_says_how_it_is_written() {
    assertThat(unknown("k6.json", "http_req_duration", "p99", NONE))
        .isEqualTo(
            "out/k6.json:6: http_req_duration has no \"p(99)\". Run k6 with --summary-trend-stats"
                + " \"avg,min,med,max,p(99)\", or correct statistic.");
    assertThat(unknown("k6.json", "http_req_failed", "count", NONE))
        .isEqualTo(
            "out/k6.json:9: http_req_failed has no \"count\". Correct statistic, or read the"
                + " number by its JSON pointer.");
  }

  @Test
  void a_number_that_is_not_there_is_unknown_and_never_zero() {
    assertThat(unknown("figures.json", "/none", "", NONE))
        .isEqualTo("/none is not in out/figures.json. Correct read, or see what the file holds.");
    assertThat(unknown("k6.json", "none", "p95", NONE)).startsWith("none is not in out/k6.json.");
    assertThat(unknown("samples.csv", "none", "p95", NONE))
        .isEqualTo(
            "out/samples.csv:1: there is no column \"none\". Name one of its columns: timeStamp, elapsed, label,"
                + " responseCode, success.");
    assertThat(unknown("samples.csv", "elapsed", "p95", Map.of("label", "none")))
        .isEqualTo(
            "of 5 that elapsed stands for in out/samples.csv, none is what where means (label:"
                + " none). Correct where, or see what the file holds.");
    assertThat(unknown("figures.properties", "none", "", NONE))
        .startsWith("none is not in out/figures.properties.");
    assertThat(unknown("none.json", "/a", "", NONE))
        .isEqualTo(
            "no metrics file was found (looked for /out/none.json). Run what measures it first, or"
                + " correct file (coord.yml:7).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bugs.json  | []                                               | 0
          bugs.json  | [{"id": 7, "severity": "minor"}]                 | 0
          bugs.json  | [{"id": 7, "severity": "critical"}]              | 1
          bugs.json  | [{"id": 7, "level": "critical"}]                 | unknown
          bugs.json  | [{"number": 7, "severity": "critical"}]          | unknown
          bugs.json  | {}                                               | unknown
          bugs.csv   | id,severity;7,minor;                             | 0
          bugs.csv   | id,severity;7,minor;8,critical;                  | 1
          bugs.csv   | id,severity;                                     | unknown
          bugs.json  | [{"id": [], "severity": "critical"}]             | 0
          """)
  void of_a_list_that_is_there_none_can_be_counted(String file, String text, String expected) {
    tree.write("out/" + file, text.replace(';', '\n'));
    String read = file.endsWith(".json") ? "/*/id" : "id";
    Map<String, String> where = Map.of("severity", "critical");

    Observation<Measured> counted = observe(source("/out/" + file, read, "count", where));

    assertThat(counted.map(number -> number.numerator().toPlainString()).optional())
        .isEqualTo(Optional.of(expected).filter(number -> !number.equals("unknown")));
    assertThat(observe(source("/out/" + file, read, "sum", where)).isKnown())
        .isEqualTo(expected.equals("1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          x.json       | ''                        | /a   | out/x.json: the file is empty.
          x.json       | {\"a\": 1                 | /a   | out/x.json:1:8: the file ends too early.
          x.json       | {\"a\": 1, \"a\": 2}      | /a   | out/x.json:1:13: \"a\" stands twice in one object.
          x.json       | {\"a\": 1} {\"a\": 2}     | /a   | out/x.json:1:10: the file goes on after its end. Run the tool again, and let it write one value: lines of JSON each are not read.
          x.json       | {\"a\": NaN}              | /a   | out/x.json:1:10: the file is not well-formed JSON.
          x.json       | {\"a\": \"NaN\"}          | /a   | out/x.json:1: \"NaN\" is no number that can be compared. Tools write it where nothing was measured.
          x.json       | {\"a\": 1e999}            | /a   | out/x.json:1: \"1e999\" is no number that can be compared.
          x.json       | {\"a\": \"3 apples\"}     | /a   | out/x.json:1: \"3 apples\" is no number that can be compared. Let it be written as one number,
          x.json       | {\"a\": \"1 min 2 s\"}    | /a   | out/x.json:1: \"1 min 2 s\" is no number that can be compared. Let it be written as one number, with no more behind it than one unit, such as 80 s.
          x.json       | {\"a\": null}             | /a   | out/x.json: what stands at /a is true, false or null and no number. Correct read,
          x.json       | {\"a\": {}}               | /a   | out/x.json: what stands at /a is an object and no number.
          x.json       | {\"a\": [[1]]}            | /a   | out/x.json: what stands at /a is a list of something else than numbers.
          x.json       | {\"a\": 1}                | http | out/x.json:1: \"http\" is taken for a metric of k6, and this is no summary of k6: it has no metrics. Begin read with a slash
          x.csv        | ''                        | a    | out/x.csv: the file is empty.
          x.csv        | a,a                       | a    | out/x.csv:1: there are two columns \"a\".
          x.csv        | 'a,b\\n1'                 | a    | out/x.csv:2: the line has 1 fields, and the first one 2.
          x.csv        | 'a,b\\n,2'                | a    | out/x.csv:2: \"\" is no number that can be compared.
          x.csv        | 'a,b\\n\"1,2'             | a    | out/x.csv:2: a field in quotes does not end.
          x.csv        | 'a,b\\n\"1\"2,3'          | a    | out/x.csv:2: something stands behind a field in quotes.
          x.properties | 'a=1\\na=2'               | a    | out/x.properties: a has two values.
          x.properties | 'a=\\u00'                 | a    | out/x.properties: an escape of the form \\uXXXX is malformed.
          x.csv        | 'a\\n\"1,5\"\\n'             | a    | out/x.csv:2: \"1,5\" is no number that can be compared. Let the tool write a decimal point,
          x.prom       | 'a NaN'                   | a    | out/x.prom:1: \"NaN\" is no number that can be compared.
          x.prom       | 'a{b=\"c} 1'              | a    | out/x.prom:1: the labels of the sample cannot be read.
          x.prom       | 'b 2\na 1'               | a    | out/x.prom:2: the file ends in the middle of a line.
          x.prom       | 'a 1\n# HE'              | a    | out/x.prom:2: the file ends in the middle of a line.
          x.prom       | '<html>'                  | a    | out/x.prom:1: \"<html>\" is no sample of Prometheus' text format.
          """)
  void what_is_broken_is_told_with_its_place_and_proves_nothing(
      String name, String text, String read, String expected) {
    assertThat(unknown(text.replace("\\n", "\n"), name, read)).startsWith(expected);
  }

  /** A slash stands for a line end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x.csv        | id,ms/a,90/b,120        | ms | | unknown
          x.csv        | id,ms/a,90/b,120/       | ms | | 120
          x.csv        | id,ms/a,90/b,"120"      | ms | | 120
          x.csv        | ms,id/90,a/120,b        | ms | | 120
          x.csv        | ms,id/90,a/120,b        | ms | a | 90
          x.csv        | ms,id/90,abc/120,ab     | ms | abc | unknown
          x.csv        | ms,id/90,abc/120,abc    | ms | abc | unknown
          x.csv        | ms,id/90,abc/120,"ab"   | ms | abc | 90
          x.csv        | id,ms/a,90/b,120        | ms | a | 90
          x.properties | id=b/ms=120             | ms | | unknown
          x.properties | id=b/ms=120/            | ms | | 120
          x.properties | ms=120/id=b             | ms | | 120
          x.properties | ms=120/# and so         | ms | | 120
          """)
  void a_number_at_the_very_end_of_a_file_without_a_line_end_may_be_cut_off(
      String file, String text, String read, String id, String expected) {
    tree.write("out/" + file, text.replace('/', '\n'));
    Map<String, String> where = id == null ? NONE : Map.of("id", id);
    String statistic = file.endsWith(".csv") ? "max" : "";

    Observation<Measured> found = observe(source("/out/" + file, read, statistic, where));

    assertThat(found.map(number -> number.numerator().toPlainString()).optional())
        .isEqualTo(Optional.of(expected).filter(number -> !number.equals("unknown")));
  }

  @Test
  void what_may_be_cut_off_is_told_with_what_to_do() {
    assertThat(unknown("id,ms\na,12", "x.csv", "ms"))
        .isEqualTo(
            "out/x.csv:2: the file has no line end behind its last field, which may be cut off. End"
                + " the last line, or let the tool write the file again.");
  }

  @Test
  void an_empty_list_is_said_to_be_empty_where_it_is_not_counted() {
    tree.write("out/bugs.json", "{\"open\": []}").write("out/bugs.csv", "id,severity\n");

    assertThat(number("bugs.json", "/open", "count", NONE))
        .isEqualTo("0 (count of 0 numbers, /open, out/bugs.json)");
    assertThat(unknown("bugs.json", "/open", "p95", NONE))
        .isEqualTo(
            "out/bugs.json: /open is an empty list. Run what measures it again, and see that it"
                + " measures something.");
    assertThat(unknown("bugs.csv", "id", "count", NONE))
        .isEqualTo(
            "out/bugs.csv: it has no line below the names of its columns. Run what measures it"
                + " again, and see that it measures something.");
  }

  @ParameterizedTest
  @CsvSource({
    "ns/op,3.5 ns",
    "ms/op,3.5 ms",
    "hr/op,3.5 h",
    "day/op,3.5 d",
    "ops/ns,3500000000 req/s",
    "ops/us,3500000 req/s",
    "ops/ms,3500 req/s",
    "ops/s,3.5 req/s",
    "ops/min,3.5 req/min",
    "ops/hr,3.5 req/h"
  })
  void scores_of_jmh_are_in_the_unit_that_it_wrote(String unit, String expected) {
    tree.write("out/bench.json", jmh(unit));

    assertThat(number("bench.json", "B.run", "", NONE))
        .isEqualTo(expected + " (score of B.run, out/bench.json:2)");
  }

  @Test
  void a_unit_of_jmh_that_nobody_knows_is_not_taken_for_none() {
    assertThat(unknown(jmh("furlongs"), "bench.json", "B.run"))
        .isEqualTo(
            "out/bench.json:2: scoreUnit \"furlongs\" cannot be compared. Measure in one of day/op,"
                + " hr/op, min/op, ms/op, ns/op, ops/hr, ops/min, ops/ms, ops/ns, ops/s, ops/us,"
                + " s/op, us/op.");
  }

  private static String jmh(String unit) {
    return "[{\"benchmark\": \"x.B.run\", \"mode\": \"thrpt\",\n"
        + "\"primaryMetric\": {\"score\": 3.5, \"scoreUnit\": \""
        + unit
        + "\"}}]";
  }

  @Test
  void a_file_of_another_version_proves_nothing() {
    tree.write("out/old.json", "{\"a\": 1}", WorkTree.HEAD.minusSeconds(60));

    assertThat(unknown("old.json", "/a", "", NONE))
        .isEqualTo(
            "metrics file out/old.json is older than the last commit. Run what measures it again.");
  }

  @Test
  void numbers_of_all_files_that_a_pattern_finds_are_taken_together() {
    tree.write("out/part-1.csv", "ms\n10\n20\n").write("out/part-2.csv", "ms\n30\n");

    assertThat(number("part-*.csv", "ms", "max", NONE))
        .isEqualTo("30 (max of 3 numbers, ms, out/part-2.csv:2)");
    assertThat(unknown("part-*.csv", "ms", "", NONE))
        .startsWith("ms stands for 3 numbers in /out/part-*.csv,");
  }

  @Test
  void the_least_number_is_named_where_it_is_below_zero_whatever_is_made_of_all() {
    tree.write("out/a.csv", "ms\n10\n-1\n-2\n20\n").write("out/b.csv", "ms\n0\n20\n");

    for (String statistic : List.of("max", "p95", "median", "sum", "mean", "count")) {
      assertThat(measured("a.csv", statistic).belowZero()).contains(Places.line("out/a.csv", 4));
      assertThat(measured("b.csv", statistic).belowZero()).isEmpty();
    }
  }

  @Test
  void an_item_of_a_list_without_the_number_leaves_what_is_made_of_all_unknown() {
    tree.write("out/a.json", "{\"a\": [{\"b\": 1, \"ok\": 1}, {\"c\": 2, \"ok\": 0}, {\"b\": 3}]}")
        .write("out/part-1.json", "[{\"b\": {\"ms\": 1}}]")
        .write("out/part-2.json", "[{\"b\": {}}, {}]");

    for (String statistic : List.of("max", "count", "")) {
      assertThat(unknown("a.json", "/a/*/b", statistic, NONE))
          .isEqualTo(
              "out/a.json: 1 item that is meant has no number at /a/*/b. Let what measures it write"
                  + " one for each, or say with where which items are meant.");
    }
    assertThat(unknown("part-*.json", "/*/b/ms", "max", NONE))
        .startsWith("out/part-2.json: 2 items that are meant have no number at /*/b/ms.");
    assertThat(unknown("part-2.json", "/*/b/ms", "max", NONE))
        .startsWith("/*/b/ms is not in out/part-2.json.");
    assertThat(number("a.json", "/a/*/b", "max", Map.of("ok", "1"))).startsWith("1 (max of 1 ");
  }

  @Test
  void an_outer_item_without_the_inner_list_has_none_of_its_items() {
    tree.write(
        "out/scan.json",
        "{\"Results\": [{\"Target\": \"a\"}, {\"Target\": \"b\", \"Found\": [{\"Id\": 1}, {\"Id\": 2}]}]}");

    assertThat(number("scan.json", "/Results/*/Found/*/Id", "count", NONE)).startsWith("2 (count ");
  }

  private Measured measured(String file, String statistic) {
    return WorkTree.known(observe(source("/out/" + file, "ms", statistic, NONE)));
  }

  @Test
  void numbers_in_different_units_are_not_mixed() {
    tree.write("out/part-1.json", "{\"a\": \"1 s\"}").write("out/part-2.json", "{\"a\": \"1 ms\"}");

    assertThat(unknown("part-*.json", "/a", "sum", NONE))
        .isEqualTo(
            "/a has different units in /out/part-*.json. Name one file, or let all be written"
                + " alike.");
  }

  @Test
  void columns_may_be_separated_by_semicolons_and_tabs() {
    tree.write("out/a.csv", "\"x, y\";ms\n1;12\n").write("out/b.csv", "x\tms\r\n1\t13\r\n");

    assertThat(number("a.csv", "ms", "", NONE)).startsWith("12 ");
    assertThat(number("b.csv", "ms", "", NONE)).startsWith("13 ");
  }
}
