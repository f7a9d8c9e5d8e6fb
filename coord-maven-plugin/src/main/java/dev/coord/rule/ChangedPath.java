package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import java.util.List;

/**
 * A path that a branch changes and that is not simply its own.
 *
 * @param commits the branch's commits that change it, newest first
 * @param uncommitted whether the working tree changes it further
 * @param owners who owns it
 */
record ChangedPath(
    FileChange change, List<Commit> commits, boolean uncommitted, List<Territory.Claim> owners) {

  ChangedPath {
    commits = List.copyOf(commits);
    owners = List.copyOf(owners);
  }

  String path() {
    return change.path();
  }

  List<String> ownerIds() {
    return owners.stream().map(Territory.Claim::workstream).sorted().distinct().toList();
  }

  Trespass trespass(Trespass.Kind kind, String problem, Location boundary, String remedy) {
    return trespass(kind, commits, problem, boundary, remedy);
  }

  /** A trespass by some of the commits. */
  Trespass trespass(
      Trespass.Kind kind, List<Commit> by, String problem, Location boundary, String remedy) {
    boolean committed = !uncommitted || !commits.isEmpty();
    return new Trespass(path(), kind, ownerIds(), by, committed, problem, boundary, remedy);
  }
}
