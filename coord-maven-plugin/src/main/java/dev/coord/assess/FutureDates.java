package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Decision;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Testing.SignOff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what is told of the past and dated in the future: reports, claims, decisions that were
 * made, and work that is through before it starts.
 */
final class FutureDates {

  private final LocalDate today;

  private FutureDates(LocalDate today) {
    this.today = today;
  }

  static List<ClaimCheck> of(Plan plan, LocalDate today) {
    FutureDates dates = new FutureDates(today);
    Stream<ClaimCheck> reports =
        plan.handbook().reports().stream()
            .flatMap(
                report ->
                    Stream.concat(
                            report.from().stream()
                                .flatMap(
                                    day ->
                                        dates.look(
                                            "report " + report.id(),
                                            "from",
                                            day,
                                            report.origin().of("from"))),
                            report.to().stream()
                                .flatMap(
                                    day ->
                                        dates.look(
                                            "report " + report.id(),
                                            "to",
                                            day,
                                            report.origin().of("to"))))
                        .limit(1));
    Stream<ClaimCheck> claims =
        plan.claims().stream()
            .flatMap(
                claim ->
                    claim.on().stream()
                        .flatMap(
                            day ->
                                dates.look(
                                    "claim " + claim.id(), "on", day, claim.origin().of("on"))));
    return Stream.of(
            reports, claims, dates.decisions(plan), dates.signOff(plan), dates.starts(plan))
        .flatMap(found -> found)
        .toList();
  }

  /** One that is proposed may be planned for a day to come. */
  private Stream<ClaimCheck> decisions(Plan plan) {
    return plan.handbook().decisions().stream()
        .filter(decision -> decision.status() != Decision.Status.PROPOSED)
        .flatMap(
            decision ->
                decision.date().stream()
                    .flatMap(
                        day ->
                            look(
                                "decision " + decision.id(),
                                "date",
                                day,
                                decision.origin().of("date"),
                                ", and the decision is " + decision.status().word())));
  }

  private Stream<ClaimCheck> signOff(Plan plan) {
    return plan.handbook().testing().signOff().stream()
        .filter(signOff -> signOff.decision() != SignOff.Decision.PENDING)
        .flatMap(
            signOff ->
                signOff.on().stream()
                    .flatMap(
                        day ->
                            look(
                                "testing sign-off",
                                "on",
                                day,
                                signOff.origin().of("on"),
                                ", and the decision is " + signOff.decision().word())));
  }

  /** Work that says that it is through, and is to start. */
  private Stream<ClaimCheck> starts(Plan plan) {
    Stream<ClaimCheck> workstreams =
        plan.workstreams().stream()
            .filter(workstream -> StatusClaims.isThrough(plan, workstream))
            .flatMap(
                workstream ->
                    workstream.start().stream()
                        .flatMap(
                            day ->
                                look(
                                    workstream.id(),
                                    "start",
                                    day,
                                    workstream.origin().of("start"),
                                    ", and its status is " + workstream.status())));
    Stream<ClaimCheck> epics =
        plan.epics().stream()
            .filter(
                epic ->
                    StatusWord.ofWhole(epic.status(), plan.project().vocabulary())
                        .equals(Optional.of(StatusWord.MERGED)))
            .flatMap(
                epic ->
                    epic.start().stream()
                        .flatMap(
                            day ->
                                look(
                                    "epic " + epic.id(),
                                    "start",
                                    day,
                                    epic.origin().of("start"),
                                    ", and its status is " + epic.status())));
    return Stream.concat(workstreams, epics);
  }

  private Stream<ClaimCheck> look(String subject, String key, LocalDate day, Location place) {
    return look(subject, key, day, place, "");
  }

  private Stream<ClaimCheck> look(
      String subject, String key, LocalDate day, Location place, String though) {
    return day.isAfter(today)
        ? Stream.of(
            new ClaimCheck(
                subject,
                key + ": " + day,
                place,
                "that day has not come, it is " + today + though,
                Agreement.CONTRADICTS,
                List.of(),
                "Correct the day."))
        : Stream.empty();
  }
}
