package dev.coord.evidence.git;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HashedSequencePair;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * Which lines of a text were replaced by which: what is common at both ends is cut off, the rest
 * compared as {@code git diff --diff-algorithm=histogram} does.
 */
final class LineDiff {

  private LineDiff() {}

  /**
   * The edits, in order; where finding better ones would take too long, one that replaces
   * everything between the common ends.
   *
   * @param steps how many edits times lines may be looked at: texts can be made so that the
   *     algorithm looks at each line once for each edit
   */
  static EditList edits(RawText before, RawText after, long steps) {
    RawTextComparator comparator = RawTextComparator.DEFAULT;
    Edit region =
        comparator.reduceCommonStartEnd(before, after, new Edit(0, before.size(), 0, after.size()));
    EditList whole = EditList.singleton(region);
    if (region.getType() != Edit.Type.REPLACE) {
      return region.isEmpty() ? new EditList() : whole;
    }
    HistogramDiff histogram = new HistogramDiff();
    histogram.setFallbackAlgorithm(new Fallback(steps));
    Bounded edits = new Bounded(steps / (region.getLengthA() + region.getLengthB()));
    HashedSequencePair<RawText> pair = new HashedSequencePair<>(comparator, before, after);
    try {
      histogram.diffNonCommon(edits, pair.getComparator(), pair.getA(), pair.getB(), region);
      return edits;
    } catch (TooManyEditsException e) {
      return whole;
    }
  }

  /** Compares, as git does, what has no rare lines; in the same time. */
  private static final class Fallback extends DiffAlgorithm {

    private long steps;

    Fallback(long steps) {
      this.steps = steps;
    }

    @Override
    public <S extends Sequence> EditList diffNonCommon(
        SequenceComparator<? super S> comparator, S before, S after) {
      steps -= (long) before.size() * after.size();
      return steps < 0
          ? EditList.singleton(new Edit(0, before.size(), 0, after.size()))
          : MyersDiff.INSTANCE.diffNonCommon(comparator, before, after);
    }
  }

  private static final class TooManyEditsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyEditsException() {
      super(null, null, false, false);
    }
  }

  private static final class Bounded extends EditList {
    private static final long serialVersionUID = 1L;

    private final long limit;

    Bounded(long limit) {
      this.limit = limit;
    }

    @Override
    public boolean add(Edit edit) {
      if (size() >= limit) {
        throw new TooManyEditsException();
      }
      return super.add(edit);
    }
  }
}
