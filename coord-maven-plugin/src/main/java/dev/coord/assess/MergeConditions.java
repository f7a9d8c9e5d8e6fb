package dev.coord.assess;

import dev.coord.assess.NextMerges.Candidate;
import dev.coord.assess.NextMerges.Earlier;
import dev.coord.assess.Readiness.Condition;
import dev.coord.assess.Readiness.Holds;
import dev.coord.assess.Readiness.Kind;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Action;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Event;
import dev.coord.plan.Gate;
import dev.coord.plan.Handoff;
import dev.coord.plan.MergedRule;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import dev.coord.rule.Outcome;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must be so before something is merged. What cannot be told does not hold. */
final class MergeConditions {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private static final String REMOTE = "origin/";

  private static final int MOST_FILES = 3;

  private final Assessment assessment;
  private final Plan plan;
  private final Plan rulebook;
  private final List<WaveState> waves;
  private final ConflictForecast forecast;
  private final List<HandoffState> handoffs;
  private final PlanCalendar calendar;

  MergeConditions(Assessment assessment, MergeStates states) {
    this.assessment = assessment;
    this.plan = assessment.plan();
    this.rulebook = assessment.rulebook();
    this.waves = states.waves();
    this.forecast = ConflictForecast.of(assessment);
    this.handoffs = HandoffState.of(assessment);
    this.calendar = PlanCalendar.of(rulebook);
  }

  List<Condition> of(Candidate one) {
    List<Condition> all = new ArrayList<>();
    branch(one, all);
    target(one, all);
    order(one, all);
    one.workstream()
        .flatMap(plan::workstream)
        .ifPresent(
            workstream -> {
              dependencies(one, workstream, all);
              handoffs(workstream, all);
            });
    gates(one, all);
    actions(one, all);
    freezes(one, all);
    if (one.observed() != Status.UNKNOWN
        && one.observed() != Status.NOT_STARTED
        && one.observed() != Status.REVERTED) {
      Optional<BranchDelta> delta = delta(one);
      behind(one, delta, all);
      conflicts(one, delta, all);
    }
    return List.copyOf(all);
  }

  private void branch(Candidate one, List<Condition> all) {
    Holds holds =
        switch (one.observed()) {
          case NOT_STARTED, ABANDONED, REVERTED -> Holds.NO;
          case UNKNOWN -> Holds.UNKNOWN;
          case ACTIVE, STALE, READY, MERGED, MERGED_OUT_OF_ORDER -> Holds.YES;
        };
    String name = one.source().map(source -> source + ": ").orElse("");
    boolean lost = holds == Holds.UNKNOWN && one.source().filter(this::isLost).isPresent();
    String how = lost ? LostBranches.ofOne() : one.how();
    all.add(new Condition(Kind.BRANCH, holds, one.workstream().orElse(""), name + how));
  }

  private boolean isLost(String branch) {
    return LostBranches.contains(assessment, branch);
  }

  private void target(Candidate one, List<Condition> all) {
    Branches policy = rulebook.boundaries().branches();
    if (policy.never().contains(one.target())) {
      all.add(
          new Condition(
              Kind.TARGET, Holds.NO, "", "nothing is merged into " + one.target() + " directly"));
    } else if (one.entry().isPresent() && policy.target().isPresent()) {
      boolean right = policy.target().get().equals(one.target());
      all.add(
          new Condition(
              Kind.TARGET,
              right ? Holds.YES : Holds.NO,
              "",
              right
                  ? "pull requests go to " + one.target()
                  : "it goes to " + one.target() + ", and not to " + policy.target().get()));
    }
  }

  private void order(Candidate one, List<Condition> all) {
    if (one.before().isEmpty()) {
      return;
    }
    Earlier first =
        one.before().stream().filter(Earlier::known).findFirst().orElse(one.before().get(0));
    int others = one.before().size() - 1;
    String more = others > 0 ? ", nor " + (others == 1 ? "is " : "are ") + others + " more" : "";
    all.add(
        new Condition(
            Kind.ORDER,
            first.known() ? Holds.NO : Holds.UNKNOWN,
            first.key(),
            first.known()
                ? said(first.key()) + ", before it " + first.where() + ", is not merged" + more
                : "whether "
                    + said(first.key())
                    + ", before it "
                    + first.where()
                    + ", is merged cannot be told"));
  }

