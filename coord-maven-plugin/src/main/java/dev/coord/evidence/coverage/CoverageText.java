package dev.coord.evidence.coverage;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.reports.TrackedFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One coverage report that is not XML, its format told by how it begins. */
final class CoverageText {

  private static final int BEGINNING = 256;

  private CoverageText() {}

  /**
   * Reads a report in its format.
   *
   * @param bytes its text in UTF-8
   * @throws InvalidReportException when it cannot be used, with its place
   */
  static CoverageFormat read(InputStream bytes, TrackedFiles tracked, Path workTree, String report)
      throws IOException, InvalidReportException {
    BufferedInputStream in = new BufferedInputStream(bytes);
    in.mark(BEGINNING);
    String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
    in.reset();
    if (beginning.stripLeading().startsWith("{")) {
      CoveragePyJson json = new CoveragePyJson(tracked, workTree, report);
      json.read(in);
      return json;
    }
    if (beginning.startsWith(GoProfile.BEGINNING)) {
      GoProfile profile = new GoProfile(tracked, workTree, report);
      profile.read(in);
      return profile;
    }
    Lcov lcov = new Lcov(tracked, workTree, report);
    lcov.read(in);
    return lcov;
  }
}
