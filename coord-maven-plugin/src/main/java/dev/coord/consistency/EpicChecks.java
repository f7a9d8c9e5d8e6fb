package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Epic.Issue;
import dev.coord.plan.Epic.Progress;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.WorkCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Claimed progress of an epic against its own figures, against what is claimed elsewhere, and
 * against its issues, or against its tasks where it has none: a share of the one is none of the
 * other. Percentages may be rounded, so a point more or less is no difference.
 */
final class EpicChecks {

  private static final String REMEDY = "Correct the progress, or the state of what it counts.";

  private record IssueIn(Epic epic, Issue issue) {}

  private EpicChecks() {}

  static Stream<Contradiction> of(Plan plan) {
    EpicCount.Counter counter = new EpicCount.Counter(plan);
    return Stream.concat(
        plan.epics().stream().flatMap(epic -> progress(epic, counter.of(epic))),
        issues(plan).stream());
  }

  private static Stream<Contradiction> progress(Epic epic, List<EpicCount> computed) {
    Map<Optional<Stretch>, Progress> first = new HashMap<>();
    List<Contradiction> found = new ArrayList<>();
    for (Progress claim : epic.progress()) {
      inItself(epic, claim).ifPresent(found::add);
      Progress before = first.putIfAbsent(claim.weeks(), claim);
      if (before != null && differ(before, claim)) {
        found.add(twice(epic, before, claim));
      }
      computed.stream()
          .limit(1)
          .filter(count -> claim.weeks().isEmpty() && contradicts(claim, count))
          .forEach(count -> found.add(uncounted(epic, claim, count)));
    }
    return found.stream();
  }

  /** What stands against a claim of progress. */
  static Contradiction found(
      Epic epic, Progress claim, String found, List<Location> against, String remedy) {
    String weeks = claim.weeks().map(stretch -> " in " + stretch).orElse("");
    return new Contradiction(
        "epic " + epic.id(),
        "progress: " + claim + weeks,
        claim.origin().self(),
        found,
        against,
        remedy);
  }

  private static Optional<Contradiction> inItself(Epic epic, Progress claim) {
    if (claim.done().isEmpty()
        || claim.percent().isEmpty()
        || !Shares.apart(claim.percent().getAsInt(), 100, done(claim), total(claim))) {
      return Optional.empty();
    }
    return Optional.of(
        found(
            epic,
            claim,
            done(claim)
                + " of "
                + total(claim)
                + " is "
                + Shares.percent(done(claim), total(claim)),
            List.of(),
            "Correct the percentage, or what it is counted from."));
  }

  /** Percentages and counts are each compared exactly; one with the other as rounded. */
  static boolean differ(Progress one, Progress other) {
    if (one.percent().isPresent() && other.percent().isPresent()) {
      return one.percent().getAsInt() != other.percent().getAsInt() || countsDiffer(one, other);
    }
    if (one.done().isPresent() && other.done().isPresent()) {
      return countsDiffer(one, other);
    }
    Progress share = one.percent().isPresent() ? one : other;
    Progress count = share == one ? other : one;
    return Shares.apart(share.percent().getAsInt(), 100, done(count), total(count));
  }

  private static boolean countsDiffer(Progress one, Progress other) {
    return one.done().isPresent()
        && other.done().isPresent()
        && done(one) * total(other) != done(other) * total(one);
  }

  private static Contradiction twice(Epic epic, Progress before, Progress claim) {
    return found(
        epic,
        before,
        "it is claimed at " + before + said(before, false) + " and at " + claim + said(claim, true),
        List.of(claim.origin().self()),
        "Find out which of them is so, and write it in one place.");
  }

  /** Where a document says so, and the line of the plan where it is not told already. */
  private static String said(Progress claim, boolean line) {
    String place = line ? claim.origin().self().toString() : "";
    String both =
        claim.where().isEmpty() || place.isEmpty()
            ? claim.where() + place
            : claim.where() + ", " + place;
    return both.isEmpty() ? "" : " (" + both + ")";
  }

  /**
   * Whether a claim is not what is counted: another count of the same things, or a share above
   * theirs. Where tasks are counted, a claim out of another total may count something else.
   */
  private static boolean contradicts(Progress claim, EpicCount count) {
    if (claim.done().isPresent()
        && count.isExact()
        && (count.of() == WorkCount.Of.ISSUES || total(claim) == count.total())) {
      return done(claim) != count.done() || total(claim) != count.total();
    }
    boolean counted = claim.done().isPresent();
    long done = counted ? done(claim) : claim.percent().getAsInt();
    long total = counted ? total(claim) : 100;
    return done * count.total() > count.done() * total
        && Shares.apart(done, total, count.done(), count.total());
  }

  private static Contradiction uncounted(Epic epic, Progress claim, EpicCount count) {
    String share =
        claim.percent().isPresent() || count.of() == WorkCount.Of.TASKS
            ? " (" + Shares.percent(count.done(), count.total()) + ")"
            : "";
    Location against =
        count.of() == WorkCount.Of.ISSUES
            ? epic.origin().of("issues")
            : epic.origin().of("workstreams");
    return found(epic, claim, count.words(share), List.of(against), REMEDY);
  }

  private static long done(Progress claim) {
    return claim.done().getAsInt();
  }

  private static long total(Progress claim) {
    return claim.total().getAsInt();
  }

  /** One issue that two epics list in two states. */
  private static List<Contradiction> issues(Plan plan) {
    Map<Integer, IssueIn> first = new HashMap<>();
    List<Contradiction> found = new ArrayList<>();
    for (Epic epic : plan.epics()) {
      for (Issue issue : epic.issues()) {
        if (issue.number().isPresent()) {
          IssueIn now = new IssueIn(epic, issue);
          IssueIn before = first.putIfAbsent(issue.number().getAsInt(), now);
          if (before != null && before.issue().state() != issue.state()) {
            found.add(twoStates(before, now));
          }
        }
      }
    }
    return found;
  }

  private static Contradiction twoStates(IssueIn before, IssueIn now) {
    Location there = now.issue().origin().self();
    return new Contradiction(
        "epic " + before.epic().id() + "/#" + before.issue().number().getAsInt(),
        "issue #" + before.issue().number().getAsInt() + " is " + before.issue().state().word(),
        before.issue().origin().self(),
        "epic "
            + now.epic().id()
            + " says that it is "
            + now.issue().state().word()
            + " ("
            + there
            + ")",
        List.of(there),
        "Write the same state in both, or list it once.");
  }
}
