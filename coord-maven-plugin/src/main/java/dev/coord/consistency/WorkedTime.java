package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Report;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports of more time than their days have, for all who worked together. */
final class WorkedTime {

  private WorkedTime() {}

  static Stream<Contradiction> of(Plan plan) {
    return plan.handbook().reports().stream().flatMap(report -> of(report).stream());
  }

  private static Optional<Contradiction> of(Report report) {
    if (report.minutes().isEmpty() || report.from().isEmpty() || report.to().isEmpty()) {
      return Optional.empty();
    }
    long days = ChronoUnit.DAYS.between(report.from().get(), report.to().get()) + 1;
    int people = Math.max(1, report.by().size());
    long most = Duration.ofDays(days).toMinutes() * people;
    if (days < 1 || report.minutes().getAsInt() <= most) {
      return Optional.empty();
    }
    return Optional.of(
        new Contradiction(
            "report " + report.id(),
            "minutes: " + report.minutes().getAsInt(),
            report.origin().of("minutes"),
            "from "
                + report.from().get()
                + " to "
                + report.to().get()
                + (people == 1 ? " there are " : " " + people + " people have ")
                + most
                + " minutes",
            List.of(report.origin().of("from"), report.origin().of("to")),
            "Mend the minutes, or the days."));
  }
}
