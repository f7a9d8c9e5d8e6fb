package dev.coord.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A way to set up the team.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param size how many people, at least 1
 * @param members who does what
 * @param timeline in the team's words, may be empty
 * @param syncPoints when the members meet, and about what
 * @param benefits Markdown, one each
 * @param outcomes what comes of it, Markdown, one each
 * @param savings time that working in parallel saves
 */
public record Scenario(
    Origin origin,
    String id,
    String title,
    OptionalInt size,
    List<Member> members,
    String timeline,
    List<Event.Topic> syncPoints,
    List<String> benefits,
    List<String> outcomes,
    List<Saving> savings,
    String notes) {

  /**
   * A member of a team that may be.
   *
   * @param name never empty
   * @param role may be empty
   * @param skills plain text, one each
   * @param track what the member works on, Markdown, may be empty
   * @param timeline in the team's words, may be empty
   * @param allocation how the member's time is shared out
   */
  public record Member(
      Origin origin,
      String name,
      String role,
      List<String> skills,
      String track,
      String timeline,
      List<Person.Share> allocation) {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when the name is empty
     */
    public Member {
      Parts.require(origin, role, track, timeline);
      skills = List.copyOf(skills);
      allocation = List.copyOf(allocation);
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a member has a name");
      }
    }
  }

  /** What lengths of time are counted in. */
  public enum TimeUnit {
    /** Hours. */
    HOURS,
    /** Working days. */
    DAYS,
    /** Weeks. */
    WEEKS,
    /** Months. */
    MONTHS
  }

  /**
   * A length of time, or from so much to so much.
   *
   * @param least at least 1
   * @param most never less than {@code least}
   */
  public record Length(int least, int most, TimeUnit unit) {
    /**
     * Checks order and range.
     *
     * @throws IllegalArgumentException when it is out of order or below 1
     */
    public Length {
      Parts.require(unit);
      if (least < 1 || most < least) {
        throw new IllegalArgumentException("not a length of time: " + least + " to " + most);
      }
    }

    /** {@code 8 weeks} or {@code 12-16 weeks}. */
    @Override
    public String toString() {
      String word = unit.name().toLowerCase(Locale.ROOT);
      return least == most
          ? least + " " + (least == 1 ? word.substring(0, word.length() - 1) : word)
          : least + "-" + most + " " + word;
    }
  }

  /**
   * A percentage, or from one to another.
   *
   * @param least 0 to 100
   * @param most never less than {@code least}
   */
  public record Share(int least, int most) {
    /**
     * Checks order and range.
     *
     * @throws IllegalArgumentException when it is out of order or range
     */
    public Share {
      if (least < 0 || most > 100 || most < least) {
        throw new IllegalArgumentException("a share is 0 to 100 %");
      }
    }

    /** {@code 55%} or {@code 40-50%}. */
    @Override
    public String toString() {
      return least == most ? least + "%" : least + "-" + most + "%";
    }
  }

  /**
   * Time that is saved.
   *
   * @param what what takes the time, plain text, never empty
   * @param parallel how long it takes in parallel
   * @param sequential how long one after the other, in the same unit
   * @param saved the claim
   */
  public record Saving(
      Origin origin, String what, Length parallel, Length sequential, Optional<Share> saved) {
    /**
     * Checks text and units.
     *
     * @throws IllegalArgumentException when nothing is named, or the units differ
     */
    public Saving {
      Parts.require(origin, saved);
      if (what.isEmpty() || parallel.unit() != sequential.unit()) {
        throw new IllegalArgumentException("a saving compares lengths in one unit");
      }
    }

    /** What the lengths come to. */
    public Computed computed() {
      BigDecimal first = percent(parallel.least(), sequential.least());
      BigDecimal last = percent(parallel.most(), sequential.most());
      return new Computed(first.min(last), first.max(last));
    }

    private static BigDecimal percent(int part, int whole) {
      return BigDecimal.valueOf(100L * (whole - part))
          .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    /** Whether the claim is what the lengths come to, within one point; so is no claim. */
    public boolean agrees() {
      return saved.isEmpty() || computed().agreesWith(saved.get());
    }
  }

  /**
   * The share that lengths of time come to: the shorter ends compared, and the longer ones.
   *
   * @param least in percent, negative where working in parallel takes longer
   * @param most in percent, never less
   */
  public record Computed(BigDecimal least, BigDecimal most) {
    /** Checks that both are there. */
    public Computed {
      Parts.require(least, most);
    }

    /** Whether both ends are those of a claim, or a claimed number lies between them. */
    boolean agreesWith(Share claim) {
      boolean between =
          claim.least() == claim.most()
              && BigDecimal.valueOf(claim.least()).compareTo(least.subtract(BigDecimal.ONE)) >= 0
              && BigDecimal.valueOf(claim.most()).compareTo(most.add(BigDecimal.ONE)) <= 0;
      return between || isNear(least, claim.least()) && isNear(most, claim.most());
    }

    private static boolean isNear(BigDecimal percent, int claim) {
      return percent.subtract(BigDecimal.valueOf(claim)).abs().compareTo(BigDecimal.ONE) <= 0;
    }

    /** {@code 55.6%} or {@code 25-33.3%}. */
    @Override
    public String toString() {
      String first = shown(least);
      String last = shown(most);
      return first.equals(last) ? first + "%" : first + "-" + last + "%";
    }

    private static String shown(BigDecimal percent) {
      return percent.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
  }

  /**
   * Checks the id and copies the collections.
   *
   * @throws IllegalArgumentException when the id is none or the team is empty
   */
  public Scenario {
    Parts.require(origin, title, size, timeline, notes);
    Ids.require(id);
    if (size.orElse(1) < 1) {
      throw new IllegalArgumentException("a team has a member");
    }
    members = List.copyOf(members);
    syncPoints = List.copyOf(syncPoints);
    benefits = List.copyOf(benefits);
    outcomes = List.copyOf(outcomes);
    savings = List.copyOf(savings);
  }
}
