package dev.coord.docs;

import dev.coord.docs.Document.Code;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The branches of the {@link ExampleShop}, merged and not. */
final class ExampleBranches {

  private final Code example;

  ExampleBranches(Code example) {
    this.example = example;
  }

  /**
   * The branch for vouchers changes the terms that checkout changes, any other one pom.xml; what is
   * called legacy has no common commit with anything.
   */
  static MergeForecast forecast(ForecastQuestion question) {
    List<String> live =
        question.branches().stream()
            .filter(
                name ->
                    merge(name)
                        .optional()
                        .filter(state -> state.kind() == MergeState.Kind.UNMERGED)
                        .isPresent())
            .toList();
    List<MergeForecast.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      for (int j = i + 1; j < live.size(); j++) {
        pairs.add(
            new MergeForecast.Pair(
                live.get(i), live.get(j), clashes(i == 0, live.get(j), List.of())));
      }
    }
    return new MergeForecast(
        live,
        pairs,
        0,
        live.stream()
            .filter("legacy"::equals)
            .map(name -> new MergeForecast.Step(name, "main", clashes(true, name, List.of())))
            .toList(),
        steps(live),
        question.waves().stream()
            .map(wave -> new MergeForecast.Wave(wave.id(), steps(wave.branches())))
            .toList());
  }

  private static List<MergeForecast.Step> steps(List<String> branches) {
    List<MergeForecast.Step> steps = new ArrayList<>();
    for (String name : branches) {
      List<String> before = branches.subList(0, steps.size());
      steps.add(new MergeForecast.Step(name, "main", clashes(!before.isEmpty(), name, before)));
    }
    return steps;
  }

  private static Observation<List<MergeForecast.Clash>> clashes(
      boolean some, String branch, List<String> with) {
    if (branch.equals("legacy")) {
      return Observation.unknown(
          "the two have no common commit", "Correct the branches or their base in the plan.");
    }
    boolean vouchers = branch.equals("feature/vouchers");
    String file = vouchers ? "docs/terms.md" : "pom.xml";
    List<String> otherNames = vouchers ? List.of("docs/conditions.md") : List.of();
    return Observation.known(
        some
            ? List.of(
                new MergeForecast.Clash(
                    file, MergeForecast.Kind.CONTENT, with, List.of(), false, otherNames))
            : List.of());
  }

  BranchEvidence branch(String name) {
    boolean live = name.equals(example.said("judged").orElse("feature/checkout"));
    return new BranchEvidence(
        name,
        Optional.of("refs/heads/" + name).filter(ref -> merge(name).isKnown()),
        Optional.of(ExampleGit.commit("1", "Cleo", "", List.of()))
            .filter(tip -> merge(name).isKnown()),
        Optional.of("../" + name.replace('/', '-')),
        merge(name),
        merge(name).map(state -> delta(live ? example.said("changes").orElse("") : "")));
  }

  static Observation<MergeState> merge(String branch) {
    return switch (branch) {
      case "feature/catalog" -> state(MergeState.Kind.MERGED, "its last commit was merged");
      case "feature/payments" ->
          Observation.unknown(
              "the branch 'feature/payments' was found nowhere (tried refs/heads,"
                  + " refs/remotes/origin) and no merge in 'main' names it",
              "Fetch it (git fetch origin"
                  + " +refs/heads/feature/payments:refs/remotes/origin/feature/payments), say"
                  + " merged_as: COMMIT where it was merged and deleted, or correct branch: in the"
                  + " plan.");
      default -> state(MergeState.Kind.UNMERGED, "2 commits are not merged");
    };
  }

  private static Observation<MergeState> state(MergeState.Kind kind, String how) {
    return Observation.known(new MergeState(kind, Optional.empty(), how, Proof.Strength.OBSERVED));
  }

  /** A commit by Cleo for each path: {@code pom.xml with ana; CHANGELOG.md +2 -0}. */
  private static BranchDelta delta(String changes) {
    List<Change> changed =
        changes.isEmpty() ? List.of() : Arrays.stream(changes.split("; ")).map(Change::of).toList();
    List<Commit> commits = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      commits.add(changed.get(i).commit(String.valueOf((char) ('a' + i))));
    }
    return new BranchDelta(
        BranchDelta.Basis.LIVE,
        "main",
        ExampleGit.id("0"),
        ExampleGit.id("0"),
        ExampleGit.id("1"),
        commits.size(),
        0,
        changed.stream().map(Change::file).toList(),
        commits,
        List.of(),
        Map.of());
  }

  /** A changed path, and with whom it was talked over. */
  private record Change(String path, int added, int removed, Optional<String> with) {

    static Change of(String text) {
      String[] words = text.split(" ");
      boolean counted = words.length == 3 && words[1].startsWith("+");
      boolean with = words.length == 3 && words[1].equals("with");
      return new Change(
          words[0],
          counted ? Integer.parseInt(words[1].substring(1)) : 1,
          counted ? Integer.parseInt(words[2].substring(1)) : 1,
          with ? Optional.of(words[2]) : Optional.empty());
    }

    FileChange file() {
      return new FileChange(path, FileChange.Kind.MODIFIED, added, removed, false);
    }

    Commit commit(String digit) {
      return ExampleGit.commit(
          digit,
          "Cleo",
          path,
          with.stream().map(person -> new Commit.Trailer("Coordinated-with", person)).toList());
    }
  }
}
