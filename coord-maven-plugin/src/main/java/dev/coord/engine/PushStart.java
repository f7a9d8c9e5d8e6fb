package dev.coord.engine;

import dev.coord.assess.Finding;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The commit that the integration branch was at before what is judged came to it.
 *
 * @param said how it is named; empty where nobody names one, so that only HEAD is looked at
 * @param by who names it, or would have to
 * @param commit its full id; empty where this clone does not have it
 * @param findings what should be known about how it was found
 */
record PushStart(
    Optional<String> said, String by, Optional<String> commit, List<Finding> findings) {

  private static final String PARAMETER = "coord.before";
  private static final String REMEDY = "Let the workflow say it: -D" + PARAMETER + "=COMMIT.";
  private static final String NOTHING_OR_REMEDY =
      "Nothing needs to be done where the branch is new, or nothing was pushed; else let the"
          + " workflow say it: -D"
          + PARAMETER
          + "=COMMIT.";
  private static final Pattern NONE = Pattern.compile("0+");
  private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{40}");
  private static final int ABBREVIATED = 7;

  PushStart {
    Objects.requireNonNull(said, "said");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(commit, "commit");
    findings = List.copyOf(findings);
  }

  /**
   * Finds out: the user's word comes first, then that of the service. What the POM says counts for
   * nothing, since it is pushed with the rest.
   *
   * @param branch the integration branch
   */
  static PushStart of(Settings settings, GitRepository git, String branch) {
    CiEnvironment ci = new CiEnvironment(settings.environment());
    boolean pom = settings.fromPom(PARAMETER);
    Optional<String> given = settings.before().filter(any -> !pom);
    Optional<String> said = given.or(() -> ci.before(branch));
    String by = given.isPresent() ? "-D" + PARAMETER : ci.name();
    Optional<Finding> ignored =
        settings
            .before()
            .filter(any -> pom)
            .map(
                any ->
                    finding(
                        Severity.WARN,
                        "the POM sets " + PARAMETER + ", which does not count: it is pushed, too",
                        REMEDY));
    if (said.isEmpty()) {
      return lastOnly(ci, branch, by, " does not say what was pushed", REMEDY, ignored);
    }
    if (NONE.matcher(said.get()).matches()) {
      return lastOnly(
          ci, branch, by, " says that nothing was there before", NOTHING_OR_REMEDY, ignored);
    }
    Optional<String> commit =
        said.flatMap(git::resolve).filter(id -> given.isPresent() || id.startsWith(said.get()));
    if (commit.equals(Optional.of(git.head().id()))) {
      return lastOnly(
          ci, branch, by, " says that it was at HEAD before", NOTHING_OR_REMEDY, ignored);
    }
    return new PushStart(said, by, commit, list(ignored));
  }

  /** On a developer's machine nothing is pushed yet, so that nobody need be told. */
  private static PushStart lastOnly(
      CiEnvironment ci,
      String branch,
      String by,
      String why,
      String remedy,
      Optional<Finding> ignored) {
    String text =
        "only the last commit of "
            + branch
            + " is held against the plan before it, since "
            + by
            + why;
    Optional<Finding> only =
        Optional.of(finding(Severity.INFO, text, remedy)).filter(any -> ci.recognised());
    return new PushStart(Optional.empty(), by, Optional.empty(), list(ignored.or(() -> only)));
  }

  private static List<Finding> list(Optional<Finding> finding) {
    return finding.stream().toList();
  }

  /** How it is named, ids by their first digits. */
  String name() {
    return said.map(text -> FULL_ID.matcher(text).matches() ? text.substring(0, ABBREVIATED) : text)
        .orElse("");
  }

  private static Finding finding(Severity severity, String text, String remedy) {
    return new Finding(
        Finding.Kind.SETTING, severity, "", text, remedy, Optional.empty(), List.of());
  }
}
