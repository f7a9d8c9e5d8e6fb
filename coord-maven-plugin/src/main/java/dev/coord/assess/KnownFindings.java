package dev.coord.assess;

import dev.coord.assess.BaselineState.Fate;
import dev.coord.assess.BaselineState.Known;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Entry;
import dev.coord.plan.Baseline.Key;
import dev.coord.plan.Baseline.Kind;
import dev.coord.plan.Comparison;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.OwnershipVerdict;
import dev.coord.rule.Trespass;
import dev.coord.rule.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds rows against the baseline: a row that fails by nothing but what is known is baselined, one
 * that fails by more fails by what is new.
 *
 * <p>Only rows whose findings can be told apart have known ones: a share that is too low is none.
 * An unknown stays unknown: where what is new cannot be told, the row cannot.
 */
final class KnownFindings {

  /** Most findings in one line. */
  private static final int TOLD = 3;

  /** Most findings that are proven one by one. */
  private static final int PROVEN = 100;

  /** What of lateness does not depend on how much is late: the state of things comes after it. */
  private static final Pattern STATE =
      Pattern.compile(
          "(?: and is (?:not merged|merged in part|not known to be merged|not known to meet it)"
              + "| and misses it"
              + "|, and .* (?:is|are) (?:not merged|not known to be merged))$");

  private final Optional<Baseline> baseline;
  private final Map<Key, Entry> entries;
  private final Subjects subjects;
  private final PlanTally tally;
  private final NewResults results;
  private final boolean lenient;
  private final boolean history;
  private final SortedMap<Key, Integer> fresh = new TreeMap<>();

  /** A finding of a row. */
  private record Found(Key key, String text, Optional<Proof> proof, Optional<Trespass> trespass) {}

  /**
   * What is known of a case.
   *
   * @param tally what was found of the plan
   * @param results what was found by tools
   */
  KnownFindings(
      Optional<Baseline> baseline,
      Case question,
      Subjects subjects,
      PlanTally tally,
      NewResults results) {
    this.baseline = baseline;
    this.entries = baseline.map(Baseline::byKey).orElse(Map.of());
    this.subjects = subjects;
    this.tally = tally;
    this.results = results;
    this.lenient = question.lenient();
    this.history =
        question.evidence().git().optional().filter(git -> git.history().isKnown()).isPresent();
  }

  /** The key of a changed path. */
  static Key key(Optional<String> subject, Trespass trespass) {
    return new Key(
        Kind.OWNERSHIP, subject.orElse(""), trespass.kind().words() + ": " + trespass.path());
  }

  private static Key key(ClaimCheck claim) {
    return new Key(Kind.CONTRADICTION, claim.subject(), claim.claim());
  }

  private static Key key(Finding late) {
    return new Key(Kind.OVERDUE, late.subject(), stateless(late.text()));
  }

  /** What is late, without what became of it since. */
  static String stateless(String late) {
    return STATE.matcher(late).replaceFirst("");
  }

  /** Rows as the baseline lets them count. */
  List<GateResult> over(List<GateResult> rows) {
    return rows.stream().map(this::over).toList();
  }

  private GateResult over(GateResult row) {
    List<Found> all = row.outcome() == Outcome.FAILED ? found(row) : List.of();
    Map<Key, Integer> left = new HashMap<>();
    List<Found> known = new ArrayList<>();
    List<Found> rest = new ArrayList<>();
    for (Found one : all) {
      int used = left.merge(one.key(), 1, Integer::sum);
      (used <= count(one.key()) ? known : rest).add(one);
    }
    Map<Key, Integer> counts = new TreeMap<>();
    rest.forEach(one -> counts.merge(one.key(), 1, Integer::sum));
    counts.forEach((key, count) -> fresh.merge(key, count, Math::max));
    return known.isEmpty() ? row : over(row, known, rest);
  }

  private int count(Key key) {
    return entries.containsKey(key) ? entries.get(key).count() : 0;
  }

  private GateResult over(GateResult row, List<Found> known, List<Found> rest) {
    Set<Key> keys = known.stream().map(Found::key).collect(Collectors.toSet());
    LocalDate since =
        keys.stream()
            .map(key -> entries.get(key).since())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Set<Key> whole = new HashSet<>(keys);
    rest.forEach(one -> whole.remove(one.key()));
    KnownPart part = new KnownPart(known.size(), rest.size(), since, whole);
    if (!rest.isEmpty()) {
      return row.with(part, Outcome.FAILED, row.severity(), verdict(row, rest));
    }
    Optional<Verdict> doubt = doubt(row);
    return doubt.isPresent()
        ? row.with(
            part,
            Outcome.UNKNOWN,
            lenient ? GateRows.atMostWarn(row.severity()) : row.severity(),
            doubt.get())
        : row.with(part, Outcome.BASELINED, row.severity(), row.verdict());
  }

