package dev.coord.publish.feed;

import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRun.Value;
import dev.coord.publish.StatusReader;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is not as it was between two runs.
 *
 * @param title one line that tells the most important of it
 * @param lines all of it, at most {@value #MOST}, in one order
 */
record RunChanges(String title, List<String> lines) {

  /** Most lines. */
  static final int MOST = 50;

  /** What a gate comes to, whatever lets it hold. */
  private enum Kind {
    FAILS,
    UNKNOWN,
    HOLDS;

    private static Kind of(Value value) {
      if (value.outcome().equals(Outcome.UNKNOWN.word())) {
        return UNKNOWN;
      }
      return value.outcome().equals(Outcome.FAILED.word()) ? FAILS : HOLDS;
    }
  }

  /** How a gate turned, what matters most first. Nothing is said to turn that nobody knew. */
  private enum Turn {
    BROKE,
    FAILS,
    UNTOLD,
    MENDED,
    HOLDS;

    private static Turn of(Kind before, Kind now) {
      boolean known = before != Kind.UNKNOWN;
      return switch (now) {
        case FAILS -> known ? BROKE : FAILS;
        case UNKNOWN -> UNTOLD;
        case HOLDS -> known ? MENDED : HOLDS;
      };
    }

    private String words(int number) {
      return switch (this) {
        case BROKE -> " broke";
        case FAILS -> Words.either(number, " fails", " fail");
        case UNTOLD -> " cannot be told";
        case MENDED -> " mended";
        case HOLDS -> Words.either(number, " holds", " hold");
      };
    }
  }

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
    Map<Turn, Integer> turns = new EnumMap<>(Turn.class);
    now.gates().forEach((gate, value) -> gate(before, gate, value, turns, lines));
    before.gates().keySet().stream()
        .filter(gate -> !now.gates().containsKey(gate))
        .forEach(
            gate ->
                lines.add(
                    "gate " + gate + " is judged no more, was " + words(before.gates().get(gate))));
    workstreams(before, now, lines);
    now.metrics().forEach((id, value) -> metric(before, id, value, lines));
    contradictions(before, now, lines);
    String title =
        turned
            ? "Now " + now.result() + ", was " + before.result()
            : turns.entrySet().stream()
                .findFirst()
                .map(turn -> title(turn.getKey(), turn.getValue()))
                .orElse(lines.isEmpty() ? "" : lines.get(0));
    return new RunChanges(title, bounded(lines));
  }

  private static String title(Turn turn, int number) {
    return Words.count(number, "gate") + turn.words(number);
  }

  private static void gate(
      RecordedRun before, String gate, Value value, Map<Turn, Integer> turns, List<String> lines) {
    Value former = before.gates().get(gate);
    if (former == null || Kind.of(former) == Kind.of(value)) {
      return;
    }
    Turn turn = Turn.of(Kind.of(former), Kind.of(value));
    turns.merge(turn, 1, Integer::sum);
    String seen = turn == Turn.UNTOLD ? "" : ": " + words(value);
    lines.add("gate " + gate + turn.words(1) + seen + ", was " + words(former));
  }

  private static String words(Value value) {
    return value.measured().isEmpty() ? value.outcome() : value.outcome() + ", " + value.measured();
  }

  /** Of a run that has as many as are read, some may be left out: none of them came or went. */
  private static void workstreams(RecordedRun before, RecordedRun now, List<String> lines) {
    Map<String, String> former = before.workstreams();
    boolean whole = Math.max(former.size(), now.workstreams().size()) < StatusReader.MOST_VALUES;
    now.workstreams()
        .forEach(
            (id, status) -> {
              String was = former.get(id);
              if (was != null && !was.equals(status)) {
                lines.add(workstream(id, status) + ", was " + was.replace('_', ' '));
              } else if (was == null && whole) {
                lines.add(workstream(id, status) + ", is new in the plan");
              }
            });
    former.forEach(
        (id, was) -> {
          if (whole && !now.workstreams().containsKey(id)) {
            lines.add("workstream " + id + " left the plan, was " + was.replace('_', ' '));
          }
        });
  }

  private static String workstream(String id, String status) {
    return "workstream " + id + ": " + status.replace('_', ' ');
  }

  private static void contradictions(RecordedRun before, RecordedRun now, List<String> lines) {
    boolean told = before.contradictions().isPresent() && now.contradictions().isPresent();
    if (told && !before.contradictions().equals(now.contradictions())) {
      lines.add(
          Words.count(now.contradictions().getAsInt(), "contradicted claim")
              + Words.either(before.contradictions().getAsInt(), ", was ", ", were ")
              + before.contradictions().getAsInt());
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
