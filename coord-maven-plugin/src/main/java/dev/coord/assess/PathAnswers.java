package dev.coord.assess;

import dev.coord.assess.LibraryVersions.Fit;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.PathRule;
import dev.coord.rule.Facts.Answer;
import dev.coord.rule.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers path rules from what git found. */
final class PathAnswers {

  private static final int MOST_FILES = 5;
  private static final int MOST_VERSIONS = 5;

  private PathAnswers() {}

  static Observation<Answer> of(PathRule rule, PathAnswer found) {
    String where = rule.branch().map(b -> " on " + b).orElse("");
    return switch (rule.expectation()) {
      case EXISTS ->
          Observation.known(
              found.found().isEmpty()
                  ? no(rule.file() + " does not exist" + where, "Add and commit it.", List.of())
                  : yes(rule.file() + " exists" + where, proof(found.found(), found)));
      case ABSENT ->
          Observation.known(
              found.found().isEmpty()
                  ? yes(rule.file() + " is absent" + where, List.of())
                  : no(rule.file() + " exists" + where, "Remove it.", proof(found.found(), found)));
      case CONTAINS -> contains(rule, found, where, "contains", "does not contain");
      case NAMES -> contains(rule, found, where, "names", "does not name");
    };
  }

  /** Nothing to look into is not an answer: a missing file neither holds nor lacks a text. */
  private static Observation<Answer> contains(
      PathRule rule, PathAnswer found, String where, String does, String doesNot) {
    if (found.found().isEmpty()) {
      return Observation.unknown(
          "no tracked file matches " + rule.file() + where, "Add and commit it, or correct file:.");
    }
    SortedSet<String> lacking = new TreeSet<>(found.found());
    lacking.removeAll(found.containing());
    if (lacking.isEmpty() && !rule.version().isEmpty()) {
      return version(rule, found, where);
    }
    if (lacking.isEmpty()) {
      return Observation.known(
          yes(
              rule.file() + " " + does + " " + all(rule.texts()) + where,
              proof(found.containing(), found)));
    }
    if (!found.lacking().isEmpty()) {
      lacking.retainAll(found.lacking().keySet());
    }
    List<String> missing = found.lacking().getOrDefault(lacking.first(), rule.texts());
    return Observation.known(
        no(
            lacking.first() + " " + doesNot + " " + Quoted.list(missing, "or") + where,
            (missing.size() == 1 ? "Add it" : "Add them")
                + ", or change the rule ("
                + rule.origin().self().withCommit()
                + ").",
            proof(lacking, found)));
  }

  private static String all(List<String> texts) {
    return texts.size() == 1 ? Quoted.list(texts, "") : "all of " + texts.size() + " texts";
  }

  /** Whether each file that names a library asks for the version that is wanted. */
  private static Observation<Answer> version(PathRule rule, PathAnswer found, String where) {
    if (!LibraryVersions.isVersion(rule.version())) {
      return Observation.unknown(
          "\"" + rule.version() + "\" is no version that a build file could ask for",
          "Write the version as the build file does, such as \">=1.3\".");
    }
    List<String> unread = new ArrayList<>();
    SortedSet<String> asked = new TreeSet<>();
    for (String file : found.containing()) {
      SortedSet<String> versions = found.versions().getOrDefault(file, new TreeSet<>());
      asked.addAll(versions);
      Set<Fit> fits =
          versions.stream()
              .map(v -> LibraryVersions.fit(file, v, rule.version()))
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fit.class)));
      if (fits.equals(EnumSet.of(Fit.OTHERWISE))) {
        return Observation.known(
            no(
                file + " asks for " + named(rule, versions) + ", not " + rule.version() + where,
                "Ask for " + rule.version() + " there, or correct the version.",
                proof(new TreeSet<>(List.of(file)), found)));
      }
      if (versions.isEmpty()) {
        unread.add(file + " names " + all(rule.texts()) + " without a version that coord can read");
      } else if (fits.contains(Fit.OTHERWISE)) {
        unread.add(file + " asks for " + named(rule, versions) + where + ", which differ");
      } else if (fits.contains(Fit.UNTOLD)) {
        unread.add(
            file
                + " asks for "
                + named(rule, versions)
                + where
                + ", and coord cannot tell whether that is "
                + rule.version());
      }
    }
    return unread.isEmpty()
        ? Observation.known(
            yes(
                rule.file() + " asks for " + named(rule, asked) + where + agreement(rule, asked),
                proof(found.containing(), found)))
        : Observation.unknown(
            unread.get(0),
            "Write the version right behind the name, in the plan as there, or take it out of the"
                + " plan.");
  }

  private static String named(PathRule rule, SortedSet<String> versions) {
    String first = versions.stream().limit(MOST_VERSIONS).collect(Collectors.joining(" and "));
    int more = versions.size() - MOST_VERSIONS;
    return all(rule.texts()) + " " + first + (more > 0 ? " and " + more + " more" : "");
  }

  /** What the versions agree with, where a file writes another than is claimed. */
  private static String agreement(PathRule rule, SortedSet<String> versions) {
    String claimed = rule.version().replace(" ", "");
    boolean same = versions.stream().allMatch(v -> v.replace(" ", "").equals(claimed));
    String agree = versions.size() == 1 ? ", which agrees with " : ", which agree with ";
    return same ? "" : agree + rule.version();
  }

  private static Answer yes(String seen, List<Proof> proof) {
    return new Answer(true, seen, "", proof);
  }

  private static Answer no(String seen, String remedy, List<Proof> proof) {
    return new Answer(false, seen, remedy, proof);
  }

  private static List<Proof> proof(SortedSet<String> files, PathAnswer answer) {
    return proof(files, answer.commit());
  }

  /** The first of some files, as a commit has them. */
  static List<Proof> proof(Collection<String> files, String commit) {
    return files.stream()
        .limit(MOST_FILES)
        .map(
            file ->
                new Proof(
                    Proof.Kind.FILE,
                    Proof.Strength.OBSERVED,
                    file,
                    Optional.of(Location.ofFile(file)),
                    Optional.of(commit)))
        .toList();
  }
}
