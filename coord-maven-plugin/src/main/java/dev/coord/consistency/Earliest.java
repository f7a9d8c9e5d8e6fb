package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/** What the schedule allows at the earliest, in words. */
final class Earliest {

  /**
   * A day before which something cannot be.
   *
   * @param day a working day of the schedule, from 0
   * @param off the day off behind it that is meant
   * @param words one clause
   * @param place what it rests on
   */
  record Day(long day, Optional<LocalDate> off, String words, Location place) {
    Day(long day, String words, Location place) {
      this(day, Optional.empty(), words, place);
    }

    /** This one, or another that comes later. */
    Day latest(Day other) {
      return LATER.compare(other, this) > 0 ? other : this;
    }
  }

  private static final Comparator<Day> LATER =
      Comparator.comparingLong(Day::day).thenComparing(day -> day.off().orElse(LocalDate.MIN));

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
    String words =
        schedule.isKnown(wave)
            ? " can be merged on " + schedule.words(wave) + " at the earliest"
            : " cannot be merged before " + schedule.words(wave);
    return new Day(day, schedule.dayOff(wave), subject + words, place);
  }

  /** Whether a day comes before another one. */
  boolean isBefore(LocalDate day, Day other) {
    return other.off().map(day::isBefore).orElseGet(() -> schedule.isBefore(day, other.day()));
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
