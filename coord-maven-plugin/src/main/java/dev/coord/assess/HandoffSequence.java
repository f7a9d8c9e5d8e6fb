package dev.coord.assess;

import dev.coord.assess.Arrivals.Arrival;
import dev.coord.assess.Arrivals.Told;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Beginning;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.Proof;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Handoff;
import dev.coord.plan.PathRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of handoffs that are there: which came first, the provider or the consumer? The place on the
 * first-parent line tells, never a date. What depends on the provider by the plan is left to that
 * order.
 */
final class HandoffSequence {

  /** What both sides agree on before they begin. */
  private static final Set<Handoff.Kind> AGREED =
      EnumSet.of(Handoff.Kind.CONTRACT, Handoff.Kind.STUB);

  private final Plan plan;
  private final Arrivals arrivals;
  private final Map<String, WorkstreamState> states = new HashMap<>();

  HandoffSequence(Plan plan, Arrivals arrivals, List<WorkstreamState> states) {
    this.plan = plan;
    this.arrivals = arrivals;
    states.forEach(state -> this.states.put(state.id(), state));
  }

  /**
   * A check for each consumer that was merged before the provider, or may have been.
   *
   * @param claim what shows that it is there
   */
  List<ClaimCheck> claims(Handoff handoff, Optional<ClaimCheck> claim) {
    List<ClaimCheck> checks = new ArrayList<>();
    provider(handoff)
        .ifPresent(
            provider -> {
              for (String consumer : consumers(handoff)) {
                arrivals
                    .merged(consumer)
                    .filter(arrival -> arrival.happened() == Told.YES)
                    .flatMap(arrival -> check(handoff, claim, arrival, provider))
                    .ifPresent(checks::add);
              }
            });
    return checks;
  }

  private Optional<Arrival> provider(Handoff handoff) {
    return handoff.provider().flatMap(arrivals::merged);
  }

  private List<String> consumers(Handoff handoff) {
    String provider = handoff.provider().orElseThrow();
    return handoff.consumers().stream()
        .filter(id -> !HandoffOrder.isProvider(handoff, id))
        .filter(id -> plan.workstream(id).filter(w -> w.dependsOn().contains(provider)).isEmpty())
        .toList();
  }

  private Optional<ClaimCheck> check(
      Handoff handoff, Optional<ClaimCheck> claim, Arrival consumer, Arrival provider) {
    return switch (provider.happened()) {
      case NO ->
          isElsewhere(handoff, claim)
              ? Optional.empty()
              : Optional.of(
                  check(
                      handoff,
                      consumer,
                      "and "
                          + provider.name()
                          + ", which provides it, "
                          + provider.words()
                          + unseen(handoff),
                      early(handoff),
                      Stream.concat(consumer.proof().stream(), provider.proof().stream())));
      case UNKNOWN ->
          claim.isPresent()
              ? Optional.empty()
              : Optional.of(
                  check(
                      handoff,
                      consumer,
                      "and " + provider.sentence(),
                      Agreement.UNKNOWN,
                      consumer.proof().stream()));
      case YES ->
          isAgreedBefore(handoff, claim) ? Optional.empty() : ordered(handoff, consumer, provider);
    };
  }

  /** Whether it is shown to be where nobody has to wait for the branch of its provider. */
  private boolean isElsewhere(Handoff handoff, Optional<ClaimCheck> claim) {
    Optional<String> branch =
        handoff.provider().flatMap(plan::workstream).flatMap(workstream -> workstream.branch());
    return claim
        .filter(c -> branch.filter(b -> AssertionJudge.holdsOnlyOn(b, c)).isEmpty())
        .isPresent();
  }

  /**
   * Whether it is an agreement that is there, and that the branch of its provider did not bring: so
   * both sides could work at once.
   */
  private boolean isAgreedBefore(Handoff handoff, Optional<ClaimCheck> claim) {
    boolean shown = claim.filter(c -> c.agreement() != Agreement.UNKNOWN).isPresent();
    return AGREED.contains(handoff.kind())
        && shown
        && isSeen(handoff)
        && handoff
            .provider()
            .map(states::get)
            .flatMap(WorkstreamState::branch)
            .flatMap(branch -> branch.delta().optional())
            .filter(delta -> delta.changes().stream().noneMatch(one -> brings(one, handoff)))
            .isPresent();
  }

  /** Whether a file can show when it came about. */
  private static boolean isSeen(Handoff handoff) {
    return !handoff.paths().isEmpty() || files(handoff).findAny().isPresent();
  }

  private static Stream<PathRule> files(Handoff handoff) {
    return handoff.readyWhen().stream()
        .flatMap(Rule::flat)
        .filter(PathRule.class::isInstance)
        .map(PathRule.class::cast);
  }

  /** A text that a file is to contain may be brought to a file that was there. */
  private static boolean brings(FileChange change, Handoff handoff) {
    return change.kind() == FileChange.Kind.ADDED && handoff.paths().matches(change.path())
        || files(handoff)
            .filter(
                rule ->
                    change.kind() == FileChange.Kind.ADDED
                        || rule.expectation() != PathRule.Expectation.EXISTS)
            .flatMap(rule -> FileEntry.paths(rule.file()).stream())
            .anyMatch(paths -> paths.matches(change.path()));
  }

