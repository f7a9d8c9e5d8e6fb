package dev.coord.assess;

import dev.coord.evidence.ForecastQuestion;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together which merges git is to try, before anybody makes them. */
final class ForecastQuestions {

  private ForecastQuestions() {}

  /** The waves are those of the rulebook, and those that only the checked-out plan has. */
  static ForecastQuestion of(Plan plan, Plan rulebook, Judged judged) {
    List<Workstream> workstreams = judged.workstreams(plan, rulebook);
    Map<String, Wave> waves = new LinkedHashMap<>();
    Stream.of(rulebook, plan)
        .flatMap(one -> one.merges().waves().stream())
        .forEach(wave -> waves.putIfAbsent(wave.id(), wave));
    return new ForecastQuestion(
        workstreams.stream().flatMap(w -> judged.branch(w).stream()).toList(),
        queue(plan, rulebook, workstreams, judged),
        waves.values().stream()
            .map(
                wave ->
                    new ForecastQuestion.Wave(
                        wave.id(),
                        wave.from(),
                        wave.into().orElse(rulebook.project().integrationBranch()),
                        wave.workstreams().stream()
                            .flatMap(id -> workstreams.stream().filter(w -> w.id().equals(id)))
                            .flatMap(w -> judged.branch(w).stream())
                            .toList()))
            .toList(),
        Optional.of(rulebook.project().integrationBranch()),
        workstreams.stream()
            .filter(
                w ->
                    rulebook.boundaries().conflicts().stream()
                        .anyMatch(conflict -> conflict.between().contains(w.id())))
            .flatMap(w -> judged.branch(w).stream())
            .collect(Collectors.toSet()));
  }

  /** What the checked-out plan's merge queue has left, but for what its status says is dropped. */
  private static List<ForecastQuestion.Queued> queue(
      Plan plan, Plan rulebook, List<Workstream> workstreams, Judged judged) {
    List<ForecastQuestion.Queued> queue = new ArrayList<>();
    for (Entry entry : plan.merges().queue()) {
      Optional<String> branch =
          entry
              .source()
              .or(
                  () ->
                      workstreams.stream()
                          .filter(w -> entry.workstream().equals(Optional.of(w.id())))
                          .flatMap(w -> judged.branch(w).stream())
                          .findFirst());
      String into = entry.target().orElse(rulebook.project().integrationBranch());
      if (!isDropped(entry, plan)) {
        branch.ifPresent(name -> queue.add(new ForecastQuestion.Queued(name, into)));
      }
    }
    return queue;
  }

  private static boolean isDropped(Entry entry, Plan plan) {
    return StatusWord.of(entry.status(), plan.project().vocabulary())
        .equals(Optional.of(StatusWord.DROPPED));
  }
}
