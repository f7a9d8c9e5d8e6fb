package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Sprint.Block;
import dev.coord.plan.Workstream;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.WorkDays.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Blocks of sprints in which more is to be done than the schedule allows. */
final class BlockDays {

  private static final int WHOLE = 100;

  private final Plan plan;
  private final PlanSchedule schedule;
  private final Earliest earliest;

  private BlockDays(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.schedule = schedule;
    this.earliest = new Earliest(schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    BlockDays days = new BlockDays(plan, schedule);
    return plan.sprints().stream()
        .flatMap(
            sprint -> sprint.blocks().stream().flatMap(block -> days.look(sprint, block).stream()))
        .flatMap(found -> found);
  }

  private Optional<Stream<Contradiction>> look(Sprint sprint, Block block) {
    return Optional.of(schedule.calendar().block(sprint, block))
        .filter(dated -> schedule.calendar().isPlaced(sprint, block))
        .flatMap(Dated::span)
        .map(span -> Stream.concat(active(block, span), finished(block, span)));
  }

  private Stream<Contradiction> active(Block block, Span span) {
    return IntStream.range(0, block.workstreams().size())
        .boxed()
        .flatMap(i -> active(block, span, i).stream());
  }

  private Optional<Contradiction> active(Block block, Span span, int index) {
    String id = block.workstreams().get(index);
    return open(id)
        .map(workstream -> earliest.begin("it", workstream))
        .filter(begin -> schedule.isBefore(span.last(), begin.day()))
        .filter(begin -> !isBeforeLaunch(id, span))
        .map(
            begin ->
                contradiction(
                    id,
                    id + " is active " + Words.on(block.when()),
                    block.origin().of("workstreams", index),
                    begin.words(),
                    "Let it be active later, or shorten what comes before."));
  }

  /** A workstream that is still to be done. */
  private Optional<Workstream> open(String id) {
    return plan.workstream(id).filter(workstream -> schedule.open().isOpen(id));
  }

  /** What is active before its launch is told apart. */
  private boolean isBeforeLaunch(String id, Span span) {
    return plan.workstream(id)
        .flatMap(schedule::launched)
        .filter(launch -> span.last().isBefore(launch))
        .isPresent();
  }

  private Stream<Contradiction> finished(Block block, Span span) {
    return block.expected().entrySet().stream()
        .filter(expected -> expected.getValue() == WHOLE)
        .flatMap(expected -> finished(block, span, expected.getKey()).stream());
  }

  private Optional<Contradiction> finished(Block block, Span span, String id) {
    return open(id)
        .map(workstream -> earliest.end("it", workstream))
        .filter(end -> schedule.isBefore(span.last(), end.day()))
        .map(
            end ->
                contradiction(
                    id,
                    "100% is expected at the end of the block " + Words.on(block.when()),
                    block.origin().of("expected." + id),
                    end.words(),
                    "Expect less, or shorten it or what comes before."));
  }

  private Contradiction contradiction(
      String id, String claim, Location place, String found, String remedy) {
    Workstream workstream = plan.workstream(id).orElseThrow();
    return new Contradiction(id, claim, place, found, List.of(workstream.origin().self()), remedy);
  }
}
