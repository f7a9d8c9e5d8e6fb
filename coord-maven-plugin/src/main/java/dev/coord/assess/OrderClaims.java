package dev.coord.assess;

import dev.coord.assess.Arrivals.Arrival;
import dev.coord.assess.Arrivals.Told;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.WaveState.Member;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Proof;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds the plan's orders against git: dependencies, launches, the merge queue and the waves. What
 * has not come yet is in order, and what names no branch is not looked at. Of two that are merged,
 * the place on the first-parent line tells which came first. Nothing is said to agree: where all is
 * merged by now, git does not tell what was ready when.
 */
final class OrderClaims {

  /** How the claim of a dependency begins. */
  static final String DEPENDS_ON = "depends_on: ";

  private final Dependencies dependencies;
  private final Plan plan;
  private final MergeStates merges;
  private final Arrivals arrivals;
  private final List<ClaimCheck> checks = new ArrayList<>();
  private final Map<Merge, String> early = new LinkedHashMap<>();

  private OrderClaims(Dependencies dependencies, Plan plan, MergeStates merges, Arrivals arrivals) {
    this.dependencies = dependencies;
    this.plan = plan;
    this.merges = merges;
    this.arrivals = arrivals;
  }

  /**
   * What is merged somewhere.
   *
   * @param subject id of the workstream, or what claims call the entry of the queue
   * @param into the branch it is merged into, of which alone its order tells
   */
  record Merge(String subject, String into) {}

  /**
   * What was found.
   *
   * @param checks the claims in the order of the plan: workstreams, the queue, the waves
   * @param early what was merged before something it depends on or that the queue, its wave or an
   *     earlier wave puts before it, each with what is so, a clause
   */
  record Result(List<ClaimCheck> checks, Map<Merge, String> early) {
    /** Copies the collections. */
    Result {
      checks = List.copyOf(checks);
      early = Map.copyOf(early);
    }
  }

  static Result of(
      Dependencies dependencies, Plan plan, Evidence evidence, List<WorkstreamState> states) {
    MergeStates merges = new MergeStates(dependencies, plan, evidence, states, Map.of());
    OrderClaims claims =
        new OrderClaims(dependencies, plan, merges, new Arrivals(plan, evidence, states));
    plan.workstreams().forEach(claims::dependencies);
    plan.workstreams().forEach(claims::launch);
    claims.queue();
    claims.waves();
    return new Result(claims.checks, claims.early);
  }

  private void dependencies(Workstream workstream) {
    List<String> all = dependencies.of(workstream);
    if (!all.isEmpty()) {
      List<Arrival> own = arrivals.merged(workstream.id()).stream().toList();
      List<Arrival> first = merged(all);
      early(own, first);
      add(
          workstream.id(),
          DEPENDS_ON + String.join(", ", all),
          dependencies.place(workstream),
          own,
          first,
          "Find out what is missing, or correct depends_on.");
    }
  }

  private List<Arrival> merged(List<String> ids) {
    return ids.stream()
        .filter(id -> !dependencies.isGivenUp(id))
        .flatMap(id -> arrivals.merged(id).stream())
        .toList();
  }

  private void launch(Workstream workstream) {
    List<String> all = workstream.launch().map(Launch::waitFor).orElse(List.of());
    Optional<Arrival> begun = arrivals.begun(workstream.id());
    // Once it is merged, what it depends on is told already.
    boolean merged = begun.equals(arrivals.merged(workstream.id()));
    List<String> waits =
        all.stream().filter(id -> !merged || !dependencies.of(workstream).contains(id)).toList();
    if (!waits.isEmpty()) {
      add(
          workstream.id(),
          "launch.wait_for: " + String.join(", ", all),
          workstream.launch().orElseThrow().origin().of("wait_for"),
          begun.stream().toList(),
          merged(waits),
          "Let it wait, or correct what it waits for.");
    }
  }

  /** Each entry beside those before it that were not given up. */
  private void queue() {
    List<Arrival> before = new ArrayList<>();
    for (QueueState state : merges.queue()) {
      Optional<Arrival> arrival = arrivals.merged(state);
      if (arrival.isPresent() && !before.isEmpty()) {
        early(List.of(arrival.get().as(state.subject())), before);
        add(
            state.subject(),
            state.key() + " comes after " + worst(before).key() + " in the merge queue",
            state.entry().origin().self(),
            List.of(arrival.get()),
            before,
            "Find out what is missing, or correct the order of the queue.");
      }
      if (!isDropped(state)) {
        arrival.ifPresent(before::add);
      }
    }
  }

  private boolean isDropped(QueueState state) {
    return StatusWord.of(state.entry().status(), plan.project().vocabulary())
            .equals(Optional.of(StatusWord.DROPPED))
        || state.workstream().filter(dependencies::isDropped).isPresent();
  }

