package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What of a plan is still to come: neither merged nor given up. */
public final class OpenWork {

  private final Plan plan;
  private final Completed completed;

  OpenWork(Plan plan, Completed completed) {
    this.plan = Objects.requireNonNull(plan, "plan");
    this.completed = Objects.requireNonNull(completed, "completed");
  }

  /** The workstreams, in the plan's order. */
  public List<Workstream> workstreams() {
    return plan.workstreams().stream().filter(one -> isOpen(one.id())).toList();
  }

  /** The waves that are not through and merge something that was not given up, in their order. */
  public List<Wave> waves() {
    return plan.openWaves().stream().filter(this::isOpen).toList();
  }

  /** What of a wave is still to come. */
  public List<String> members(Wave wave) {
    return plan.members(wave).stream().filter(this::isOpen).toList();
  }

  /** Whether a workstream is neither merged nor given up. */
  public boolean isOpen(String workstream) {
    return !isMerged(workstream) && !plan.isDropped(workstream);
  }

  /** Whether a wave is not through, and merges something that was not given up. */
  public boolean isOpen(Wave wave) {
    return !isMerged(wave) && !plan.members(wave).isEmpty();
  }

  boolean isMerged(Wave wave) {
    return completed.waves().contains(wave.id());
  }

  /** Whether a workstream is merged, so that nobody waits for it any more. */
  public boolean isMerged(String workstream) {
    return completed.workstreams().containsKey(workstream);
  }

  /** The day on which a workstream was merged; empty where it was not, or that is not known. */
  public Optional<LocalDate> merged(String workstream) {
    return completed.workstreams().getOrDefault(workstream, Optional.empty());
  }
}