  /** A pull request is known by its number, which alone would read like a count. */
  private String said(String key) {
    return NUMBER.matcher(key).matches() && plan.workstream(key).isEmpty() ? "#" + key : key;
  }

  private void dependencies(Candidate one, Workstream workstream, List<Condition> all) {
    Dependencies dependencies = new Dependencies(plan, rulebook);
    for (String id : dependencies.of(workstream)) {
      Optional<WorkstreamState> state = assessment.workstream(id);
      Status status = state.map(WorkstreamState::observed).orElse(Status.UNKNOWN);
      if (status.isMerged() || isIn(one.target(), id)) {
        all.add(new Condition(Kind.DEPENDENCY, Holds.YES, id, id + " is merged"));
      } else if (dependencies.isGivenUp(id)) {
        all.add(new Condition(Kind.DEPENDENCY, Holds.YES, id, id + " was given up"));
      } else if (status == Status.UNKNOWN) {
        boolean lost =
            plan.workstream(id).flatMap(Workstream::branch).filter(this::isLost).isPresent();
        String why =
            lost ? ": its branch is not in this clone" : state.map(s -> ": " + s.how()).orElse("");
        all.add(
            new Condition(
                Kind.DEPENDENCY,
                Holds.UNKNOWN,
                id,
                "whether " + id + " is merged cannot be told" + why));
      } else {
        all.add(new Condition(Kind.DEPENDENCY, Holds.NO, id, id + " is not merged"));
      }
    }
  }

  /** Whether a wave merged a workstream into a branch. */
  private boolean isIn(String target, String workstream) {
    return waves.stream()
        .filter(wave -> plan.target(wave.wave()).equals(target))
        .flatMap(wave -> wave.members().stream())
        .anyMatch(m -> m.workstream().equals(workstream) && m.observed().isMerged());
  }

  /** As for consumers that do not wait: secrets and what only people know of are left out. */
  private void handoffs(Workstream workstream, List<Condition> all) {
    for (HandoffState state : handoffs) {
      Handoff handoff = state.handoff();
      if (!handoff.consumers().contains(workstream.id())
          || handoff.provider().equals(Optional.of(workstream.id()))
          || handoff.kind() == Handoff.Kind.SECRET
          || !handoff.before().isEmpty()
          || handoff.status() == Handoff.Status.NOT_NEEDED) {
        continue;
      }
      Holds holds =
          !state.open()
              ? Holds.YES
              : state.observed() == HandoffState.Observed.UNKNOWN ? Holds.UNKNOWN : Holds.NO;
      String word =
          state.observed() == HandoffState.Observed.DECLARED
              ? handoff.status().word() + " by the plan's word"
              : state.observed().words();
      all.add(
          new Condition(
              Kind.HANDOFF, holds, handoff.id(), "handoff " + handoff.id() + " is " + word));
    }
  }

  /** The gates of its waves, and those about it that can fail a build. */
  private void gates(Candidate one, List<Condition> all) {
    Map<String, GateResult> rows = new LinkedHashMap<>();
    for (GateResult row : assessment.gates()) {
      if (one.waves().stream().anyMatch(wave -> isOf(row.gate(), wave)) && isAbout(row, one)) {
        rows.put(row.label(), row);
      }
    }
    one.workstream()
        .flatMap(assessment::workstream)
        .ifPresent(
            state ->
                state.gates().stream()
                    // A row about another branch only warns here, but fails the build of that one.
                    .filter(row -> row.gate().severity() == Severity.FAIL)
                    .forEach(row -> rows.putIfAbsent(row.label(), row)));
    for (GateResult row : assessment.gates()) {
      if (approvals(row).anyMatch(rule -> isOf(rule, one))) {
        rows.putIfAbsent(row.label(), row);
      }
    }
    List<Condition> approvals = new ArrayList<>();
    for (GateResult row : rows.values()) {
      boolean approval = approvals(row).findAny().isPresent();
      if (!asksForItsMerge(row, one)) {
        (approval ? approvals : all).add(condition(row, approval));
      }
    }
    all.addAll(approvals);
  }

  private static Condition condition(GateResult row, boolean approval) {
    Holds holds =
        switch (row.outcome()) {
          case PASSED, WAIVED, BASELINED -> Holds.YES;
          case FAILED -> Holds.NO;
          case UNKNOWN -> Holds.UNKNOWN;
        };
    String word = row.outcome().word();
    String said =
        approval
            ? " (" + (isAttested(row) ? "attested, " : "") + row.verdict().measured() + ")"
            : "";
    return new Condition(
        approval ? Kind.APPROVAL : Kind.GATE,
        holds,
        row.label(),
        "gate " + row.label() + ": " + word + (said.equals(" ()") ? "" : said));
  }

