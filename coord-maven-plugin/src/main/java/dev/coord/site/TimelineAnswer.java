package dev.coord.site;

import dev.coord.assess.Slip;
import dev.coord.assess.WorkstreamState;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.PlanSchedule.Row;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Tone;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The timeline's first sentence: who is late, and when all can be finished. */
final class TimelineAnswer {

  private final View view;
  private final PlanSchedule schedule;
  private final Slip slip;

  private TimelineAnswer(View view, Slip slip) {
    this.view = view;
    this.schedule = view.course().schedule();
    this.slip = slip;
  }

  static Answer of(View view, Slip slip) {
    return new TimelineAnswer(view, slip).answer();
  }

  private Answer answer() {
    Answer end = end();
    List<WorkstreamState> late =
        view.assessment().workstreams().stream().filter(state -> slip.of(state) > 0).toList();
    if (late.isEmpty()) {
      return end;
    }
    WorkstreamState most = Collections.max(late, Comparator.comparing(slip::of));
    String by = Words.count(slip.of(most), "working day");
    Line line = new Line();
    if (late.size() == 1) {
      line.add(view.links().workstream(most.id())).text(" is " + by + " past its day. ");
    } else {
      line.text(late.size() + " workstreams are past their day, ")
          .add(view.links().workstream(most.id()))
          .text(" by " + by + ". ");
    }
    return new Answer(Tone.WARNING, line.addAll(end.sentence()).list());
  }

  /** When what is still to come can be finished. */
  private Answer end() {
    OptionalLong finish = schedule.finish();
    String end = view.plan().project().expectedEnd().map(day -> "; expected is " + day).orElse("");
    long open = schedule.open().workstreams().size();
    if (open == 0 && !schedule.rows().isEmpty()) {
      return Answer.of(Tone.NEUTRAL, "Nothing is left to do: all that was not given up is merged.");
    }
    if (finish.isEmpty()) {
      return Answer.of(
          Tone.UNKNOWN,
          "When all is finished cannot be told: "
              + (open == 0
                  ? "there are no workstreams"
                  : Words.count(open, "workstream")
                      + Words.either(open, " has", " have")
                      + " no length")
              + end
              + ".");
    }
    boolean late =
        schedule.isDated()
            && view.plan().project().expectedEnd().filter(schedule::isBeforeEnd).isPresent();
    String last = schedule.lastDay().orElseThrow();
    // What is open today was not finished on a day before.
    boolean past = schedule.date(finish.getAsLong() - 1).filter(view.today()::isAfter).isPresent();
    if (!schedule.isComplete()) {
      long untold = schedule.rows().stream().filter(this::isUntold).count();
      return Answer.of(
          late ? Tone.WARNING : Tone.UNKNOWN,
          (past ? "It was not to be finished before " : "Not before ")
              + last
              + ", and the end cannot be told: when "
              + untold
              + " of "
              + Words.count(open, "open workstream")
              + Words.either(untold, " ends", " end")
              + " is not known"
              + end
              + ".");
    }
    long behind = past ? 0 : behind();
    return Answer.of(
        late || behind > 0 ? Tone.WARNING : Tone.NEUTRAL,
        "By durations and dependencies, "
            + (schedule.open().workstreams().size() < schedule.rows().size()
                ? "what is left"
                : "all")
            + (past
                ? " was to be finished on " + last
                : " can be finished on " + last + " at the earliest")
            + end
            + (behind > 0
                ? ". That is too early: "
                    + Words.count(behind, "open workstream")
                    + Words.either(behind, " is", " are")
                    + " past the last day that it leaves"
                : "")
            + ".");
  }

  /** How many that are open should have been finished, though all others keep to their times. */
  private long behind() {
    return schedule.rows().stream()
        .filter(this::isOpen)
        .flatMap(row -> row.times().stream())
        .filter(
            times ->
                schedule.date(times.lateFinish() - 1).filter(view.today()::isAfter).isPresent())
        .count();
  }

  private boolean isUntold(Row row) {
    return isOpen(row) && row.times().isEmpty();
  }

  private boolean isOpen(Row row) {
    return schedule.open().isOpen(row.workstream().id());
  }
}
