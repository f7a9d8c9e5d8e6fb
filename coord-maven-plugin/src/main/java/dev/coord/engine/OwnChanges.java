package dev.coord.engine;

import dev.coord.assess.Weakenings.Doubt;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.git.TrackedPath;
import dev.coord.path.KnownPaths;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff;
import dev.coord.plan.PlanDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells what a commit of the integration branch changed of the plan itself, and what a merge has
 * from the branch that it brought.
 */
final class OwnChanges {

  /** Commits in a row without a plan that can be read, behind which one is looked for. */
  private static final int UNREADABLE = 50;

  private final Rulebooks rulebooks;
  private final GitRepository git;
  private final Push push;
  private final KnownPaths tracked;

  /** Whether somebody pulled before the push, so that the branch is not the first parent. */
  private final boolean pulled;

  /**
   * What a commit changed.
   *
   * @param changes those that it made, as far as that can be told
   * @param brought those that a merge has from what it merged
   * @param doubtful those that it made unless it brought them
   * @param doubt why that cannot be told of these; empty where there are none
   */
  record Made(
      List<Change> changes, List<Change> brought, List<Change> doubtful, Optional<Doubt> doubt) {
    static final Made NOTHING = new Made(List.of(), List.of(), List.of(), Optional.empty());

    Made {
      changes = List.copyOf(changes);
      brought = List.copyOf(brought);
      doubtful = List.copyOf(doubtful);
      Objects.requireNonNull(doubt, "doubt");
    }
  }

  /**
   * What commits of a push changed.
   *
   * @param tracked the files that were tracked before it
   */
  OwnChanges(Rulebooks rulebooks, Push push, KnownPaths tracked) {
    this.rulebooks = rulebooks;
    this.tracked = tracked;
    this.git = rulebooks.git();
    this.push = push;
    this.pulled = !parents(push.first()).stream().findFirst().equals(Optional.of(push.before()));
  }

  /** The last plan that can be read at or before a commit: nobody gets rid of it by breaking it. */
  Optional<Plan> plan(String commit) {
    Optional<String> at = Optional.of(commit);
    for (int i = 0; i < UNREADABLE && at.isPresent(); i++) {
      Optional<Plan> plan = rulebooks.at(at.get());
      if (plan.isPresent()) {
        return plan;
      }
      at = git.parents(at.get()).optional().flatMap(parents -> parents.stream().findFirst());
    }
    return Optional.empty();
  }

  /**
   * What a commit of the push changed itself, and nobody took back since.
   *
   * @param own the plan of today
   * @param files those of the plan; where a commit leaves them alone, none is read
   */
  Made of(Commit commit, Plan own, Set<String> files) {
    List<String> parents = parents(commit);
    if (parents.isEmpty()) {
      return Made.NOTHING;
    }
    String main = main(parents);
    if (files.stream().allMatch(file -> isSame(file, main, commit.id()))) {
      return Made.NOTHING;
    }
    Optional<Plan> committed = rulebooks.at(commit.id());
    Optional<Plan> previous = plan(main);
    if (committed.isEmpty() || previous.isEmpty()) {
      return Made.NOTHING;
    }
    List<Change> today = PlanDiff.between(previous.get(), own, tracked);
    List<Change> changes =
        PlanDiff.between(previous.get(), committed.get(), tracked).stream()
            .filter(change -> contains(today, change))
            .toList();
    List<Change> made = new ArrayList<>();
    List<Change> merged = new ArrayList<>();
    List<Change> doubtful = new ArrayList<>();
    Optional<Doubt> doubt = Optional.empty();
    for (Change change : changes) {
      Observation<Boolean> brought = isBrought(change, parents, main, committed.get());
      if (brought instanceof Observation.Unknown<Boolean> unknown) {
        doubtful.add(change);
        doubt =
            Optional.of(
                new Doubt(
                    "what "
                        + commit.abbreviated()
                        + " merged cannot be told, as "
                        + unknown.reason(),
                    unknown.remedy()));
      } else {
        (brought.equals(Observation.known(true)) ? merged : made).add(change);
      }
    }
    return new Made(made, merged, doubtful, doubt);
  }

  /**
   * The commits that a merge of the push brought, newest first.
   *
   * @param most most that are read
   */
  Observation<List<Commit>> brought(Commit merge, int most) {
    List<String> parents = parents(merge);
    String main = main(parents);
    Observation<List<Commit>> brought = Observation.known(List.of());
    for (String parent : parents) {
      Observation<List<Commit>> one =
          parent.equals(main)
              ? Observation.known(List.of())
              : git.brought(main, parent, push.before(), most);
      brought =
          brought.then(
              some ->
                  one.map(more -> Stream.concat(some.stream(), more.stream()).distinct().toList()));
    }
    return brought;
  }

  /** The commit that the branch was at before one of the push; empty where there was none. */
  Optional<String> left(Commit commit) {
    List<String> parents = parents(commit);
    return parents.isEmpty() ? Optional.empty() : Optional.of(main(parents));
  }

  /** Whether a file is another one since a commit of the push; of a merge, whoever changed it. */
  boolean touches(Commit commit, String file) {
    return commit.paths().contains(file)
        || (parents(commit).size() > 1
            && left(commit).filter(main -> !isSame(file, main, commit.id())).isPresent());
  }

  /** Whether a commit that came with a merge makes a change against its first parent. */
  boolean makes(Commit commit, Change change) {
    Optional<Plan> made = rulebooks.at(commit.id());
    Optional<Plan> left = parents(commit).stream().findFirst().flatMap(this::plan);
    return made.isPresent()
        && left.isPresent()
        && contains(PlanDiff.between(left.get(), made.get(), tracked), change);
  }

  private boolean isSame(String file, String one, String other) {
    Observation<Optional<TrackedPath>> entry = git.entry(one, file);
    return entry.isKnown() && entry.equals(git.entry(other, file));
  }

  /** Whether a merge has a change from one of the branches that it merged. */
  private Observation<Boolean> isBrought(
      Change change, List<String> parents, String main, Plan committed) {
    Observation<Boolean> brought = Observation.known(false);
    for (String parent : parents) {
      Optional<Plan> side = parent.equals(main) ? Optional.empty() : rulebooks.at(parent);
      if (side.isEmpty() || contains(PlanDiff.between(side.get(), committed, tracked), change)) {
        continue;
      }
      Observation<Boolean> one =
          git.mergeBase(main, parent).map(fork -> isOf(side.get(), fork, change));
      if (one.equals(Observation.known(true))) {
        return one;
      }
      brought = one.isKnown() ? brought : one;
    }
    return brought;
  }

  /** Whether a branch made a change since it left; one that began the plan made all of it. */
  private boolean isOf(Plan side, Optional<String> fork, Change change) {
    Optional<Plan> left = fork.flatMap(this::plan);
    return fork.isPresent()
        && left.map(plan -> contains(PlanDiff.between(plan, side, tracked), change)).orElse(true);
  }

  /** The parent that was the integration branch: the first one but where somebody pulled it. */
  private String main(List<String> parents) {
    String first = parents.get(0);
    return pulled && parents.size() > 1 && !wasThere(first)
        ? parents.stream().filter(this::wasThere).findFirst().orElse(first)
        : first;
  }

  private boolean wasThere(String commit) {
    return commit.equals(push.before())
        || git.mergeBase(commit, push.before()).equals(Observation.known(Optional.of(commit)));
  }

  private List<String> parents(Commit commit) {
    return git.parents(commit.id()).optional().orElse(List.of());
  }

  private static boolean contains(List<Change> changes, Change change) {
    return changes.stream().anyMatch(change::isOfTheSame);
  }
}
