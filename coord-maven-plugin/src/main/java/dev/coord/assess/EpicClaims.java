package dev.coord.assess;

import dev.coord.assess.Arrivals.Arrival;
import dev.coord.assess.Arrivals.Told;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Proof;
import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.WorkCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds the status of epics against the branches of their workstreams, and so progress that is
 * claimed to be whole where nothing counts it. A branch of two epics tells nothing of the one that
 * is complete or not begun, unless the other one is said to be so, too; and open issues keep an
 * epic open whatever is merged. What is said to be complete and nothing could show is unknown, and
 * so is a status that cannot be read.
 */
final class EpicClaims {

  private static final int WHOLE = 100;

  private final Plan plan;
  private final Arrivals arrivals;

  private EpicClaims(Plan plan, Arrivals arrivals) {
    this.plan = plan;
    this.arrivals = arrivals;
  }

  /** A check for each epic whose status says something that branches can show, or is unread. */
  static List<ClaimCheck> of(Plan plan, Evidence evidence, List<WorkstreamState> states) {
    EpicClaims claims = new EpicClaims(plan, new Arrivals(plan, evidence, states));
    return plan.epics().stream()
        .flatMap(epic -> Stream.concat(claims.unread(epic).stream(), claims.check(epic).stream()))
        .toList();
  }

  /** A status that neither claims a state nor counts anything. */
  private Optional<ClaimCheck> unread(Epic epic) {
    String status = epic.status();
    boolean read =
        status.isEmpty()
            || StatusWord.of(status, plan.project().vocabulary()).isPresent()
            || StatusWord.isOfPart(status);
    return read
        ? Optional.empty()
        : Optional.of(
            new ClaimCheck(
                "epic " + epic.id(),
                "status: " + status,
                epic.origin().of("status"),
                StatusClaims.unread(plan, status),
                Agreement.UNKNOWN,
                List.of(),
                "Write a status that coord knows, or explain it under project.vocabulary."));
  }

  private Optional<ClaimCheck> check(Epic epic) {
    Optional<StatusWord> word = word(epic);
    if (word.isEmpty()) {
      return progress(epic);
    }
    Said said = new Said(epic, "status: " + epic.status(), epic.origin().of("status"));
    return switch (word.get()) {
      case MERGED -> complete(said);
      case TODO -> notBegun(said).or(() -> open(said));
      case OPEN, ACTIVE, BLOCKED -> open(said);
      case READY, DROPPED -> Optional.empty();
    };
  }

  /** What is claimed of an epic, and where. */
  private record Said(Epic epic, String claim, Location place) {}

  private Optional<StatusWord> word(Epic epic) {
    return StatusWord.ofWhole(epic.status(), plan.project().vocabulary());
  }

  /** The first statement that all of it is done; what counts it is held against it elsewhere. */
  private Optional<ClaimCheck> progress(Epic epic) {
    return WorkCount.of(plan, epic).isPresent()
        ? Optional.empty()
        : epic.progress().stream()
            .filter(EpicClaims::isWhole)
            .map(said -> new Said(epic, "progress: " + said, said.origin().self()))
            .findFirst()
            .flatMap(this::complete);
  }

  private static boolean isWhole(Epic.Progress said) {
    return said.weeks().isEmpty()
        && said.percent().orElse(WHOLE) == WHOLE
        && said.done().equals(said.total());
  }

  private boolean isComplete(Epic epic) {
    Optional<StatusWord> word = word(epic);
    return word.isPresent()
        ? word.get() == StatusWord.MERGED
        : epic.progress().stream().anyMatch(EpicClaims::isWhole);
  }

  private Optional<ClaimCheck> complete(Said said) {
    Epic epic = said.epic();
    List<Arrival> merged = arrivals(epic, other -> !isComplete(other), arrivals::merged);
    if (merged.isEmpty()) {
      return WorkCount.of(plan, epic).isPresent() ? Optional.empty() : Optional.of(untold(said));
    }
    List<Arrival> open = told(merged, Told.NO);
    List<Arrival> untold = told(merged, Told.UNKNOWN);
    if (open.isEmpty() && untold.isEmpty()) {
      return Optional.of(all(said, merged, Agreement.AGREES));
    }
    return Optional.of(
        open.isEmpty()
            ? check(said, untold, Agreement.UNKNOWN)
            : check(said, open, Agreement.CONTRADICTS));
  }

