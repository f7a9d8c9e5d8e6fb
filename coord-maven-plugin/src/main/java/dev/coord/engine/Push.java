package dev.coord.engine;

import dev.coord.evidence.Commit;
import java.util.List;
import java.util.Objects;

/**
 * What came to the integration branch.
 *
 * @param before full id of the commit that it was at
 * @param commits those of its first-parent line since then, newest first, at least one
 */
record Push(String before, List<Commit> commits) {
  Push {
    Objects.requireNonNull(before, "before");
    commits = List.copyOf(commits);
    if (commits.isEmpty()) {
      throw new IllegalArgumentException("nothing came");
    }
  }

  Commit last() {
    return commits.get(0);
  }

  Commit first() {
    return commits.get(commits.size() - 1);
  }
}
