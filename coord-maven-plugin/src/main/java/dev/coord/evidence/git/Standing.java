package dev.coord.evidence.git;

import java.io.IOException;

/**
 * How a branch stands to its base.
 *
 * @param targetName the name of the base, or of what is looked at in its place
 * @param tip the branch's last commit, or the one that was merged when it is gone
 */
record Standing(Target target, String targetName, CommitNode tip, MergeFinder.Finding finding) {

  /** The authors' names are taken from the base: a branch cannot rename its own. */
  Mailmap mailmap(CommitReader commits) throws IOException {
    return commits.mailmap(target.tip().tree);
  }
}
