package dev.coord.assess;

import dev.coord.evidence.Observation;
import dev.coord.evidence.PlanHistory;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.PlanSnapshot;
import dev.coord.plan.PlanSnapshot.Part;
import dev.coord.plan.WorkCount;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How much was claimed done day by day, of how much there was to do, and how often promised days
 * were moved: told from the past versions of the plan.
 */
public final class WorkHistory {

  /** The pace is that of so many days. */
  public static final int PACE_DAYS = 28;

  /** A pace of fewer days says nothing. */
  static final int LEAST_DAYS = 7;

  private final Observation<PlanHistory> history;
  private final LocalDate today;
  private final PlanSnapshot now;
  private final Map<Part, List<Point>> points = new TreeMap<>();
  private final Map<Part, List<Promise>> promises = new TreeMap<>();

  /**
   * What was counted from a day on.
   *
   * @param day the first day it was so, in the project's zone
   * @param commit full id of the commit; empty for what the checked-out plan and the tips of
   *     branches claim now
   * @param count what was claimed done, of what there was to do
   */
  public record Point(LocalDate day, Optional<String> commit, WorkCount count) {
    /** Checks that all parts are there. */
    public Point {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(count, "count");
    }
  }

  /**
   * A day that was promised.
   *
   * @param said the first day it was promised on, in the project's zone
   * @param commit full id of the commit; empty for the checked-out plan
   * @param day the promised day
   */
  public record Promise(LocalDate said, Optional<String> commit, LocalDate day) {
    /** Checks that all parts are there. */
    public Promise {
      Objects.requireNonNull(said, "said");
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(day, "day");
    }
  }

  private WorkHistory(Observation<PlanHistory> history, LocalDate today, PlanSnapshot now) {
    this.history = history;
    this.today = today;
    this.now = now;
  }

  /** That of an assessment. */
  public static WorkHistory of(Assessment assessment) {
    Plan plan = assessment.plan();
    WorkHistory work =
        new WorkHistory(
            assessment.evidence().history(),
            assessment.judgedOn(),
            PlanSnapshot.of(List.of(PlanExtract.of(plan))));
    for (PlanHistory.Version version :
        work.history.optional().map(PlanHistory::versions).orElse(List.of())) {
      work.add(version.day(), Optional.of(version.commit()), version.snapshot());
    }
    if (work.history.optional().isPresent()) {
      work.add(work.today, Optional.empty(), work.now);
    }
    return work;
  }

  private void add(LocalDate day, Optional<String> commit, PlanSnapshot snapshot) {
    snapshot
        .counts()
        .forEach(
            (part, count) -> {
              List<Point> known = points.computeIfAbsent(part, any -> new ArrayList<>());
              if (known.isEmpty() || !known.get(known.size() - 1).count().equals(count)) {
                known.add(new Point(day, commit, count));
              }
            });
    snapshot
        .promises()
        .forEach(
            (part, promised) -> {
              List<Promise> known = promises.computeIfAbsent(part, any -> new ArrayList<>());
              if (known.isEmpty() || !known.get(known.size() - 1).day().equals(promised)) {
                known.add(new Promise(day, commit, promised));
              }
            });
  }

  /** The versions it is told from, or why there are none. */
  public Observation<PlanHistory> versions() {
    return history;
  }

  /** The parts that were counted differently at least once, in their order. */
  public List<Part> parts() {
    return points.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What was counted, oldest first: a point for each change; none where nothing was counted. */
  public List<Point> points(Part part) {
    return List.copyOf(points.getOrDefault(part, List.of()));
  }

  /** What was counted last up to a day, that day included. */
  public Optional<WorkCount> on(Part part, LocalDate day) {
    Optional<WorkCount> last = Optional.empty();
    for (Point point : points.getOrDefault(part, List.of())) {
      if (point.day().isAfter(day)) {
        break;
      }
      last = Optional.of(point.count());
    }
    return last;
  }

  /**
   * What was claimed done a week, in the last four weeks or since the first version, if that is
   * nearer.
   *
   * @return tenths, rounded down; empty when the history is shorter than a week, or what was
   *     counted is not the same kind of thing
   */
  public OptionalLong pace(Part part) {
    List<Point> known = points.getOrDefault(part, List.of());
    if (known.isEmpty()) {
      return OptionalLong.empty();
    }
    LocalDate first = known.get(0).day();
    LocalDate from = today.minusDays(PACE_DAYS);
    LocalDate since = first.isAfter(from) ? first : from;
    long days = ChronoUnit.DAYS.between(since, today);
    WorkCount before = on(part, since).orElseThrow();
    WorkCount now = known.get(known.size() - 1).count();
    return days < LEAST_DAYS || before.of() != now.of()
        ? OptionalLong.empty()
        : OptionalLong.of(Math.floorDiv(70L * (now.done() - before.done()), days));
  }

  /**
   * Days that were promised and then moved, in the order of parts, each at least twice; of what the
   * plan no longer promises, none.
   */
  public Map<Part, List<Promise>> moved() {
    Map<Part, List<Promise>> moved = new TreeMap<>(promises);
    moved.values().removeIf(promised -> promised.size() < 2);
    moved.keySet().retainAll(now.promises().keySet());
    return moved;
  }
}
