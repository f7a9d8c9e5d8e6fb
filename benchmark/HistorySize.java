/**
 * How large a generated history is. The same numbers give the same history.
 *
 * @param commits commits that HEAD reaches
 * @param files files of the first package of commits and of all later ones, at HEAD
 * @param branches live branches
 * @param behind how many commits of the main line back a live branch begins at most
 * @param depth directories below a package
 * @param seed another number gives another history
 */
record HistorySize(int commits, int files, int branches, int behind, int depth, long seed) {

  /** Branches that are merged already, as in the sample. */
  static final int MERGED = 2;

  HistorySize {
    files = Math.max(files, 2 * modules(files, branches));
  }

  /** Each workstream owns one; the others are nobody's. */
  int modules() {
    return modules(files, branches);
  }

  private static int modules(int files, int branches) {
    return Math.max(branches + MERGED + 2, Math.min(200, files / 50));
  }
}
