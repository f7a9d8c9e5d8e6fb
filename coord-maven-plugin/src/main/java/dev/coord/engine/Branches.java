package dev.coord.engine;

import dev.coord.evidence.git.GitRepository;
import java.util.Optional;

/** Finds branches, and nothing else that bears their names. */
final class Branches {

  private Branches() {}

  /**
   * The last commit of a branch.
   *
   * @return its full id; empty when there is no such branch, though there may be such a tag
   */
  static Optional<String> tip(GitRepository git, String branch) {
    return git.refsTried(branch).stream().flatMap(ref -> git.resolve(ref).stream()).findFirst();
  }
}
