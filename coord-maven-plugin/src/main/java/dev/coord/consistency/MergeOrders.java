package dev.coord.consistency;

import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the queue and the waves say in two ways of one branch: the order in which it is merged into;
 * and waves that end with one tag, which is set once.
 */
final class MergeOrders {

  /** An entry of the queue and whose work it is. */
  private record Queued(Entry entry, String workstream) {}

  /**
   * Where a workstream is merged by the waves.
   *
   * @param number its place among all that they merge into the branch, from 0
   */
  private record Merged(Wave wave, int number, int index) {}

  private final Plan plan;

  private MergeOrders(Plan plan) {
    this.plan = plan;
  }

  static Stream<Contradiction> of(Plan plan) {
    MergeOrders orders = new MergeOrders(plan);
    return Stream.concat(orders.orders(), tags(plan));
  }

  private Stream<Contradiction> orders() {
    Map<String, List<Queued>> queues = new LinkedHashMap<>();
    for (Entry entry : plan.merges().queue()) {
      String target = entry.target().orElse(plan.project().integrationBranch());
      workstream(entry)
          .filter(one -> !plan.isDropped(one.id()))
          .ifPresent(
              one ->
                  queues
                      .computeIfAbsent(target, any -> new ArrayList<>())
                      .add(new Queued(entry, one.id())));
    }
    return queues.entrySet().stream().flatMap(of -> order(of.getValue(), merged(of.getKey())));
  }

  /** By workstream, where the waves merge it into a branch. */
  private Map<String, Merged> merged(String target) {
    Map<String, Merged> merged = new HashMap<>();
    for (Wave wave : plan.merges().waves()) {
      for (int i = 0; plan.target(wave).equals(target) && i < wave.workstreams().size(); i++) {
        merged.putIfAbsent(wave.workstreams().get(i), new Merged(wave, merged.size(), i));
      }
    }
    return merged;
  }

  /** Neighbours of the queue that the waves merge the other way round. */
  private static Stream<Contradiction> order(List<Queued> queue, Map<String, Merged> merged) {
    List<Queued> both = queue.stream().filter(one -> merged.containsKey(one.workstream())).toList();
    return IntStream.range(1, both.size())
        .filter(
            i ->
                merged.get(both.get(i).workstream()).number()
                    < merged.get(both.get(i - 1).workstream()).number())
        .mapToObj(i -> turned(both.get(i - 1), both.get(i), merged));
  }

  private static Contradiction turned(Queued first, Queued then, Map<String, Merged> merged) {
    Merged late = merged.get(first.workstream());
    Merged early = merged.get(then.workstream());
    String how =
        early.wave().id().equals(late.wave().id())
            ? early.wave().name() + " merges " + then.workstream() + " before it"
            : early.wave().name()
                + " merges "
                + then.workstream()
                + ", and only "
                + late.wave().name()
                + " merges "
                + first.workstream();
    return new Contradiction(
        first.workstream(),
        first.workstream() + " comes before " + then.workstream() + " in the merge queue",
        first.entry().origin().self(),
        how,
        List.of(
            early.wave().origin().of("workstreams", early.index()),
            late.wave().origin().of("workstreams", late.index())),
        "Give both one order.");
  }

  private Optional<Workstream> workstream(Entry entry) {
    return entry
        .workstream()
        .flatMap(plan::workstream)
        .or(() -> entry.source().flatMap(plan::workstreamOfBranch));
  }

  private static Stream<Contradiction> tags(Plan plan) {
    return Twice.of(plan.openWaves().stream(), Wave::tag)
        .map(
            two ->
                Twice.told(
                    two.first().name(),
                    "tag: " + two.first().tag().orElseThrow(),
                    two.first().origin().of("tag"),
                    two.again().name() + " ends with it, too",
                    two.again().origin().of("tag"),
                    "A tag is set once: give one of the waves another one."));
  }
}
