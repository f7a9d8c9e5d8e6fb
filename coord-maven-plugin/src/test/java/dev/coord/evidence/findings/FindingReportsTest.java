package dev.coord.evidence.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.FindingResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.evidence.ToolFinding.NamedFile;
import dev.coord.evidence.reports.WorkTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SARIF of real tools and of hostile ones: what is found, where, and why nothing is known. */
class FindingReportsTest {

  @TempDir private Path directory;
  private WorkTree tree;

  @BeforeEach
  void makeTree() {
    tree =
        new WorkTree(directory)
            .tracked(
                "src/main/java/shop/Basket.java",
                "src/main/java/shop/Refunds.java",
                "web/basket.js",
                "web/two words.js",
                "api/index.js",
                "web/index.js");
  }

  private Observation<FindingResults> read() {
    return FindingReports.read(tree.find().findings(), tree.freshness());
  }

  private FindingResults known() {
    return WorkTree.known(read());
  }

  /** Reads a log of one run of a tool. */
  private FindingResults run(String members) {
    tree.write("out/tool.sarif", log(members));
    return known();
  }

  private String unknown(String text) {
    tree.write("out/tool.sarif", text);
    return WorkTree.unknown(read());
  }

  private static String log(String members) {
    String tool =
        members.contains("\"driver\"") ? "" : "\"tool\": {\"driver\": {\"name\": \"tool\"}}, ";
    return "{\"version\": \"2.1.0\", \"runs\": [{" + tool + members + "}]}";
  }

  private static String results(String... results) {
    return "\"results\": [" + String.join(", ", results) + "]";
  }

  private static String at(String uri) {
    return """
        {"ruleId": "R", "locations": [{"physicalLocation": {"artifactLocation": {"uri": "%s"}}}]}"""
        .formatted(uri);
  }

  private static String levels(FindingResults results) {
    return results.count(Level.ERROR)
        + ", "
        + results.count(Level.WARNING)
        + ", "
        + results.count(Level.NOTE);
  }

  private static List<String> places(FindingResults results) {
    return results.findings().stream()
        .map(f -> f.path().map(path -> path + ":" + f.first()).orElse("? " + f.place()))
        .toList();
  }

