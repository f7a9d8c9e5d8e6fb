package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.assess.TestParts;
import dev.coord.evidence.Observation;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.TestResults;
import dev.coord.plan.TestsRule;
import dev.coord.plan.Workstream;
import dev.coord.rule.Territory;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Links;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What broke? */
final class TestsPage {

  private static final int SLOWEST = 20;
  private static final int LONGEST_MESSAGE = 300;
  private static final int NAMED = 3;

  private final View view;
  private final TestParts parts;

  private final Draft page = new Draft("tests", "Tests");

  private TestsPage(View view) {
    this.view = view;
    this.parts = new TestParts(new Territory(view.assessment().rulebook()));
  }

  static Page of(View view) {
    return new TestsPage(view).build();
  }

  private Page build() {
    Observation<TestResults> tests = view.assessment().evidence().tests();
    Answer answer =
        tests instanceof Observation.Unknown<TestResults> unknown
            ? without(unknown)
            : with(tests.optional().orElseThrow());
    return page.page(
        answer, view.links().edit(view.assessment().rulebook().evidence().origin().self()));
  }

  private Answer without(Observation.Unknown<TestResults> unknown) {
    if (!Evidenced.asked(view, TestsRule.class::isInstance)) {
      page.add(EmptyState.TEST_RESULTS.block(unknown.reason() + ". " + unknown.remedy()));
      return Answer.of(Tone.NEUTRAL, "There are no test results, and no rule asks for any.");
    }
    List<Sources.Missing> missing = view.missing(EnumSet.of(Sources.Kind.TESTS));
    Sources.banner(missing).ifPresent(page::add);
    Evidenced.gates(view, page, TestsRule.class::isInstance);
    return Answer.of(Tone.UNKNOWN, "").without(missing);
  }

  private Answer with(TestResults results) {
    TestTally all = TestTally.of(results.cases());
    page.add(new Block.Paragraph(List.of(all.bar())));
    List<TestCase> failed = of(results, Outcome::failed);
    failures(failed);
    Evidenced.gates(view, page, TestsRule.class::isInstance);
    new TestChangesSection(view, page).add(results);
    workstreams(results);
    people(results);
    groups(
        "modules", "Modules", "Module", grouped(results, test -> Modules.ofReport(test.report())));
    plain(
        "flaky",
        "Flaky",
        "Tests that failed first and passed when run again",
        of(results, Outcome.FLAKY::equals));
    plain("skipped", "Skipped", "Tests that were not run", of(results, Outcome.SKIPPED::equals));
    slowest(results);
    groups("suites", "Test classes", "Class", TestParts.bySuite(results));
    Evidenced.reports(page, results.reports());
    return answer(all, failed);
  }

  private Answer answer(TestTally all, List<TestCase> failed) {
    String also = all.also();
    if (failed.isEmpty()) {
      return Answer.of(
          all.passed() + all.flaky() == 0
              ? Tone.UNKNOWN
              : all.flaky() > 0 ? Tone.WARNING : Tone.GOOD,
          all.skipped() == 0
              ? (all.total() == 1 ? "The one test" : "All " + all.total() + " tests")
                  + " passed"
                  + also
                  + "."
              : (all.passed() + all.flaky())
                  + " of "
                  + Words.count(all.total(), "test")
                  + " passed, the others were skipped"
                  + also
                  + ".");
    }
    List<Inline> names = failed.stream().limit(NAMED).map(this::named).toList();
    boolean breaks =
        view.assessment().gates().stream()
            .filter(GateResult::breaks)
            .anyMatch(gate -> gate.gate().rule().flat().anyMatch(TestsRule.class::isInstance));
    return new Answer(
        breaks ? Tone.BAD : Tone.WARNING,
        Line.of(failed.size() + " of " + Words.count(all.total(), "test") + " failed: ")
            .addAll(Links.several(names, failed.size()))
            .text(also + ".")
            .list());
  }

  private Inline named(TestCase test) {
    return Inline.link(TestName.brief(test), Target.page("tests", view.links().anchor(test)));
  }

  /** Tests by the workstream that owns their files, in the plan's order; of several, for each. */
  private void workstreams(TestResults results) {
    Map<String, List<TestCase>> groups = parts.byWorkstream(results);
    TableDraft table =
        page.table("territories-table", "Tests in files that workstreams own")
            .columns("Workstream", "Results")
            .number("Tests")
            .number("Time");
    for (Workstream workstream : view.assessment().rulebook().workstreams()) {
      List<TestCase> own = groups.getOrDefault(workstream.id(), List.of());
      if (!own.isEmpty()) {
        TestTally tally = TestTally.of(own);
        table.row(
            Anchors.of("territory", workstream.id()),
            tally.failed() > 0 ? Tone.BAD : Tone.NEUTRAL,
            List.of(view.links().workstream(workstream.id())),
            List.of(tally.bar()),
            number(tally, own),
            Line.of(TestTime.words(tally.time())).list());
      }
    }
    if (!groups.isEmpty()) {
      page.section("workstreams", "Workstreams", table.table());
    }
  }

  /** Tests by the people who own those workstreams. */
  private void people(TestResults results) {
    Map<String, List<TestCase>> groups = parts.byOwner(results);
    TableDraft table =
        page.table("people-table", "Tests in files that each person's workstreams own")
            .columns("Owner", "Results")
            .number("Tests")
            .number("Time");
    groups.forEach(
        (id, own) -> {
          TestTally tally = TestTally.of(own);
          table.row(
              Anchors.of("person", id),
              tally.failed() > 0 ? Tone.BAD : Tone.NEUTRAL,
              List.of(view.links().person(id)),
              List.of(tally.bar()),
              number(tally, own),
              Line.of(TestTime.words(tally.time())).list());
        });
    if (!groups.isEmpty()) {
      page.section("people", "Owners", table.table());
    }
  }

