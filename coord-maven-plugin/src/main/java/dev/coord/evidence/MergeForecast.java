package dev.coord.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What would conflict if it were merged as it is committed now.
 *
 * @param live names of the branches that are there and not merged, in the order asked
 * @param pairs pairs of live branches that both changed a path, in the order asked; all other pairs
 *     merge without a conflict
 * @param left pairs that both changed a path and were not merged, because there are too many
 * @param now live branches whose paths changed in what they go into since they left it; all others
 *     merge without a conflict
 * @param queue what waits and is not merged yet, each merged after those before it
 * @param waves the waves that were asked for
 */
public record MergeForecast(
    List<String> live,
    List<Pair> pairs,
    long left,
    List<Step> now,
    List<Step> queue,
    List<Wave> waves) {

  /** Nothing is live. */
  public static final MergeForecast NONE =
      new MergeForecast(List.of(), List.of(), 0, List.of(), List.of());

  /** Why a path cannot be merged without somebody's hand. */
  public enum Kind {
    /** Both changed the same lines. */
    CONTENT("content"),
    /** Both added it, each with another content. */
    BOTH_ADDED("both added"),
    /** One renamed a file to one name, the other to another. */
    RENAMED_TO_TWO("renamed to two names"),
    /** Two files got one name. */
    RENAMED_TO_ONE("two files renamed to one name"),
    /** One renamed what the other deleted. */
    RENAMED_AND_DELETED("renamed and deleted"),
    /** One renamed a file to the name of a file that the other added. */
    RENAMED_AND_ADDED("renamed and added"),
    /** One put it into a directory that the other renamed. */
    DIRECTORY_RENAMED("in a renamed directory"),
    /** One put it into a directory that the other renamed, where its new place is taken. */
    NO_PLACE("no place in the renamed directory"),
    /** One put files into a directory that the other split up; it is the directory's path. */
    DIRECTORY_SPLIT("directory renamed to several"),
    /** One deleted what the other changed. */
    DELETED_AND_CHANGED("deleted and changed"),
    /** Both changed a file without lines. */
    BINARY("binary"),
    /** Both changed whether it can be run, each in another way. */
    MODE("mode"),
    /** It is a file here and a directory there. */
    FILE_AND_DIRECTORY("file and directory"),
    /** It is a file, a link or a submodule, on each side another of them. */
    TYPE("type"),
    /** Both changed where a link leads. */
    LINK("link"),
    /** Both changed the commit of a submodule. */
    SUBMODULE("submodule");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in words. */
    public String words() {
      return words;
    }
  }

  /**
   * A path that cannot be merged without somebody's hand.
   *
   * @param path repository path
   * @param with branches merged before whose changes conflict with it, in their order; all that
   *     changed it where none of them does alone; none where it is what it goes into, and none for
   *     a pair
   * @param landed branches whose changes conflict with it and are in what it goes into already
   * @param others whether something else conflicts with it, or may, than what is listed
   * @param otherNames other paths of the same file, before it was renamed or on the other side
   * @param untold why it cannot be told whose changes conflict with it; empty where that is told,
   *     or nobody asked
   */
  public record Clash(
      String path,
      Kind kind,
      List<String> with,
      List<String> landed,
      boolean others,
      List<String> otherNames,
      Optional<String> untold) {
    /** Copies the collections. */
    public Clash {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(untold, "untold");
      with = List.copyOf(with);
      landed = List.copyOf(landed);
      otherNames = List.copyOf(otherNames);
    }

    /** A path of which that is told, or nobody asked. */
    public Clash(
        String path,
        Kind kind,
        List<String> with,
        List<String> landed,
        boolean others,
        List<String> otherNames) {
      this(path, kind, with, landed, others, otherNames, Optional.empty());
    }
  }

  /**
   * Two branches that both changed a path.
   *
   * @param clashes the conflicts, by path; none when both changes can be kept
   */
  public record Pair(String ours, String theirs, Observation<List<Clash>> clashes) {
    /** Checks that all are there. */
    public Pair {
      Objects.requireNonNull(ours, "ours");
      Objects.requireNonNull(theirs, "theirs");
      clashes = clashes.map(List::copyOf);
    }
  }

  /**
   * A branch that is merged into something.
   *
   * @param clashes the conflicts, by path
   */
  public record Step(String branch, String into, Observation<List<Clash>> clashes) {
    /** Checks that all are there. */
    public Step {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(into, "into");
      clashes = clashes.map(List::copyOf);
    }
  }

  /**
   * Branches merged one after another.
   *
   * @param steps those that are not merged yet, in their order
   */
  public record Wave(String id, List<Step> steps) {
    /** Copies the collection. */
    public Wave {
      Objects.requireNonNull(id, "id");
      steps = List.copyOf(steps);
    }
  }

  /** Copies the collections. */
  public MergeForecast {
    live = List.copyOf(live);
    pairs = List.copyOf(pairs);
    now = List.copyOf(now);
    queue = List.copyOf(queue);
    waves = List.copyOf(waves);
  }

  /** A forecast without a queue. */
  public MergeForecast(
      List<String> live, List<Pair> pairs, long left, List<Step> now, List<Wave> waves) {
    this(live, pairs, left, now, List.of(), waves);
  }
}
