package dev.coord.engine;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.PlanHistory;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.PlanSnapshot;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
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
  private final PlanReader reader = new PlanReader();

  /** What files say, by the ids of their contents; empty for what cannot be read. */
  private final Map<String, Optional<PlanExtract>> extracts = new HashMap<>();

  private long bytes;

  private PlanHistories(PastPlans past, ZoneId zone) {
    this.git = past.git();
    this.past = past;
    this.zone = zone;
  }

  /**
   * The history of the checked-out plan.
   *
   * @param past reads its versions
   */
  static Observation<PlanHistory> of(PastPlans past, Plan plan) {
    return past.git()
        .changes(places(plan.files()), MOST_COMMITS)
        .map(new PlanHistories(past, plan.project().calendar().zone())::read);
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

  private PlanHistory read(List<Commit> commits) {
    List<PlanHistory.Version> versions = new ArrayList<>();
    int unread = 0;
    boolean cut = commits.size() == MOST_COMMITS;
    LocalDate day = LocalDate.MAX;
    for (Commit commit : steady(commits)) {
      LocalDate made = LocalDate.ofInstant(commit.time(), zone);
      if (!made.isBefore(day)) {
        continue; // An earlier version of a day.
      }
      if (versions.size() + unread == MOST_DAYS || bytes > MOST_BYTES) {
        cut = true;
        break;
      }
      day = made;
      Optional<PlanSnapshot> snapshot = snapshot(commit.id());
      snapshot.ifPresent(
          seen -> versions.add(new PlanHistory.Version(commit.id(), commit.time(), seen)));
      unread += snapshot.isPresent() ? 0 : 1;
    }
    Collections.reverse(versions);
    return new PlanHistory(versions, unread, cut);
  }

  /** Without those that a wrong clock dated, newest first as before. */
  private List<Commit> steady(List<Commit> commits) {
    List<Commit> oldestFirst = new ArrayList<>(commits);
    Collections.reverse(oldestFirst);
    List<Commit> kept =
        SteadyClock.kept(
            oldestFirst, commit -> LocalDate.ofInstant(commit.time(), zone).toEpochDay());
    Collections.reverse(kept);
    return kept;
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