  private List<Found> found(GateResult row) {
    if (!areCounted(row)) {
      return List.of();
    }
    if (row.gate().rule() instanceof OwnershipRule) {
      return report(row.subject()).map(report -> trespasses(row, report)).orElse(List.of());
    }
    return row.verdict().key().equals("overdue") ? overdue(row) : contradictions(row);
  }

  /** Whether a row counts findings that can be told apart. */
  static boolean areCounted(GateResult row) {
    Rule rule = row.gate().rule();
    if (rule instanceof PlanRule plan) {
      return switch (row.verdict().key()) {
        case "contradictions" -> nothingIsEnough(plan.contradictions());
        case "overdue" -> nothingIsEnough(plan.overdue());
        default -> false;
      };
    }
    return rule instanceof OwnershipRule;
  }

  /** Whether a rule wants few: one that wants many, or a certain number, fails by no finding. */
  private static boolean nothingIsEnough(Optional<Comparison> wanted) {
    return wanted.filter(limit -> limit.metBy(0)).isPresent();
  }

  private Optional<OwnershipReport> report(Optional<String> subject) {
    return subject.flatMap(id -> observed(id).optional());
  }

  private Observation<OwnershipReport> observed(String subject) {
    return subject.equals(subjects.judged().subject()) ? subjects.mine() : subjects.report(subject);
  }

  private static List<Found> trespasses(GateResult row, OwnershipReport report) {
    return Trespass.mostSevereFirst(report.violations()).stream()
        .filter(trespass -> row.waiverOf(trespass.path()).isEmpty())
        .map(
            trespass ->
                new Found(
                    key(row.subject(), trespass),
                    trespass.path(),
                    Optional.empty(),
                    Optional.of(trespass)))
        .toList();
  }

  private List<Found> contradictions(GateResult row) {
    Allowance waived = Allowance.of(row.waivedFindings());
    return contradicted()
        .filter(claim -> !waived.takes(SingleFindings.name(claim)))
        .flatMap(claim -> instances(claim).stream())
        .toList();
  }

  /**
   * What contradicts a claim one by one, the oldest first: what is new comes after what is known.
   */
  private static List<Found> instances(ClaimCheck claim) {
    String text = "\"" + claim.claim() + "\" of " + claim.subject();
    return claim.named().isEmpty()
        ? Collections.nCopies(
            claim.instances(),
            new Found(
                key(claim),
                text,
                Optional.of(Proof.plan(claim.subject() + ": " + claim.claim(), claim.place())),
                Optional.empty()))
        : claim.named().stream()
            .map(
                one ->
                    new Found(
                        key(claim),
                        text + ": " + one.text(),
                        Optional.of(one.proof()),
                        Optional.empty()))
            .toList();
  }

  private Stream<ClaimCheck> contradicted() {
    return tally.claims().stream().filter(c -> c.agreement() == Agreement.CONTRADICTS);
  }

  private List<Found> overdue(GateResult row) {
    Allowance waived = Allowance.of(row.waivedFindings());
    return tally.overdue().stream()
        .filter(late -> !waived.takes(SingleFindings.name(late)))
        .map(
            late ->
                new Found(
                    key(late),
                    late.text(),
                    late.location().map(place -> Proof.plan(late.text(), place)),
                    Optional.empty()))
        .toList();
  }

  /** Claims that are contradicted, the known ones told more quietly. */
  List<Finding> contradictions(List<ClaimCheck> claims) {
    Map<Key, Integer> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (ClaimCheck claim : claims) {
      Findings.contradictions(List.of(claim))
          .forEach(finding -> findings.add(quieted(finding, key(claim), claim.instances(), seen)));
    }
    return findings;
  }

  /** What is late, the known told more quietly. */
  List<Finding> overdue(List<Finding> late) {
    Map<Key, Integer> seen = new HashMap<>();
    return late.stream().map(finding -> quieted(finding, key(finding), 1, seen)).toList();
  }

