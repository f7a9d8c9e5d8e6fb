package dev.coord.assess;

import dev.coord.assess.ConflictForecast.File;
import dev.coord.assess.ConflictForecast.Pair;
import dev.coord.assess.ConflictForecast.Step;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Comparison;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Scope;
import dev.coord.plan.Workstream;
import dev.coord.rule.Facts.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts the files that would conflict, for a rule. */
final class ConflictCounts {

  private static final int MOST_PROOFS = 5;

  private final ConflictForecast forecast;
  private final Plan plan;
  private final ConflictsRule rule;
  private final boolean unresolved;
  private final Observation<GitEvidence> git;
  private final Set<String> paths = new TreeSet<>();
  private final List<Proof> proof = new ArrayList<>();
  private final List<Observation.Unknown<?>> untold = new ArrayList<>();
  private int merged;
  private int conflicting;

  private ConflictCounts(
      ConflictForecast forecast,
      Plan plan,
      ConflictsRule rule,
      boolean unresolved,
      Observation<GitEvidence> git) {
    this.forecast = forecast;
    this.plan = plan;
    this.rule = rule;
    this.unresolved = unresolved;
    this.git = git;
  }

  /**
   * How many files would conflict.
   *
   * @param plan the version of the plan that the rule is from
   * @param key {@code files}, or {@code unresolved} for those without a resolution
   * @param git tells which files there are
   */
  static Observation<Count> of(
      ConflictForecast forecast,
      Plan plan,
      ConflictsRule rule,
      String key,
      Observation<GitEvidence> git) {
    return forecast
        .live()
        .then(
            live ->
                new ConflictCounts(forecast, plan, rule, key.equals("unresolved"), git)
                    .count(live));
  }

  /** Why the rule judges nothing: it means no branch, or no file. */
  private Optional<Observation<Count>> nothing() {
    if (meant().noneMatch(workstream -> workstream.branch().isPresent())) {
      return Optional.of(
          Observation.unknown(
              "judged nothing: no workstream that is meant names a branch",
              "Give it a branch: in the plan, or take the rule out ("
                  + rule.origin().self().withCommit()
                  + ")."));
    }
    return rule.of() instanceof Scope.OfPaths of
            && paths.isEmpty()
            && git.optional()
                .filter(g -> g.trackedFiles().stream().noneMatch(of.paths()::matches))
                .isPresent()
        ? Optional.of(
            Observation.unknown(
                "judged nothing: no tracked file fits of:",
                "Correct of: (" + rule.origin().self().withCommit() + ")."))
        : Optional.empty();
  }

  private Stream<Workstream> meant() {
    if (rule.wave().isPresent()) {
      return plan.merges().wave(rule.wave().get()).stream()
          .flatMap(wave -> wave.workstreams().stream())
          .flatMap(id -> plan.workstream(id).stream());
    }
    return rule.of() instanceof Scope.OfWorkstream of
        ? plan.workstream(of.workstream()).stream()
        : plan.workstreams().stream();
  }

  private Observation<Count> count(List<String> live) {
    String nouns = rule.wave().isPresent() ? wave(rule.wave().get()) : pairs(live);
    Comparison wanted = (unresolved ? rule.unresolved() : rule.files()).orElseThrow();
    if (!untold.isEmpty() && !exceeds(wanted)) {
      Observation.Unknown<?> first = untold.get(0);
      return Observation.unknown(first.reason(), first.remedy());
    }
    if (nothing().isPresent()) {
      return nothing().get();
    }
    return Observation.known(
        new Count(
            paths.size(),
            "files that conflict" + (unresolved ? " without a resolution" : "") + nouns,
            unresolved
                ? "Say under boundaries.conflicts who gives way, or let one branch take in the other."
                : "Let one branch take in the other, or let only one of them change the file.",
            proof.stream().limit(MOST_PROOFS).toList()));
  }

  /** Whether what is known is too much already: more can only make it worse. */
  private boolean exceeds(Comparison wanted) {
    return switch (wanted.operator()) {
      case EQUAL, LESS, AT_MOST ->
          !wanted.metBy(paths.size())
              && wanted.number().longValue() < paths.size() + 1L
              && paths.size() > 0;
      default -> false;
    };
  }

  private String pairs(List<String> live) {
    Optional<String> one =
        rule.of() instanceof Scope.OfWorkstream of
            ? Optional.of(of.workstream())
            : Optional.empty();
    for (Pair pair : forecast.pairs()) {
      if (one.isEmpty() || pair.isOf(one.get())) {
        add(pair.left() + " with " + pair.right(), pair.files());
      }
    }
    untold.addAll(forecast.untold().values());
    if (forecast.left() > 0) {
      untold.add(
          new Observation.Unknown<>(
              "there are " + forecast.left() + " pairs of branches more than coord merges",
              "Merge or delete branches that nobody works on."));
    }
    long all =
        one.isPresent()
            ? live.contains(one.get()) ? live.size() - 1L : 0
            : live.size() * (live.size() - 1L) / 2;
    return " in "
        + conflicting
        + " of "
        + all
        + (all == 1 ? " pair" : " pairs")
        + " of branches that are not merged";
  }

  private String wave(String id) {
    forecast
        .wave(id)
        .ifPresent(
            wave -> {
              for (Step step : wave.steps()) {
                add(step.workstream() + " into " + step.into(), step.files());
              }
            });
    Map<String, Observation.Unknown<?>> reasons = forecast.untold();
    plan.merges().wave(id).stream()
        .flatMap(wave -> wave.workstreams().stream())
        .filter(reasons::containsKey)
        .forEach(member -> untold.add(reasons.get(member)));
    return " in "
        + conflicting
        + " of "
        + merged
        + (merged == 1 ? " merge" : " merges")
        + " that "
        + id
        + " has left";
  }

  private void add(String who, Observation<List<File>> files) {
    merged++;
    if (files instanceof Observation.Unknown<List<File>> unknown) {
      untold.add(unknown);
      return;
    }
    Predicate<String> fits =
        rule.of() instanceof Scope.OfPaths of ? of.paths()::matches : path -> true;
    List<File> counted =
        files.optional().orElseThrow().stream()
            .filter(file -> fits.test(file.path()))
            .filter(file -> !unresolved || file.resolution().isEmpty())
            .toList();
    conflicting += counted.isEmpty() ? 0 : 1;
    for (File file : counted) {
      paths.add(file.path());
      proof.add(
          new Proof(
              Proof.Kind.FILE,
              Proof.Strength.OBSERVED,
              who + " (" + file.kind().words() + ")",
              Optional.of(Location.ofFile(file.path())),
              Optional.empty()));
    }
  }
}
