package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.TaskIndex;
import dev.coord.schedule.Waits;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the plan says in two ways of its merge queue. */
final class MergeChecks {

  private final Plan plan;
  private final List<Entry> queue;
  private final Waits waits;

  /** By workstream, the tasks of others that its own still need. */
  private final Map<String, List<TaskIndex.Dependency>> needed;

  private MergeChecks(Plan plan) {
    this.plan = plan;
    this.queue = plan.merges().queue();
    this.waits = Waits.of(plan);
    this.needed =
        TaskIndex.dependencies(plan)
            .filter(one -> one.isToCome() && one.otherWorkstream().isPresent())
            .filter(one -> one.workstream().isPresent())
            .collect(Collectors.groupingBy(one -> one.workstream().orElseThrow()));
  }

  static Stream<Contradiction> of(Plan plan) {
    MergeChecks checks = new MergeChecks(plan);
    return Stream.of(
            checks.queue.stream().flatMap(checks::target),
            checks.queue.stream().flatMap(entry -> checks.source(entry).stream()),
            checks.order(),
            checks.policy())
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

  private Stream<Contradiction> policy() {
    Branches policy = plan.boundaries().branches();
    if (policy.target().isEmpty()) {
      return plan.workstreams().stream()
          .filter(workstream -> workstream.branch().isPresent() && goesByDefault(workstream))
          .limit(1)
          .flatMap(workstream -> integration(policy, workstream).stream());
    }
    return policy.target().stream()
        .flatMap(
            target ->
                never(
                    policy, "boundaries", "target: " + target, target, policy.origin().of("target"))
                    .stream());
  }

  /** Whether nothing says where it goes, so that it is merged into the integration branch. */
  private boolean goesByDefault(Workstream workstream) {
    return !plan.isDropped(workstream.id())
        && queue.stream().noneMatch(entry -> workstream(entry).equals(Optional.of(workstream)))
        && plan.merges().waves().stream()
            .noneMatch(wave -> wave.workstreams().contains(workstream.id()));
  }

  private Optional<Contradiction> integration(Branches policy, Workstream workstream) {
    String branch = plan.project().integrationBranch();
    return never(
        policy,
        workstream.id(),
        workstream.id() + " is merged into " + branch + ", the integration branch",
        branch,
        workstream.origin().of("branch"));
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

  /** Each that it waits for itself, and the last of those that it waits for by way of others. */
  private Stream<Contradiction> late(int at, Workstream workstream, Map<String, Integer> places) {
    Stream<Contradiction> direct =
        waits.of(workstream.id()).stream()
            .filter(wait -> places.getOrDefault(wait.on(), -1) > at)
            .map(wait -> late(at, workstream, wait, places.get(wait.on())));
    Stream<Contradiction> through =
        waits.chains(workstream.id(), places::containsKey).stream()
            .filter(chain -> places.get(chain.on()) > at)
            .max(Comparator.comparing(chain -> places.get(chain.on())))
            .map(
                chain ->
                    late(
                        at,
                        workstream,
                        chain.on(),
                        "waits for " + chain.words(),
                        List.of(chain.place(), place(places.get(chain.on()))),
                        "what it waits for"))
            .stream();
    return Stream.concat(Stream.concat(direct, through), tasks(at, workstream, places));
  }

  /** Each task of another workstream that one of its own needs, where nothing else tells it. */
  private Stream<Contradiction> tasks(int at, Workstream workstream, Map<String, Integer> places) {
    return needed.getOrDefault(workstream.id(), List.of()).stream()
        .filter(one -> places.getOrDefault(one.otherWorkstream().orElseThrow(), -1) > at)
        .filter(
            one ->
                waits.of(workstream.id()).stream()
                    .noneMatch(wait -> one.otherWorkstream().equals(Optional.of(wait.on()))))
        .map(
            one ->
                late(
                    at,
                    workstream,
                    one.otherWorkstream().orElseThrow(),
                    "needs task " + one.name() + " for " + one.task().id(),
                    List.of(one.place(), place(places.get(one.otherWorkstream().orElseThrow()))),
                    "the task"));
  }

  private Contradiction late(int at, Workstream workstream, Waits.Wait wait, int other) {
    List<Location> against = List.of(wait.place(), place(other));
    return switch (wait.why()) {
      case DEPENDENCY ->
          late(at, workstream, wait.on(), "depends on " + wait.on(), against, "depends_on");
      case LAUNCH ->
          late(at, workstream, wait.on(), "is launched after " + wait.on(), against, "wait_for");
      case HANDOFF ->
          late(
              at,
              workstream,
              wait.on(),
              "needs what " + wait.on() + " hands over",
              against,
              "the handoff");
    };
  }

  private Contradiction late(
      int at,
      Workstream workstream,
      String other,
      String why,
      List<Location> against,
      String what) {
    return new Contradiction(
        subject(queue.get(at)),
        workstream.id() + " comes before " + other + " in the merge queue",
        place(at),
        workstream.id() + " " + why,
        against,
        "Change the order of the queue, or correct " + what + ".");
  }

  private Location place(int at) {
    return queue.get(at).origin().self();
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
