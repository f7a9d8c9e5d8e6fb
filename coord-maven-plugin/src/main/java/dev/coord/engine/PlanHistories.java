package dev.coord.engine;

import dev.coord.evidence.Observation;
import dev.coord.evidence.PlanHistory;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.git.PathChanges;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.PlanSnapshot;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the past versions of the plan: of each day the last one, each file once for each of its
 * contents.
 */
final class PlanHistories {

  /** Most days with a version. */
  static final int MOST_DAYS = 120;

  private static final int MOST_COMMITS = 2_000;
  private static final int MOST_BYTES = 16 << 20;

  private final GitRepository git;
  private final PastPlans past;
  private final ZoneId zone;
  private final Instant judging;
  private final PlanReader reader = new PlanReader();

  /** What files say, by the ids of their contents; empty for what cannot be read. */
  private final Map<String, Optional<PlanExtract>> extracts = new HashMap<>();

  private long bytes;

  private PlanHistories(PastPlans past, ZoneId zone, Instant judging) {
    this.git = past.git();
    this.past = past;
    this.zone = zone;
    this.judging = judging;
  }

  /**
   * The history of the checked-out plan.
   *
   * @param past reads its versions
   * @param judging no version is younger
   */
  static Observation<PlanHistory> of(PastPlans past, Plan plan, Instant judging) {
    return past.git()
        .changes(places(plan.files()), MOST_COMMITS)
        .map(new PlanHistories(past, plan.project().calendar().zone(), judging)::read);
  }

  /** Where the plan is, and where it may have been before it was divided or joined. */
  private static SortedSet<String> places(List<String> files) {
    SortedSet<String> places = new TreeSet<>(files);
    String directory = parent(files.get(0));
    String base =
        directory.equals(PlanLocator.DIRECTORY) || directory.endsWith("/" + PlanLocator.DIRECTORY)
            ? parent(directory)
            : directory;
    String prefix = base.isEmpty() ? "" : base + "/";
    places.add(prefix + PlanLocator.FILE);
    places.add(prefix + PlanLocator.DIRECTORY);
    return places;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private PlanHistory read(PathChanges changes) {
    List<LocalDate> days = days(changes.times());
    List<PlanHistory.Version> versions = new ArrayList<>();
    List<PlanHistory.Mended> mended = new ArrayList<>();
    int unread = 0;
    boolean cut = changes.changes().size() == MOST_COMMITS;
    LocalDate last = LocalDate.MAX;
    for (PathChanges.Change change : changes.changes()) {
      String commit = change.commit().id();
      LocalDate day = days.get(change.newer());
      boolean isLastOfDay = day.isBefore(last);
      if (isLastOfDay && (versions.size() + unread == MOST_DAYS || bytes > MOST_BYTES)) {
        cut = true;
        break;
      }
      LocalDate clock = LocalDate.ofInstant(change.commit().time(), zone);
      if (!clock.equals(day)) {
        mended.add(new PlanHistory.Mended(commit, clock, day));
      }
      if (isLastOfDay) {
        last = day;
        if (isGone(commit)) {
          continue;
        }
        Optional<PlanSnapshot> snapshot = snapshot(commit);
        snapshot.ifPresent(seen -> versions.add(new PlanHistory.Version(commit, day, seen)));
        unread += snapshot.isPresent() ? 0 : 1;
      }
    }
    Collections.reverse(versions);
    Collections.reverse(mended);
    return new PlanHistory(versions, mended, unread, cut);
  }

  /**
   * The days on which commits came to the line. All its commits tell of them, not those of the plan
   * alone: the more stand around one that a wrong clock dated, the nearer it is to its day.
   *
   * @param times newest first
   * @return newest first
   */
  private List<LocalDate> days(List<Instant> times) {
    long[] oldestFirst = new long[times.size()];
    for (int i = 0; i < oldestFirst.length; i++) {
      oldestFirst[oldestFirst.length - 1 - i] = epochDay(times.get(i));
    }
    long[] mended = SteadyClock.mended(oldestFirst, epochDay(judging));
    List<LocalDate> days = new ArrayList<>(mended.length);
    for (int i = mended.length - 1; i >= 0; i--) {
      days.add(LocalDate.ofEpochDay(mended[i]));
    }
    return days;
  }

  private long epochDay(Instant time) {
    return LocalDate.ofInstant(time, zone).toEpochDay();
  }

  /**
   * Whether a commit took the plan away: no version of it, and what came before goes on counting.
   */
  private boolean isGone(String commit) {
    try {
      return !past.isAt(commit);
    } catch (UnreadableException e) {
      return false;
    }
  }

  private Optional<PlanSnapshot> snapshot(String commit) {
    try {
      CommitSource source = new CommitSource(git, commit);
      Optional<List<String>> files = past.files(commit);
      if (files.isEmpty()) {
        return Optional.empty();
      }
      List<PlanExtract> parts = new ArrayList<>();
      for (String file : files.get()) {
        Optional<PlanExtract> part = extract(source, commit, file);
        if (part.isEmpty()) {
          return Optional.empty(); // Without it, work would seem to have been given up.
        }
        parts.add(part.get());
      }
      return Optional.of(PlanSnapshot.of(parts));
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  private Optional<PlanExtract> extract(CommitSource source, String commit, String file) {
    String id =
        git.entry(commit, file)
            .optional()
            .flatMap(entry -> entry)
            .orElseThrow(() -> new UnreadableException(file + " is not there", "Run it again."))
            .id();
    Optional<PlanExtract> known = extracts.get(id);
    if (known == null) {
      byte[] content = source.read(file, PlanLoader.MOST_BYTES);
      bytes += content.length;
      known =
          past.ownExtract(file, content)
              .or(() -> reader.extract(new PlanFile(file, Optional.of(commit), content)));
      extracts.put(id, known);
    }
    return known;
  }
}
