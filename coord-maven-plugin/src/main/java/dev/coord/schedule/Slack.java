package dev.coord.schedule;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * By how many working days a workstream can be late, as the days are read in which the plan can
 * mean it; at least, where lengths are missing.
 *
 * @param alone without delaying the end that durations and dependencies alone allow, at least 0
 * @param planned the same with all planned days, before which nothing begins or is merged
 * @param promised without missing a day that the plan promises; negative where it is missed anyway,
 *     empty where none comes after
 */
public record Slack(long alone, long planned, OptionalLong promised) {

  /** Checks that all parts are there. */
  public Slack {
    Objects.requireNonNull(promised, "promised");
  }

  /** Whether it is critical in no reading: whoever marks it as such is wrong. */
  public boolean isNowhereCritical() {
    return alone > 0 && planned > 0 && promised.orElse(1) > 0;
  }

  /** Whether it delays the end with the planned days and without them. */
  public boolean isCriticalAnyway() {
    return alone == 0 && planned == 0;
  }
}
