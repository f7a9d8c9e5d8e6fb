package dev.coord.engine;

import dev.coord.assess.Finding;
import dev.coord.assess.Judged;
import dev.coord.assess.Weakenings;
import dev.coord.assess.Weakenings.Weakening;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.path.KnownPaths;
import dev.coord.plan.Boundaries.Guard;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.Severity;
import dev.coord.plan.Takings;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a branch changes in the plan that it is judged by.
 *
 * @param findings what should be known
 * @param weakenings what the plan of the base does not allow
 */
record PlanChanges(List<Finding> findings, Optional<Weakenings> weakenings) {

  private static final String REMEDY =
      "It counts once it is merged; until then the base's plan judges.";
  private static final Pattern FULL_ID = Pattern.compile("[0-9a-f]{40}");
  private static final int ABBREVIATED = 7;

  PlanChanges {
    findings = List.copyOf(findings);
  }

  /**
   * The changes of a judged branch. What only the base has changed since is not the branch's.
   *
   * @param forked the plan where the branch left its base; empty when that cannot be told
   * @param rulebook the plan of the base today
   * @param own the branch's own plan
   * @param rulebooks reads the plans of the branch's commits
   */
  static PlanChanges of(
      Optional<Plan> forked,
      Rulebook rulebook,
      Plan own,
      Judged judged,
      Optional<BranchDelta> delta,
      Rulebooks rulebooks) {
    Plan law = rulebook.plan();
    KnownPaths tracked = rulebooks.files(rulebook.commit());
    List<Change> today = PlanDiff.between(law, own, tracked);
    List<Change> changes = changes(forked, own, today, tracked);
    PlanGuard guard = new PlanGuard(law, own, judged, delta, new Takings(law, tracked));
    PlanAuthors authors = new PlanAuthors(forked.orElse(law), own, delta, rulebooks, tracked);
    PlanAuthors takers = new PlanAuthors(law, own, delta, rulebooks, tracked);
    List<Finding> findings = new ArrayList<>();
    List<Weakening> weakenings = new ArrayList<>();
    for (Change change : changes) {
      Location place = change.branch().or(change::base).orElseThrow();
      if (!guard.forbids(change)) {
        findings.add(finding(change, place, Severity.WARN, REMEDY));
        continue;
      }
      PlanAuthors.Origin origin = (isOfToday(change) ? takers : authors).of(change);
      Optional<String> person = origin.commit().flatMap(commit -> guard.allows(change, commit));
      if (person.isPresent()) {
        String remedy = mayDoSo(person.get()) + REMEDY;
        findings.add(finding(change, place, Severity.WARN, remedy));
      } else if (law.boundaries().guard().weakening() == Guard.Weakening.ALLOW) {
        findings.add(finding(change, place, Severity.INFO, REMEDY));
      } else {
        weakenings.add(
            new Weakening(change.sentence(), place, origin.commit(), origin.otherwise()));
      }
    }
    Stream.concat(
            SignersGuard.of(law, delta, guard).stream(),
            delta
                .flatMap(branch -> new MailmapGuard(law, rulebooks.git()).of(branch, guard))
                .stream())
        .forEach(
            changed -> tell(changed, law.boundaries().guard().weakening(), findings, weakenings));
    judged
        .workstream()
        .filter(id -> law.workstream(id).isEmpty())
        .flatMap(own::workstream)
        .ifPresent(w -> findings.add(newWorkstream(w)));
    return new PlanChanges(
        findings,
        weakenings.isEmpty()
            ? Optional.empty()
            : Optional.of(weakenings(rulebook, weakenings, forked.isPresent())));
  }

  /**
   * What the branch changed since it left and has not taken back. What a workstream that it adds
   * takes, it takes from whom the plan of today gives it: also from who was not there when it left.
   */
  private static List<Change> changes(
      Optional<Plan> forked, Plan own, List<Change> today, KnownPaths tracked) {
    if (forked.isEmpty()) {
      return today;
    }
    Plan left = forked.get();
    return Stream.concat(
            PlanDiff.between(left, own, tracked).stream()
                .filter(change -> !isOfToday(change))
                .filter(change -> today.stream().anyMatch(now -> isSame(change, now))),
            today.stream()
                .filter(PlanChanges::isOfToday)
                .filter(change -> left.workstream(change.subject()).isEmpty()))
        .sorted(Comparator.comparing(change -> change.kind().area()))
        .toList();
  }

