package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.Waits.Wait;

/** Why a workstream or a wave has no times, in a clause. */
final class MissingTimes {

  private static final String NO_DAY = ", of which no day can be told";

  private final Plan plan;
  private final OpenWork open;
  private final ActivityNetwork network;
  private final CriticalPath path;

  MissingTimes(Plan plan, OpenWork open, ActivityNetwork network, CriticalPath path) {
    this.plan = plan;
    this.open = open;
    this.network = network;
    this.path = path;
  }

  String of(Workstream workstream) {
    if (plan.isDropped(workstream.id())) {
      return "it was given up";
    }
    if (open.isMerged(workstream.id())) {
      return "it is merged";
    }
    if (path.earlyStart(workstream.id()).isPresent()) {
      return "it has no length";
    }
    return network
        .openWaits(workstream)
        .filter(wait -> wait.day().isEmpty())
        .map(Wait::on)
        .filter(id -> path.times(id).isEmpty())
        .findFirst()
        .map(id -> "it waits for " + id + ", of which no end can be told")
        .or(
            () ->
                network.order().before(workstream.id()).stream()
                    .filter(wave -> path.times(ActivityNetwork.key(wave)).isEmpty())
                    .findFirst()
                    .map(wave -> "it waits for " + wave.name() + NO_DAY))
        .orElse("it waits for itself");
  }

  String of(Wave wave) {
    if (plan.members(wave).isEmpty()) {
      return "it merges nothing that was not given up";
    }
    if (open.isMerged(wave)) {
      return "it is merged";
    }
    return open.members(wave).stream()
        .filter(id -> path.times(id).isEmpty())
        .findFirst()
        .map(id -> "it merges " + id + ", of which no end can be told")
        .or(
            () ->
                network
                    .order()
                    .before(wave)
                    .map(other -> "it comes after " + other.name() + NO_DAY))
        .orElse("it waits for itself");
  }
}
