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
 *
 * <p>That algorithm looks at each line once for each edit. Texts for which this takes too long are
 * first cut at lines that occur once in each; a piece that still takes too long counts as replaced.
 */
final class LineDiff {

  private static final RawTextComparator COMPARATOR = RawTextComparator.DEFAULT;

  private final RawText before;
  private final RawText after;
  private final HashedSequencePair<RawText> pair;
  private final EditList edits = new EditList();
  private long steps;

  private LineDiff(RawText before, RawText after, long steps) {
    this.before = before;
    this.after = after;
    this.steps = steps;
    pair = new HashedSequencePair<>(COMPARATOR, before, after);
  }

  /**
   * The edits, in order.
   *
   * @param steps how many lines may be looked at, those that are looked at again included
   */
  static EditList edits(RawText before, RawText after, long steps) {
    Edit all = new Edit(0, before.size(), 0, after.size());
    Edit region = COMPARATOR.reduceCommonStartEnd(before, after, all);
    LineDiff diff = new LineDiff(before, after, steps);
    if (!region.isEmpty() && !diff.compare(region, steps / 4)) {
      for (Edit gap : new LineAnchors(before, after).gaps(region)) {
        if (!diff.compare(gap, diff.steps)) {
          diff.edits.add(gap);
        }
      }
    }
    return diff.edits;
  }

  /**
   * Adds the edits of a region whose ends differ.
   *
   * @return false when there are too many to find; then none was added
   */
  private boolean compare(Edit region, long limit) {
    if (region.getType() != Edit.Type.REPLACE) {
      edits.add(region);
      return true;
    }
    long lines = region.getLengthA() + (long) region.getLengthB();
    Bounded found = new Bounded(limit / lines);
    Fallback fallback = new Fallback(limit);
    HistogramDiff histogram = new HistogramDiff();
    histogram.setFallbackAlgorithm(fallback);
    try {
      histogram.diffNonCommon(found, pair.getComparator(), pair.getA(), pair.getB(), region);
      edits.addAll(found);
      return true;
    } catch (TooManyEditsException e) {
      return false;
    } finally {
      steps -= found.size() * lines + limit - fallback.steps;
    }
  }

  /** Compares, as git does, what has no rare lines. */
  private static final class Fallback extends DiffAlgorithm {

    private long steps;

    Fallback(long steps) {
      this.steps = steps;
    }

    @Override
    public <S extends Sequence> EditList diffNonCommon(
        SequenceComparator<? super S> comparator, S before, S after) {
      long needed = (long) before.size() * after.size();
      if (needed > steps) {
        throw new TooManyEditsException();
      }
      steps -= needed;
      return MyersDiff.INSTANCE.diffNonCommon(comparator, before, after);
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
