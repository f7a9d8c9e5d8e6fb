package dev.coord.site.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Days from the left to the right.
 *
 * @param first the day at 0; empty where days have numbers and no dates
 * @param length number of days, at least 1; without dates, of working days
 */
public record Axis(Optional<LocalDate> first, long length) {
  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException when there is no day
   */
  public Axis {
    Objects.requireNonNull(first, "first");
    if (length < 1) {
      throw new IllegalArgumentException("an axis is a day long at least");
    }
  }

  /** From a day to another one, both included. */
  public static Axis of(LocalDate first, LocalDate last) {
    return new Axis(Optional.of(first), ChronoUnit.DAYS.between(first, last) + 1);
  }

  /** Where a day begins: 0 for the first one. */
  public long at(LocalDate day) {
    return first.map(from -> ChronoUnit.DAYS.between(from, day)).orElse(0L);
  }

  /** Whether a place is on the axis, its end included. */
  boolean holds(long at) {
    return at >= 0 && at <= length;
  }

  /** A place brought into the axis. */
  public long within(long at) {
    return Math.max(0, Math.min(length, at));
  }

  /**
   * Days that are named, in even steps; weeks begin on Mondays.
   *
   * @param most how many at most, at least 1
   */
  public List<Tick> ticks(int most) {
    long step = 1;
    for (int i = 0; length > step * most; i++) {
      step = first.isPresent() ? calendarStep(i) : countedStep(i);
    }
    long from = step < 7 ? 0 : first.map(day -> 8L - day.getDayOfWeek().getValue()).orElse(0L);
    List<Tick> ticks = new ArrayList<>();
    for (long at = from % 7; at < length && ticks.size() < most; at += step) {
      long day = at;
      ticks.add(new Tick(at, words(day)));
    }
    return ticks;
  }

  /** A day, counted from 0, as texts tell it: its date, or {@code day 3} without dates. */
  public String words(long day) {
    return first.map(start -> start.plusDays(day).toString()).orElseGet(() -> "day " + (day + 1));
  }

  /** 2 days, 1, 2, 4, 8, ... weeks. */
  private static long calendarStep(int number) {
    return number == 0 ? 2 : 7L << Math.min(number - 1, 40);
  }

  /** 2, 5, 10, 20, 50, ... */
  private static long countedStep(int number) {
    long power = 1;
    for (int i = 0; i < Math.min((number + 1) / 3, 15); i++) {
      power *= 10;
    }
    return power * (number % 3 == 0 ? 2 : number % 3 == 1 ? 5 : 1);
  }

  /**
   * A place on an axis, and what it is called.
   *
   * @param at days from the first one
   */
  public record Tick(long at, String text) {
    /** Checks that there is a text. */
    public Tick {
      Objects.requireNonNull(text, "text");
    }
  }
}
