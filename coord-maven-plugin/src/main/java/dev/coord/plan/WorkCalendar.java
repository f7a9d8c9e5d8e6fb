package dev.coord.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When the team works.
 *
 * @param zone the zone that dates of the plan are meant in
 * @param start first day of day 1 and week 1
 * @param workingDays days of the week that are worked; never empty
 * @param holidays days that are not worked all the same
 * @param sprintLength length of a sprint in working days, at least 1
 */
public record WorkCalendar(
    Origin origin,
    ZoneId zone,
    Optional<LocalDate> start,
    Set<DayOfWeek> workingDays,
    SortedSet<LocalDate> holidays,
    OptionalInt sprintLength) {

  /** Monday to Friday. */
  public static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when no day is worked or the sprint length is below 1
   */
  public WorkCalendar {
    Parts.require(origin, zone, start);
    if (workingDays.isEmpty() || sprintLength.orElse(1) < 1) {
      throw new IllegalArgumentException("a calendar has working days");
    }
    workingDays = Collections.unmodifiableSet(EnumSet.copyOf(workingDays));
    holidays = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<LocalDate>) holidays));
  }
}
