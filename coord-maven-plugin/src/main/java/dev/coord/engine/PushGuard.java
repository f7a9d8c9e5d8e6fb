package dev.coord.engine;

import dev.coord.assess.Finding;
import dev.coord.assess.Judged;
import dev.coord.assess.Weakenings;
import dev.coord.assess.Weakenings.Doubt;
import dev.coord.assess.Weakenings.Weakening;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.path.KnownPaths;
import dev.coord.plan.Boundaries.Guard;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.Severity;
import dev.coord.plan.Takings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what the commits that came to the integration branch weakened themselves: there is no base
 * that would judge them, so the plan before all of them does.
 */
final class PushGuard {

  /** Most commits that are looked at. */
  static final int MOST = 1_000;

  private final Rulebooks rulebooks;
  private final GitRepository git;
  private final Plan own;
  private final Judged judged;
  private final PushStart start;
  private final List<Finding> brought = new ArrayList<>();

  /**
   * A guard of a push.
   *
   * @param own the checked-out plan
   * @param judged the integration branch
   */
  PushGuard(Rulebooks rulebooks, Plan own, Judged judged, PushStart start) {
    this.rulebooks = rulebooks;
    this.git = rulebooks.git();
    this.own = own;
    this.judged = judged;
    this.start = start;
  }

  /**
   * What weakens the plan.
   *
   * @param gates whether the run lets something pass or not: then nobody tries an edit out
   */
  PlanChanges changes(boolean gates) {
    PlanChanges pushed = pushed();
    List<Weakening> edited = gates ? uncommitted() : List.of();
    if (edited.isEmpty()) {
      return pushed;
    }
    List<Weakening> all = new ArrayList<>(edited);
    pushed
        .weakenings()
        .filter(known -> known.doubt().isEmpty())
        .ifPresent(known -> all.addAll(known.all()));
    return new PlanChanges(
        pushed.findings(),
        Optional.of(
            new Weakenings(
                branch() + " at " + git.head().abbreviated(),
                pushed.weakenings().map(Weakenings::guard).orElse(guardOf(own)),
                all,
                Optional.empty(),
                true)));
  }

  /** What the working tree weakens of the last commit's plan: a step of the build may write it. */
  private List<Weakening> uncommitted() {
    Optional<Plan> committed = rulebooks.at(git.head().id());
    if (committed.filter(law -> guardOf(law).weakening() != Guard.Weakening.ALLOW).isEmpty()) {
      return List.of();
    }
    Plan law = committed.get();
    KnownPaths tracked = rulebooks.files(Optional.of(git.head().id()));
    PlanGuard guard = new PlanGuard(law, own, judged, List.of(), new Takings(law, tracked));
    return PlanDiff.between(law, own, tracked).stream()
        .filter(guard::forbids)
        .map(
            change ->
                new Weakening(
                    change.sentence(),
                    change.branch().or(change::base).orElseThrow(),
                    Optional.empty(),
                    "not committed"))
        .toList();
  }

  /** Where it cannot be told what came, what the last commit did is known all the same. */
  private PlanChanges pushed() {
    Observation<Optional<Push>> push =
        (start.said().isEmpty() ? last() : said()).then(this::readable);
    if (push instanceof Observation.Unknown<Optional<Push>> unknown) {
      Weakenings doubted =
          weakenings(
              start.said().isEmpty() ? beforeHead() : branch() + " at " + start.name(),
              Guard.usual(own.boundaries().guard().origin()),
              List.of(),
              Optional.of(new Doubt(unknown.reason(), unknown.remedy())));
      return new PlanChanges(
          start.findings(),
          Optional.of(
              last()
                  .optional()
                  .flatMap(any -> any)
                  .flatMap(this::weakenings)
                  .filter(known -> known.doubt().isEmpty())
                  .orElse(doubted)));
    }
    Optional<Weakenings> weakenings = push.optional().flatMap(any -> any).flatMap(this::weakenings);
    return new PlanChanges(
        Stream.concat(start.findings().stream(), brought.stream()).toList(), weakenings);
  }

  /** All that came, as is said. */
  private Observation<Optional<Push>> said() {
    String was = branch() + " was at " + start.name() + " before, as " + start.by() + " says, ";
    if (start.commit().isEmpty()) {
      return Observation.unknown(
          was + "and this clone has no such commit",
          "Fetch the whole history: fetch-depth: 0 in actions/checkout, GIT_DEPTH: 0 in GitLab CI."
              + " After a forced push, compare both plans: the next push is judged by this one.");
    }
    String before = start.commit().get();
    return git.since(before, MOST)
        .then(
            line ->
                line.isPresent()
                    ? Observation.known(Optional.of(new Push(before, line.get())))
                    : Observation.unknown(
                        was + "and HEAD, whose history was replaced, does not follow from that",
                        "Compare both plans (git diff "
                            + start.name()
                            + " HEAD): the next push is judged by this one."));
  }

  /** A plan that this clone does not have is not the same as none. */
  private Observation<Optional<Push>> readable(Optional<Push> push) {
    return push.map(one -> rulebooks.readable(one.before()).map(any -> push))
        .orElse(Observation.known(push));
  }

  /** The last commit alone; empty where it is the first one, too. */
  private Observation<Optional<Push>> last() {
    return git.parents(git.head().id())
        .then(
            parents ->
                parents.isEmpty()
                    ? Observation.known(Optional.empty())
                    : git.since(parents.get(0), 1)
                        .map(line -> line.map(commits -> new Push(parents.get(0), commits))));
  }