  private Optional<ClaimCheck> ordered(Handoff handoff, Arrival consumer, Arrival provider) {
    boolean comparable =
        consumer.landing().isPresent()
            && provider.landing().isPresent()
            && line(consumer).equals(line(provider));
    Stream<Proof> proof = Stream.concat(consumer.proof().stream(), provider.proof().stream());
    if (!comparable) {
      return Optional.of(
          check(
              handoff,
              consumer,
              "and git does not tell whether before " + provider.name() + ", which provides it",
              Agreement.UNKNOWN,
              proof));
    }
    return consumer.isBefore(provider)
        ? Optional.of(
            check(
                handoff,
                consumer,
                "and "
                    + provider.name()
                    + ", which provides it, "
                    + provider.words()
                    + ", later"
                    + unseen(handoff),
                early(handoff),
                proof))
        : Optional.empty();
  }

  /** What both sides agreed on without a file may have been there before either of them began. */
  private static Agreement early(Handoff handoff) {
    return isUnseen(handoff) ? Agreement.UNKNOWN : Agreement.CONTRADICTS;
  }

  private static String unseen(Handoff handoff) {
    return isUnseen(handoff)
        ? "; no path shows when the " + handoff.kind().word() + " was agreed on"
        : "";
  }

  private static boolean isUnseen(Handoff handoff) {
    return AGREED.contains(handoff.kind()) && !isSeen(handoff);
  }

  private static Optional<String> line(Arrival arrival) {
    return arrival.landing().map(Landing::line);
  }

  private static ClaimCheck check(
      Handoff handoff, Arrival consumer, String words, Agreement agreement, Stream<Proof> proof) {
    return new ClaimCheck(
        "handoff " + handoff.id(),
        consumer.key() + " needs it",
        handoff.origin().of("consumers", handoff.consumers().indexOf(consumer.key())),
        consumer.sentence() + ", " + words,
        agreement,
        proof.toList(),
        "Find out what " + consumer.key() + " was made against, or correct the consumers.");
  }

  /**
   * A finding for each consumer whose own work is not built on what brought the handoff, or will.
   *
   * @param claim what shows that it is there
   */
  List<Finding> findings(Handoff handoff, Optional<ClaimCheck> claim) {
    Optional<Arrival> provider = provider(handoff);
    boolean merged = provider.flatMap(Arrival::landing).isPresent();
    boolean open = provider.filter(p -> isAtWork(p.key())).isPresent();
    if (merged ? isAgreedBefore(handoff, claim) : !open || isElsewhere(handoff, claim)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (String id : consumers(handoff)) {
      Optional<Arrival> consumer = arrivals.merged(id);
      Optional<Beginning> beginning =
          Optional.ofNullable(states.get(id))
              .flatMap(WorkstreamState::branch)
              .flatMap(BranchEvidence::beginning);
      // One that is merged while its provider is not contradicts already.
      boolean asked =
          merged
              ? consumer.filter(c -> !c.isBefore(provider.get())).isPresent()
              : isAtWork(id) && consumer.isPresent();
      if (asked && beginning.filter(b -> isEarly(b, provider.get())).isPresent()) {
        findings.add(finding(handoff, consumer.get(), beginning.get(), provider.get()));
      }
    }
    return findings;
  }

  /** Whether it has commits that are not merged, and that are known. */
  private boolean isAtWork(String id) {
    return Optional.ofNullable(states.get(id))
        .filter(state -> state.observed().isUnderWay())
        .flatMap(WorkstreamState::branch)
        .filter(branch -> branch.delta().isKnown())
        .isPresent();
  }

  private boolean isEarly(Beginning beginning, Arrival provider) {
    Set<String> theirs = commits(provider.key());
    // While its provider is not merged, the first commit of who works upon it is the provider's.
    return provider.landing().map(beginning::isBefore).orElse(true)
        && !theirs.contains(beginning.commit().id())
        && beginning.parents().stream().noneMatch(theirs::contains);
  }

  /** The commits of a provider: who begins on its branch does not begin before it. */
  private Set<String> commits(String provider) {
    return states.get(provider).branch().stream()
        .flatMap(branch -> branch.delta().optional().stream())
        .map(BranchDelta::commits)
        .flatMap(List::stream)
        .map(Commit::id)
        .collect(Collectors.toSet());
  }

  private static Finding finding(
      Handoff handoff, Arrival consumer, Beginning beginning, Arrival provider) {
    Commit first = beginning.commit();
    boolean merged = provider.landing().isPresent();
    return new Finding(
        Finding.Kind.ORDER,
        Severity.INFO,
        "handoff " + handoff.id(),
        consumer.name()
            + " began with "
            + first.abbreviated()
            + (merged ? " before " : ", and not on the branch of ")
            + provider.name()
            + ", which provides handoff "
            + handoff.id()
            + (merged ? ", was merged" : " and is not merged"),
        "See whether it was made against what was handed over.",
        Optional.of(handoff.origin().self()),
        Stream.concat(
                Stream.of(Proof.commit(first.subject(), first.id())), provider.proof().stream())
            .toList());
  }
}
