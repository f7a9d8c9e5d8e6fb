package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Arrival;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Event;
import dev.coord.plan.Plan;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Holds it against git that the integration branch was frozen, as far as the freeze has begun. */
final class FreezeClaims {

  private static final int MOST = 5;

  private final Plan plan;
  private final Observation<GitHistory> history;
  private final LocalDate today;
  private final PlanCalendar calendar;
  private final ZoneId zone;

  FreezeClaims(Plan plan, Evidence evidence, LocalDate today) {
    this.plan = plan;
    this.history = evidence.git().then(git -> git.history());
    this.today = today;
    this.calendar = PlanCalendar.of(plan);
    this.zone = plan.project().calendar().zone();
  }

  /** A claim for each freeze of the integration branch that has begun, in the order written. */
  List<ClaimCheck> check() {
    String branch = plan.project().integrationBranch();
    return plan.events().stream()
        .filter(event -> event.kind() == Event.Kind.FREEZE)
        .filter(event -> event.branches().isEmpty() || event.branches().contains(branch))
        .flatMap(
            event ->
                calendar.event(event).span().stream()
                    .filter(days -> !days.first().isAfter(today))
                    .map(days -> check(event, branch, days)))
        .toList();
  }

  private ClaimCheck check(Event event, String branch, Span days) {
    String claim = branch + " is frozen " + days;
    if (history instanceof Observation.Unknown<GitHistory> unknown) {
      return claim(event, claim, unknown.reason(), Agreement.UNKNOWN, List.of());
    }
    GitHistory known = history.optional().orElseThrow();
    List<Commit> arrived =
        known.arrivals().stream()
            .map(Arrival::commit)
            .filter(commit -> days.contains(commit.time().atZone(zone).toLocalDate()))
            .toList();
    if (!arrived.isEmpty()) {
      String noun = arrived.size() == 1 ? " commit arrived" : " commits arrived";
      return claim(
          event,
          claim,
          arrived.size() + noun + " on it by their times",
          Agreement.CONTRADICTS,
          arrived.stream().limit(MOST).map(FreezeClaims::proof).toList());
    }
    return reachesBack(known, days.first())
        ? claim(event, claim, "no commit arrived on it by now", Agreement.AGREES, List.of())
        : claim(event, claim, "not all commits since then were read", Agreement.UNKNOWN, List.of());
  }

  /** Whether all that arrived since a day was read. */
  private boolean reachesBack(GitHistory known, LocalDate day) {
    Instant start = day.atStartOfDay(zone).toInstant();
    Stream<Instant> read =
        Stream.concat(
            known.cut() ? Stream.empty() : known.since().stream(),
            known.arrivals().stream().map(arrival -> arrival.commit().time()));
    return read.anyMatch(time -> !time.isAfter(start));
  }

  private static Proof proof(Commit commit) {
    return Proof.commit(commit.subject(), commit.id()).attested();
  }

  private static ClaimCheck claim(
      Event event, String claim, String observed, Agreement agreement, List<Proof> proof) {
    return new ClaimCheck(
        "event " + event.id(),
        claim,
        event.when().place(event.when().stretches().get(0)),
        observed,
        agreement,
        proof,
        "Correct the days of the freeze, or find out why it was not kept.");
  }
}
