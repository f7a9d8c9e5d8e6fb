package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.schedule.PlanSchedule;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import dev.coord.site.model.Graph.Node;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Workstreams that wait for each other, as a graph. Those that no other waits for are left out. */
final class DependencyPicture {

  /** Boxes and arrows that can be taken in. */
  private static final int MOST_NODES = 40;

  private static final int MOST_EDGES = 120;

  /** Arrows to the one that most wait for, before all others. */
  private static final int MOST_TOLD = 10;

  private record Ends(String from, String to) {}

  private final View view;
  private final PlanSchedule schedule;
  private final Set<String> critical;
  private final Map<Ends, Boolean> edges = new LinkedHashMap<>();

  DependencyPicture(View view) {
    this.view = view;
    this.schedule = view.course().schedule();
    this.critical =
        schedule.isComplete() ? new LinkedHashSet<>(schedule.critical()) : new LinkedHashSet<>();
  }

  /**
   * The plan lets one workstream wait for another.
   *
   * @param waits whether it does so still; of several reasons, one is enough
   */
  DependencyPicture add(String from, String to, boolean waits) {
    if (!from.equals(to) && view.state(from).isPresent() && view.state(to).isPresent()) {
      edges.merge(new Ends(from, to), waits, Boolean::logicalOr);
    }
    return this;
  }

  /** The picture; empty where nobody waits. */
  Optional<Block> figure(String title, Target table) {
    if (edges.isEmpty()) {
      return Optional.empty();
    }
    List<String> all = known();
    Map<String, Integer> waiting = waiting();
    Optional<String> most = most(waiting);
    Map<Ends, Edge.Kind> kept = kept(most);
    Set<String> ends = ends(kept.keySet());
    List<String> shown = all.stream().filter(ends::contains).toList();
    Map<String, Integer> numbers = new HashMap<>();
    shown.forEach(id -> numbers.put(id, numbers.size()));
    List<Edge> drawn = new ArrayList<>();
    kept.forEach(
        (edge, kind) ->
            drawn.add(new Edge(numbers.get(edge.from()), numbers.get(edge.to()), kind)));
    return Optional.of(
        new Block.Figure(
            title,
            description(waiting, most),
            new Graph(shown.stream().map(this::node).toList(), drawn),
            (long) all.size() - shown.size(),
            table));
  }

  /** Those that wait or are waited for, in the plan's order. */
  private List<String> known() {
    Set<String> ends = ends(edges.keySet());
    return view.assessment().workstreams().stream()
        .map(WorkstreamState::id)
        .filter(ends::contains)
        .toList();
  }

  private static Set<String> ends(Set<Ends> edges) {
    Set<String> ends = new LinkedHashSet<>();
    edges.forEach(edge -> ends.addAll(List.of(edge.from(), edge.to())));
    return ends;
  }

  /** As much as can be taken in: some of what the sentence says, then what holds up most. */
  private Map<Ends, Edge.Kind> kept(Optional<String> most) {
    Map<Ends, Edge.Kind> kept = new LinkedHashMap<>();
    Set<String> ends = new LinkedHashSet<>();
    Stream<Ends> told =
        edges.keySet().stream()
            .filter(edge -> edges.get(edge) && most.filter(edge.from()::equals).isPresent())
            .limit(MOST_TOLD);
    Stream<Ends> all = edges.keySet().stream().sorted(Comparator.comparing(this::kind));
    Stream.concat(told, all)
        .distinct()
        .forEach(
            edge -> {
              Set<String> more = new LinkedHashSet<>(ends);
              more.addAll(List.of(edge.from(), edge.to()));
              if (more.size() <= MOST_NODES && kept.size() < MOST_EDGES) {
                ends.addAll(more);
                kept.put(edge, kind(edge));
              }
            });
    return kept;
  }

  private Edge.Kind kind(Ends ends) {
    if (!edges.get(ends)) {
      return Edge.Kind.DONE;
    }
    return critical.contains(ends.from()) && critical.contains(ends.to()) && isTight(ends)
        ? Edge.Kind.CRITICAL
        : Edge.Kind.OPEN;
  }

  /** Whether the one begins as soon as the other has ended. */
  private boolean isTight(Ends ends) {
    return schedule.finish(ends.from()).equals(schedule.earlyStart(ends.to()));
  }

  private Node node(String id) {
    WorkstreamState state = view.state(id).orElseThrow();
    boolean isCritical = critical.contains(id);
    Mark mark =
        new Mark(
            id,
            Tones.of(state.observed()),
            Words.commas(state.observed().words(), isCritical ? "critical" : ""),
            Optional.of(Target.page("workstreams/" + id)));
    return new Node(mark, isCritical);
  }

  /** How many wait for each, directly; those that nobody waits for are left out. */
  private Map<String, Integer> waiting() {
    Map<String, Integer> waiting = new LinkedHashMap<>();
    edges.forEach(
        (ends, waits) -> {
          if (waits) {
            waiting.merge(ends.from(), 1, Integer::sum);
          }
        });
    return waiting;
  }

  /** Whom more wait for than for any other. */
  private static Optional<String> most(Map<String, Integer> waiting) {
    int most = waiting.values().stream().max(Integer::compare).orElse(0);
    List<String> found =
        waiting.keySet().stream().filter(id -> waiting.get(id) == most).limit(2).toList();
    return found.stream().findFirst().filter(only -> found.size() == 1 && most > 1);
  }

  private String description(Map<String, Integer> waiting, Optional<String> most) {
    if (most.isPresent()) {
      return "Most wait for " + most.get() + ": " + waiting.get(most.get()) + " workstreams.";
    }
    long number = edges.keySet().stream().filter(edges::get).map(Ends::to).distinct().count();
    if (number < 2) {
      return number == 0 ? "Nobody waits any more." : "1 workstream waits.";
    }
    int each = waiting.values().stream().max(Integer::compare).orElseThrow();
    return number + " workstreams wait, no more than " + each + " for the same one.";
  }
}
