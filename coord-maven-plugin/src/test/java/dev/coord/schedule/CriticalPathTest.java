package dev.coord.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.schedule.CriticalPath.Activity;
import dev.coord.schedule.CriticalPath.Times;
import dev.coord.testing.RecordChecks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CriticalPathTest {

  private static Activity activity(String id, int length, String... after) {
    return new Activity(id, OptionalLong.of(length), 0, 0, List.of(after), List.of());
  }

  private static Activity open(String id, String... after) {
    return new Activity(id, OptionalLong.empty(), 0, 0, List.of(after), List.of());
  }

  private static CriticalPath path(Activity... activities) {
    return CriticalPath.of(List.of(activities));
  }

  @Test
  void a_deadline_leaves_a_margin_to_it_and_to_what_comes_before() {
    Activity merge = new Activity("m", OptionalLong.of(1), 0, 5, List.of(), List.of("b"));
    CriticalPath path =
        path(activity("a", 2), activity("b", 2, "a"), merge, activity("c", 9), open("d", "a"));

    assertThat(path.leastMargins(Map.of("m", 6L))).isEqualTo(Map.of("b", 2L, "m", 0L));
    assertThat(path.leastMargins(Map.of("b", 3L, "c", 20L))).isEqualTo(Map.of("b", -1L, "c", 11L));
    assertThat(path.leastMargins(Map.of())).isEmpty();
  }

  @Test
  void what_waits_in_its_midst_ends_later_and_may_begin_later() {
    Activity held =
        new Activity("b", OptionalLong.of(2), 0, 0, 0, 9, List.of("a"), List.of(), Map.of());
    Activity merge = new Activity("m", OptionalLong.of(1), 0, 0, List.of(), List.of("b"));
    CriticalPath path = path(activity("a", 3), held, activity("c", 4, "b"), merge);

    assertThat(path.times("a")).contains(new Times(0, 3, 4, 7));
    assertThat(path.times("b")).contains(new Times(3, 9, 7, 9));
    assertThat(path.times("m")).contains(new Times(8, 9, 12, 13));
    assertThat(path.times("c")).contains(new Times(9, 13, 9, 13));
    assertThat(path.leastFloat("b")).hasValue(4);
    assertThat(path.leastMargins(Map.of("b", 8L))).isEqualTo(Map.of("a", 3L, "b", -1L));
    assertThat(path(activity("a", 3), held.atOnce()).times("b")).contains(new Times(3, 5, 3, 5));
  }

  @Test
  void a_part_of_an_activity_is_late_with_it() {
    Activity user =
        new Activity("b", OptionalLong.of(10), 0, 0, 0, 0, List.of(), List.of(), Map.of("a", 3L));
    CriticalPath path = path(activity("x", 1), activity("a", 8, "x"), user, activity("c", 15));

    assertThat(path.times("b")).contains(new Times(3, 13, 5, 15));
    assertThat(path.times("a")).contains(new Times(1, 9, 3, 11));
    assertThat(path.times("x")).contains(new Times(0, 1, 2, 3));
    assertThat(path.leastFloat("a")).hasValue(2);
    assertThat(path.leastFloat("x")).hasValue(2);
    assertThat(path.leastMargins(Map.of("b", 14L))).isEqualTo(Map.of("a", 1L, "b", 1L, "x", 1L));
    assertThat(path(activity("a", 8), user.atOnce()).times("b")).contains(new Times(8, 18, 8, 18));
  }

  @Test
  void what_needs_a_part_of_something_without_a_length_has_times_all_the_same() {
    Activity user =
        new Activity("b", OptionalLong.of(2), 0, 0, 0, 0, List.of(), List.of(), Map.of("a", 3L));
    CriticalPath path = path(open("a"), user, activity("c", 9));

    assertThat(path.times("b")).contains(new Times(3, 5, 7, 9));
    assertThat(path.leastFloat("a")).isEmpty();
  }

  @Test
  void what_takes_a_day_at_least_holds_up_what_comes_after_it_by_that_day() {
    Activity begun = new Activity("a", OptionalLong.empty(), 1, 3, List.of(), List.of());
    Activity merge = new Activity("m", OptionalLong.of(1), 0, 0, List.of(), List.of("a"));
    CriticalPath path = path(begun, activity("b", 2, "a"), merge, activity("c", 1));

    assertThat(path.notBefore("b")).hasValue(4);
    assertThat(path.notBefore("m")).hasValue(3);
    assertThat(path.leastFloat("c")).hasValue(5);
    assertThat(path.times("b")).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> an_activity_is_whole() {
    return RecordChecks.of(activity("a", 1, "b"));
  }

  @Test
  void what_waits_for_the_longest_chain_is_critical_and_the_rest_has_float() {
    CriticalPath path =
        path(
            activity("a", 3),
            activity("b", 2, "a"),
            activity("c", 4, "a"),
            activity("d", 1, "b", "c"),
            activity("e", 2));

    assertThat(path.times("a")).contains(new Times(0, 3, 0, 3));
    assertThat(path.times("b")).contains(new Times(3, 5, 5, 7));
    assertThat(path.times("c")).contains(new Times(3, 7, 3, 7));
    assertThat(path.times("d")).contains(new Times(7, 8, 7, 8));
    assertThat(path.times("e")).contains(new Times(0, 2, 6, 8));
    assertThat(path.times("b").orElseThrow().totalFloat()).isEqualTo(2);
    assertThat(path.times("b").orElseThrow().isCritical()).isFalse();
    assertThat(path.times("c").orElseThrow().isCritical()).isTrue();
    assertThat(path.finish()).hasValue(8);
    assertThat(path.isComplete()).isTrue();
  }

  @Test
  void nothing_begins_before_it_may() {
    Activity late = new Activity("b", OptionalLong.of(1), 0, 9, List.of("a"), List.of());

    CriticalPath path = path(activity("a", 3), late);

    assertThat(path.times("b")).contains(new Times(9, 10, 9, 10));
    assertThat(path.times("a")).contains(new Times(0, 3, 6, 9));
  }

  @Test
  void without_a_length_there_is_no_end_and_no_begin_of_what_comes_after() {
    CriticalPath path = path(activity("a", 3), open("b", "a"), activity("c", 1, "b"));

    assertThat(path.times("a")).contains(new Times(0, 3, 0, 3));
    assertThat(path.times("b")).isEmpty();
    assertThat(path.earlyStart("b")).hasValue(3);
    assertThat(path.times("c")).isEmpty();
    assertThat(path.earlyStart("c")).isEmpty();
    assertThat(path.isComplete()).isFalse();
  }

  @Test
  void what_overlaps_begins_on_the_last_day_of_what_comes_before() {
    Activity merge = new Activity("m", OptionalLong.of(1), 0, 0, List.of(), List.of("a"));
    Activity next = new Activity("b", OptionalLong.of(2), 0, 0, List.of("a"), List.of("m"));

    CriticalPath path = path(activity("a", 3), merge, next, activity("c", 7));

    assertThat(path.times("m")).contains(new Times(2, 3, 5, 6));
    assertThat(path.times("b")).contains(new Times(3, 5, 5, 7));
    assertThat(path.times("a")).contains(new Times(0, 3, 2, 5));
  }

  @Test
  void what_holds_whatever_a_missing_length_is_can_be_told() {
    CriticalPath path =
        path(
            activity("a", 3),
            activity("b", 10),
            open("c", "a"),
            activity("d", 2, "c"),
            activity("e", 4));

    assertThat(path.notBefore("d")).hasValue(3);
    assertThat(path.notBefore("c")).hasValue(3);
    assertThat(path.leastFloat("e")).hasValue(6);
    assertThat(path.leastFloat("b")).hasValue(0);
    assertThat(path.leastFloat("a")).isEmpty();
    assertThat(path.leastFloat("d")).isEmpty();
  }

  /** Tries many lengths for those that are missing: none allows less. */
  @Test
  void no_missing_length_makes_anything_earlier_or_more_urgent() {
    Random random = new Random(11);
    int told = 0;
    for (int run = 0; run < 300; run++) {
      List<Activity> activities = new ArrayList<>(random(random));
      Activity any = activities.get(random.nextInt(activities.size()));
      String missing = any.id();
      CriticalPath open = CriticalPath.of(with(activities, missing, OptionalLong.empty()));
      for (long length = any.least(); length < 20; length++) {
        CriticalPath path = CriticalPath.of(with(activities, missing, OptionalLong.of(length)));
        for (Activity activity : activities) {
          Times times = path.times(activity.id()).orElseThrow();
          assertThat(times.earlyStart())
              .isGreaterThanOrEqualTo(open.notBefore(activity.id()).orElseThrow());
          if (open.leastFloat(activity.id()).isPresent()) {
            told++;
            assertThat(times.totalFloat())
                .isGreaterThanOrEqualTo(open.leastFloat(activity.id()).getAsLong());
          }
        }
      }
    }
    assertThat(told).isGreaterThan(1000);
  }

  private static List<Activity> with(List<Activity> all, String id, OptionalLong length) {
    return all.stream()
        .map(
            a ->
                a.id().equals(id)
                    ? new Activity(
                        a.id(),
                        length,
                        a.least(),
                        a.notBefore(),
                        a.begun(),
                        a.notEndedBefore(),
                        a.after(),
                        a.overlaps(),
                        a.parts())
                    : a)
        .toList();
  }

  @Test
  void nothing_takes_no_time() {
    assertThat(path().finish()).isEmpty();
    assertThat(path().isComplete()).isTrue();
    assertThat(path(open("a")).finish()).isEmpty();
  }

  @Test
  void what_waits_for_itself_or_for_nothing_never_begins() {
    CriticalPath path =
        path(
            activity("a", 1, "b"),
            activity("b", 1, "a"),
            activity("c", 1, "b"),
            activity("d", 1, "z"),
            activity("e", 1));

    assertThat(path.earlyStart("a")).isEmpty();
    assertThat(path.times("c")).isEmpty();
    assertThat(path.times("d")).isEmpty();
    assertThat(path.times("e")).contains(new Times(0, 1, 0, 1));
    assertThat(path.isComplete()).isFalse();
  }

  @Test
  void what_is_no_plan_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> path(activity("a", 1), activity("a", 2)));
    assertThatIllegalArgumentException().isThrownBy(() -> activity("a", -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Activity("a", OptionalLong.of(1), 0, -1, List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Activity("a", OptionalLong.of(1), 0, 0, -1, 0, List.of(), List.of(), Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Activity("a", OptionalLong.empty(), 2, 0, List.of(), List.of()));
  }

  /** Works day by day, and delays each activity until the end of all is delayed. */
  @Test
  void times_are_those_of_working_day_by_day() {
    Random random = new Random(7);
    for (int run = 0; run < 300; run++) {
      List<Activity> activities = random(random);
      CriticalPath path = CriticalPath.of(activities);
      Map<String, Long> starts = work(activities);
      long finish = finish(activities, starts);

      assertThat(path.finish()).hasValue(finish);
      for (Activity activity : activities) {
        Times times = path.times(activity.id()).orElseThrow();
        assertThat(times.earlyStart()).as("%s", activities).isEqualTo(starts.get(activity.id()));
        assertThat(times.earlyFinish()).isEqualTo(end(activity, starts.get(activity.id())));
        assertThat(times.lateFinish() - times.lateStart()).isEqualTo(activity.length().getAsLong());
        assertThat(path.leastFloat(activity.id())).hasValue(times.totalFloat());
        assertThat(times.totalFloat())
            .as("%s of %s", activity, activities)
            .isEqualTo(delay(activities, activity, starts.get(activity.id()), finish));
      }
    }
  }

  private static List<Activity> random(Random random) {
    List<Activity> activities = new ArrayList<>();
    int number = 1 + random.nextInt(7);
    for (int i = 0; i < number; i++) {
      List<String> after = new ArrayList<>();
      List<String> overlaps = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        switch (random.nextInt(5)) {
          case 0 -> after.add("a" + j);
          case 1 -> overlaps.add("a" + j);
          default -> {}
        }
      }
      int notBefore = random.nextInt(4) == 0 ? random.nextInt(8) : 0;
      activities.add(
          new Activity(
              "a" + i,
              OptionalLong.of(1 + random.nextInt(5)),
              random.nextInt(2),
              notBefore,
              0,
              random.nextInt(4) == 0 ? random.nextInt(15) : 0,
              after,
              overlaps,
              Map.of()));
    }
    Collections.shuffle(activities, random);
    return activities;
  }

  private static Map<String, Long> work(List<Activity> activities) {
    Map<String, Long> starts = new HashMap<>();
    Map<String, Long> ends = new HashMap<>();
    for (long day = 0; starts.size() < activities.size(); day++) {
      boolean begun = true;
      while (begun) {
        begun = false;
        for (Activity activity : activities) {
          if (!starts.containsKey(activity.id()) && canBegin(activity, day, ends)) {
            starts.put(activity.id(), day);
            ends.put(activity.id(), end(activity, day));
            begun = true;
          }
        }
      }
    }
    return starts;
  }

  private static long end(Activity activity, long start) {
    return Math.max(start + activity.length().getAsLong(), activity.notEndedBefore());
  }

  private static boolean canBegin(Activity activity, long day, Map<String, Long> ends) {
    return activity.notBefore() <= day
        && activity.after().stream().allMatch(id -> ends.getOrDefault(id, Long.MAX_VALUE) <= day)
        && activity.overlaps().stream()
            .allMatch(id -> ends.getOrDefault(id, Long.MAX_VALUE) - 1 <= day);
  }

  private static long finish(List<Activity> activities, Map<String, Long> starts) {
    return activities.stream().mapToLong(a -> end(a, starts.get(a.id()))).max().orElseThrow();
  }

  private static long delay(List<Activity> activities, Activity one, long start, long finish) {
    long delay = 0;
    while (true) {
      Activity later =
          new Activity(
              one.id(),
              one.length(),
              0,
              start + delay + 1,
              one.begun(),
              one.notEndedBefore(),
              one.after(),
              one.overlaps(),
              one.parts());
      List<Activity> changed = activities.stream().map(a -> a == one ? later : a).toList();
      if (finish(changed, work(changed)) > finish) {
        return delay;
      }
      delay++;
    }
  }
}
