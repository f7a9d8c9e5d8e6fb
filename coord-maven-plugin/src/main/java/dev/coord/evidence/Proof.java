package dev.coord.evidence;

import dev.coord.diagnostic.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * What shows that something is so.
 *
 * @param kind what the proof is
 * @param strength how far it can be trusted
 * @param text what it shows, one line
 * @param location the place in a plan file or report
 * @param commit full object id of the commit, for proofs that are commits
 */
public record Proof(
    Kind kind,
    Strength strength,
    String text,
    Optional<Location> location,
    Optional<String> commit) {

  /** What a proof is. */
  public enum Kind {
    /** A line of the plan. */
    PLAN,
    /** A commit. */
    COMMIT,
    /** A report of a tool. */
    REPORT,
    /** A file of the repository. */
    FILE,
    /** A line that a command wrote. */
    OUTPUT
  }

  /** How far a proof can be trusted. */
  public enum Strength {
    /** It rests on commits' contents and on reports. */
    OBSERVED,
    /** It rests on what any committer can write: trailers, authors, merge subjects. */
    ATTESTED,
    /** Somebody says so. */
    DECLARED
  }

  /** Checks that all parts are there. */
  public Proof {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(strength, "strength");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(commit, "commit");
  }

  /** A line of the plan. */
  public static Proof plan(String text, Location location) {
    return new Proof(Kind.PLAN, Strength.OBSERVED, text, Optional.of(location), Optional.empty());
  }

  /** A report of a tool. */
  public static Proof report(String text, Location location) {
    return new Proof(Kind.REPORT, Strength.OBSERVED, text, Optional.of(location), Optional.empty());
  }

  /** A file of the repository. */
  public static Proof file(String text, Location location) {
    return new Proof(Kind.FILE, Strength.OBSERVED, text, Optional.of(location), Optional.empty());
  }

  /** A line that a command wrote. */
  public static Proof output(String text) {
    return new Proof(Kind.OUTPUT, Strength.OBSERVED, text, Optional.empty(), Optional.empty());
  }

  /** A commit. */
  public static Proof commit(String text, String commitId) {
    return new Proof(Kind.COMMIT, Strength.OBSERVED, text, Optional.empty(), Optional.of(commitId));
  }

  /** The same proof, trusted less. */
  public Proof attested() {
    return new Proof(kind, Strength.ATTESTED, text, location, commit);
  }
}
