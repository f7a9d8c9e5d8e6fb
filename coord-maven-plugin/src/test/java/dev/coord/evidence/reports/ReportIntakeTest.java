package dev.coord.evidence.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.reports.ReportIntake.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportIntakeTest {

  private static final Header UNDATED = new Header("F", Optional.empty());
  private static final String REPORTS = "target/surefire-reports/";

  @TempDir private Path directory;
  private WorkTree tree;
  private final List<String> read = new ArrayList<>();

  @BeforeEach
  void makeTree() {
    tree = new WorkTree(directory);
  }

  private Observation<List<ReportFile>> intake() {
    return intake(
        report -> {
          read.add(report.path());
          return UNDATED;
        });
  }

  private Observation<List<ReportFile>> intake(ReportIntake.Reader<Header> reader) {
    return new ReportIntake(tree.find().tests(), tree.freshness())
        .read(1, reader, (report, header) -> header);
  }

  @Test
  void fresh_reports_are_read_in_the_order_of_their_paths() {
    tree.write("b/junit.xml", "").write("a/junit.xml", "");
    assertThat(WorkTree.known(intake()))
        .containsExactly(
            new ReportFile("a/junit.xml", "F", WorkTree.WRITTEN),
            new ReportFile("b/junit.xml", "F", WorkTree.WRITTEN));
    assertThat(read).containsExactly("a/junit.xml", "b/junit.xml");
  }

  @ParameterizedTest
  @CsvSource({"1f8b08, gzip", "504b0304, ZIP"})
  void of_a_report_that_cannot_be_read_it_is_told_that_it_is_compressed(String start, String how)
      throws IOException {
    tree.write("junit.xml", "");
    Path file = tree.root().resolve("junit.xml");
    Files.write(file, HexFormat.of().parseHex(start));
    Files.setLastModifiedTime(file, FileTime.from(WorkTree.WRITTEN));

    assertThat(
            WorkTree.unknown(
                intake(
                    report -> {
                      throw new InvalidReportException(
                          Location.ofFile(report.path()), "no XML", "Write it again.");
                    })))
        .isEqualTo(
            "junit.xml: the file is compressed ("
                + how
                + "). Unpack it before coord is run, and name what was packed.");
  }

  @Test
  void no_report_is_unknown_and_says_what_was_looked_for() {
    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "no test report was found (looked for target/surefire-reports/TEST-*.xml and 8 more"
                + " patterns). Run the tests first (mvn verify), or name the reports under"
                + " evidence.tests.");
  }

  @Test
  void without_maven_the_place_that_is_named_first_is_another() {
    tree.delete("pom.xml").write("package.json", "{}");
    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "no test report was found (looked for junit.xml and 8 more patterns). Run the tests"
                + " first, or name the reports under evidence.tests.");
  }

  @Test
  void no_report_where_the_plan_says_is_unknown_and_names_the_line_of_the_plan() {
    tree.tests("out/*.xml", "").tests("more/*.xml", "");
    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "no test report was found (looked for out/*.xml and 1 more pattern). Run the tests"
                + " first (mvn verify), or correct evidence.tests (coord.yml:12).");
  }

  @Test
  void each_place_that_the_plan_names_must_have_a_report() {
    tree.tests("a/*.xml", "").tests("b/*.xml", "").write("a/x.xml", "");
    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "no test report was found for b/*.xml (coord.yml:13). Run the tests first (mvn verify),"
                + " or correct evidence.tests.");
  }

  @Test
  void one_report_is_enough_for_two_places_that_cover_it() {
    tree.tests("a/*.xml", "").tests("a/x*.xml", "").write("a/x.xml", "");
    assertThat(intake().isKnown()).isTrue();
  }

  @Test
  void a_report_older_than_the_commit_is_unknown_and_not_read() {
    tree.write("junit.xml", "", WorkTree.HEAD.minusSeconds(1));
    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "test report junit.xml is older than the last commit. Run the tests again (mvn verify).");
    assertThat(read).isEmpty();
  }

  @Test
  void a_report_of_the_same_second_as_the_commit_is_fresh() {
    tree.write("junit.xml", "", WorkTree.HEAD);
    assertThat(intake().isKnown()).isTrue();
    Freshness halfASecondLater =
        Freshness.ofCommit(Observation.known(WorkTree.HEAD.plusMillis(500)), new TreeSet<>());
    assertThat(
            new ReportIntake(tree.find().tests(), halfASecondLater)
                .read(1, report -> UNDATED, (report, header) -> header)
                .isKnown())
        .isTrue();
  }

  @Test
  void a_report_that_is_dated_a_day_after_the_clock_is_unknown_and_not_read() {
    Instant tomorrow = WorkTree.WRITTEN.plus(1, ChronoUnit.DAYS);
    tree.write("junit.xml", "", tomorrow);
    assertThat(intake().isKnown()).isTrue();
    read.clear();
    tree.write("junit.xml", "", tomorrow.plusSeconds(1));
    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "test report junit.xml (2026-12-02) has a date that is yet to come. Run the tests again"
                + " (mvn verify), or correct the clock.");
    assertThat(read).isEmpty();
  }

  @Test
  void each_report_of_a_day_yet_to_come_is_named_with_its_date_in_and_out_of_a_session() {
    tree.session(WorkTree.WRITTEN)
        .build("")
        .write("a/junit.xml", "", Instant.parse("2030-01-01T00:00:00Z"))
        .write("b/junit.xml", "", Instant.parse("2031-01-01T00:00:00Z"));
    assertThat(WorkTree.unknown(intake()))
        .startsWith(
            "2 test reports have dates that are yet to come: a/junit.xml (2030-01-01), b/junit.xml"
                + " (2031-01-01). ");
  }

  @Test
  void without_a_commit_nobody_can_tell_what_version_a_report_is_of() {
    tree.withoutCommit("no git repository was found", "Run git init.").write("junit.xml", "");

    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "no git repository was found, so it cannot be told whether test report junit.xml is of"
                + " this version. Run git init. Or let this build run the tests (mvn verify"
                + " coord:site).");
    assertThat(read).isEmpty();
  }

  @Test
  void without_a_commit_and_without_maven_only_git_is_a_remedy() {
    tree.delete("pom.xml")
        .withoutCommit("the git repository has no commit yet", "Make the first commit.")
        .write("a/junit.xml", "")
        .write("b/junit.xml", "");

    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "the git repository has no commit yet, so it cannot be told whether 2 test reports are"
                + " of this version: a/junit.xml, b/junit.xml. Make the first commit.");
  }

  @Test
  void without_a_commit_a_report_that_this_session_wrote_counts() {
    tree.withoutCommit("no git repository was found", "Run git init.")
        .session(WorkTree.WRITTEN)
        .write("target/surefire-reports/TEST-A.xml", "");

    assertThat(intake().isKnown()).isTrue();
  }

  @Test
  void without_a_commit_a_report_of_this_session_that_says_it_is_older_is_told_as_unknown() {
    tree.withoutCommit("no git repository was found", "Run git init.")
        .session(WorkTree.WRITTEN)
        .write("junit.xml", "");
    Header older = new Header("F", Optional.of(WorkTree.WRITTEN.minusSeconds(1)));

    assertThat(WorkTree.unknown(intake(report -> older)))
        .startsWith("no git repository was found, so it cannot be told whether test report junit");
  }

  @Test
  void a_copied_report_is_as_old_as_it_says_itself() {
    tree.write("junit.xml", "");
    assertThat(
            WorkTree.unknown(
                intake(report -> new Header("F", Optional.of(WorkTree.HEAD.minusSeconds(1))))))
        .startsWith("test report junit.xml is older than the last commit");
  }

  @Test
  void a_report_is_never_younger_than_its_file() {
    tree.write("junit.xml", "", WorkTree.HEAD.minusSeconds(1));
    assertThat(intake(report -> new Header("F", Optional.of(WorkTree.WRITTEN))).isKnown())
        .isFalse();
    tree.write("junit.xml", "");
    assertThat(
            WorkTree.known(
                intake(report -> new Header("F", Optional.of(WorkTree.WRITTEN.plusSeconds(9))))))
        .extracting(ReportFile::time)
        .containsExactly(WorkTree.WRITTEN);
  }

  @Test
  void a_report_that_this_session_did_not_rewrite_beside_others_is_left_over() {
    tree.session(WorkTree.WRITTEN)
        .write(REPORTS + "TEST-a.New.xml", "", WorkTree.WRITTEN.plusSeconds(1))
        .write(REPORTS + "TEST-a.Deleted.xml", "", WorkTree.WRITTEN.minusSeconds(1));
    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "test report target/surefire-reports/TEST-a.Deleted.xml was not written by this build"
                + " as others beside it were. Remove what deleted tests left behind (mvn clean"
                + " verify).");
    assertThat(read).containsExactly(REPORTS + "TEST-a.New.xml");
  }

  @Test
  void a_report_of_the_second_in_which_the_session_began_is_of_it() {
    tree.session(WorkTree.WRITTEN.plusMillis(900))
        .write(REPORTS + "TEST-a.A.xml", "")
        .write(REPORTS + "TEST-a.B.xml", "", WorkTree.WRITTEN.plusSeconds(2));
    assertThat(intake().isKnown()).isTrue();
  }

  @Test
  void a_directory_that_this_session_did_not_touch_has_no_left_overs() {
    tree.session(WorkTree.WRITTEN.plusSeconds(60))
        .write(REPORTS + "TEST-a.A.xml", "")
        .write("target/failsafe-reports/TEST-a.AIT.xml", "", WorkTree.WRITTEN.plusSeconds(90));
    assertThat(intake().isKnown()).isTrue();
  }

  @Test
  void outside_of_a_session_nothing_is_left_over() {
    tree.write(REPORTS + "TEST-a.A.xml", "")
        .write(REPORTS + "TEST-a.B.xml", "", WorkTree.WRITTEN.plusSeconds(999));
    assertThat(intake().isKnown()).isTrue();
  }

  @Test
  void a_committed_report_is_refused_unread() {
    tree.write("junit.xml", "").tracked("junit.xml");
    assertThat(WorkTree.unknown(intake()))
        .isEqualTo(
            "test report junit.xml is committed, but a report must come from this build. Remove it"
                + " from git (git rm --cached) and ignore it, or name the reports under"
                + " evidence.tests.");
    assertThat(read).isEmpty();
  }

  @Test
  void a_committed_file_among_test_data_is_no_report() {
    tree.write("src/test/resources/x/junit.xml", "")
        .tracked("src/test/resources/x/junit.xml")
        .write("junit.xml", "");
    assertThat(WorkTree.known(intake())).extracting(ReportFile::path).containsExactly("junit.xml");
  }

  @Test
  void an_uncommitted_file_among_test_data_is_a_report() {
    tree.write("tests/fixtures/junit.xml", "");
    assertThat(WorkTree.known(intake())).hasSize(1);
  }

  @Test
  void a_committed_file_that_the_plan_names_is_refused_wherever_it_is() {
    tree.tests("fixtures/*.xml", "").write("fixtures/a.xml", "").tracked("fixtures/a.xml");
    assertThat(WorkTree.unknown(intake())).startsWith("test report fixtures/a.xml is committed");
  }

  @Test
  void a_search_that_was_not_finished_is_unknown() {
    tree.write("junit.xml", "");
    ReportSet part =
        new ReportFinder(directory, List.of(), new TreeSet<>(), 0)
            .find(tree.sources(), List.of())
            .tests();
    assertThat(
            WorkTree.unknown(
                new ReportIntake(part, tree.freshness())
                    .read(1, report -> UNDATED, (report, header) -> header)))
        .isEqualTo(
            "the work tree has more than 500000 files, too many to look for test reports. Remove"
                + " what earlier builds left behind, or run in a smaller work tree.");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    for (int i = 1; i <= 5; i++) {
      tree.write("old/junit-" + i + ".xml", "", WorkTree.HEAD.minusSeconds(60));
      tree.write("bad/junit-" + i + ".xml", "");
    }
    tree.write("junit.xml", "").tracked("junit.xml");
    Observation<List<ReportFile>> seen =
        intake(
            report -> {
              throw new InvalidReportException(
                  Location.of(report.path(), 2, 3), "it is broken", "Mend it.");
            });
    assertThat(WorkTree.unknown(seen))
        .isEqualTo(
            "test report junit.xml is committed, but a report must come from this build; 5 test"
                + " reports are older than the last commit: old/junit-1.xml, old/junit-2.xml,"
                + " old/junit-3.xml and 2 more; bad/junit-1.xml:2:3: it is broken;"
                + " bad/junit-2.xml:2:3: it is broken; bad/junit-3.xml:2:3: it is broken; 2 more"
                + " test reports cannot be used. Remove it from git (git rm --cached) and ignore it,"
                + " or name the reports under evidence.tests. Run the tests again (mvn verify). Mend"
                + " it.");
  }
}