  /** The workstreams that own a test's file, and who owns those. */
  private List<Inline> whose(TestCase test) {
    List<String> people = parts.owners(test);
    if (people.isEmpty()) {
      return view.links().workstreams(parts.workstreams(test));
    }
    Line line = new Line();
    view.links().workstreams(parts.workstreams(test)).forEach(line::add);
    line.text(" (");
    for (int i = 0; i < people.size(); i++) {
      line.text(i == 0 ? "" : ", ").add(view.links().person(people.get(i)));
    }
    return line.text(")").list();
  }

  private static List<TestCase> of(TestResults results, Predicate<Outcome> outcome) {
    return results.cases().stream().filter(t -> outcome.test(t.outcome())).toList();
  }

  private void failures(List<TestCase> failed) {
    if (failed.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("failures-table", "Tests that failed, with what they say")
            .columns("Test", "Outcome", "What it says", "Source", "Owner", "Report");
    for (TestCase test : Evidenced.shown(failed)) {
      table.row(
          view.links().anchor(test),
          Tone.BAD,
          name(test),
          new Line().badge(Tone.BAD, test.outcome().name().toLowerCase(Locale.ROOT)).list(),
          Line.of(message(test)).cell(),
          test.place().map(place -> List.of(view.links().place(place))).orElseGet(Line::none),
          whose(test),
          List.of(view.links().report(test.report())));
    }
    page.section("failures", "Failed", Evidenced.with(table, "failed test", failed.size()));
  }

  private void plain(String id, String heading, String caption, List<TestCase> tests) {
    if (tests.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table(id + "-table", caption).columns("Test", "Reason", "Source", "Report");
    for (TestCase test : Evidenced.shown(tests)) {
      table.row(
          view.links().anchor(test),
          Tone.NEUTRAL,
          name(test),
          Line.of(message(test)).cell(),
          test.file().map(f -> List.of(view.links().file(f))).orElseGet(Line::none),
          List.of(view.links().report(test.report())));
    }
    page.section(id, heading, Evidenced.with(table, id + " test", tests.size()));
  }

  private void slowest(TestResults results) {
    List<TestCase> slow =
        results.cases().stream()
            .filter(t -> !t.duration().isZero())
            .sorted(
                Comparator.comparing(TestCase::duration)
                    .reversed()
                    .thenComparing(TestCase::qualifiedName))
            .limit(SLOWEST)
            .toList();
    if (slow.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("slowest-table", "The tests that take longest")
            .columns("Test")
            .number("Time")
            .columns("Source", "Report");
    for (TestCase test : slow) {
      table.row(
          Anchors.of("slow", test.qualifiedName()),
          Tone.NEUTRAL,
          name(test),
          Line.of(TestTime.words(test.duration())).list(),
          test.file().map(f -> List.of(view.links().file(f))).orElseGet(Line::none),
          List.of(view.links().report(test.report())));
    }
    page.section("slowest", "Slowest", table.table());
  }

  private static Map<String, List<TestCase>> grouped(
      TestResults results, Function<TestCase, String> by) {
    Map<String, List<TestCase>> groups = new TreeMap<>();
    results
        .cases()
        .forEach(t -> groups.computeIfAbsent(by.apply(t), key -> new ArrayList<>()).add(t));
    return groups;
  }

  /** Groups of tests, those with the most failures first. */
  private void groups(String id, String heading, String noun, Map<String, List<TestCase>> groups) {
    List<Map.Entry<String, TestTally>> rows =
        groups.entrySet().stream()
            .map(group -> Map.entry(group.getKey(), TestTally.of(group.getValue())))
            .sorted(
                Comparator.<Map.Entry<String, TestTally>>comparingLong(e -> -e.getValue().failed())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    TableDraft table =
        page.table(id + "-table", heading + ", those with failures first")
            .columns(noun, "Results")
            .number("Tests")
            .number("Time");
    for (Map.Entry<String, TestTally> row : Evidenced.shown(rows)) {
      TestTally tally = row.getValue();
      table.row(
          Anchors.of(noun, row.getKey()),
          tally.failed() > 0 ? Tone.BAD : Tone.NEUTRAL,
          new Line().code(row.getKey().isEmpty() ? "(no class)" : row.getKey()).list(),
          List.of(tally.bar()),
          number(tally, groups.get(row.getKey())),
          Line.of(TestTime.words(tally.time())).list());
    }
    page.section(id, heading, Evidenced.with(table, id.substring(0, id.length() - 1), rows.size()));
  }

  /** How many tests there are, leading to the reports that tell of them. */
  private List<Inline> number(TestTally tally, List<TestCase> tests) {
    List<String> reports = tests.stream().map(TestCase::report).toList();
    return List.of(
        Inline.link(Long.toString(tally.total()), view.links().reports("tests", reports)));
  }

  private static List<Inline> name(TestCase test) {
    return new Line().code(test.qualifiedName()).list();
  }

  private static String message(TestCase test) {
    String text = test.message();
    return text.length() <= LONGEST_MESSAGE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_MESSAGE)))
            + "…";
  }
}
