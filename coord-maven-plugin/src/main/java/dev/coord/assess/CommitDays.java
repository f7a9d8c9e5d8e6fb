package dev.coord.assess;

import dev.coord.evidence.Commit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Commits by day, over the same days for all workstreams. */
public final class CommitDays {

  private static final int MOST_DAYS = 60;

  private final ZoneId zone;
  private final LocalDate today;
  private final Map<String, Map<LocalDate, Integer>> days = new TreeMap<>();
  private final Map<String, Commit> newest = new TreeMap<>();
  private LocalDate last = LocalDate.MIN;
  private LocalDate first = LocalDate.MAX;
  private int most = 1;

  /**
   * Nothing yet.
   *
   * @param today the last day that is drawn: what a clock that is wrong says of later ones counts,
   *     and hides no other day
   */
  CommitDays(ZoneId zone, LocalDate today) {
    this.zone = zone;
    this.today = today;
  }

  void add(String row, Stream<Commit> commits) {
    Map<LocalDate, Integer> counts = days.computeIfAbsent(row, r -> new TreeMap<>());
    commits.forEach(
        commit -> {
          newest.merge(row, commit, (a, b) -> b.time().isAfter(a.time()) ? b : a);
          LocalDate day = day(commit);
          int count = counts.merge(day, 1, Integer::sum);
          if (day.isAfter(today)) {
            return;
          }
          most = Math.max(most, count);
          last = day.isAfter(last) ? day : last;
          first = day.isBefore(first) ? day : first;
        });
  }

  /** The day of a commit in the project's zone, by its committer's clock. */
  private LocalDate day(Commit commit) {
    return LocalDate.ofInstant(commit.time(), zone);
  }

  /** Whether nothing was committed on a day that is drawn. */
  public boolean isEmpty() {
    return first.isAfter(last);
  }

  /** The last day that is drawn. */
  public LocalDate last() {
    return last;
  }

  /** The first day that is drawn. */
  public LocalDate first() {
    LocalDate earliest = last.minusDays(MOST_DAYS - 1L);
    return first.isBefore(earliest) ? earliest : first;
  }

  /** The commits of a row on each day that is drawn, oldest first. */
  public List<Integer> counts(String row) {
    List<Integer> counts = new ArrayList<>();
    for (LocalDate day = first(); !isEmpty() && !day.isAfter(last); day = day.plusDays(1)) {
      counts.add(on(row, day));
    }
    return List.copyOf(counts);
  }

  /** The most commits of a row on a day that is drawn, at least 1. */
  public int most() {
    return most;
  }

  /** All commits of a row, also those of days that are not drawn. */
  public int total(String row) {
    return days.getOrDefault(row, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The newest commit of a row. */
  public Optional<Commit> newest(String row) {
    return Optional.ofNullable(newest.get(row));
  }

  /** Commits of all rows. */
  public int total() {
    return days.keySet().stream().mapToInt(this::total).sum();
  }

  /** Commits of a row on one day. */
  public int on(String row, LocalDate day) {
    return days.getOrDefault(row, Map.of()).getOrDefault(day, 0);
  }

  /** The drawn days on which anything was committed, newest first. */
  public List<LocalDate> busyDays() {
    List<LocalDate> busy = new ArrayList<>();
    for (LocalDate day = last; !isEmpty() && !day.isBefore(first()); day = day.minusDays(1)) {
      LocalDate one = day;
      if (days.values().stream().anyMatch(counts -> counts.containsKey(one))) {
        busy.add(one);
      }
    }
    return busy;
  }
}
