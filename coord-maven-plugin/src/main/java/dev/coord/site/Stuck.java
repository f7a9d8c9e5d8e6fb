package dev.coord.site;

import dev.coord.assess.ConflictForecast.File;
import dev.coord.assess.ConflictForecast.Pair;
import dev.coord.assess.ConflictForecast.Step;
import dev.coord.assess.Readiness.Condition;
import dev.coord.assess.Readiness.Holds;
import dev.coord.assess.Readiness.Kind;
import dev.coord.assess.WorkstreamState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.Observation;
import dev.coord.plan.StatusWord;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is stuck: what is blocked by its own word, has long had no commit, waits for others although
 * its time has come, or would conflict. What cannot be told makes nobody stuck, and is told as
 * such.
 */
final class Stuck {

  private static final int NAMED = 3;

  private final View view;

  private Stuck(View view) {
    this.view = view;
  }

  /** One line that names the first few, each with its reasons. */
  static List<Inline> line(View view) {
    Stuck stuck = new Stuck(view);
    List<List<Inline>> found = new ArrayList<>();
    for (WorkstreamState state : view.assessment().workstreams()) {
      stuck.of(state).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      return stuck.nobody();
    }
    Line line = new Line().joined("; ", found.subList(0, Math.min(NAMED, found.size())));
    if (found.size() > NAMED) {
      line.text("; and ")
          .add(Inline.link(found.size() - NAMED + " more", Target.page("workstreams")));
    }
    List<WorkstreamState> untold =
        stuck.unknown().stream().filter(state -> stuck.why(state).isEmpty()).toList();
    return untold.isEmpty()
        ? line.list()
        : line.text(". Nobody knows where ").addAll(stuck.stand(untold)).list();
  }

  /** That nobody is, as far as that can be told. */
  private List<Inline> nobody() {
    List<WorkstreamState> unknown = unknown();
    if (unknown.isEmpty()) {
      return Line.of("Nobody is seen to be stuck.").list();
    }
    return Line.of(
            unknown.size() == open().count()
                ? "It cannot be told: nobody knows where "
                : "Nobody is seen to be stuck, but nobody knows where ")
        .addAll(stand(unknown))
        .list();
  }

  private Stream<WorkstreamState> open() {
    return view.assessment().workstreams().stream().filter(state -> !state.observed().isOver());
  }

  private List<WorkstreamState> unknown() {
    return open().filter(state -> state.observed() == Status.UNKNOWN).toList();
  }

  /** The end of a sentence about where some of them stand. */
  private List<Inline> stand(List<WorkstreamState> some) {
    Line line =
        new Line()
            .joined(
                ", ",
                some.stream()
                    .limit(NAMED)
                    .map(state -> List.of(view.links().workstream(state.id())))
                    .toList());
    if (some.size() > NAMED) {
      line.text(" and ")
          .add(Inline.link(some.size() - NAMED + " more", Target.page("workstreams")));
    }
    return line.text(Words.either(some.size(), " stands.", " stand.")).list();
  }

  private Optional<List<Inline>> of(WorkstreamState state) {
    List<String> why = why(state);
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Line().add(view.links().workstream(state.id())).text(" " + Words.list(why)).list());
  }

  private List<String> why(WorkstreamState state) {
    List<String> why = new ArrayList<>();
    if (state.observed().isOver()) {
      return why;
    }
    blocked(state, why);
    if (state.observed() == Status.STALE) {
      why.add("is stale");
    }
    if (isDue(state)) {
      waits(state, why);
    }
    conflicts(state, why);
    return why;
  }

  /** What is known not to be there yet; of the rest nobody can tell. */
  private void waits(WorkstreamState state, List<String> why) {
    List<String> missing =
        state.waitsFor().stream()
            .filter(id -> view.state(id).filter(w -> w.observed() == Status.UNKNOWN).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      why.add("waits for " + Words.list(missing, NAMED));
    } else if (state.observed() == Status.READY) {
      turn(state, why);
    }
  }

  private void turn(WorkstreamState state, List<String> why) {
    List<String> before =
        view.nextMerges().of(state).stream()
            .flatMap(readiness -> readiness.blockers().stream())
            .filter(one -> one.kind() == Kind.ORDER && one.holds() == Holds.NO)
            .map(Condition::about)
            .distinct()
            .toList();
    if (!before.isEmpty()) {
      why.add("is ready and waits for its turn after " + Words.list(before, NAMED));
    }
  }

  private void blocked(WorkstreamState state, List<String> why) {
    int tasks = NextTasks.blocked(state.workstream()).size();
    if (word(state).equals(Optional.of(StatusWord.BLOCKED))) {
      why.add("is blocked");
    } else if (tasks > 0) {
      why.add("has " + Words.count(tasks, "blocked task"));
    }
  }

  /** Whether it is at work or should be: what begins later waits for nobody yet. */
  private boolean isDue(WorkstreamState state) {
    boolean begun =
        word(state).filter(w -> w == StatusWord.ACTIVE || w == StatusWord.READY).isPresent();
    return state.observed().isUnderWay()
        || begun
        || state.workstream().start().filter(day -> !day.isAfter(view.today())).isPresent();
  }

  private Optional<StatusWord> word(WorkstreamState state) {
    return StatusWord.of(state.workstream().status(), view.plan().project().vocabulary());
  }

  /** A pair is told once, of the first of the two. */
  private void conflicts(WorkstreamState state, List<String> why) {
    List<String> with = new ArrayList<>();
    for (Step step : view.forecast().now()) {
      if (step.workstream().equals(state.id()) && isOpen(step.files())) {
        with.add(step.into());
      }
    }
    for (Pair pair : view.forecast().pairs()) {
      if (pair.left().equals(state.id()) && isOpen(pair.files())) {
        with.add(pair.right());
      }
    }
    if (!with.isEmpty()) {
      why.add("conflicts with " + Words.list(with, NAMED));
    }
  }

  private static boolean isOpen(Observation<List<File>> files) {
    return files.optional().stream()
        .flatMap(List::stream)
        .anyMatch(file -> file.resolution().isEmpty());
  }
}