  private Finding quieted(Finding finding, Key key, int instances, Map<Key, Integer> seen) {
    return seen.merge(key, instances, Integer::sum) > count(key)
        ? finding
        : new Finding(
            finding.kind(),
            Severity.INFO,
            finding.subject(),
            finding.text() + "; known since " + entries.get(key).since(),
            finding.remedy(),
            finding.location(),
            finding.proof());
  }

  /** What a row says of the findings that are new. */
  private Verdict verdict(GateResult row, List<Found> rest) {
    Verdict verdict = row.verdict();
    String count = rest.size() + " new";
    if (row.gate().rule() instanceof OwnershipRule rule) {
      Set<Trespass> left =
          rest.stream().flatMap(one -> one.trespass().stream()).collect(Collectors.toSet());
      OwnershipReport report =
          report(row.subject()).orElseThrow().withoutViolations(t -> !left.contains(t));
      return OwnershipVerdict.of(rule, Observation.known(report));
    }
    String told = rest.stream().limit(TOLD).map(Found::text).collect(Collectors.joining("; "));
    String more = rest.size() > TOLD ? "; and " + (rest.size() - TOLD) + " more" : "";
    return new Verdict(
        verdict.key(),
        Outcome.FAILED,
        count,
        verdict.required(),
        count + ": " + told + more,
        rest.stream().limit(PROVEN).flatMap(one -> one.proof().stream()).toList(),
        verdict.remedy(),
        Optional.empty());
  }

  /**
   * Why a row cannot be told that fails by nothing new: claims that cannot be told may be
   * contradicted as well, and what is known does not answer for them.
   */
  private Optional<Verdict> doubt(GateResult row) {
    if (!row.verdict().key().equals("contradictions")
        || !(row.gate().rule() instanceof PlanRule plan)) {
      return Optional.empty();
    }
    List<ClaimCheck> rest = new ArrayList<>(tally.claims());
    contradicted().toList().forEach(rest::remove);
    return new PlanTally(rest, tally.untold(), List.of())
                .contradictions(plan.contradictions().orElseThrow())
            instanceof Observation.Unknown<?> unknown
        ? Optional.of(
            new Verdict(
                row.verdict().key(),
                Outcome.UNKNOWN,
                unknown.reason(),
                row.verdict().required(),
                unknown.reason(),
                List.of(),
                unknown.remedy(),
                Optional.empty()))
        : Optional.empty();
  }

  /** The baseline beside what was found; asked for after all rows. */
  BaselineState state() {
    SortedMap<Key, Integer> beyond = new TreeMap<>(fresh);
    beyond.putAll(results.beyond(entries));
    return new BaselineState(baseline, entries.values().stream().map(this::known).toList(), beyond);
  }

  private Known known(Entry entry) {
    Key key = entry.key();
    Optional<Long> found =
        switch (key.kind()) {
          case OWNERSHIP -> trespasses(key);
          case CONTRADICTION -> claims(key);
          case RESULT -> results.found(key);
          case OVERDUE ->
              told(tally.overdue().stream().filter(late -> key(late).equals(key)).count());
        };
    if (found.isEmpty()) {
      return new Known(entry, entry.count(), Fate.UNTOLD);
    }
    int there = (int) Math.min(entry.count(), found.get());
    return new Known(entry, there, there < entry.count() ? Fate.FIXED : Fate.KNOWN);
  }

  /** Without the whole history, what is not found may be there all the same. */
  private Optional<Long> told(long count) {
    return count == 0 && !history ? Optional.empty() : Optional.of(count);
  }

  private Optional<Long> claims(Key key) {
    long count =
        contradicted()
            .filter(claim -> key(claim).equals(key))
            .mapToLong(ClaimCheck::instances)
            .sum();
    boolean untold =
        Stream.concat(
                tally.untold().stream(),
                tally.claims().stream().filter(c -> c.agreement() == Agreement.UNKNOWN))
            .anyMatch(claim -> key(claim).equals(key));
    return untold ? Optional.empty() : told(count);
  }

  /** What a workstream did that the plan no longer has is nobody's finding any more. */
  private Optional<Long> trespasses(Key key) {
    String subject = key.subject();
    boolean judged = subject.equals(subjects.judged().subject());
    if (!judged && !subjects.workstreams().contains(subject)) {
      return told(0);
    }
    return observed(subject)
        .optional()
        .map(
            report ->
                report.violations().stream()
                    .filter(trespass -> key(Optional.of(subject), trespass).equals(key))
                    .count());
  }
}
