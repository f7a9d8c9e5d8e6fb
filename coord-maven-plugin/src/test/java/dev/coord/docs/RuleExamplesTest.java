package dev.coord.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coord.AssessmentDraft;
import dev.coord.assess.Assessment;
import dev.coord.docs.Document.Code;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.plan.Command;
import dev.coord.publish.ConsoleFrame;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.ConsoleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The results that the page on rules shows are what coord says. Run with {@code
 * -Dcoord.golden=write} to write them anew, and read what has changed.
 */
class RuleExamplesTest {

  private static final String ONE_OF = "Add for example 'tests: {failed: \"= 0\"}', or another of ";

  private static Document page() {
    return Document.of("docs/rules.md");
  }

  /** An example with the result shown right below it. */
  record Example(Code rules, Code result) {}

  static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    List<Code> code = page().code();
    for (int i = 1; i < code.size(); i++) {
      if (code.get(i).language().equals("text")) {
        examples.add(new Example(code.get(i - 1), code.get(i)));
      }
    }
    return examples;
  }

  @BeforeAll
  static void write() throws IOException {
    if (!"write".equals(System.getProperty("coord.golden"))) {
      return;
    }
    List<String> lines = new ArrayList<>(page().text().lines().toList());
    List<Example> examples = new ArrayList<>(examples());
    Collections.reverse(examples);
    for (Example example : examples) {
      int first = example.result().line() - 1;
      lines.subList(first, first + (int) example.result().text().lines().count()).clear();
      lines.addAll(first, said(ExampleShop.judge(example.rules())).lines().toList());
    }
    Files.write(Document.file(page().name()), lines);
  }

  @TestFactory
  Stream<DynamicTest> an_example_is_judged_as_the_page_shows() {
    return examples().stream()
        .map(
            example ->
                dynamicTest(
                    "line " + example.rules().line(),
                    () ->
                        assertThat(example.result().text())
                            .isEqualTo(said(ExampleShop.judge(example.rules())))));
  }

  /** The lines on gates: neither the first line nor the last one, nor findings, nor merges. */
  private static String said(Assessment assessment) {
    Assessment gatesOnly = new AssessmentDraft(assessment).findings().build();
    List<ConsoleLine> lines =
        ConsoleReport.lines(
            gatesOnly, new ConsoleFrame("coord", "", Optional.empty(), "mvn coord:check", true));
    return lines.subList(1, lines.size() - 1).stream()
        .filter(line -> !line.text().startsWith("next merge: "))
        .map(line -> line.text().stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void the_page_tells_what_the_reports_of_the_examples_hold() {
    List<List<String>> files =
        ExampleReports.coverage().optional().orElseThrow().files().stream()
            .map(RuleExamplesTest::shares)
            .toList();
    List<List<String>> classes =
        ExampleReports.tests().optional().orElseThrow().cases().stream()
            .collect(groupingBy(TestCase::className, LinkedHashMap::new, toList()))
            .entrySet()
            .stream()
            .map(type -> counts(type.getKey(), type.getValue()))
            .toList();

    assertThat(page().table("The examples", "file")).isEqualTo(files);
    assertThat(page().table("The examples", "test class")).isEqualTo(classes);
    assertThat(page().table("The examples", "command"))
        .containsExactlyInAnyOrderElementsOf(
            ExampleReports.COMMANDS.entrySet().stream()
                .map(command -> ended(command.getKey(), command.getValue()))
                .toList());
    assertThat(page().table("The examples", "day"))
        .isEqualTo(ExampleGit.LOG.stream().map(RuleExamplesTest::logged).toList());
  }

  private static List<String> ended(String command, CommandRun run) {
    return List.of(
        "`" + command + "`",
        run.exit().isPresent() ? String.valueOf(run.exit().getAsInt()) : "",
        Command.written(run.within()),
        "`" + run.lines().get(0) + "`");
  }

  private static List<String> logged(ExampleGit.Logged commit) {
    return List.of(
        commit.day(),
        commit.author(),
        commit.message(),
        commit.files().stream().map(file -> "`" + file + "`").collect(Collectors.joining(", ")),
        Long.toString(commit.added()),
        Long.toString(commit.deleted()));
  }

  private static List<String> shares(FileCoverage file) {
    CoverageCount count = file.count();
    return List.of(
        "`" + file.name() + "`",
        count.lines() + " of " + count.allLines(),
        count.branches() + " of " + count.allBranches());
  }

  private static List<String> counts(String type, List<TestCase> cases) {
    List<String> cells = new ArrayList<>(List.of("`" + type + "`"));
    for (TestCase.Outcome outcome :
        List.of(Outcome.PASSED, Outcome.FLAKY, Outcome.FAILED, Outcome.SKIPPED)) {
      cells.add(Long.toString(cases.stream().filter(c -> c.outcome() == outcome).count()));
    }
    cells.add(cases.stream().mapToLong(c -> c.duration().toMillis()).sum() + " ms");
    return cells;
  }

  @Test
  void every_outcome_of_every_rule_has_an_example() {
    List<String> outcomes =
        examples().stream()
            .flatMap(example -> ExampleShop.judge(example.rules()).gates().stream())
            .map(row -> row.gate().rule().name() + " " + row.verdict().outcome().word())
            .distinct()
            .toList();

    for (String rule : rules()) {
      assertThat(outcomes).contains(rule + " passed");
      if (rule.equals("declared")) {
        assertThat(page().section(rule)).contains("it never fails");
      } else {
        assertThat(outcomes).contains(rule + " failed");
      }
      if (!rule.equals("all") && !rule.equals("not")) {
        assertThat(outcomes).contains(rule + " unknown");
      }
    }
  }

  /** The names of all rules, as the reader says them where one is missing. */
  private static List<String> rules() {
    return ExamplePlan.read(List.of(ExamplePlan.part("coord.yml", "gates: [{id: a}]\n")))
        .diagnostics()
        .stream()
        .filter(one -> one.remedy().startsWith(ONE_OF))
        .flatMap(one -> Stream.of(one.remedy().substring(ONE_OF.length()).split("[,.] ?")))
        .toList();
  }

  @Test
  void every_rule_has_a_section_of_its_own_with_examples_in_it() {
    assertThat(rules()).contains("coverage", "not", "commits").hasSizeGreaterThan(10);
    for (String rule : rules()) {
      assertThat(part(rule))
          .as(rule)
          .contains("```yaml", "```text", "PASS ", rule.equals("declared") ? "UNKNOWN " : "FAIL ");
    }
  }

  /** The section of a rule with those below it. */
  private static String part(String rule) {
    String text = page().text();
    int start = text.indexOf("\n## " + rule + "\n");
    assertThat(start).as("section of %s", rule).isPositive();
    int end = text.indexOf("\n## ", start + 1);
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
