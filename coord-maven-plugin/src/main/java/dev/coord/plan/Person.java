package dev.coord.plan;

import java.util.List;
import java.util.Locale;

/**
 * A member of the team: a human, an agent or a bot.
 *
 * @param id the id the plan uses
 * @param name the name shown; never empty
 * @param kind what the person is
 * @param role what the person does, may be empty
 * @param emails addresses that git authors are matched with, lower case; published only if {@code
 *     publish}
 * @param access what the person can reach; published only if {@code publish}
 * @param allocation how the person's time is shared out
 * @param publish whether e-mail addresses and access may appear on the site
 */
public record Person(
    Origin origin,
    String id,
    String name,
    Kind kind,
    String role,
    List<String> emails,
    List<String> skills,
    List<String> access,
    List<Share> allocation,
    boolean publish,
    String notes) {

  /** What a member of the team is. */
  public enum Kind {
    /** A human being. */
    HUMAN,
    /** A program that works like one. */
    AGENT,
    /** Automation, such as a dependency updater. */
    BOT;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A part of a person's time.
   *
   * @param to what it is for
   * @param percent 0 to 100
   */
  public record Share(Origin origin, String to, int percent) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when the share is not a percentage
     */
    public Share {
      Parts.require(origin, to);
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException("a share is 0 to 100 %");
      }
    }
  }

  /**
   * Checks id and name and copies the collections.
   *
   * @throws IllegalArgumentException when the id is none or the name is empty
   */
  public Person {
    Parts.require(origin, kind, role, notes);
    Ids.require(id);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a person has a name");
    }
    emails = emails.stream().map(email -> email.toLowerCase(Locale.ROOT)).toList();
    skills = List.copyOf(skills);
    access = List.copyOf(access);
    allocation = List.copyOf(allocation);
  }
}
