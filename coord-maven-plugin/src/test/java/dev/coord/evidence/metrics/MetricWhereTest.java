package dev.coord.evidence.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A number is there, but not of what a rule means: no other one is taken, and why is told. */
class MetricWhereTest extends MetricFiles {

  @Test
  void where_is_never_left_out_of_account() {
    tree.write(
        "out/a.json", "{\"o\": [{\"k\": \"x\", \"v\": 1}], \"l\": [1, 2], \"*\": {\"v\": 1}}");
    Map<String, String> where = Map.of("k", "x");

    assertThat(unknown("k6.json", "http_req_duration", "p95", Map.of("scenario", "login")))
        .isEqualTo(
            "out/k6.json:6: a summary of k6 tells http_req_duration as a whole, and where says"
                + " which part. Read a submetric that a threshold makes k6 tell, such as"
                + " http_req_duration{scenario:login}, or remove where.");
    assertThat(unknown("figures.properties", "startup.time", "", where))
        .isEqualTo(
            "out/figures.properties: startup.time has one value in a properties file, and where"
                + " says which of several. Remove where from the rule, or read another key.");
    assertThat(unknown("a.json", "/o/0/v", "", where))
        .isEqualTo(
            "out/a.json: /o/0/v names one place, and where says which of several items. Write * for"
                + " the items in read, such as /results/*/mean, or remove where.");
    assertThat(unknown("a.json", "/l", "max", where)).startsWith("out/a.json: /l names one place,");
    assertThat(unknown("a.json", "/*/v", "", where))
        .startsWith("out/a.json: /*/v names one place,");
    assertThat(number("a.json", "/o/*/v", "", where)).startsWith("1 ");
  }

  @Test
  void what_is_there_but_not_what_where_means_is_not_said_to_be_missing() {
    tree.write("out/a.json", "[{\"k\": \"x\", \"v\": 1}, {\"k\": \"y\", \"v\": 2}]")
        .write("out/b.json", "[{\"benchmark\": \"x.B.run\", \"params\": {\"n\": \"10\"}}]")
        .write("out/c.prom", "errors_total{code=\"500\"} 3\nerrors_total{code=\"404\"} 4\n");

    assertThat(unknown("a.json", "/*/v", "max", Map.of("k", "z")))
        .isEqualTo(
            "of 2 that /*/v stands for in out/a.json, none is what where means (k: z). Correct"
                + " where, or see what the file holds.");
    assertThat(unknown("b.json", "B.run", "", Map.of("n", "100")))
        .isEqualTo(
            "the only one that B.run stands for in out/b.json is not what where means (n: 100)."
                + " Correct where, or see what the file holds.");
    assertThat(unknown("c.prom", "errors_total", "", Map.of("code", "1")))
        .startsWith("of 2 that errors_total stands for in out/c.prom, none is what where means");
  }

  @Test
  void a_file_that_lacks_the_number_is_not_left_out_of_what_is_made_of_all() {
    tree.write("out/part-1.json", "{\"m\": 5, \"l\": [{\"v\": 1}]}")
        .write("out/part-2.json", "{\"x\": 7, \"l\": []}")
        .write("out/part-1.csv", "k,ms\na,1\n")
        .write("out/part-2.csv", "k,ms\n")
        .write("out/other-1.csv", "k,ms\na,1\n")
        .write("out/other-2.csv", "k,ms\nb,2\n");

    assertThat(unknown("part-*.json", "/m", "max", NONE))
        .isEqualTo("/m is not in out/part-2.json. Correct read, or see what the file holds.");
    assertThat(unknown("part-*.json", "/l/*/v", "max", NONE))
        .startsWith("out/part-2.json: /l/*/v stands for the items of an empty list. Run what");
    assertThat(number("part-*.json", "/l/*/v", "count", NONE)).startsWith("1 (count of 1 number,");
    assertThat(unknown("part-*.csv", "ms", "max", NONE))
        .startsWith("out/part-2.csv: it has no line below the names of its columns.");
    assertThat(number("other-*.csv", "ms", "max", Map.of("k", "a"))).startsWith("1 (max of 1 ");
  }

  @Test
  void a_benchmark_in_several_modes_is_told_apart_by_its_mode() {
    String result =
        "{\"benchmark\": \"x.B.run\", \"mode\": \"%s\", \"primaryMetric\": {\"score\": %s,"
            + " \"scoreUnit\": \"%s\", \"scorePercentiles\": {\"50.0\": 2, \"99.0\": 4}}}";
    tree.write(
        "out/b.json",
        "["
            + result.formatted("thrpt", "7", "ops/us")
            + ",\n"
            + result.formatted("avgt", "3", "us/op")
            + "]");

    assertThat(unknown("b.json", "B.run", "", NONE))
        .isEqualTo(
            "out/b.json:1: B.run was measured in several modes: avgt, thrpt. Say in where which is"
                + " meant, such as mode: avgt.");
    assertThat(number("b.json", "B.run", "", Map.of("mode", "avgt"))).startsWith("3 us (score of");
    assertThat(unknown("b.json", "B.run", "count", Map.of("mode", "avgt")))
        .isEqualTo(
            "out/b.json:2: JMH tells no count of this benchmark's score. Take the mean or one of"
                + " the percentiles that it tells: 50.0, 99.0.");
  }

  @Test
  void a_distribution_without_the_statistic_is_not_said_to_be_missing() {
    tree.write("out/s.prom", "wait_seconds{quantile=\"0.5\"} 1\n");

    assertThat(unknown("s.prom", "wait_seconds", "max", NONE))
        .isEqualTo(
            "out/s.prom:1: wait_seconds is a summary, which tells no max. Take its mean or a"
                + " percentile, or read wait_seconds_count or wait_seconds_sum without statistic.");
    assertThat(unknown("metrics.prom", "job_seconds", "count", NONE))
        .startsWith("out/metrics.prom:21: job_seconds is a histogram, which tells no count.");
  }
}
