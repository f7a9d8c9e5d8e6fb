package dev.coord.plan;

import dev.coord.diagnostic.Enumerated;
import dev.coord.path.PathPatterns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who may change what, beyond what workstreams own.
 *
 * @param shared paths that several workstreams may change, each under a condition
 * @param protectedPaths paths that no workstream may change unless it owns them
 * @param unowned what to do about a change of a path that nobody owns
 * @param conflicts how known conflicts are to be resolved
 * @param noConflicts between whom the team expects none
 * @param branches the branch policy
 * @param guard what becomes of a branch that weakens the plan
 * @param allowedSigners path of the file that says whose SSH keys are whose; empty where no
 *     signature counts
 */
public record Boundaries(
    Origin origin,
    List<Shared> shared,
    PathPatterns protectedPaths,
    Unowned unowned,
    List<Conflict> conflicts,
    List<NoConflict> noConflicts,
    Branches branches,
    Guard guard,
    Optional<String> allowedSigners) {

  /** Boundaries whose plan is guarded as it is where the plan says nothing. */
  public Boundaries(
      Origin origin,
      List<Shared> shared,
      PathPatterns protectedPaths,
      Unowned unowned,
      List<Conflict> conflicts,
      List<NoConflict> noConflicts,
      Branches branches) {
    this(
        origin,
        shared,
        protectedPaths,
        unowned,
        conflicts,
        noConflicts,
        branches,
        Guard.usual(origin),
        Optional.empty());
  }

  /** What to do about a change of a path that nobody owns. */
  public enum Unowned {
    /** Nothing. */
    ALLOW,
    /** Show it as a warning. */
    WARN,
    /** Treat it as a violation. */
    FAIL
  }

  /** The condition under which a shared path may be changed. */
  public enum Mode {
    /** Each commit carries a {@code Coordinated-with} trailer. */
    COORDINATE,
    /** It is shown as a warning. */
    INFORM,
    /** Lines are added, none is changed or removed. */
    APPEND_ONLY,
    /** Only the steward changes it. */
    STEWARD;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Paths that several workstreams may change.
   *
   * @param steward id of the person who looks after the paths; given when the mode is STEWARD
   * @param condition what else must hold, Markdown, may be empty
   */
  public record Shared(
      Origin origin, PathPatterns paths, Mode mode, Optional<String> steward, String condition) {
    /**
     * Checks paths and steward.
     *
     * @throws IllegalArgumentException when no path is named, or the steward is missing
     */
    public Shared {
      Parts.require(origin, mode, steward, condition);
      if (paths.isEmpty() || (mode == Mode.STEWARD && steward.isEmpty())) {
        throw new IllegalArgumentException(
            "shared paths need a pattern, and a steward if so asked");
      }
    }
  }

  /** How a conflict is resolved. */
  public enum Resolution {
    /** One workstream's version wins. */
    OWNER_WINS,
    /** Both changes are kept. */
    MERGE_BOTH,
    /** The two talk to each other first. */
    CONSULT
  }

  /**
   * A conflict that the team expects.
   *
   * @param between ids of the workstreams, at least two
   * @param winner id of the workstream whose version wins; given when the resolution is OWNER_WINS
   */
  public record Conflict(
      Origin origin,
      PathPatterns paths,
      List<String> between,
      Resolution resolution,
      Optional<String> winner,
      String notes) {
    /** Copies the collection. */
    public Conflict {
      Parts.require(origin, paths, resolution, winner, notes);
      between = List.copyOf(between);
    }
  }

  /**
   * Workstreams that are said not to conflict.
   *
   * @param between ids of the workstreams, at least two
   * @param reason Markdown, may be empty
   */
  public record NoConflict(Origin origin, List<String> between, String reason) {
    /** Copies the collection. */
    public NoConflict {
      Parts.require(origin, reason);
      between = List.copyOf(between);
    }

    /** What is said, plain text: {@code no conflict between a, b and c}. */
    public String claim() {
      return "no conflict between " + Enumerated.of(between.stream().distinct().toList());
    }
  }

  /**
   * The branch policy.
   *
   * @param target branch that pull requests go to
   * @param never branches that nothing is merged into directly
   * @param protectedBranches branches that nobody commits to directly
   * @param except paths that may be committed there all the same
   * @param naming pattern of branch names, with {@code *} for any characters; may be empty
   * @param behindAtMost most commits a branch may be behind its base
   * @param staleAfterHours hours without a commit after which a branch is stale
   */
  public record Branches(
      Origin origin,
      Optional<String> target,
      List<String> never,
      List<String> protectedBranches,
      PathPatterns except,
      Optional<String> naming,
      OptionalInt behindAtMost,
      OptionalInt staleAfterHours) {

    /** A policy that protects no branch. */
    public Branches(
        Origin origin,
        Optional<String> target,
        List<String> never,
        Optional<String> naming,
        OptionalInt behindAtMost,
        OptionalInt staleAfterHours) {
      this(
          origin,
          target,
          never,
          List.of(),
          PathPatterns.of(),
          naming,
          behindAtMost,
          staleAfterHours);
    }

    /** Copies the collections. */
    public Branches {
      Parts.require(origin, target, except, naming, behindAtMost, staleAfterHours);
      never = List.copyOf(never);
      protectedBranches = List.copyOf(protectedBranches);
    }
  }

  /**
   * What becomes of a branch that weakens the plan that judges it.
   *
   * @param weakening what happens
   * @param by ids of the people whose commits may weaken it
   */
  public record Guard(Origin origin, Weakening weakening, List<String> by) {

    /** What happens where a branch weakens the plan. */
    public enum Weakening {
      /** It fails the branch's build. */
      FAIL,
      /** It is shown as a warning. */
      WARN,
      /** It is told, and no more. */
      ALLOW
    }

    /** Copies the collection. */
    public Guard {
      Parts.require(origin, weakening);
      by = List.copyOf(by);
    }

    /** What holds where the plan says nothing. */
    public static Guard usual(Origin origin) {
      return new Guard(origin, Weakening.FAIL, List.of());
    }
  }

  /** Copies the collections. */
  public Boundaries {
    Parts.require(origin, protectedPaths, unowned, branches, guard, allowedSigners);
    shared = List.copyOf(shared);
    conflicts = List.copyOf(conflicts);
    noConflicts = List.copyOf(noConflicts);
  }
}
