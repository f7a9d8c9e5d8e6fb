package dev.coord.engine;

import dev.coord.assess.Finding;
import dev.coord.plan.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keeps a pull request from choosing how it is judged through its POM.
 *
 * <p>A POM may set coord's parameters, as that of any plugin. But a pull request can change the
 * POM, and so: whom to judge, against what and when, the service or the workflow says; and where
 * the pull request changes the build's files, what they set of the rest is a finding.
 */
final class PullRequests {

  private static final List<String> NOT_THE_POMS =
      List.of("coord.base", "coord.before", "coord.now", "coord.workstream");

  /** The parameters that say by which plan somebody is judged. */
  static final List<String> JUDGEMENT =
      List.of("coord.base", "coord.before", "coord.now", "coord.plan", "coord.workstream");

  private static final String POM = "pom.xml";
  private static final Predicate<String> OPTIONS_FILE = path -> ("/" + path).contains("/.mvn/");
  private static final String OPTIONS_WORD = "the options in .mvn";

  /** The parameters that say what the judged branch changes. */
  private static final List<String> CHOICE = List.of("coord.base", "coord.workstream");

  private PullRequests() {}

  /** The settings that count. */
  static Settings effective(Settings settings) {
    return new CiEnvironment(settings.environment()).pullRequest()
        ? settings.withoutPomsJudgement()
        : settings;
  }

  /**
   * What somebody should know of the settings.
   *
   * @param changed paths that the judged branch changes; empty when that cannot be told
   * @param options what the files in {@code .mvn} say
   */
  static List<Finding> findings(
      Settings settings, Optional<List<String>> changed, MavenOptions options) {
    List<Finding> findings = new ArrayList<>();
    if (!new CiEnvironment(settings.environment()).pullRequest()) {
      return findings;
    }
    Optional<String> pom = first(changed, path -> path.endsWith(POM), "the POM");
    // Who chose there whom to judge, or against what, chose what counts as changed, too.
    boolean chosen =
        CHOICE.stream().anyMatch(settings.sources()::containsKey)
            && options.file(CHOICE).isPresent();
    Optional<String> own =
        first(changed, OPTIONS_FILE, OPTIONS_WORD)
            .or(
                () ->
                    chosen
                        ? first(Optional.empty(), OPTIONS_FILE, OPTIONS_WORD)
                        : Optional.empty());
    settings
        .sources()
        .forEach(
            (parameter, source) -> {
              if (source == Settings.Source.POM && NOT_THE_POMS.contains(parameter)) {
                findings.add(
                    finding(
                        "the POM sets " + parameter + ", which does not count for a pull request",
                        "Let the workflow say it: -D" + parameter + "=VALUE."));
              } else if (source == Settings.Source.POM) {
                pom.map(change -> change + ", which sets " + parameter)
                    .ifPresent(text -> findings.add(finding(text, remedy(parameter))));
              } else {
                own.map(change -> change + ", which may be what sets " + parameter)
                    .ifPresent(text -> findings.add(finding(text, remedy(parameter))));
              }
            });
    return findings;
  }

  private static Optional<String> first(
      Optional<List<String>> changed, Predicate<String> file, String whole) {
    if (changed.isEmpty()) {
      return Optional.of("nobody can tell whether this branch changes " + whole);
    }
    return changed.get().stream()
        .filter(file)
        .findFirst()
        .map(path -> "this branch changes " + path);
  }

  private static String remedy(String parameter) {
    return "See that it judges by the same gates as before, or let the workflow say it: -D"
        + parameter
        + "=VALUE.";
  }

  private static Finding finding(String text, String remedy) {
    return new Finding(
        Finding.Kind.SETTING, Severity.WARN, "", text, remedy, Optional.empty(), List.of());
  }
}