  private static ClaimCheck untold(Said said) {
    return new ClaimCheck(
        "epic " + said.epic().id(),
        said.claim(),
        said.place(),
        "the plan gives it no issue, no task and no branch of its own that could show it",
        Agreement.UNKNOWN,
        List.of(Proof.plan("the plan", said.epic().origin().self())),
        "List its issues, or workstreams with a branch.");
  }

  /** What is not begun has no commits, as far as its branches are its own. */
  private Optional<ClaimCheck> notBegun(Said said) {
    List<Arrival> begun =
        told(
            arrivals(
                said.epic(),
                other -> !word(other).equals(Optional.of(StatusWord.TODO)),
                arrivals::begun),
            Told.YES);
    return begun.isEmpty()
        ? Optional.empty()
        : Optional.of(check(said, begun, Agreement.CONTRADICTS));
  }

  /** What is not complete is not merged altogether. */
  private Optional<ClaimCheck> open(Said said) {
    Epic epic = said.epic();
    boolean issues =
        WorkCount.of(plan, epic)
            .filter(count -> count.of() == WorkCount.Of.ISSUES && count.done() < count.total())
            .isPresent();
    List<Arrival> merged = arrivals(epic, other -> false, arrivals::merged);
    if (issues || merged.isEmpty() || !told(merged, Told.NO).isEmpty()) {
      return Optional.empty();
    }
    List<Arrival> untold = told(merged, Told.UNKNOWN);
    if (untold.isEmpty()) {
      return Optional.of(all(said, merged, Agreement.CONTRADICTS));
    }
    return untold.stream().allMatch(arrivals::mayHaveHappened)
        ? Optional.of(check(said, untold, Agreement.UNKNOWN))
        : Optional.empty();
  }

  /**
   * What became of its workstreams.
   *
   * @param mayHave whether what is seen of a workstream that is shared may be another epic's alone
   */
  private List<Arrival> arrivals(
      Epic epic, Predicate<Epic> mayHave, Function<String, Optional<Arrival>> look) {
    return epic.workstreams().stream()
        .distinct()
        .filter(id -> !plan.isDropped(id) && !isShared(epic, id, mayHave))
        .flatMap(id -> look.apply(id).stream())
        .toList();
  }

  private boolean isShared(Epic epic, String workstream, Predicate<Epic> mayHave) {
    return plan.epics().stream()
        .filter(other -> other != epic && other.workstreams().contains(workstream))
        .anyMatch(mayHave);
  }

  private static List<Arrival> told(List<Arrival> arrivals, Told told) {
    return arrivals.stream().filter(arrival -> arrival.happened() == told).toList();
  }

  private static ClaimCheck all(Said said, List<Arrival> merged, Agreement agreement) {
    String observed =
        merged.size() == 1
            ? merged.get(0).sentence()
            : "all its " + merged.size() + " workstreams are merged";
    return check(said, observed, agreement, merged);
  }

  private static ClaimCheck check(Said said, List<Arrival> what, Agreement agreement) {
    String more = what.size() > 1 ? ", and so on for " + (what.size() - 1) + " more" : "";
    return check(said, what.get(0).sentence() + more, agreement, what);
  }

  private static ClaimCheck check(
      Said said, String observed, Agreement agreement, List<Arrival> what) {
    List<Proof> proof = new ArrayList<>();
    what.forEach(arrival -> proof.addAll(arrival.proof()));
    return new ClaimCheck(
        "epic " + said.epic().id(),
        said.claim(),
        said.place(),
        observed,
        agreement,
        proof,
        "Correct the "
            + said.claim().substring(0, said.claim().indexOf(':'))
            + " of the epic, or its workstreams.");
  }
}
