package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.evidence.SourceFiles;
import dev.coord.evidence.coverage.CoverageReports;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.reports.BuiltModule;
import dev.coord.evidence.reports.Freshness;
import dev.coord.evidence.reports.ReportFinder;
import dev.coord.evidence.tests.TestReports;
import dev.coord.plan.EvidenceSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on reports says that coord says of reports that prove nothing. */
class ReportMessagesTest {

  private static final Instant HEAD = Instant.parse("2026-01-20T09:00:00Z");
  private static final Instant START = Instant.parse("2026-01-20T10:00:00Z");
  private static final String SUITE = "<testsuite name='s'><testcase name='t'/></testsuite>";

  @TempDir private Path workTree;
  private final TreeSet<String> tracked = new TreeSet<>();
  private final List<BuiltModule> modules = new ArrayList<>();
  private Observation<Instant> head = Observation.known(HEAD);
  private String plan = "";

  private void report(String path, String content, Instant written) throws IOException {
    Path file = workTree.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(written));
  }

  private EvidenceSources sources() {
    return ExamplePlan.read("coord: 1\nproject: {name: Shop}\n" + plan)
        .plan()
        .orElseThrow()
        .evidence();
  }

  private Freshness freshness() {
    return new Freshness(
        head, START, Optional.of(START), tracked, SourceFiles.of(tracked), modules);
  }

  private String testsUnknown() {
    return reason(
        TestReports.read(
            new ReportFinder(workTree, List.of(), tracked).find(sources(), List.of()).tests(),
            freshness()));
  }

  private String coverageUnknown() {
    return reason(
        CoverageReports.read(
            new ReportFinder(workTree, List.of(), tracked).find(sources(), List.of()).coverage(),
            freshness()));
  }

  private static String reason(Observation<?> observed) {
    return ((Observation.Unknown<?>) observed).reason();
  }

  /** Exactly this is said, and the page shows it for this kind of flaw. */
  private static void assertShown(String flaw, String reason) {
    List<String> shown =
        Document.of("docs/reports.md").table("Which reports count", "a report").stream()
            .filter(row -> row.get(0).equals(flaw))
            .flatMap(row -> Document.words(row.get(2)).stream())
            .toList();
    assertThat(shown).contains(reason);
  }

  @Test
  void no_report() throws IOException {
    report("pom.xml", "<project/>", START);

    assertShown("missing", testsUnknown());
  }

  @Test
  void nothing_for_a_pattern_of_the_plan() throws IOException {
    plan = "evidence: {tests: [/out/*.xml, junit.xml]}\n";
    report("junit.xml", SUITE, START);

    assertShown("missing", testsUnknown());
  }

  @Test
  void a_report_older_than_head() throws IOException {
    report("junit.xml", SUITE, HEAD.minusSeconds(1));

    assertShown("stale", testsUnknown());
  }

  @Test
  void a_report_of_a_day_yet_to_come() throws IOException {
    report("junit.xml", SUITE, Instant.parse("2030-01-01T00:00:00Z"));

    assertShown("yet to come", testsUnknown());
  }

  @Test
  void a_report_without_a_commit_to_hold_it_against() throws IOException {
    head = GitRepository.open(workTree).map(git -> git.head().time());
    report("junit.xml", SUITE, START.minusSeconds(1));

    assertShown("of no known version", testsUnknown());
  }

  @Test
  void a_report_that_a_deleted_test_left() throws IOException {
    report("target/surefire-reports/TEST-shop.NewTest.xml", SUITE, START);
    report("target/surefire-reports/TEST-shop.OldTest.xml", SUITE, START.minusSeconds(60));

    assertShown("left over", testsUnknown());
  }

  private void build(String module) {
    Path directory = workTree.resolve(module);
    Path target = directory.resolve("target");
    modules.add(
        new BuiltModule(
            directory,
            target,
            List.of(directory.resolve("src/main/java")),
            List.of(directory.resolve("src/test/java")),
            target.resolve("test-classes"),
            true,
            true));
  }

  @Test
  void the_report_of_a_module_whose_tests_are_all_deleted() throws IOException {
    build("app");
    report("app/target/surefire-reports/TEST-shop.OldTest.xml", SUITE, START.minusSeconds(60));

    assertShown("left over", testsUnknown());
  }

  @Test
  void a_report_of_compiled_tests_without_sources() throws IOException {
    build("app");
    report("app/target/surefire-reports/TEST-shop.OldTest.xml", SUITE, START);
    report("app/target/test-classes/shop/OldTest.class", "", START.minusSeconds(60));

    assertShown("left over", testsUnknown());
  }

  @Test
  void a_coverage_report_of_earlier_execution_data() throws IOException {
    build("app");
    String session = "<sessioninfo id='a' start='0' dump='%d'/>";
    report(
        "app/target/site/jacoco/jacoco.xml",
        "<report>" + session.formatted(START.minusSeconds(60).toEpochMilli()) + "</report>",
        START);

    assertShown("left over", coverageUnknown());
  }

  @Test
  void a_module_that_no_coverage_report_measures() throws IOException {
    build("app");
    report("app/src/main/java/shop/Main.java", "class Main {}", HEAD);
    report(
        "core/target/site/jacoco/jacoco.xml",
        "<report><package name='shop'><sourcefile name='Cart.java'><line nr='1' mi='0' ci='1'/>"
            + "<counter type='LINE' missed='0' covered='1'/></sourcefile></package></report>",
        START);

    assertShown("missing", coverageUnknown());
  }

  @Test
  void a_report_that_git_tracks() throws IOException {
    report("junit.xml", SUITE, START);
    tracked.add("junit.xml");

    assertShown("committed", testsUnknown());
  }

  @Test
  void a_report_without_a_test() throws IOException {
    report("junit.xml", "<testsuite name='s'/>", START);

    assertShown("empty", testsUnknown());
  }

  @Test
  void an_empty_file() throws IOException {
    report("junit.xml", "", START);

    assertShown("broken", testsUnknown());
  }

  @Test
  void one_run_of_a_suite_in_two_files() throws IOException {
    String suite = "<testsuite name='shop.CartTest'><testcase name='t'/></testsuite>";
    report("junit.xml", suite, START);
    report("out/junit.xml", suite, START);

    assertShown("ambiguous", testsUnknown());
  }

  @Test
  void a_line_beyond_the_end_of_a_file() throws IOException {
    report("shop/cart.py", "total = 1\n", START);
    tracked.add("shop/cart.py");
    report(
        "coverage.xml",
        "<coverage><packages><package><classes><class filename='shop/cart.py'><lines>"
            + "<line number='40' hits='1'/></lines></class></classes></package></packages>"
            + "</coverage>",
        START);

    assertShown("ambiguous", coverageUnknown());
  }

  @Test
  void a_path_that_fits_two_tracked_files() throws IOException {
    report(
        "coverage.xml",
        "<coverage><packages><package><classes><class filename='shop/cart.py'><lines>"
            + "<line number='1' hits='1'/></lines></class></classes></package></packages>"
            + "</coverage>",
        START);
    tracked.addAll(List.of("api/shop/cart.py", "web/shop/cart.py"));

    assertShown("ambiguous", coverageUnknown());
  }
}
