package dev.coord.assess;

import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.WorkDays;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How late workstreams are on a day: from the day they are due, or the last of their working days,
 * until they are seen to be merged. Progress is not inferred.
 */
public final class Slip {

  private final Plan plan;
  private final LocalDate today;
  private final WorkDays workDays;

  /** Slips on a day. */
  public Slip(Plan plan, LocalDate today) {
    this.plan = plan;
    this.today = today;
    this.workDays = new WorkDays(plan.project().calendar());
  }

  /** The day it is due, or the last of its working days. */
  public Optional<LocalDate> due(Workstream workstream) {
    return workstream
        .due()
        .or(
            () ->
                workstream.duration().isEmpty()
                    ? Optional.empty()
                    : workstream
                        .start()
                        .flatMap(s -> workDays.day(s, workstream.duration().getAsInt())));
  }

  /** Whether it is past the day, not given up and not seen to be merged. */
  public boolean isLate(WorkstreamState state) {
    return isOpen(state) && due(state.workstream()).filter(today::isAfter).isPresent();
  }

  /** Whether it is not given up and not seen to be merged. */
  boolean isOpen(WorkstreamState state) {
    return !state.observed().isMerged() && !plan.isDropped(state.id());
  }

  /** How many working days it is late; 0 when it is not, or only by days that are not worked. */
  public long of(WorkstreamState state) {
    return isLate(state)
        ? workDays.between(due(state.workstream()).orElseThrow().plusDays(1), today)
        : 0;
  }
}
