package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitQuestions.Period;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Event;
import dev.coord.plan.Plan;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds it against git that a branch was frozen, as far as the freeze has begun. What the branch
 * policy lets be committed directly, such as the plan itself, breaks no freeze.
 */
final class FreezeClaims {

  private static final int MOST = 5;

  /** Commits that a sentence names. */
  private static final int NAMED = 3;

  private final Plan plan;
  private final Evidence evidence;
  private final Observation<GitHistory> history;
  private final LocalDate today;
  private final PlanCalendar calendar;
  private final ZoneId zone;
  private final ExceptedCommits excepted;

  /**
   * Freezes of a plan.
   *
   * @param plan the one whose freezes count: a branch lifts none of its base's
   */
  FreezeClaims(Plan plan, Evidence evidence, LocalDate today) {
    this.plan = plan;
    this.evidence = evidence;
    this.history = evidence.git().then(git -> git.history());
    this.today = today;
    this.calendar = PlanCalendar.of(plan);
    this.excepted = new ExceptedCommits(plan);
    this.zone = plan.project().calendar().zone();
  }

  /** The times in which the integration branch is frozen: what git is to be asked for. */
  static List<Period> periods(Plan plan) {
    PlanCalendar calendar = PlanCalendar.of(plan);
    ZoneId zone = plan.project().calendar().zone();
    return freezes(plan)
        .filter(event -> branches(plan, event).contains(plan.project().integrationBranch()))
        .flatMap(event -> calendar.event(event).span().stream())
        .map(days -> period(days, zone))
        .distinct()
        .toList();
  }

