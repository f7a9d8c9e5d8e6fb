package dev.coord.assess;

import dev.coord.assess.ConflictForecast.File;
import dev.coord.assess.ConflictForecast.Pair;
import dev.coord.assess.ConflictForecast.Step;
import dev.coord.assess.ConflictForecast.Wave;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.plan.Named;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conflicts to come that the plan does not say how to resolve. */
final class ConflictFindings {

  /** Findings that name their files; of more there is one that says how many. */
  private static final int MOST = 20;

  private static final int MOST_FILES = 3;

  private final Plan plan;
  private final Judged judged;
  private final List<Finding> findings = new ArrayList<>();

  /** What is told already: two workstreams, or one and what it goes into, and the file. */
  private final Set<List<String>> told = new HashSet<>();

  private ConflictFindings(Plan plan, Judged judged) {
    this.plan = plan;
    this.judged = judged;
  }

  /** Of the judged workstream, or of all where no branch is judged. */
  static List<Finding> of(ConflictForecast forecast, Plan plan, Judged judged) {
    ConflictFindings all = new ConflictFindings(plan, judged);
    forecast.now().forEach(all::now);
    forecast.pairs().forEach(all::pair);
    all.queue(forecast.queue());
    forecast.waves().forEach(all::wave);
    return all.findings.size() > MOST ? all.fewer() : all.findings;
  }

  private List<Finding> fewer() {
    List<Finding> fewer = new ArrayList<>(findings.subList(0, MOST));
    fewer.add(
        finding(
            "",
            findings.size() - MOST + " more merges would conflict",
            "See the page on merges.",
            Optional.empty()));
    return fewer;
  }

  private void now(Step step) {
    List<File> files = unresolved(step.files());
    if (isAsked(step.workstream()) && !files.isEmpty()) {
      files.forEach(file -> told.add(List.of(step.workstream(), step.into(), file.path())));
      findings.add(
          finding(
              step.workstream(),
              branch(step.workstream())
                  + " would conflict with "
                  + step.into()
                  + " in "
                  + some(files),
              "Merge " + step.into() + " into it, and resolve them there.",
              place(step.workstream())));
    }
  }

  private void pair(Pair pair) {
    List<File> files = unresolved(pair.files());
    if ((isAsked(pair.left()) || isAsked(pair.right())) && !files.isEmpty()) {
      for (File file : files) {
        told.add(List.of(pair.left(), pair.right(), file.path()));
        told.add(List.of(pair.right(), pair.left(), file.path()));
      }
      findings.add(
          finding(
              pair.left(),
              branch(pair.left())
                  + " and "
                  + branch(pair.right())
                  + " would conflict in "
                  + some(files),
              "Say under boundaries.conflicts who of "
                  + pair.left()
                  + " and "
                  + pair.right()
                  + " gives way, or let one of them leave the change to the other.",
              place(pair.left())));
    }
  }

  private void queue(List<Step> steps) {
    inOrder(steps, "in the merge queue", "the order of the queue");
  }

  private void wave(Wave wave) {
    inOrder(wave.steps(), "in " + Named.once("wave " + wave.id()), "the order of the wave");
  }

  /** What only an order brings about, or the branch that all go into. */
  private void inOrder(List<Step> steps, String where, String order) {
    for (Step step : steps) {
      List<File> files =
          unresolved(step.files()).stream().filter(file -> !isTold(step, file)).toList();
      if (isAsked(step.workstream()) && !files.isEmpty()) {
        step.files().optional().orElse(List.of()).forEach(file -> tell(step, file));
        findings.add(
            finding(
                step.workstream(),
                branch(step.workstream())
                    + " would conflict "
                    + where
                    + " with "
                    + step.into()
                    + " as it is by then, in "
                    + some(files),
                "Say under boundaries.conflicts who gives way, or change " + order + ".",
                place(step.workstream())));
      }
    }
  }

  private void tell(Step step, File file) {
    others(step, file).forEach(other -> told.add(List.of(step.workstream(), other, file.path())));
  }

  private static List<String> others(Step step, File file) {
    return file.with().isEmpty() || file.target()
        ? Stream.concat(file.with().stream(), Stream.of(step.into())).toList()
        : file.with();
  }

  private boolean isTold(Step step, File file) {
    return others(step, file).stream()
        .allMatch(other -> told.contains(List.of(step.workstream(), other, file.path())));
  }

  private boolean isAsked(String workstream) {
    return !judged.isBranch() || judged.workstream().equals(Optional.of(workstream));
  }

  private static List<File> unresolved(Observation<List<File>> files) {
    return files.optional().orElse(List.of()).stream()
        .filter(file -> file.resolution().isEmpty())
        .toList();
  }

  /** The first files, and why what the plan says of them does not count. */
  private static String some(List<File> files) {
    int more = files.size() - MOST_FILES;
    String untold =
        files.stream()
            .flatMap(file -> file.untold().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    return files.stream().limit(MOST_FILES).map(File::path).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "")
        + (untold.isEmpty() ? "" : "; whose changes it is with cannot be told: " + untold);
  }

  private String branch(String workstream) {
    return plan.workstream(workstream).flatMap(Workstream::branch).orElse(workstream);
  }

  private Optional<Location> place(String workstream) {
    return plan.workstream(workstream).map(found -> found.origin().of("branch"));
  }

  private static Finding finding(
      String subject, String text, String remedy, Optional<Location> place) {
    return new Finding(
        Finding.Kind.CONFLICT, Severity.WARN, subject, text, remedy, place, List.of());
  }
}