  /**
   * Each wave beside those before it into the same branch, and within it each workstream beside
   * those before that. What was given up has no place in it.
   */
  private void waves() {
    Map<String, List<Arrival>> all = new HashMap<>();
    for (WaveState state : merges.waves()) {
      Wave wave = state.wave();
      String into = plan.target(wave);
      List<Arrival> before = all.computeIfAbsent(into, branch -> new ArrayList<>());
      List<Arrival> members = new ArrayList<>();
      for (Member member : state.members()) {
        arrivals
            .merged(member.workstream(), Optional.of(member.observed()), into)
            .filter(arrival -> !dependencies.isDropped(arrival.key()))
            .ifPresent(members::add);
      }
      if (!before.isEmpty()) {
        early(members, before);
        add(
            "wave " + wave.id(),
            wave.name() + " comes after " + earlier(wave),
            wave.origin().of("workstreams"),
            members,
            before,
            "Find out what is missing, or correct the order of the waves.");
      }
      inside(wave, members);
      members.stream().map(member -> member.of(wave.name())).forEach(before::add);
    }
  }

  private String earlier(Wave wave) {
    List<Wave> waves =
        plan.merges().waves().stream()
            .takeWhile(other -> other != wave)
            .filter(other -> plan.target(other).equals(plan.target(wave)))
            .filter(other -> !other.workstreams().stream().allMatch(dependencies::isDropped))
            .toList();
    return waves.size() == 1 ? waves.get(0).name() : "the waves before it";
  }

  /** A wave whose members were not merged in its order: each is early, the first one is told. */
  private void inside(Wave wave, List<Arrival> members) {
    for (int i = 1; i < members.size(); i++) {
      early(List.of(members.get(i)), members.subList(0, i));
    }
    for (int i = 1; i < members.size(); i++) {
      Arrival late = members.get(i);
      List<Arrival> open =
          members.subList(0, i).stream()
              .filter(member -> member.happened() == Told.NO || late.isBefore(member))
              .toList();
      if (late.happened() == Told.YES && !open.isEmpty()) {
        add(
            "wave " + wave.id(),
            wave.name() + " merges " + open.get(0).key() + " before " + late.key(),
            wave.origin().of("workstreams", wave.workstreams().indexOf(late.key())),
            List.of(late),
            open,
            "Find out what is missing, or correct the order in the wave.");
        return;
      }
    }
  }

  /** Notes what was merged before something that comes first. */
  private void early(List<Arrival> later, List<Arrival> before) {
    for (Arrival late : later) {
      before.stream()
          .filter(first -> !first.key().equals(late.key()))
          .filter(first -> late.happened() == Told.YES && isWanting(late, first))
          .findFirst()
          .ifPresent(
              first ->
                  early.putIfAbsent(
                      new Merge(late.key(), late.into()),
                      "it " + late.words() + ", and " + after(late, first)));
    }
  }

  /** Whether what comes first is not merged, or was merged later. */
  private static boolean isWanting(Arrival late, Arrival first) {
    return first.happened() == Told.NO || late.isBefore(first);
  }

  private static String after(Arrival late, Arrival first) {
    return first.sentence() + (late.isBefore(first) ? ", later" : "");
  }

  /** What stands against an order most: what is not merged, else the last one. */
  private static Arrival worst(List<Arrival> before) {
    return before.stream()
        .filter(arrival -> arrival.happened() == Told.NO)
        .findFirst()
        .orElse(before.get(before.size() - 1));
  }

  /**
   * Something that comes after something else.
   *
   * @param later what should not have happened before all of the others
   * @param before what should have happened first
   */
  private void add(
      String subject,
      String claim,
      Location place,
      List<Arrival> later,
      List<Arrival> before,
      String remedy) {
    List<Arrival> come = later.stream().filter(arrivals::mayHaveHappened).toList();
    List<Arrival> first =
        before.stream()
            .filter(arrival -> later.stream().noneMatch(l -> l.key().equals(arrival.key())))
            .toList();
    List<Arrival> merged = come.stream().filter(a -> a.happened() == Told.YES).toList();
    Optional<Arrival> came =
        merged.stream()
            .filter(a -> first.stream().anyMatch(f -> isWanting(a, f)))
            .findFirst()
            .or(() -> merged.stream().findFirst());
    List<Arrival> open =
        first.stream()
            .filter(a -> came.map(c -> isWanting(c, a)).orElse(a.happened() == Told.NO))
            .toList();
    List<Arrival> untold = first.stream().filter(a -> a.happened() == Told.UNKNOWN).toList();
    if (come.isEmpty() || first.isEmpty()) {
      return;
    }
    if (came.isPresent() && !open.isEmpty()) {
      boolean unmerged = open.stream().allMatch(a -> a.happened() == Told.NO);
      String more =
          open.size() > 1
              ? (unmerged ? (open.size() == 2 ? ", nor is " : ", nor are ") : ", and so on for ")
                  + (open.size() - 1)
                  + " more"
              : "";
      add(
          subject,
          claim,
          place,
          came.get().sentence() + ", " + after(came.get(), open.get(0)) + more,
          Agreement.CONTRADICTS,
          Stream.concat(came.get().proof().stream(), open.get(0).proof().stream()).toList(),
          remedy);
    } else if (!open.isEmpty() || !untold.isEmpty()) {
      Arrival what = came.isPresent() ? untold.get(0) : come.get(0);
      add(subject, claim, place, what.sentence(), Agreement.UNKNOWN, List.of(), remedy);
    }
  }

  private void add(
      String subject,
      String claim,
      Location place,
      String observed,
      Agreement agreement,
      List<Proof> proof,
      String remedy) {
    checks.add(new ClaimCheck(subject, claim, place, observed, agreement, proof, remedy));
  }
}
