package dev.coord.evidence.git;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchDelta.Basis;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what several merges of one branch brought. */
final class Deltas {

  private Deltas() {}

  /**
   * All changes and commits together; the ends are those of the last merge.
   *
   * @param newestFirst what each brought, the last one first; not empty
   */
  static BranchDelta together(List<BranchDelta> newestFirst) {
    BranchDelta last = newestFirst.get(0);
    BranchDelta first = newestFirst.get(newestFirst.size() - 1);
    Map<String, Commit> commits = new LinkedHashMap<>();
    SortedMap<String, FileChange> changes = new TreeMap<>();
    Map<String, String> renamed = new TreeMap<>();
    Set<String> line = new HashSet<>();
    for (BranchDelta delta : newestFirst) {
      delta.renamed().forEach(renamed::putIfAbsent);
      line.addAll(delta.line());
      delta.commits().forEach(commit -> commits.putIfAbsent(commit.id(), commit));
      delta.changes().forEach(older -> changes.merge(older.path(), older, Deltas::after));
    }
    return new BranchDelta(
        last.basis(),
        last.baseName(),
        last.base(),
        last.basis() == Basis.MERGE ? first.mergeBase() : last.mergeBase(),
        last.tip(),
        last.ahead(),
        last.behind(),
        new ArrayList<>(changes.values()),
        new ArrayList<>(commits.values()),
        last.uncommitted(),
        renamed,
        Optional.empty(),
        line);
  }

  private static FileChange after(FileChange newer, FileChange older) {
    return new FileChange(
        newer.path(),
        older.kind().then(newer.kind()),
        newer.added() + older.added(),
        newer.removed() + older.removed(),
        newer.binary() || older.binary());
  }
}
