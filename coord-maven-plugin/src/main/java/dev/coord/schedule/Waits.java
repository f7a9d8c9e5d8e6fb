package dev.coord.schedule;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Handoff;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What each workstream waits for: by its dependencies, by its launch, and by the artifacts and
 * libraries that it needs and that are not ready.
 *
 * <p>What was given up will never come, and is not waited for, nor is a handoff whose task is
 * through. Nor is one whose provider waits for the consumer, be it by way of others: two that hand
 * something to each other work side by side.
 */
public final class Waits {

  /** By what one workstream waits for another. */
  public enum Why {
    /** {@code depends_on}. */
    DEPENDENCY,
    /** {@code wait_for} of its launch. */
    LAUNCH,
    /** A handoff that it needs. */
    HANDOFF
  }

  /**
   * One workstream that waits for another.
   *
   * @param on id of the one that is waited for
   * @param why by what
   * @param origin what says so
   * @param key the list of it that does
   * @param index the item of the list, from 0
   * @param until the task that brings what is waited for, where it says when: then it is its day
   *     that is waited for, and not the end of the workstream
   */
  public record Wait(
      String on, Why why, Origin origin, String key, int index, Optional<Task> until) {
    /** Checks that all parts are there. */
    public Wait {
      Objects.requireNonNull(on, "on");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(until, "until");
    }

    private Wait(String on, Why why, Origin origin, String key, int index) {
      this(on, why, origin, key, index, Optional.empty());
    }

    /** The day by which it is handed over, where the plan says so. */
    public Optional<LocalDate> day() {
      return until.flatMap(Task::due);
    }

    /** Of two waits for one workstream, the one that takes longer. */
    private Wait longer(Wait other) {
      boolean longer =
          day().isPresent() && (other.day().isEmpty() || other.day().get().isAfter(day().get()));
      return longer ? other : this;
    }

    /** Where the plan says so. */
    public Location place() {
      return origin.of(key, index);
    }
  }

  /**
   * A workstream that is waited for by way of others.
   *
   * @param on id of the one that is waited for
   * @param via ids of those in between, from the one that waits; never empty
   * @param place where the plan says that the first of them is waited for
   */
  public record Chain(String on, List<String> via, Location place) {
    /** Copies the collection. */
    public Chain {
      Objects.requireNonNull(on, "on");
      Objects.requireNonNull(place, "place");
      via = List.copyOf(via);
    }

    /** {@code a by way of b}; of more than two in between, the first and their number. */
    public String words() {
      return on
          + " by way of "
          + (via.size() > 2
              ? via.get(0) + " and " + (via.size() - 1) + " others"
              : String.join(" and ", via));
    }
  }

  /** What must be there before it can be used; an agreed interface lets both sides work at once. */
  private static final Set<Handoff.Kind> DELIVERED =
      EnumSet.of(Handoff.Kind.ARTIFACT, Handoff.Kind.LIBRARY);

  private final Map<String, List<Wait>> waits = new LinkedHashMap<>();

  private Waits() {}

  /** What the workstreams of a plan wait for. */
  public static Waits of(Plan plan) {
    Waits all = new Waits();
    plan.workstreams().forEach(workstream -> all.waits.put(workstream.id(), own(plan, workstream)));
    all.add(plan, handoffs(plan));
    return all;
  }

  private static List<Wait> own(Plan plan, Workstream workstream) {
    Map<String, Wait> own = new LinkedHashMap<>();
    for (int i = 0; i < workstream.dependsOn().size(); i++) {
      String on = workstream.dependsOn().get(i);
      own.putIfAbsent(on, new Wait(on, Why.DEPENDENCY, workstream.origin(), "depends_on", i));
    }
    workstream
        .launch()
        .ifPresent(
            launch -> {
              for (int i = 0; i < launch.waitFor().size(); i++) {
                String on = launch.waitFor().get(i);
                own.putIfAbsent(on, new Wait(on, Why.LAUNCH, launch.origin(), "wait_for", i));
              }
            });
    List<Wait> waits = new ArrayList<>(own.values());
    waits.removeIf(wait -> plan.isDropped(wait.on()));
    return waits;
  }

