package dev.coord.site.draft;

import dev.coord.assess.Assessment;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.Proof;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestResults;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where reports, and tests that did not pass, stand on the pages on evidence. */
public final class ReportRows {

  /** The path of the page of what tools found. */
  public static final String FINDINGS = "findings";

  private final Map<String, Target> reports = new HashMap<>();
  private final Map<String, Target> failures = new HashMap<>();

  private final Map<TestCase, String> anchors = new IdentityHashMap<>();

  ReportRows(Assessment assessment) {
    assessment
        .evidence()
        .coverage()
        .optional()
        .map(CoverageResults::reports)
        .ifPresent(files -> add("coverage", files));
    assessment
        .evidence()
        .findings()
        .optional()
        .map(FindingResults::reports)
        .ifPresent(files -> add(FINDINGS, files));
    assessment.evidence().tests().optional().ifPresent(this::add);
  }

  private void add(String page, List<ReportFile> files) {
    files.forEach(file -> reports.put(file.path(), Target.page(page, anchor(file))));
  }

  private void add(TestResults tests) {
    add("tests", tests.reports());
    Set<String> taken = new HashSet<>();
    for (TestCase test : tests.cases()) {
      if (test.outcome() == TestCase.Outcome.PASSED) {
        continue;
      }
      String wanted = Anchors.of("test", test.qualifiedName());
      String anchor = wanted;
      for (int i = 2; !taken.add(anchor); i++) {
        anchor = wanted + "-" + i;
      }
      anchors.put(test, anchor);
      if (test.outcome().failed()) {
        failures.putIfAbsent(said(test), Target.page("tests", anchor));
      }
    }
  }

  /** What a proof says of a failed test. */
  private static String said(TestCase test) {
    return test.qualifiedName() + (test.message().isEmpty() ? "" : ": " + test.message());
  }

  /** The row of a report on the page that lists it. */
  public static String anchor(ReportFile report) {
    return Anchors.of("report", report.path());
  }

  /** The row of a test that did not simply pass. */
  String anchor(TestCase test) {
    return anchors.getOrDefault(test, "x");
  }

  /** The row of a report. */
  Optional<Target> report(String path) {
    return Optional.ofNullable(reports.get(path));
  }

  /** The row of the failed test that a proof is about. */
  Optional<Target> failure(Proof proof) {
    return Optional.ofNullable(failures.get(proof.text()));
  }
}