  private static boolean isOfToday(Change change) {
    return change.kind() == PlanDiff.Kind.TERRITORY_TAKEN;
  }

  /**
   * The same beside what the branch takes into the baseline.
   *
   * @param delta what the branch would merge
   */
  PlanChanges with(
      BaselineGuard.Growth grown,
      Optional<BranchDelta> delta,
      Rulebook rulebook,
      PlanGuard guard,
      boolean forkIsKnown) {
    if (rulebook.commit().isEmpty()) {
      return this;
    }
    Guard allowed = rulebook.plan().boundaries().guard();
    List<Commit> commits = grown.commits(delta);
    Optional<Commit> other = commits.stream().filter(c -> guard.steward(c).isEmpty()).findFirst();
    boolean stewards = other.isEmpty() && !commits.isEmpty();
    if (stewards || allowed.weakening() == Guard.Weakening.ALLOW) {
      List<Finding> more = new ArrayList<>(findings);
      more.add(
          new Finding(
              Finding.Kind.PLAN_CHANGED,
              stewards ? Severity.WARN : Severity.INFO,
              "baseline",
              withoutStop(grown.sentence()),
              REMEDY,
              Optional.of(grown.place()),
              List.of()));
      return new PlanChanges(more, weakenings);
    }
    List<Weakening> all =
        new ArrayList<>(weakenings.map(Weakenings::all).orElse(List.<Weakening>of()));
    all.add(grown.weakening(other, delta.isPresent() ? "not committed" : "by whom cannot be told"));
    return new PlanChanges(findings, Optional.of(weakenings(rulebook, all, forkIsKnown)));
  }

  private static Weakenings weakenings(
      Rulebook rulebook, List<Weakening> all, boolean forkIsKnown) {
    return new Weakenings(
        name(rulebook.base()),
        rulebook.plan().boundaries().guard(),
        all,
        forkIsKnown ? Optional.empty() : Optional.of(doubt(name(rulebook.base()))),
        false);
  }

  private static Weakenings.Doubt doubt(String base) {
    return new Weakenings.Doubt(
        "where this branch left " + base + " cannot be told",
        "Fetch the whole history (fetch-depth: 0 in actions/checkout), or merge "
            + base
            + " into this branch.");
  }

  private static void tell(
      GuardedFile.Changed changed,
      Guard.Weakening policy,
      List<Finding> findings,
      List<Weakening> weakenings) {
    if (changed.by().isEmpty() && policy != Guard.Weakening.ALLOW) {
      weakenings.add(changed.weakening());
      return;
    }
    findings.add(
        new Finding(
            Finding.Kind.PLAN_CHANGED,
            changed.by().isPresent() ? Severity.WARN : Severity.INFO,
            changed.subject(),
            withoutStop(changed.weakening().sentence()),
            changed.by().map(PlanChanges::mayDoSo).orElse("") + REMEDY,
            Optional.of(changed.weakening().place()),
            List.of()));
  }

  private static String mayDoSo(String person) {
    return person + " may do so (attested by the author of the commit). ";
  }

  private static String name(String base) {
    return FULL_ID.matcher(base).matches()
        ? "the base (" + base.substring(0, ABBREVIATED) + ")"
        : base;
  }

  /** Whether two changes are the same but for what was before. */
  private static boolean isSame(Change one, Change other) {
    return one.isOfTheSame(other) && one.branch().equals(other.branch());
  }

  private static Finding finding(Change change, Location place, Severity severity, String remedy) {
    return new Finding(
        Finding.Kind.PLAN_CHANGED,
        severity,
        change.subject(),
        withoutStop(change.sentence()),
        remedy,
        Optional.of(place),
        List.of());
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static Finding newWorkstream(Workstream workstream) {
    return new Finding(
        Finding.Kind.PLAN_CHANGED,
        Severity.WARN,
        workstream.id(),
        "workstream " + workstream.id() + " is only in this branch's plan, so it owns nothing yet",
        "Merge its plan file first.",
        Optional.of(workstream.origin().self()),
        List.of());
  }
}
