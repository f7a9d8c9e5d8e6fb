package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Finds what is told of the past and dated in the future: reports and claims. */
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
    return Stream.concat(reports, claims).toList();
  }

  private Stream<ClaimCheck> look(String subject, String key, LocalDate day, Location place) {
    return day.isAfter(today)
        ? Stream.of(
            new ClaimCheck(
                subject,
                key + ": " + day,
                place,
                "that day has not come, it is " + today,
                Agreement.CONTRADICTS,
                List.of(),
                "Correct the day."))
        : Stream.empty();
  }
}
