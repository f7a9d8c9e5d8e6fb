package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Stretch;
import dev.coord.plan.Timing;
import java.util.stream.Collectors;

/** Words that several checks share. */
final class Words {

  private Words() {}

  /** Where a time that is told was written. */
  static Location place(Timing when) {
    return when.place(when.stretches().get(0));
  }

  /** {@code on day 3}, {@code in weeks 1-2}. */
  static String on(Timing when) {
    return when.stretches().stream().map(Words::on).collect(Collectors.joining(", "));
  }

  static String on(Stretch stretch) {
    return switch (stretch.counting()) {
      case WEEKS, PHASE_WEEKS -> "in " + stretch;
      case DAYS, DATES, WEEKDAYS -> "on " + stretch;
    };
  }
}
