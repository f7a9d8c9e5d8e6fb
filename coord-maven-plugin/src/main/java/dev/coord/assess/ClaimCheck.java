package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Proof;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A claim of the plan beside what was observed.
 *
 * @param subject id of the workstream, or {@code workstream/task}
 * @param claim what the plan says, plain text
 * @param place where it says so, with the commit it was read from
 * @param observed what was seen, one clause
 * @param agreement whether the two agree
 * @param proof what shows it
 * @param remedy what to do when they differ, a sentence with its full stop
 * @param instances how many things contradict it, 1 or more: one commit more than a baseline knows
 *     is news
 * @param named these things one by one, the oldest first; empty where nothing tells which of them
 *     came last
 * @param number how many claims it stands for, 1 or more: the rest of a sort that is too many to be
 *     told
 */
public record ClaimCheck(
    String subject,
    String claim,
    Location place,
    String observed,
    Agreement agreement,
    List<Proof> proof,
    String remedy,
    int instances,
    List<Instance> named,
    int number) {

  /**
   * A thing that contradicts a claim.
   *
   * @param text its name, such as the commit with its day and author
   * @param proof what shows it
   */
  public record Instance(String text, Proof proof) {
    /** Checks that both are there. */
    public Instance {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(proof, "proof");
    }
  }

  /** The subject, or of {@code workstream/task} the workstream. */
  public String holder() {
    int slash = subject.indexOf('/');
    return slash < 0 ? subject : subject.substring(0, slash);
  }

  /** What can be done about any claim that is contradicted. */
  static final String REMEDY = "Correct the plan, or make it true.";

  /** Whether claim and evidence agree. */
  public enum Agreement {
    /** They differ. */
    CONTRADICTS("contradicts"),
    /** It cannot be told. */
    UNKNOWN("unknown"),
    /** They agree. */
    AGREES("agrees");

    private final String word;

    Agreement(String word) {
      this.word = word;
    }

    /** The agreement in one word. */
    public String word() {
      return word;
    }
  }

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when there is no instance, or not every one is named, or it
   *     stands for no claim
   */
  public ClaimCheck {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(observed, "observed");
    Objects.requireNonNull(agreement, "agreement");
    Objects.requireNonNull(remedy, "remedy");
    proof = List.copyOf(proof);
    if (instances < 1 || number < 1) {
      throw new IllegalArgumentException("a claim is contradicted by something, and is one");
    }
    named = List.copyOf(named);
    if (!named.isEmpty() && named.size() != instances) {
      throw new IllegalArgumentException("all instances have names, or none");
    }
  }

  /** A claim that one thing at most contradicts. */
  public ClaimCheck(
      String subject,
      String claim,
      Location place,
      String observed,
      Agreement agreement,
      List<Proof> proof,
      String remedy) {
    this(subject, claim, place, observed, agreement, proof, remedy, 1, List.of(), 1);
  }

  /** The same contradicted by so many things. */
  ClaimCheck by(int number) {
    return counted(Math.max(1, number), List.of(), 1);
  }

  /** The same as one of so many, each contradicted by one thing, of which it alone is told. */
  ClaimCheck standingFor(int claims) {
    return counted(claims, List.of(), claims);
  }

  /**
   * The same contradicted by these things.
   *
   * @param oldestFirst at least one
   */
  ClaimCheck by(List<Instance> oldestFirst) {
    return counted(oldestFirst.size(), oldestFirst, 1);
  }

  private ClaimCheck counted(int things, List<Instance> names, int claims) {
    return new ClaimCheck(
        subject, claim, place, observed, agreement, proof, remedy, things, names, claims);
  }

  /** The same claim with another result. */
  ClaimCheck as(Agreement result, String words, String mending) {
    return new ClaimCheck(subject, claim, place, words, result, proof, mending);
  }

  /** The same with more that shows it, before what is there. */
  ClaimCheck provenBy(List<Proof> more) {
    return new ClaimCheck(
        subject,
        claim,
        place,
        observed,
        agreement,
        Stream.concat(more.stream(), proof.stream()).toList(),
        remedy,
        instances,
        named,
        number);
  }

  /** The same beside other words for what was seen. */
  ClaimCheck seen(String words) {
    return new ClaimCheck(
        subject, claim, place, words, agreement, proof, remedy, instances, named, number);
  }

  /** How many claims these stand for. */
  public static int count(Collection<ClaimCheck> claims) {
    return claims.stream().mapToInt(ClaimCheck::number).sum();
  }

  /** A claim that is mended by a change of the plan or of the facts. */
  public ClaimCheck(
      String subject,
      String claim,
      Location place,
      String observed,
      Agreement agreement,
      List<Proof> proof) {
    this(subject, claim, place, observed, agreement, proof, REMEDY);
  }
}
