package dev.coord.evidence;

import java.util.BitSet;
import java.util.Objects;

/** The lines of a file of any size, with branches of any number. */
final class WideLines implements LineData {

  private final PackedInts lines;
  private final BitSet covered;
  private final PackedInts branches;
  private final PackedInts coveredBranches;

  WideLines(int[] lines, boolean[] covered, int[] branches, int[] coveredBranches) {
    this.lines = PackedInts.of(lines);
    this.covered = new BitSet(lines.length);
    for (int i = 0; i < covered.length; i++) {
      this.covered.set(i, covered[i]);
    }
    this.branches = PackedInts.of(branches);
    this.coveredBranches = PackedInts.of(coveredBranches);
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public int line(int index) {
    return lines.get(index);
  }

  @Override
  public boolean covered(int index) {
    return covered.get(Objects.checkIndex(index, size()));
  }

  @Override
  public int branches(int index) {
    return branches.get(index);
  }

  @Override
  public int coveredBranches(int index) {
    return coveredBranches.get(index);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WideLines that
        && lines.equals(that.lines)
        && covered.equals(that.covered)
        && branches.equals(that.branches)
        && coveredBranches.equals(that.coveredBranches);
  }

  @Override
  public int hashCode() {
    return Objects.hash(lines, covered, branches, coveredBranches);
  }
}
