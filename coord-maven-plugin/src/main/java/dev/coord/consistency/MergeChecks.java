package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the plan says in two ways of its merge queue. */
final class MergeChecks {

  private final Plan plan;
  private final List<Entry> queue;

  private MergeChecks(Plan plan) {
    this.plan = plan;
    this.queue = plan.merges().queue();
  }

  static Stream<Contradiction> of(Plan plan) {
    MergeChecks checks = new MergeChecks(plan);
    return Stream.of(
            checks.queue.stream().flatMap(checks::target),
            checks.queue.stream().flatMap(entry -> checks.source(entry).stream()),
            checks.order())
        .flatMap(found -> found);
  }

  private Stream<Contradiction> target(Entry entry) {
    return entry.target().stream()
        .flatMap(
            target ->
                branch(
                    plan.boundaries().branches(),
                    subject(entry),
                    "target: " + target,
                    target,
                    entry.origin().of("target")));
  }

  /** What the branch policy says of a branch that something goes to. */
  private static Stream<Contradiction> branch(
      Branches policy, String subject, String claim, String branch, Location place) {
    Stream<Contradiction> other =
        policy.target().stream()
            .filter(target -> !target.equals(branch))
            .map(
                target ->
                    new Contradiction(
                        subject,
                        claim,
                        place,
                        "boundaries.branches.target is " + target,
                        List.of(policy.origin().of("target")),
                        "Correct the target, or the branch policy."));
    return Stream.concat(other, never(policy, subject, claim, branch, place).stream());
  }

  /** That nothing is merged into a branch. */
  static Optional<Contradiction> never(
      Branches policy, String subject, String claim, String branch, Location place) {
    int index = policy.never().indexOf(branch);
    return index < 0
        ? Optional.empty()
        : Optional.of(
            new Contradiction(
                subject,
                claim,
                place,
                "boundaries.branches.never forbids it",
                List.of(policy.origin().of("never", index)),
                "Merge into another branch, or correct the branch policy."));
  }

  private Optional<Contradiction> source(Entry entry) {
    return entry
        .workstream()
        .flatMap(plan::workstream)
        .filter(
            workstream ->
                entry.source().isPresent()
                    && workstream.branch().isPresent()
                    && !workstream.branch().equals(entry.source()))
        .map(
            workstream ->
                new Contradiction(
                    subject(entry),
                    "source: " + entry.source().get(),
                    entry.origin().of("source"),
                    "the branch of " + workstream.id() + " is " + workstream.branch().get(),
                    List.of(workstream.origin().of("branch")),
                    "Correct the source, or the branch of the workstream."));
  }

  /** A pull request that comes before one whose workstream it depends on. */
  private Stream<Contradiction> order() {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < queue.size(); i++) {
      int at = i;
      workstream(queue.get(i)).ifPresent(w -> places.putIfAbsent(w.id(), at));
    }
    return IntStream.range(0, queue.size())
        .boxed()
        .flatMap(
            i ->
                workstream(queue.get(i))
                    .filter(w -> places.get(w.id()) == i.intValue())
                    .map(w -> late(i, w, places))
                    .orElseGet(Stream::empty));
  }

  private Stream<Contradiction> late(int at, Workstream workstream, Map<String, Integer> places) {
    return IntStream.range(0, workstream.dependsOn().size())
        .filter(i -> !plan.isDropped(workstream.dependsOn().get(i)))
        .filter(i -> places.getOrDefault(workstream.dependsOn().get(i), -1) > at)
        .mapToObj(
            i -> {
              String other = workstream.dependsOn().get(i);
              return new Contradiction(
                  subject(queue.get(at)),
                  workstream.id() + " comes before " + other + " in the merge queue",
                  queue.get(at).origin().self(),
                  workstream.id() + " depends on " + other,
                  List.of(
                      workstream.origin().of("depends_on", i),
                      queue.get(places.get(other)).origin().self()),
                  "Change the order of the queue, or correct depends_on.");
            });
  }

  private Optional<Workstream> workstream(Entry entry) {
    return entry
        .workstream()
        .flatMap(plan::workstream)
        .or(() -> entry.source().flatMap(plan::workstreamOfBranch));
  }

  private String subject(Entry entry) {
    return workstream(entry).map(Workstream::id).orElseGet(() -> "queue " + entry.key());
  }
}
