package dev.coord.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The critical path method: how early and how late each activity can begin and end, and which ones
 * delay everything when they are late.
 *
 * <p>After J. E. Kelley and M. R. Walker, "Critical-Path Planning and Scheduling" (1959). Times are
 * whole working days from 0; an activity that begins at 2 and takes 3 of them ends at 5, where what
 * comes after it can begin. An activity without a length has no end, and what comes after it no
 * times: nothing is guessed. The late times then rest on the activities that can be reckoned.
 */
public final class CriticalPath {

  /**
   * Something that takes time.
   *
   * @param id unique
   * @param length in working days, at least 0; empty when it is not known
   * @param notBefore it does not begin before; at least 0
   * @param after ids of the activities that must have ended before it begins
   */
  public record Activity(String id, OptionalLong length, long notBefore, List<String> after) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when a number is negative
     */
    public Activity {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(length, "length");
      after = List.copyOf(after);
      if (length.orElse(0) < 0 || notBefore < 0) {
        throw new IllegalArgumentException("an activity begins at 0 or later and takes no less");
      }
    }
  }

  /**
   * When an activity can be done without delaying the end of all.
   *
   * @param earlyStart the earliest begin
   * @param earlyFinish the earliest end
   * @param lateStart the latest begin
   * @param lateFinish the latest end
   */
  public record Times(long earlyStart, long earlyFinish, long lateStart, long lateFinish) {
    /** By how many working days it can be late without delaying the end of all. */
    public long totalFloat() {
      return lateStart - earlyStart;
    }

    /** Whether it cannot be late without delaying the end of all. */
    public boolean isCritical() {
      return totalFloat() == 0;
    }
  }

  private final int number;
  private final List<Activity> order;
  private final Map<String, Long> earlyStarts = new HashMap<>();
  private final Map<String, Times> times = new LinkedHashMap<>();

  private CriticalPath(int number, List<Activity> order) {
    this.number = number;
    this.order = order;
  }

  /**
   * Reckons the times of activities. What comes after an activity that is not there, or after
   * itself by way of others, never begins and has no times.
   *
   * @throws IllegalArgumentException when two have one id
   */
  public static CriticalPath of(List<Activity> activities) {
    CriticalPath path = new CriticalPath(activities.size(), sorted(activities));
    Map<String, Long> earlyFinishes = path.forward();
    path.backward(earlyFinishes);
    return path;
  }

  /** Each activity behind those that it comes after; without those that never begin. */
  private static List<Activity> sorted(List<Activity> activities) {
    Map<String, Activity> byId = new LinkedHashMap<>();
    Map<String, Integer> open = new HashMap<>();
    Map<String, List<String>> next = new HashMap<>();
    for (Activity activity : activities) {
      if (byId.put(activity.id(), activity) != null) {
        throw new IllegalArgumentException("two activities are called " + activity.id());
      }
      open.put(activity.id(), activity.after().size());
      activity
          .after()
          .forEach(id -> next.computeIfAbsent(id, k -> new ArrayList<>()).add(activity.id()));
    }
    Deque<String> free = new ArrayDeque<>();
    byId.keySet().stream().filter(id -> open.get(id) == 0).forEach(free::add);
    List<Activity> sorted = new ArrayList<>();
    while (!free.isEmpty()) {
      String id = free.remove();
      sorted.add(byId.get(id));
      for (String after : next.getOrDefault(id, List.of())) {
        if (open.merge(after, -1, Integer::sum) == 0) {
          free.add(after);
        }
      }
    }
    return sorted;
  }

  /** The earliest ends of all activities that can be reckoned. */
  private Map<String, Long> forward() {
    Map<String, Long> finishes = new HashMap<>();
    for (Activity activity : order) {
      if (finishes.keySet().containsAll(activity.after())) {
        long start = activity.notBefore();
        for (String before : activity.after()) {
          start = Math.max(start, finishes.get(before));
        }
        earlyStarts.put(activity.id(), start);
        if (activity.length().isPresent()) {
          finishes.put(activity.id(), start + activity.length().getAsLong());
        }
      }
    }
    return finishes;
  }

  private void backward(Map<String, Long> earlyFinishes) {
    long end = earlyFinishes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    Map<String, Long> lateFinishes = new HashMap<>();
    Map<String, Times> found = new HashMap<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      Activity activity = order.get(i);
      Long earlyFinish = earlyFinishes.get(activity.id());
      if (earlyFinish != null) {
        long lateFinish = lateFinishes.getOrDefault(activity.id(), end);
        long lateStart = lateFinish - activity.length().orElseThrow();
        found.put(
            activity.id(),
            new Times(earlyStarts.get(activity.id()), earlyFinish, lateStart, lateFinish));
        activity.after().forEach(before -> lateFinishes.merge(before, lateStart, Math::min));
      }
    }
    order.stream()
        .map(Activity::id)
        .filter(found::containsKey)
        .forEach(id -> times.put(id, found.get(id)));
  }

  /** The times of an activity; empty when it or one before it has no length. */
  public Optional<Times> times(String id) {
    return Optional.ofNullable(times.get(id));
  }

  /** The earliest begin; empty when an activity before it has no length. */
  public OptionalLong earlyStart(String id) {
    Long start = earlyStarts.get(id);
    return start == null ? OptionalLong.empty() : OptionalLong.of(start);
  }

  /** When all that can be reckoned has ended, at the earliest; empty when nothing can be. */
  public OptionalLong finish() {
    return times.values().stream().mapToLong(Times::earlyFinish).max();
  }

  /** Whether all activities can be reckoned, so that the critical ones are the critical path. */
  public boolean isComplete() {
    return times.size() == number;
  }
}
