package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What lies inside what, such as directories.
 *
 * @param branches each behind the one that it lies in
 */
public record Tree(List<Branch> branches) implements Picture {
  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when a branch lies in none
   */
  public Tree {
    branches = List.copyOf(branches);
    int before = -1;
    for (Branch branch : branches) {
      if (branch.depth() > before + 1) {
        throw new IllegalArgumentException("in nothing: " + branch.mark().name());
      }
      before = branch.depth();
    }
  }

  @Override
  public Tree reworded(UnaryOperator<String> change) {
    return new Tree(
        branches.stream()
            .map(one -> new Branch(one.depth(), one.mark().reworded(change), one.kind()))
            .toList());
  }

  /**
   * A branch of a tree.
   *
   * @param depth in how many others it lies, 0 or more
   */
  public record Branch(int depth, Mark mark, Kind kind) {
    /** Whose it is. */
    public enum Kind {
      /** Somebody's. */
      OWNED,
      /** There for what lies in it. */
      FOLDER,
      /** Shared, protected, or nobody's. */
      OPEN
    }

    /**
     * Checks the depth.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Branch {
      Objects.requireNonNull(mark, "mark");
      Objects.requireNonNull(kind, "kind");
      if (depth < 0) {
        throw new IllegalArgumentException("not so deep: " + depth);
      }
    }
  }
}