  private static Period period(Span days, ZoneId zone) {
    return new Period(
        days.first().atStartOfDay(zone).toInstant(),
        days.last().plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static Stream<Event> freezes(Plan plan) {
    return plan.events().stream().filter(event -> event.kind() == Event.Kind.FREEZE);
  }

  private static List<String> branches(Plan plan, Event event) {
    return event.branches().isEmpty()
        ? List.of(plan.project().integrationBranch())
        : event.branches();
  }

  /** A claim for each freeze that has begun and each of its branches, in the order written. */
  List<ClaimCheck> check() {
    return freezes(plan)
        .flatMap(
            event ->
                calendar.event(event).span().stream()
                    .filter(days -> !days.first().isAfter(today))
                    .flatMap(days -> check(event, days)))
        .toList();
  }

  private Stream<ClaimCheck> check(Event event, Span days) {
    String integration = plan.project().integrationBranch();
    return branches(plan, event).stream()
        .flatMap(
            branch ->
                branch.equals(integration)
                    ? Stream.of(check(event, branch, days))
                    : other(event, branch, days));
  }

  /** Another branch than the integration branch, where there is one. */
  private Stream<ClaimCheck> other(Event event, String branch, Span days) {
    String claim = branch + " is frozen " + days;
    Observation<BranchLine> line = BranchLines.of(evidence, branch);
    if (line instanceof Observation.Unknown<BranchLine> unknown) {
      return Stream.of(claim(event, claim, unknown.reason(), Agreement.UNKNOWN, List.of()));
    }
    BranchLine known = line.optional().orElseThrow();
    boolean all =
        !known.cut()
            && known
                .since()
                .filter(time -> time.isAfter(days.first().atStartOfDay(zone).toInstant()))
                .isEmpty();
    return known.ref().isEmpty()
        ? Stream.empty()
        : Stream.of(
            check(event, claim, days, known.places().stream().map(BranchLine.Place::commit), all));
  }

  private ClaimCheck check(Event event, String branch, Span days) {
    String claim = branch + " is frozen " + days;
    if (history instanceof Observation.Unknown<GitHistory> unknown) {
      return claim(event, claim, unknown.reason(), Agreement.UNKNOWN, List.of());
    }
    GitHistory.Within known = history.optional().orElseThrow().within();
    List<Commit> arrived = arrived(days, known.commits().stream());
    return arrived.isEmpty() && !known.isWhole(period(days, zone))
        ? unread(event, claim, known)
        : check(event, claim, days, arrived);
  }

  /** Of what was not looked at nobody knows whether it arrived in the freeze. */
  private ClaimCheck unread(Event event, String claim, GitHistory.Within known) {
    return claim(
        event,
        claim,
        "not all commits since then were read"
            + known
                .cut()
                .map(time -> ": they were looked at back to " + time.atZone(zone).toLocalDate())
                .orElse(""),
        Agreement.UNKNOWN,
        List.of(),
        "The branch has more commits than coord looks at: see with git log whether it was kept.");
  }

  /**
   * What arrived in a freeze.
   *
   * @param all whether all that arrived since its first day was read
   */
  private ClaimCheck check(
      Event event, String claim, Span days, Stream<Commit> commits, boolean all) {
    List<Commit> read = commits.toList();
    List<Commit> arrived = arrived(days, read.stream());
    return arrived.isEmpty() && !all
        ? unread(event, claim, read)
        : check(event, claim, days, arrived);
  }

  private List<Commit> arrived(Span days, Stream<Commit> commits) {
    return commits
        .filter(commit -> days.contains(commit.time().atZone(zone).toLocalDate()))
        .filter(commit -> !excepted.contains(commit))
        .toList();
  }

  private ClaimCheck check(Event event, String claim, Span days, List<Commit> arrived) {
    if (!arrived.isEmpty()) {
      String noun = arrived.size() == 1 ? " commit arrived" : " commits arrived";
      String named =
          arrived.stream()
              .limit(NAMED)
              .map(commit -> BranchLines.named(commit, zone))
              .collect(Collectors.joining("; "));
      int more = arrived.size() - NAMED;
      return claim(
              event,
              claim,
              arrived.size()
                  + noun
                  + " on it by their times: "
                  + named
                  + (more > 0 ? "; and " + more + " more" : ""),
              Agreement.CONTRADICTS,
              arrived.stream().limit(MOST).map(FreezeClaims::proof).toList())
          .by(BranchLines.instances(arrived, zone, FreezeClaims::proof));
    }
    String until = days.last().isBefore(today) ? "" : " by now";
    return claim(event, claim, "no commit arrived on it" + until, Agreement.AGREES, List.of());
  }

  /** Of what was not read nobody knows whether it arrived in the freeze. */
  private ClaimCheck unread(Event event, String claim, List<Commit> read) {
    String reach =
        read.isEmpty()
            ? ""
            : ": the last "
                + (read.size() == 1 ? "commit" : read.size() + " commits")
                + " on it, back to "
                + read.get(read.size() - 1).time().atZone(zone).toLocalDate();
    String remedy =
        plan.project().started().isEmpty()
            ? "Write the day under \"started\" of the project from which on coord is to read."
            : "Fetch the whole history. Where it is there, the branch has more commits since the"
                + " project started than coord reads: look at it with git log.";
    return claim(
        event,
        claim,
        "not all commits since then were read" + reach,
        Agreement.UNKNOWN,
        List.of(),
        remedy);
  }

  private static Proof proof(Commit commit) {
    return Proof.commit(commit.subject(), commit.id()).attested();
  }

  private static ClaimCheck claim(
      Event event, String claim, String observed, Agreement agreement, List<Proof> proof) {
    return claim(
        event,
        claim,
        observed,
        agreement,
        proof,
        "Correct the days of the freeze, or find out why it was not kept.");
  }

  private static ClaimCheck claim(
      Event event,
      String claim,
      String observed,
      Agreement agreement,
      List<Proof> proof,
      String remedy) {
    return new ClaimCheck(
        "event " + event.id(),
        claim,
        event.when().place(event.when().stretches().get(0)),
        observed,
        agreement,
        proof,
        remedy);
  }
}
