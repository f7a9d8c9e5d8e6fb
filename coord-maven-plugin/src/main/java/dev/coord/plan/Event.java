package dev.coord.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that happens at a time, once or again and again.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param cadence how often, in the team's words, may be empty when it happens once
 * @param time time of the day in the team's words, may be empty
 * @param minutes its length, at least 1
 * @param sprint id of the sprint whose days and weeks are counted
 * @param when when it happens
 * @param participants ids of people; empty means everybody
 * @param agenda what is gone through, in order
 * @param topics what it is about each time
 * @param days who does what on which of its days
 * @param focus what it is about, Markdown, may be empty
 * @param benefits what it is good for, Markdown, one each
 * @param deliverables what is there afterwards
 * @param branches branches that a freeze is about; empty means the integration branch
 */
public record Event(
    Origin origin,
    String id,
    String title,
    Kind kind,
    String cadence,
    String time,
    OptionalInt minutes,
    Optional<String> sprint,
    Timing when,
    List<String> participants,
    List<Item> agenda,
    List<Topic> topics,
    List<Day> days,
    String focus,
    List<String> benefits,
    List<Task> deliverables,
    List<String> branches,
    String notes) {

  /** What an event is. */
  public enum Kind {
    /** A meeting that comes again. */
    CEREMONY,
    /** A time for putting the parts together. */
    INTEGRATION,
    /** A time for testing. */
    TESTING,
    /** A time in which nothing is merged. */
    FREEZE,
    /** The meeting that something begins with. */
    KICKOFF,
    /** A look back. */
    REVIEW,
    /** Passing on what one knows. */
    SHARING;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A point of an agenda.
   *
   * @param item Markdown, never empty
   * @param minutes time set aside for it, at least 1
   * @param points what belongs to it, Markdown, one each
   */
  public record Item(Origin origin, String item, OptionalInt minutes, List<String> points) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when it is empty or takes no time
     */
    public Item {
      Parts.require(origin, minutes);
      points = List.copyOf(points);
      if (item.isEmpty() || minutes.orElse(1) < 1) {
        throw new IllegalArgumentException("a point of an agenda has a text and takes a minute");
      }
    }
  }

  /**
   * What an event, or a team, deals with at a time.
   *
   * @param text Markdown, never empty
   */
  public record Topic(Origin origin, Timing when, String text) {
    /**
     * Checks that there is a text.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Topic {
      Parts.require(origin, when);
      if (text.isEmpty()) {
        throw new IllegalArgumentException("a topic has a text");
      }
    }
  }

  /**
   * Who does what on which day.
   *
   * @param who ids of people; empty means everybody
   * @param what Markdown, never empty
   */
  public record Day(Origin origin, Timing when, List<String> who, String what) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when nothing is done
     */
    public Day {
      Parts.require(origin, when);
      who = List.copyOf(who);
      if (what.isEmpty()) {
        throw new IllegalArgumentException("something is done on a day");
      }
    }
  }

  /** What the points of the agenda take together, as far as they say; 0 when none does. */
  public int agendaMinutes() {
    return agenda.stream().mapToInt(item -> item.minutes().orElse(0)).sum();
  }

  /**
   * Checks the id and copies the collections.
   *
   * @throws IllegalArgumentException when the id is none or it takes no time
   */
  public Event {
    Parts.require(origin, title, kind, cadence, time, minutes, sprint, when, focus, notes);
    Ids.require(id);
    if (minutes.orElse(1) < 1) {
      throw new IllegalArgumentException("an event takes a minute at least");
    }
    participants = List.copyOf(participants);
    agenda = List.copyOf(agenda);
    topics = List.copyOf(topics);
    days = List.copyOf(days);
    benefits = List.copyOf(benefits);
    deliverables = List.copyOf(deliverables);
    branches = List.copyOf(branches);
  }
}