  @Test
  void a_line_that_the_file_does_not_have_stands_for_the_whole_file() {
    tree.write("web/basket.js", "a\nb\n");
    String result =
        "{\"ruleId\": \"R\", \"locations\": [{\"physicalLocation\": {\"artifactLocation\":"
            + " {\"uri\": \"web/basket.js\"}, \"region\": {\"startLine\": %d}}}]}";

    assertThat(
            places(
                run(
                    results(
                        result.formatted(2),
                        result.formatted(3),
                        result.formatted(4),
                        result.formatted(400)))))
        .containsExactlyInAnyOrder(
            "web/basket.js:2", "web/basket.js:0", "web/basket.js:0", "web/basket.js:0");
    tree.write("web/basket.js", "a\nb\r\n\u2028c");
    assertThat(places(run(results(result.formatted(4), result.formatted(5)))))
        .containsExactlyInAnyOrder("web/basket.js:4", "web/basket.js:0");
    tree.write("web/basket.js", "a\r\n");
    assertThat(places(run(results(result.formatted(1), result.formatted(2)))))
        .containsExactlyInAnyOrder("web/basket.js:1", "web/basket.js:0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toolExecutionNotifications", "toolConfigurationNotifications"})
  void a_tool_that_tells_of_an_error_has_not_come_to_its_end(String notifications) {
    String run =
        "\"invocations\": [{\"executionSuccessful\": true, \""
            + notifications
            + "\": [{\"message\": {\"text\": \"could not parse a.py\\nat 1\"}, \"level\": \"%s\"}]}],"
            + " \"results\": []";

    assertThat(unknown(log(run.formatted("error"))))
        .startsWith("out/tool.sarif:1:")
        .endsWith(
            ": the tool says that its results are not complete: could not parse a.py. See what the"
                + " tool says, mend what stopped it, and run it again.");
    assertThat(run(run.formatted("warning")).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          checkstyle    | Checkstyle | 0, 38, 0 | src/main/java/shop/Basket.java:8
          pmd           | PMD        | 0, 6, 0  | src/main/java/shop/Basket.java:9
          spotbugs      | SpotBugs   | 2, 2, 11 | src/main/java/shop/Basket.java:28
          eslint-basket | ESLint     | 6, 2, 0  | web/basket.js:1
          """)
  void totals_levels_and_places_of_real_tools_are_their_own(
      String file, String tool, String levels, String first) {
    tree.copyFindings(file + ".sarif", "out/" + file + ".sarif");

    FindingResults results = known();

    assertThat(results.tools()).containsOnlyKeys(tool);
    assertThat(levels(results)).isEqualTo(levels);
    assertThat(places(results)).noneMatch(place -> place.startsWith("?")).contains(first);
  }

  @Test
  void a_real_run_that_could_not_read_its_input_is_unknown_though_it_found_nothing() {
    tree.copyFindings("eslint-broken.sarif", "out/eslint.sarif");

    assertThat(WorkTree.unknown(read()))
        .isEqualTo(
            "out/eslint.sarif:49:34: the tool says that it did not run to its end. "
                + "See what the tool says, mend what stopped it, and run it again.");
  }

  @Test
  void several_reports_and_runs_are_counted_together_the_worst_first() {
    tree.copyFindings("pmd.sarif", "target/pmd.sarif.json");
    tree.copyFindings("spotbugs.sarif", "target/spotbugsSarif.json");
    tree.copyFindings("eslint-basket.sarif", "web/eslint.sarif");

    FindingResults results = known();

    assertThat(results.tools().keySet()).containsExactly("ESLint", "PMD", "SpotBugs");
    assertThat(levels(results)).isEqualTo("8, 10, 11");
    assertThat(results.findings().stream().map(ToolFinding::level).toList()).isSorted();
  }

  @Test
  void an_empty_list_of_results_is_no_finding() {
    FindingResults results = run(results());

    assertThat(results.findings()).isEmpty();
    assertThat(results.tools().get("tool")).isEqualTo(new FindingResults.Tool(1, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ruleId": "R", "level": "error"}                                                     | 1, 0, 0
          {"ruleId": "R"}                                                                       | 0, 1, 0
          {"ruleId": "ERR"}                                                                     | 1, 0, 0
          {"ruleIndex": 1}                                                                      | 1, 0, 0
          {"ruleId": "ERR/part"}                                                                | 1, 0, 0
          {"rule": {"id": "EXT", "toolComponent": {"index": 0}}}                                | 0, 0, 1
          {"rule": {"index": 0, "toolComponent": {"index": 0}}}                                 | 0, 0, 1
          {"ruleId": "ERR", "level": "note"}                                                    | 0, 0, 1
          {"ruleId": "OVER"}                                                                    | 1, 0, 0
          {"ruleId": "R", "level": "none"}                                                      | 0, 0, 0
          {"ruleId": "R", "kind": "fail"}                                                       | 0, 1, 0
          {"ruleId": "R", "suppressions": []}                                                   | 0, 1, 0
          {"ruleId": "R", "suppressions": [{"kind": "inSource", "status": "rejected"}]}         | 0, 1, 0
          {"ruleId": "R", "suppressions": [{"kind": "inSource"}, {"status": "underReview"}]}    | 0, 1, 0
          {"ruleId": "R", "baselineState": "unchanged"}                                         | 0, 1, 0
          """)
  void a_level_is_the_results_or_its_rules_whatever_is_written_first(String result, String levels) {
    FindingResults results =
        run(
            results(result)
                + """
                , "invocations": [{"executionSuccessful": true, "ruleConfigurationOverrides": [
                  {"descriptor": {"id": "OVER"}, "configuration": {"level": "error"}},
                  {"descriptor": {"id": "ERR"}, "configuration": {"level": "note"}}]}],
                "tool": {"extensions": [{"rules": [
                  {"id": "EXT", "defaultConfiguration": {"level": "note"}}]}],
                  "driver": {"name": "tool", "rules": [
                  {"id": "OVER"}, {"id": "ERR", "defaultConfiguration": {"level": "error"}}]}}""");

    assertThat(levels(results)).isEqualTo(levels);
    assertThat(results.findings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "kind": "pass"
          "kind": "informational"
          "kind": "notApplicable"
          "kind": "open"
          "kind": "review"
          "baselineState": "absent"
          "suppressions": [{"kind": "external"}]
          "suppressions": [{"kind": "external", "status": "accepted"}]
          """)
  void what_the_report_says_not_to_count_is_left_out_and_told(String member) {
    FindingResults results =
        run(results("{\"ruleId\": \"R\", \"level\": \"error\", " + member + "}"));

    assertThat(results.findings()).isEmpty();
    assertThat(results.tools().get("tool").leftOut()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          web/basket.js                          | web/basket.js:0
          ./web/../web/basket.js                 | web/basket.js:0
          basket.js                              | web/basket.js:0
          file:///home/ci/shop/web/basket.js     | web/basket.js:0
          file:///C:/work/shop/web/basket.js     | web/basket.js:0
          web/two%20words.js                     | web/two words.js:0
          web%2Fbasket.js                        | web/basket.js:0
          web/basket.js#L3                       | web/basket.js:0
          index.js                               | ? index.js
          web/bask%e.js                          | ? web/bask%e.js
          web/%ff.js                             | ? web/%ff.js
          ../../etc/passwd                       | ? ../../etc/passwd
          file:///etc/passwd                     | ? /etc/passwd
          https://shop.example/web/basket.js     | ? https://shop.example/web/basket.js
          """)
  void a_uri_is_only_compared_with_the_committed_files(String uri, String place) {
    assertThat(places(run(results(at(uri))))).containsExactly(place);
  }

  @Test
  void a_uri_is_relative_to_the_bases_that_the_run_defines() {
    String location =
        """
        {"locations": [{"physicalLocation": {"artifactLocation": %s, "region": {"startLine": %d}}}]}""";
    FindingResults results =
        run(
            results(
                    location.formatted("{\"uri\": \"index.js\", \"uriBaseId\": \"WEB\"}", 1),
                    location.formatted("{\"uri\": \"index.js\", \"uriBaseId\": \"API\"}", 2),
                    location.formatted("{\"index\": 0}", 3),
                    location.formatted(
                        "{\"uri\": \"web/index.js\", \"uriBaseId\": \"%SRCROOT%\"}", 4),
                    location.formatted("{\"uri\": \"index.js\", \"uriBaseId\": \"LOOP\"}", 5))
                + """
                , "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "the root"}},
                  "TOP": {"uri": "file:///home/ci/shop/"}, "WEB": {"uri": "web/", "uriBaseId": "TOP"},
                  "API": {"uri": "file:///home/ci/shop/api"}, "LOOP": {"uri": "x/", "uriBaseId": "LOOP"}},
                "artifacts": [{"location": {"uri": "web/basket.js"}}]""");

    assertThat(places(results))
        .containsExactlyInAnyOrder(
            "web/index.js:1", "api/index.js:2", "web/basket.js:3", "web/index.js:4", "? index.js");
  }

  @Test
  void a_file_of_this_work_tree_that_is_not_committed_is_surely_elsewhere() {
    FindingResults results =
        run(results(at(directory.toUri() + "target/generated/index.js"), at("other/index.js")));

    assertThat(
            results.findings().stream().flatMap(f -> f.file().stream()).map(NamedFile::elsewhere))
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void a_named_message_is_filled_and_a_long_one_cut() {
    FindingResults results =
        run(
            results(
                    """
                    {"ruleId": "R", "message": {"id": "m", "arguments": ["a", "b"]}}""",
                    "{\"ruleId\": \"S\", \"message\": {\"text\": \"\\n\\n "
                        + "x".repeat(999)
                        + "\\nsecond\"}}")
                + """
                , "tool": {"driver": {"name": "tool", "rules": [
                  {"id": "R", "messageStrings": {"m": {"text": "{1} is {0}, not {7}"}}}]}}""");

    assertThat(results.findings().stream().map(ToolFinding::message))
        .containsExactly("b is a, not {7}", "x".repeat(300));
  }

  @Test
  void lines_of_no_meaning_are_the_whole_file() {
    String region =
        """
        {"locations": [{"physicalLocation": {"artifactLocation": {"uri": "web/basket.js"}, "region": %s}}]}""";
    FindingResults results =
        run(
            results(
                region.formatted("{\"startLine\": 0}"),
                region.formatted("{\"startLine\": -1, \"endLine\": 4}"),
                region.formatted("{\"startLine\": 5, \"endLine\": 2}"),
                region.formatted("{\"startLine\": 7, \"endLine\": 9}")));

    assertThat(results.findings().stream().map(f -> f.first() + "-" + f.last()))
        .containsExactly("0-0", "0-0", "5-5", "7-9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"version": "2.1.0", "runs": []}                                     | out/tool.sarif:1:32: no tool ran: "runs" is empty
          {"version": "2.1.0"}                                                 | out/tool.sarif:1:20: no tool ran: "runs" is empty
          {"runs": [{"tool": {"driver": {"name": "t"}}, "results": []}]}       | out/tool.sarif:1:62: this is not SARIF: it has no "version"
          {"version": "2.0.0", "runs": []}                                     | out/tool.sarif:1:32: SARIF 2.0.0 cannot be read
          {"version": "2.1.0", "runs": [{"results": []}]}                      | out/tool.sarif:1:45: a run does not say which tool it is of (tool.driver.name)
          {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}}]}  | out/tool.sarif:1:65: the run of t has no list of results: nothing was analysed
          {"version": "2.1.0", "version": "2.1.0", "runs": []}                 | out/tool.sarif:1:31: "version" stands twice in one object
          {"version": "2.1.0", "runs": [                                       | out/tool.sarif:1:31: the file ends too early
          {"version": "2.1.0", "runs": [{"results": [], "tool": {"driver": {"name": "t"}}}]} {} | out/tool.sarif:1:84: the file goes on after its end
          []                                                                   | out/tool.sarif:1:1: an object should be here
          {"version": "2.1.0", "inlineExternalProperties": []}                 | out/tool.sarif:1:50: the report keeps parts of its runs outside of them
          """)
  void what_is_no_whole_report_of_a_scan_is_unknown(String text, String reason) {
    assertThat(unknown(text)).startsWith(reason + ". ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "results": null                                                        | the run of tool has no list of results: nothing was analysed
          "results": [], "invocations": [{"executionSuccessful": false}]         | the tool says that it did not run to its end
          "invocations": [{"executionSuccessful": true}, {"executionSuccessful": "no"}], "results": [] | the tool says that it did not run to its end
          "results": [], "invocations": [{"executionSuccessful": true, "exitSignalName": "SIGKILL"}] | the tool was ended by SIGKILL
          "results": [], "invocations": [{"executionSuccessful": true, "processStartFailureMessage": "no such file"}] | the tool did not start: no such file
          "results": [], "conversion": {"tool": {}, "invocation": {"executionSuccessful": false}} | what converted its results says that it did not run to its end
          "results": [], "conversion": {"invocation": {"toolExecutionNotifications": [{"level": "error"}]}} | what converted its results says that its results are not complete
          "results": [{"level": "fatal"}]                                        | "level" should be one of error, warning, note, none
          "results": [{"kind": "Fail"}]                                          | "kind" should be one of fail, pass, open, informational, notApplicable, review
          "results": [{"baselineState": "gone"}]                                 | "baselineState" should be one of absent, new, unchanged, updated
          "results": [{"suppressions": true}]                                    | a list should be here
          "results": {}                                                          | a list should be here
          "results": [{"ruleId": "R", "rule": {"id": "S"}}]                      | a result is of two rules, R and S
          "results": [{"ruleId": "R", "ruleIndex": 0}]                           | a result of R is of the rule number 0, and the run has no such rule, so that its level cannot be told
          "results": [{"ruleIndex": 3}]                                          | a result is of the rule number 3, and the run has no such rule, so that its level cannot be told
          "results": [{"ruleId": "R", "ruleId": "S"}]                            | "ruleId" stands twice in one object
          "results": [], "externalPropertyFileReferences": {"results": [{}]}     | the run keeps its results in another file, which is not opened
          """)
  void a_run_that_leaves_in_doubt_what_was_found_is_unknown(String members, String reason) {
    assertThat(unknown(log(members))).contains(": " + reason + ". ");
  }

  @Test
  void a_result_whose_rule_has_another_number_has_no_level_of_its_own_accord() {
    String rules =
        """
        , "tool": {"driver": {"name": "tool", "rules": [
          {"id": "NOTE", "defaultConfiguration": {"level": "note"}},
          {"id": "ERR", "defaultConfiguration": {"level": "error"}}]}}""";

    assertThat(unknown(log(results("{\"ruleId\": \"ERR\", \"ruleIndex\": 0}") + rules)))
        .contains(
            ": a result of ERR is of the rule number 0, which is NOTE, so that its level cannot be"
                + " told. Let the tool write it again; whatever joins runs has to keep the rules of"
                + " each.");
    assertThat(levels(run(results("{\"ruleId\": \"ERR/part\", \"ruleIndex\": 1}") + rules)))
        .isEqualTo("1, 0, 0");
    assertThat(
            levels(
                run(
                    results("{\"ruleId\": \"ERR\", \"ruleIndex\": 0, \"level\": \"error\"}")
                        + rules)))
        .isEqualTo("1, 0, 0");
  }

  @Test
  void absurd_nesting_and_names_are_refused_with_their_place() {
    assertThat(
            unknown(
                log(results("{\"properties\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}"))))
        .contains("a text, number or nesting is beyond what a report can have");
    assertThat(unknown(log(results(at("x".repeat(5_000))))))
        .contains("out/tool.sarif:1:")
        .contains("a name is longer than 4096 characters");
    assertThat(unknown("")).contains("the file is empty");
  }

  @Test
  void a_run_is_as_old_as_it_says_that_it_ended() {
    String members =
        "\"results\": [], \"invocations\": [{\"executionSuccessful\": true, \"endTimeUtc\": \"%s\"}]";

    assertThat(unknown(log(members.formatted("2026-10-01T12:00:00.123Z"))))
        .isEqualTo(
            "SARIF report out/tool.sarif is older than the last commit. Run the analysis again.");
    assertThat(run(members.formatted("2026-11-20T12:00:00Z")).reports().get(0).time())
        .isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(run(members.formatted("yesterday")).reports().get(0).time())
        .isEqualTo(WorkTree.WRITTEN);
  }

  @Test
  void reports_that_were_not_found_or_are_committed_are_unknown() {
    assertThat(WorkTree.unknown(read()))
        .isEqualTo(
            "no SARIF report was found (looked for *.sarif and 2 more patterns). Run the analysis"
                + " first, or name the reports under evidence.findings.");

    tree.tracked("out/tool.sarif");
    assertThat(unknown(log("\"results\": []")))
        .startsWith("SARIF report out/tool.sarif is committed, but a report must come from this");
  }

  @Test
  void the_plan_says_what_relative_names_are_relative_to() {
    tree.findings("/out/*.sarif", "web");

    assertThat(places(run(results(at("index.js"))))).containsExactly("web/index.js:0");
  }

  @Test
  void a_long_report_needs_no_more_room_than_its_results() {
    String result =
        """
        {"ruleId": "R", "message": {"text": "x"}, "properties": {"much": "%s"}, "locations": [{
         "physicalLocation": {"artifactLocation": {"uri": "web/basket.js"}, "region": {"startLine": 7}}}]}"""
            .formatted("y".repeat(1_000));

    FindingResults results =
        run(results(Collections.nCopies(20_000, result).toArray(String[]::new)));

    assertThat(results.findings()).hasSize(20_000);
    assertThat(results.findings().stream().map(f -> f.file().orElseThrow()).distinct()).hasSize(1);
  }
}
