package dev.coord.publish.feed;

import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRun.Value;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is not as it was between two runs.
 *
 * @param title one line that tells the most important of it
 * @param lines all of it, at most {@value #MOST}, in one order
 */
record RunChanges(String title, List<String> lines) {

  /** Most lines. */
  static final int MOST = 50;

  /** What lets a build go on. */
  private static final Set<String> HOLDS =
      Set.of(Outcome.PASSED.word(), Outcome.WAIVED.word(), Outcome.BASELINED.word());

  RunChanges {
    lines = List.copyOf(lines);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  static RunChanges between(RecordedRun before, RecordedRun now) {
    List<String> lines = new ArrayList<>();
    boolean turned = !before.result().equals(now.result());
    if (turned) {
      lines.add("verdict: " + now.result() + ", was " + before.result());
    }
    List<String> broken = new ArrayList<>();
    List<String> mended = new ArrayList<>();
    now.gates().forEach((gate, value) -> gate(before, gate, value, broken, mended, lines));
    now.workstreams().forEach((id, status) -> workstream(before, id, status, lines));
    now.metrics().forEach((id, value) -> metric(before, id, value, lines));
    String title =
        turned
            ? "Now " + now.result() + ", was " + before.result()
            : !broken.isEmpty()
                ? Words.count(broken.size(), "gate") + " broke"
                : !mended.isEmpty()
                    ? Words.count(mended.size(), "gate") + " mended"
                    : lines.isEmpty() ? "" : lines.get(0);
    return new RunChanges(title, bounded(lines));
  }

  private static void gate(
      RecordedRun before,
      String gate,
      Value value,
      List<String> broken,
      List<String> mended,
      List<String> lines) {
    Value former = before.gates().get(gate);
    if (former == null || holds(former) == holds(value)) {
      return;
    }
    (holds(value) ? mended : broken).add(gate);
    lines.add(
        "gate "
            + gate
            + (holds(value) ? " mended: " : " broke: ")
            + words(value)
            + ", was "
            + words(former));
  }

  private static boolean holds(Value value) {
    return HOLDS.contains(value.outcome());
  }

  private static String words(Value value) {
    return value.measured().isEmpty() ? value.outcome() : value.outcome() + ", " + value.measured();
  }

  private static void workstream(RecordedRun before, String id, String status, List<String> lines) {
    String former = before.workstreams().get(id);
    if (former != null && !former.equals(status)) {
      lines.add(
          "workstream "
              + id
              + ": "
              + status.replace('_', ' ')
              + ", was "
              + former.replace('_', ' '));
    }
  }

  /** A metric that is seen to meet its target, and was not. */
  private static void metric(RecordedRun before, String id, Value value, List<String> lines) {
    Map<String, Value> former = before.metrics();
    boolean met = value.outcome().equals(Outcome.PASSED.word());
    if (met && former.containsKey(id) && !former.get(id).outcome().equals(value.outcome())) {
      lines.add("metric " + id + " meets its target: " + value.measured());
    }
  }

  private static List<String> bounded(List<String> lines) {
    if (lines.size() <= MOST) {
      return lines;
    }
    List<String> some = new ArrayList<>(lines.subList(0, MOST - 1));
    some.add("and " + (lines.size() - some.size()) + " more");
    return some;
  }
}