  /** Whether it holds by what anybody could have written. */
  private static boolean isAttested(GateResult row) {
    return row.outcome() == Outcome.PASSED
        && row.verdict().proof().stream().noneMatch(p -> p.strength() == Proof.Strength.OBSERVED);
  }

  private static boolean isOf(Gate gate, Wave wave) {
    return gate.waves().contains(wave.id()) || wave.gates().contains(gate.id());
  }

  /** Whether a row is not about another workstream. */
  private static boolean isAbout(GateResult row, Candidate one) {
    return row.subject().isEmpty() || row.subject().equals(one.workstream());
  }

  private static Stream<ApprovedRule> approvals(GateResult row) {
    return row.gate()
        .rule()
        .flat()
        .filter(ApprovedRule.class::isInstance)
        .map(ApprovedRule.class::cast);
  }

  private static boolean isOf(ApprovedRule rule, Candidate one) {
    return rule.workstream().isPresent() && rule.workstream().equals(one.workstream())
        || rule.branch().isPresent() && rule.branch().equals(one.source());
  }

  /** Whether a gate holds only once this is merged: it cannot hold up the merge. */
  private static boolean asksForItsMerge(GateResult row, Candidate one) {
    return row.gate().rule() instanceof MergedRule merged
        && (merged.workstream().isPresent() && merged.workstream().equals(one.workstream())
            || merged.branch().isPresent() && merged.branch().equals(one.source()));
  }

  /** What blocks it, its waves, or a gate that is about it or of its waves. */
  private void actions(Candidate one, List<Condition> all) {
    for (Action action : plan.actions()) {
      boolean blocks =
          action.blocks().stream()
              .anyMatch(
                  id ->
                      one.workstream().equals(Optional.of(id))
                          || isGateAbout(one, id)
                          || one.waves().stream()
                              .anyMatch(wave -> wave.id().equals(id) || isGateOf(wave, id)));
      if (blocks) {
        all.add(
            new Condition(
                Kind.ACTION,
                action.open() ? Holds.NO : Holds.YES,
                action.id(),
                "action " + action.id() + " is " + action.status().word()));
      }
    }
  }

  private boolean isGateAbout(Candidate one, String gate) {
    return plan.gates().stream()
        .filter(g -> g.id().equals(gate))
        .anyMatch(g -> one.workstream().filter(plan.workstreamsOf(g)::contains).isPresent());
  }

  private boolean isGateOf(Wave wave, String gate) {
    return wave.gates().contains(gate)
        || plan.gates().stream()
            .anyMatch(g -> g.id().equals(gate) && g.waves().contains(wave.id()));
  }

  /** Freezes of the target by judging time. */
  private void freezes(Candidate one, List<Condition> all) {
    String integration = rulebook.project().integrationBranch();
    for (Event event : rulebook.events()) {
      boolean about =
          event.branches().isEmpty()
              ? one.target().equals(integration)
              : event.branches().contains(one.target());
      if (event.kind() != Event.Kind.FREEZE || !about || event.when().isUnsaid()) {
        continue;
      }
      Optional<Span> days = calendar.event(event).span();
      String name = "freeze " + event.id();
      if (days.isEmpty()) {
        all.add(
            new Condition(
                Kind.FREEZE,
                Holds.UNKNOWN,
                event.id(),
                "when " + name + " is cannot be told: its days are counted from no date"));
      } else {
        boolean now = days.get().contains(assessment.judgedOn());
        boolean over = days.get().last().isBefore(assessment.judgedOn());
        all.add(
            new Condition(
                Kind.FREEZE,
                now ? Holds.NO : Holds.YES,
                event.id(),
                now
                    ? one.target() + " is frozen " + days.get() + " (" + name + ")"
                    : name + (over ? " was " : " will be ") + days.get()));
      }
    }
  }

  /** What would be merged, where it was compared with what it goes into. */
  private Optional<BranchDelta> delta(Candidate one) {
    return one.source()
        .flatMap(this::seen)
        .flatMap(branch -> branch.delta().optional())
        .filter(delta -> delta.basis() == BranchDelta.Basis.LIVE)
        .filter(delta -> isNamed(delta.baseName(), one.target()));
  }

