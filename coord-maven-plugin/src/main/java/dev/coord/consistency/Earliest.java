package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import java.util.OptionalLong;

/** What the schedule allows at the earliest, in words. */
final class Earliest {

  /**
   * A day before which something cannot be.
   *
   * @param day a working day of the schedule, from 0
   * @param words one clause
   * @param place what it rests on
   */
  record Day(long day, String words, Location place) {}

  private final PlanSchedule schedule;

  Earliest(PlanSchedule schedule) {
    this.schedule = schedule;
  }

  /**
   * The last day of a workstream, else the first that it can have.
   *
   * @param subject what the clause calls it
   */
  Day end(String subject, Workstream workstream) {
    String id = workstream.id();
    OptionalLong finish = schedule.finish(id);
    if (finish.isPresent()) {
      return earliest(finish.getAsLong() - 1, subject + " can be finished on ", length(workstream));
    }
    OptionalLong start = schedule.earlyStart(id);
    if (start.isPresent()) {
      return earliest(start.getAsLong(), subject + " can begin on ", workstream.origin().self());
    }
    return before(
        schedule.notFinishedBefore(id),
        subject + " cannot be finished before ",
        workstream.origin().self());
  }

  /**
   * The first day of a workstream.
   *
   * @param subject what the clause calls it
   */
  Day begin(String subject, Workstream workstream) {
    OptionalLong start = schedule.earlyStart(workstream.id());
    Location place = workstream.origin().self();
    return start.isPresent()
        ? earliest(start.getAsLong(), subject + " can begin on ", place)
        : before(schedule.notBefore(workstream.id()), subject + " cannot begin before ", place);
  }

  /** The day of a merge. */
  Day merge(String subject, Wave wave) {
    Location place = wave.when().isUnsaid() ? wave.origin().self() : Words.place(wave.when());
    long day = schedule.notBefore(wave);
    return schedule.isKnown(wave)
        ? earliest(day, subject + " can be merged on ", place)
        : before(day, subject + " cannot be merged before ", place);
  }

  private static Location length(Workstream workstream) {
    return workstream.origin().of(workstream.duration().isPresent() ? "duration" : "due");
  }

  private Day earliest(long day, String clause, Location place) {
    return new Day(day, clause + schedule.words(day) + " at the earliest", place);
  }

  private Day before(long day, String clause, Location place) {
    return new Day(day, clause + schedule.words(day), place);
  }
}