  /** Empty where there was no plan before, where nothing is weakened, and where that is allowed. */
  private Optional<Weakenings> weakenings(Push push) {
    KnownPaths tracked = rulebooks.files(Optional.of(push.before()));
    OwnChanges changes = new OwnChanges(rulebooks, push, tracked);
    Optional<Plan> before = changes.plan(push.before());
    if (before.filter(law -> guardOf(law).weakening() != Guard.Weakening.ALLOW).isEmpty()) {
      return Optional.empty();
    }
    Plan law = before.get();
    Takings takings = new Takings(law, tracked);
    PlanGuard all = new PlanGuard(law, own, judged, push.commits(), takings);
    Set<String> files = new HashSet<>(own.files());
    files.addAll(law.files());
    FilesBesidePlan beside = new FilesBesidePlan(git, law, own, push.before(), changes);
    Set<Weakening> certain = new LinkedHashSet<>();
    List<Weakening> doubtful = new ArrayList<>();
    Optional<Doubt> doubt = Optional.empty();
    List<Commit> oldestFirst = new ArrayList<>(push.commits());
    Collections.reverse(oldestFirst);
    for (Commit commit : oldestFirst) {
      // What a commit may do is by its own author; whom a new bot is good for, by all of them.
      PlanGuard one = new PlanGuard(law, own, judged, List.of(commit), takings);
      if (!Collections.disjoint(commit.paths(), files) || isMerge(commit)) {
        OwnChanges.Made made = changes.of(commit, own, files);
        certain.addAll(forbidden(made.changes(), commit, one, all));
        List<Weakening> perhaps = new ArrayList<>(forbidden(made.doubtful(), commit, one, all));
        Optional<Doubt> unclear = made.doubt();
        if (!made.brought().isEmpty()) {
          Observation<BroughtWeakenings> brought = brought(law, changes, commit, files, takings);
          brought
              .optional()
              .ifPresent(
                  known -> {
                    certain.addAll(known.forbidden(made.brought(), one));
                    known.told(made.brought(), one).forEach(this::tell);
                  });
          if (brought instanceof Observation.Unknown<BroughtWeakenings> unknown) {
            perhaps.addAll(forbidden(made.brought(), commit, one, all));
            unclear = unclear.or(() -> Optional.of(doubt(commit, unknown)));
          }
        }
        doubtful.addAll(perhaps);
        Optional<Doubt> why = unclear.filter(any -> !perhaps.isEmpty());
        doubt = doubt.or(() -> why);
      }
      certain.addAll(beside.weakenings(commit, one));
    }
    String base =
        push.commits().size() == 1
            ? beforeHead()
            : branch() + " at " + push.before().substring(0, push.last().abbreviated().length());
    if (!certain.isEmpty()) {
      return Optional.of(weakenings(base, guardOf(law), List.copyOf(certain), Optional.empty()));
    }
    return doubt.map(any -> weakenings(base, guardOf(law), doubtful, Optional.of(any)));
  }

  private Observation<BroughtWeakenings> brought(
      Plan law, OwnChanges changes, Commit merge, Set<String> files, Takings takings) {
    return changes
        .brought(merge, MOST)
        .map(
            commits ->
                new BroughtWeakenings(
                    merge,
                    commits.stream()
                        .filter(
                            commit ->
                                !Collections.disjoint(commit.paths(), files) || isMerge(commit))
                        .toList(),
                    new PlanGuard(law, own, judged, commits, takings),
                    changes));
  }

  private static Doubt doubt(Commit merge, Observation.Unknown<?> unknown) {
    return new Doubt(
        "what " + merge.abbreviated() + " merged cannot be told, as " + unknown.reason(),
        unknown.remedy());
  }

  /** What only the branch may do that a merge brought: nobody can tell any more which that was. */
  private void tell(Weakening brought) {
    this.brought.add(
        new Finding(
            Finding.Kind.PLAN_CHANGED,
            Severity.WARN,
            branch(),
            brought.clause()
                + ", by what "
                + brought.commit().orElseThrow().abbreviated()
                + " merged",
            "See whether it was judged on its branch, where it fails unless the plan allows it.",
            Optional.of(brought.place()),
            List.of()));
  }

  private static Guard guardOf(Plan law) {
    return law.boundaries().guard();
  }

  private static List<Weakening> forbidden(
      List<Change> changes, Commit commit, PlanGuard one, PlanGuard all) {
    return changes.stream()
        .filter(change -> one.forbids(change) || all.forbids(change))
        .filter(change -> one.allows(change, commit).isEmpty())
        .map(
            change -> {
              Location place = change.branch().or(change::base).orElseThrow();
              return new Weakening(change.sentence(), place, Optional.of(commit), "");
            })
        .toList();
  }

  private boolean isMerge(Commit commit) {
    return git.parents(commit.id()).optional().filter(parents -> parents.size() > 1).isPresent();
  }

  private Weakenings weakenings(
      String base, Guard guard, List<Weakening> all, Optional<Doubt> doubt) {
    return new Weakenings(base, guard, all, doubt, true);
  }

  private String beforeHead() {
    return branch() + " before " + git.head().abbreviated();
  }

  private String branch() {
    return judged.branch().orElse("HEAD");
  }
}
