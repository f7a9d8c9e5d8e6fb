package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import java.util.List;
import java.util.Objects;

/**
 * Two things that the plan says and that cannot both be so, or something it owes an answer for.
 *
 * @param subject what it is about: an id of a workstream or sprint, or a noun and an id such as
 *     {@code epic phase-3}
 * @param claim what the plan says, plain text
 * @param place where it says so
 * @param found what stands against it, one clause
 * @param against the other places of the plan that it rests on
 * @param remedy what to do, a sentence with its full stop
 * @param number how many it stands for, 1 or more: the rest of a sort that is too many to be told
 */
public record Contradiction(
    String subject,
    String claim,
    Location place,
    String found,
    List<Location> against,
    String remedy,
    int number) {
  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when it stands for none
   */
  public Contradiction {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(remedy, "remedy");
    against = List.copyOf(against);
    if (number < 1) {
      throw new IllegalArgumentException("a contradiction stands for itself");
    }
  }

  /** One that stands for itself. */
  public Contradiction(
      String subject,
      String claim,
      Location place,
      String found,
      List<Location> against,
      String remedy) {
    this(subject, claim, place, found, against, remedy, 1);
  }
}