  /**
   * Whether a workstream has still to hand something over before its consumers can go on: it is
   * planned, the task that brings it is open, where it names one, and it is not needed {@code
   * before} something in particular, which may come after the consumers.
   */
  public static boolean isToCome(Plan plan, Handoff handoff) {
    return handoff.status() == Handoff.Status.PLANNED
        && handoff.before().isEmpty()
        && handoff.task().flatMap(plan::task).filter(task -> !task.isOpen()).isEmpty()
        && handoff.provider().filter(provider -> !plan.isDropped(provider)).isPresent();
  }

  /** Whether a handoff must be there before it can be used. */
  public static boolean isDelivered(Handoff handoff) {
    return DELIVERED.contains(handoff.kind());
  }

  /** By consumer, then by provider: who waits for whom because of what is to be handed over. */
  private static Map<String, Map<String, Wait>> handoffs(Plan plan) {
    Map<String, Map<String, Wait>> found = new LinkedHashMap<>();
    for (Handoff handoff : plan.handoffs()) {
      if (isDelivered(handoff) && isToCome(plan, handoff)) {
        String provider = handoff.provider().get();
        Optional<Task> until =
            handoff.task().flatMap(plan::task).filter(task -> task.due().isPresent());
        for (int i = 0; i < handoff.consumers().size(); i++) {
          Wait wait = new Wait(provider, Why.HANDOFF, handoff.origin(), "consumers", i, until);
          found
              .computeIfAbsent(handoff.consumers().get(i), id -> new LinkedHashMap<>())
              .merge(provider, wait, Wait::longer);
        }
      }
    }
    return found;
  }

  private void add(Plan plan, Map<String, Map<String, Wait>> handoffs) {
    if (handoffs.isEmpty()) {
      return;
    }
    Map<String, List<String>> graph = new LinkedHashMap<>();
    for (Workstream workstream : plan.workstreams()) {
      List<String> next = new ArrayList<>();
      waits.get(workstream.id()).forEach(wait -> next.add(wait.on()));
      next.addAll(handoffs.getOrDefault(workstream.id(), Map.of()).keySet());
      graph.put(workstream.id(), next);
    }
    Components components = new Components(graph);
    handoffs.forEach(
        (consumer, providers) -> {
          List<Wait> own = waits.get(consumer);
          own.forEach(wait -> providers.remove(wait.on()));
          providers.values().stream()
              .filter(wait -> !components.same(consumer, wait.on()))
              .forEach(own::add);
        });
  }

  /** What a workstream waits for, each other one once; dependencies first. */
  public List<Wait> of(String workstream) {
    return List.copyOf(waits.getOrDefault(workstream, List.of()));
  }

  /**
   * What a workstream waits for by way of others that do not say themselves when they come, and not
   * by itself; nearer ones first.
   *
   * @param told whether a workstream says when it comes: behind it nothing is looked for
   */
  public List<Chain> chains(String workstream, Predicate<String> told) {
    Set<String> seen = new HashSet<>();
    List<Chain> found = new ArrayList<>();
    Deque<Step> open = new ArrayDeque<>();
    for (Wait wait : of(workstream)) {
      seen.add(wait.on());
      if (!told.test(wait.on())) {
        open.add(new Step(wait.on(), Optional.empty(), wait));
      }
    }
    while (!open.isEmpty()) {
      Step step = open.remove();
      for (Wait wait : of(step.on())) {
        if (seen.add(wait.on())) {
          if (told.test(wait.on())) {
            found.add(new Chain(wait.on(), step.way(), step.first().place()));
          } else {
            open.add(new Step(wait.on(), Optional.of(step), step.first()));
          }
        }
      }
    }
    return found;
  }

  /** A workstream on the way to another, the one before it on the way, and how it began. */
  private record Step(String on, Optional<Step> before, Wait first) {
    List<String> way() {
      LinkedList<String> way = new LinkedList<>();
      for (Optional<Step> step = Optional.of(this); step.isPresent(); step = step.get().before()) {
        way.addFirst(step.get().on());
      }
      return way;
    }
  }
}
