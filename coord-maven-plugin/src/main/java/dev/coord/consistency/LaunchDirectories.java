package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.path.DirectoryPath;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Launches in another directory than the worktree of what is launched: who is started there works
 * on another branch. Where the plan names no worktree of its own, another's is the wrong one as
 * long as both work at once.
 */
final class LaunchDirectories {

  /** What the shell, or whoever reads the recipe, is to put in: nobody knows which directory. */
  private static final Pattern PLACEHOLDER = Pattern.compile("[$%<>{}`*?]");

  /** The most names of a path that is compared. */
  private static final int DEEPEST = 64;

  private static final String REMEDY = "Start it in its own worktree, or correct that.";

  private final PlanSchedule schedule;
  private final Sequence sequence;

  /** By directory, those that work there. */
  private final Map<DirectoryPath, List<Workstream>> worktrees = new HashMap<>();

  private LaunchDirectories(Plan plan, PlanSchedule schedule) {
    this.schedule = schedule;
    this.sequence = new Sequence(schedule.waits());
    for (Workstream workstream : plan.workstreams()) {
      worktree(workstream)
          .ifPresent(
              path -> worktrees.computeIfAbsent(path, any -> new ArrayList<>()).add(workstream));
    }
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    LaunchDirectories all = new LaunchDirectories(plan, schedule);
    return plan.workstreams().stream()
        .flatMap(one -> one.launch().stream().flatMap(launch -> all.look(one, launch).stream()));
  }

  private static Optional<DirectoryPath> worktree(Workstream workstream) {
    return workstream.worktree().map(DirectoryPath::of).filter(LaunchDirectories::isCompared);
  }

  private static boolean isCompared(DirectoryPath path) {
    return path.names().size() <= DEEPEST;
  }

  private Optional<Contradiction> look(Workstream one, Launch launch) {
    String written = launch.directory().strip();
    if (written.isEmpty() || PLACEHOLDER.matcher(written).find()) {
      return Optional.empty();
    }
    DirectoryPath directory = DirectoryPath.of(written);
    if (!isCompared(directory)) {
      return Optional.empty();
    }
    // The innermost counts: worktrees may lie in the main one.
    List<Workstream> there =
        directory.around().filter(worktrees::containsKey).findFirst().map(worktrees::get).stream()
            .flatMap(List::stream)
            .toList();
    if (one.worktree().isEmpty()) {
      return there.stream()
          .filter(other -> isInTheWay(one, other))
          .findFirst()
          .map(other -> inAnothers(one, launch, other));
    }
    return worktree(one)
        .filter(own -> !there.contains(one))
        .filter(own -> !there.isEmpty() || !directory.mayBeIn(own))
        .map(own -> notInItsOwn(one, launch, there));
  }

  private boolean isInTheWay(Workstream one, Workstream other) {
    return schedule.open().isOpen(one.id())
        && schedule.open().isOpen(other.id())
        && one.branch().isPresent()
        && other.branch().isPresent()
        && !one.branch().equals(other.branch())
        && sequence.isAtOnce(one, other);
  }

  private static Contradiction inAnothers(Workstream one, Launch launch, Workstream other) {
    return contradiction(
        one,
        launch,
        "that is the worktree of "
            + other.id()
            + ", which works on another branch, and neither waits for the other",
        List.of(other.origin().of("worktree")),
        "Give each a worktree of its own.");
  }

  private static Contradiction notInItsOwn(Workstream one, Launch launch, List<Workstream> there) {
    Optional<Workstream> other = there.stream().findFirst();
    List<Location> against = new ArrayList<>(List.of(one.origin().of("worktree")));
    other.ifPresent(who -> against.add(who.origin().of("worktree")));
    return contradiction(
        one,
        launch,
        "its worktree is "
            + one.worktree().orElseThrow()
            + other.map(who -> ", and that is the worktree of " + who.id()).orElse(""),
        against,
        REMEDY);
  }

  private static Contradiction contradiction(
      Workstream one, Launch launch, String found, List<Location> against, String remedy) {
    return new Contradiction(
        one.id(),
        "launch.directory: " + launch.directory(),
        launch.origin().of("directory"),
        found,
        against,
        remedy);
  }
}