  private static boolean isNamed(String base, String target) {
    return base.equals(target) || base.equals(REMOTE + target);
  }

  private Optional<BranchEvidence> seen(String branch) {
    return assessment
        .evidence()
        .git()
        .optional()
        .map(GitEvidence::branches)
        .flatMap(branches -> Optional.ofNullable(branches.get(branch)));
  }

  private void behind(Candidate one, Optional<BranchDelta> delta, List<Condition> all) {
    OptionalInt most = rulebook.boundaries().branches().behindAtMost();
    if (delta.isPresent()) {
      int behind = delta.get().behind();
      boolean kept = most.isEmpty() || behind <= most.getAsInt();
      all.add(
          new Condition(
              Kind.BEHIND,
              kept ? Holds.YES : Holds.NO,
              "",
              behind
                  + (behind == 1 ? " commit" : " commits")
                  + " behind "
                  + one.target()
                  + (kept ? "" : ", more than " + most.getAsInt())));
    } else if (most.isPresent()) {
      all.add(
          new Condition(
              Kind.BEHIND,
              Holds.UNKNOWN,
              "",
              "how far it is behind " + one.target() + " cannot be told"));
    }
  }

  /**
   * By the queue or its wave, where those before it are merged first; else by the target as it is.
   */
  private void conflicts(Candidate one, Optional<BranchDelta> delta, List<Condition> all) {
    String id = one.workstream().or(one::source).orElse("");
    Optional<Observation.Unknown<?>> untold = Optional.ofNullable(forecast.untold().get(id));
    if (untold.isPresent()) {
      all.add(conflict(Holds.UNKNOWN, untold.get().reason()));
      return;
    }
    Stream<ConflictForecast.Step> queued =
        one.entry().isPresent()
            ? forecast.queue().stream().filter(s -> s.into().equals(one.target()))
            : Stream.empty();
    Stream<ConflictForecast.Step> inWaves =
        one.waves().stream()
            .flatMap(wave -> forecast.wave(wave.id()).stream())
            .flatMap(wave -> wave.steps().stream());
    Optional<ConflictForecast.Step> step =
        Stream.concat(queued, inWaves).filter(s -> s.workstream().equals(id)).findFirst();
    boolean compared = delta.isPresent() && isLive(id);
    if (step.isEmpty() && compared) {
      step = forecast.now().stream().filter(s -> s.workstream().equals(id)).findFirst();
    }
    if (step.isPresent()) {
      all.add(files(step.get()));
    } else if (compared) {
      all.add(conflict(Holds.YES, "no conflict with " + one.target()));
    } else {
      all.add(
          conflict(Holds.UNKNOWN, "whether it conflicts with " + one.target() + " was not tried"));
    }
  }

  private boolean isLive(String workstream) {
    return forecast.live().optional().filter(live -> live.contains(workstream)).isPresent();
  }

  /** What a branch conflicts with: what is merged before it is not in its target yet. */
  private static String opponents(ConflictForecast.Step step, List<ConflictForecast.File> files) {
    List<String> before = files.stream().flatMap(file -> file.with().stream()).distinct().toList();
    boolean target = files.stream().anyMatch(file -> file.target() || file.with().isEmpty());
    if (before.isEmpty()) {
      return step.into();
    }
    return (target ? step.into() + ", and with " : "")
        + String.join(" and ", before)
        + ", before it,";
  }

  private static Condition files(ConflictForecast.Step step) {
    if (step.files() instanceof Observation.Unknown<?> unknown) {
      return conflict(Holds.UNKNOWN, unknown.reason());
    }
    List<ConflictForecast.File> files = step.files().optional().orElseThrow();
    if (files.isEmpty()) {
      return conflict(Holds.YES, "no conflict with " + step.into());
    }
    String paths =
        String.join(
            ", ", files.stream().limit(MOST_FILES).map(ConflictForecast.File::path).toList());
    String more = files.size() > MOST_FILES ? " and " + (files.size() - MOST_FILES) + " more" : "";
    boolean resolved = files.stream().allMatch(file -> file.resolution().isPresent());
    return conflict(
        resolved ? Holds.YES : Holds.NO,
        "conflicts with "
            + opponents(step, files)
            + " in "
            + paths
            + more
            + (resolved ? ", to be resolved by hand as the plan says" : ""));
  }

  private static Condition conflict(Holds holds, String text) {
    return new Condition(Kind.CONFLICT, holds, "", text);
  }
}
