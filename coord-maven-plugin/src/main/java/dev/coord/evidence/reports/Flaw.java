package dev.coord.evidence.reports;

/** Why a report proves nothing, in the order in which a message tells it. */
enum Flaw {
  COMMITTED(
      "is committed, but a report must come from this build",
      "are committed, but a report must come from this build",
      "Remove it from git (git rm --cached) and ignore it, or name the reports under %2$s."),
  LEFT_OVER(
      "was not written by this build as others beside it were",
      "were not written by this build as others beside them were",
      Remedies.CLEAN),
  NOT_REWRITTEN(
      "was not written by this build, which ran the tests of its module",
      "were not written by this build, which ran the tests of their modules",
      Remedies.CLEAN),
  WITHOUT_SOURCES(
      "comes from compiled tests of a module that has no source of a test any more",
      "come from compiled tests of modules that have no source of a test any more",
      Remedies.CLEAN),
  OF_EARLIER_TESTS(
      "was written by this build, but from tests that an earlier one ran",
      "were written by this build, but from tests that an earlier one ran",
      Remedies.CLEAN),
  YET_TO_COME(
      "has a date that is yet to come",
      "have dates that are yet to come",
      "%1$s again%3$s, or correct the clock."),
  STALE("is older than the last commit", "are older than the last commit", "%1$s again%3$s.");

  private static final class Remedies {
    static final String CLEAN = "Remove what deleted tests left behind%4$s.";
  }

  private final String singular;
  private final String plural;
  private final String remedy;

  Flaw(String singular, String plural, String remedy) {
    this.singular = singular;
    this.plural = plural;
    this.remedy = remedy;
  }

  String problem(int count) {
    return count == 1 ? singular : plural;
  }

  String remedy(ReportKind kind, BuildTool tool) {
    return remedy.formatted(kind.action(), kind.place(), tool.run(), tool.clean());
  }
}
