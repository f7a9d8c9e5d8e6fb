package dev.coord.plan;

import dev.coord.path.PathPatterns;
import java.util.List;

/** What part of the project a rule is about: the {@code of:} of the rule language. */
public sealed interface Scope {

  /** Everything the reports hold. */
  record Everything() implements Scope {}

  /**
   * What a workstream owns.
   *
   * @param workstream its id
   */
  record OfWorkstream(String workstream) implements Scope {
    /** Checks the id. */
    public OfWorkstream {
      Ids.require(workstream);
    }
  }

  /**
   * What the workstreams of a person own.
   *
   * @param owner id of the person
   */
  record OfOwner(String owner) implements Scope {
    /** Checks that there is an id. */
    public OfOwner {
      Parts.require(owner);
    }
  }

  /**
   * Files by their package.
   *
   * @param name {@code shop.checkout}, followed by {@code .*} for those below it, too
   */
  record OfPackage(String name) implements Scope {
    /**
     * Checks that there is a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public OfPackage {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("of.package needs a name");
      }
    }
  }

  /**
   * Files by their path.
   *
   * @param paths at least one pattern
   */
  record OfPaths(PathPatterns paths) implements Scope {
    /**
     * Checks that there is a pattern.
     *
     * @throws IllegalArgumentException when there is none
     */
    public OfPaths {
      if (paths.isEmpty()) {
        throw new IllegalArgumentException("of.paths needs a pattern");
      }
    }
  }

  /**
   * Tests by their name: {@code class#method} or a class, with {@code *} for any characters.
   *
   * @param names at least one pattern
   */
  record OfNames(List<String> names) implements Scope {
    /**
     * Copies the patterns.
     *
     * @throws IllegalArgumentException when there is none
     */
    public OfNames {
      names = List.copyOf(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("of.names needs a pattern");
      }
    }
  }
}
