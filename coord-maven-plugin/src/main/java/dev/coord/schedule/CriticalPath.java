package dev.coord.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The critical path method: how early and how late each activity can begin and end, and which ones
 * delay everything when they are late.
 *
 * <p>After J. E. Kelley and M. R. Walker, "Critical-Path Planning and Scheduling" (1959). Times are
 * whole working days from 0; an activity that begins at 2 and takes 3 of them ends at 5, where what
 * comes after it can begin. An activity without a length has no end, and what comes after it no
 * times: nothing is guessed. The late times then rest on the activities that can be reckoned. What
 * is so whatever the missing lengths are is told all the same: before what an activity does not
 * begin, and by how much it can be late at least.
 */
public final class CriticalPath {

  /**
   * Something that takes time.
   *
   * @param id unique
   * @param length in working days, at least 0; empty when it is not known
   * @param least what it takes at least where its length is not known, 0 or 1
   * @param notBefore it does not begin before, as is planned; at least 0
   * @param begun it cannot have begun before, whatever was planned; at least 0
   * @param notEndedBefore it has not ended before, whenever it began: a part of it waits for
   *     something; at least 0
   * @param after ids of the activities that must have ended before it begins
   * @param overlaps ids of the activities on whose last day it can begin already
   * @param parts by id of the activities that a part of must be there, the planned day from which
   *     on it is; the part is late with its activity
   */
  public record Activity(
      String id,
      OptionalLong length,
      int least,
      long notBefore,
      long begun,
      long notEndedBefore,
      List<String> after,
      List<String> overlaps,
      Map<String, Long> parts) {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when a number is negative
     */
    public Activity {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(length, "length");
      after = List.copyOf(after);
      overlaps = List.copyOf(overlaps);
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
      if (length.orElse(0) < 0
          || Math.min(Math.min(notBefore, begun), notEndedBefore) < 0
          || least < 0
          || least > 1) {
        throw new IllegalArgumentException("an activity begins at 0 or later and takes no less");
      }
    }

    /** Something that needs no parts of others. */
    Activity(
        String id,
        OptionalLong length,
        int least,
        long notBefore,
        List<String> after,
        List<String> overlaps) {
      this(id, length, least, notBefore, 0, 0, after, overlaps, Map.of());
    }

    /**
     * The same without planned days: it begins after all that it needs a part of. What has happened
     * is no plan, and stays.
     */
    Activity atOnce() {
      List<String> all = Stream.concat(after.stream(), parts.keySet().stream()).toList();
      return new Activity(id, length, least, 0, begun, 0, all, overlaps, Map.of());
    }

    /** All activities that must have ended, or are on their last day. */
    private Stream<String> ended() {
      return Stream.concat(after.stream(), overlaps.stream());
    }

    /** All activities that it comes after, with the whole or a part of them. */
    private Stream<String> before() {
      return Stream.concat(ended(), parts.keySet().stream());
    }

    /** Its length, else what it takes at least. */
    private long bound() {
      return length.orElse(least);
    }

    /** When it has ended at the earliest, where it begins on a day. */
    private long end(long start) {
      return Math.max(start + bound(), notEndedBefore);
    }

    /** The begin of its last day at the earliest, where it begins on a day. */
    private long lastDay(long start) {
      return Math.max(start + bound() - overlap(), notEndedBefore - 1);
    }

    /** By how much what may begin on its last day can reach into it. */
    private long overlap() {
      return Math.min(bound(), 1);
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
  private final Map<String, Activity> byId = new HashMap<>();
  private final Map<String, Long> bounds = new HashMap<>();
  private final Map<String, Long> earlyStarts = new HashMap<>();
  private final Map<String, Long> leastFloats = new HashMap<>();
  private final Map<String, Times> times = new LinkedHashMap<>();

  private CriticalPath(int number, List<Activity> order) {
    this.number = number;
    this.order = order;
    order.forEach(activity -> byId.put(activity.id(), activity));
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
    path.floats(earlyFinishes);
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
      open.put(activity.id(), (int) activity.before().count());
      activity
          .before()
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
      long start = bound(activity);
      bounds.put(activity.id(), start);
      if (activity.ended().allMatch(finishes::containsKey)) {
        earlyStarts.put(activity.id(), start);
        if (activity.length().isPresent()) {
          finishes.put(activity.id(), activity.end(start));
        }
      }
    }
    return finishes;
  }

  /** What takes no known time is taken to take the least, so that this is the least it can be. */
  private long bound(Activity activity) {
    long start = Math.max(activity.notBefore(), activity.begun());
    for (String before : activity.after()) {
      start = Math.max(start, byId.get(before).end(bounds.get(before)));
    }
    for (String before : activity.overlaps()) {
      start = Math.max(start, byId.get(before).lastDay(bounds.get(before)));
    }
    for (long day : activity.parts().values()) {
      start = Math.max(start, day);
    }
    return start;
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
        activity
            .overlaps()
            .forEach(before -> lateFinishes.merge(before, lateStart + overlap(before), Math::min));
        activity
            .parts()
            .forEach(
                (before, day) ->
                    lateFinishes.merge(before, lateStart - day + end(before), Math::min));
      }
    }
    order.stream()
        .map(Activity::id)
        .filter(found::containsKey)
        .forEach(id -> times.put(id, found.get(id)));
  }

  private long overlap(String before) {
    return byId.get(before).overlap();
  }

  /**
   * When an activity ends at the earliest, as far as is known, if nothing in its midst holds it up:
   * its parts are late with it.
   */
  private long end(String id) {
    return bounds.get(id) + byId.get(id).bound();
  }

  /** From the longest way from each activity to the end, where all lengths on it are known. */
  private void floats(Map<String, Long> earlyFinishes) {
    long end =
        order.stream()
            .mapToLong(activity -> activity.end(bounds.get(activity.id())))
            .max()
            .orElse(0);
    Map<String, Long> ways = new HashMap<>();
    Set<String> open = new HashSet<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      Activity activity = order.get(i);
      long way = ways.getOrDefault(activity.id(), 0L) + activity.bound();
      if (open.contains(activity.id()) || activity.length().isEmpty()) {
        activity.before().forEach(open::add);
      } else if (earlyFinishes.containsKey(activity.id())) {
        leastFloats.put(activity.id(), end - bounds.get(activity.id()) - way);
      }
      activity.after().forEach(before -> ways.merge(before, way, Math::max));
      activity.overlaps().forEach(before -> ways.merge(before, way - overlap(before), Math::max));
      activity
          .parts()
          .forEach((before, day) -> ways.merge(before, way + day - end(before), Math::max));
    }
  }

  /** The times of an activity; empty when it or one before it has no length. */
  public Optional<Times> times(String id) {
    return Optional.ofNullable(times.get(id));
  }

  /** The earliest begin; empty when an activity before it has no length. */
  public OptionalLong earlyStart(String id) {
    return number(earlyStarts.get(id));
  }

  /**
   * Before what an activity does not begin, whatever the lengths are that are not known; empty when
   * it never begins.
   */
  public OptionalLong notBefore(String id) {
    return number(bounds.get(id));
  }

  /**
   * By how many working days an activity can be late at least without delaying the end of all,
   * whatever the lengths are that are not known; empty when that cannot be told.
   */
  public OptionalLong leastFloat(String id) {
    return number(leastFloats.get(id));
  }

  /**
   * By how many working days activities can be late at least without missing a deadline, their own
   * or one of what comes after them; negative for one that is missed anyway.
   *
   * @param deadlines by id, the day by which an activity is to have ended, as ends are counted
   * @return without those that no deadline comes after, and those of which it cannot be told
   */
  public Map<String, Long> leastMargins(Map<String, Long> deadlines) {
    Map<String, Long> latest = new HashMap<>(deadlines);
    Map<String, Long> margins = new HashMap<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      Activity activity = order.get(i);
      Long finish = latest.get(activity.id());
      if (finish != null) {
        long start = finish - activity.bound();
        if (leastFloats.containsKey(activity.id())) {
          long margin = start - bounds.get(activity.id());
          margins.put(activity.id(), held(margin, finish - activity.notEndedBefore()));
        }
        activity.after().forEach(before -> latest.merge(before, start, Math::min));
        activity
            .overlaps()
            .forEach(before -> latest.merge(before, start + overlap(before), Math::min));
        activity
            .parts()
            .forEach((before, day) -> latest.merge(before, start - day + end(before), Math::min));
      }
    }
    return margins;
  }

  /** What is held up in its midst beyond its deadline misses that, however early it begins. */
  private static long held(long margin, long left) {
    return left < 0 ? Math.min(margin, left) : margin;
  }

  private static OptionalLong number(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
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
