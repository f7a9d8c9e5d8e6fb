package dev.coord.publish.feed;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.assess.RuleSubjects;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.Evidence;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Rule;
import dev.coord.plan.Severity;
import dev.coord.plan.TestsRule;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which gates a workstream has to meet, and which of them it does not. */
final class BriefGates {

  private static final int NAMED = 6;

  /** A text of a verdict, in UTF-16 units. */
  private static final int LONG = 160;

  /** A reason that can still be read. */
  private static final int SHORT = 60;

  private final Briefs briefs;
  private final Assessment assessment;
  private final WorkstreamState state;
  private final BriefCommands commands;

  BriefGates(Briefs briefs, WorkstreamState state) {
    this.briefs = briefs;
    this.assessment = briefs.assessment;
    this.state = state;
    this.commands = new BriefCommands(briefs, state);
  }

  /** Whether nothing about it is known to be wanting that can fail a build. */
  boolean hold() {
    return own().noneMatch(gate -> gate.wanting() && gate.severity() == Severity.FAIL);
  }

  /** A line for each row that is wanting; one for all that are unknown for want of the same. */
  List<String> wanting() {
    List<String> items = new ArrayList<>();
    Map<String, List<GateResult>> unknown = new LinkedHashMap<>();
    List<GateResult> rows =
        own()
            .filter(GateResult::wanting)
            .sorted(
                Comparator.comparing((GateResult gate) -> !gate.breaks())
                    .thenComparing(gate -> gate.outcome() != Outcome.FAILED))
            .toList();
    for (GateResult gate : rows) {
      if (gate.outcome() == Outcome.UNKNOWN) {
        unknown
            .computeIfAbsent(
                gate.breaks() + lacks(gate) + commands.reproduce(gate), any -> new ArrayList<>())
            .add(gate);
      }
    }
    for (GateResult gate : rows) {
      if (gate.outcome() == Outcome.FAILED) {
        items.add(line(List.of(gate), " fails"));
      } else {
        unknown.values().stream()
            .filter(same -> same.get(0) == gate)
            .forEach(
                same ->
                    items.add(line(same, Words.either(same.size(), " is", " are") + " unknown")));
      }
    }
    others(items);
    return items;
  }

  /** What an unknown row lacks: no report at all is one thing, whatever it should report. */
  private String lacks(GateResult gate) {
    Evidence evidence = assessment.evidence();
    Rule rule = gate.gate().rule();
    boolean unreported =
        rule instanceof CoverageRule && !evidence.coverage().isKnown()
            || rule instanceof TestsRule && !evidence.tests().isKnown()
            || rule instanceof FindingsRule && !evidence.findings().isKnown();
    return unreported ? "" : gate.verdict().remedy();
  }

  private String line(List<GateResult> rows, String outcome) {
    GateResult first = rows.get(0);
    List<String> reasons = rows.stream().map(row -> row.verdict().summary()).distinct().toList();
    String remedy =
        rows.stream()
            .map(row -> row.verdict().remedy())
            .distinct()
            .collect(Collectors.joining(" "));
    String what =
        named(rows)
            + outcome
            + (first.breaks() ? "" : Words.either(rows.size(), ", and warns", ", and warn"))
            + ": ";
    String then = then(first, remedy, 2 * LONG);
    if (what.length() + SHORT + then.length() > BriefText.LONGEST) {
      then = then(first, remedy, LONG);
    }
    return what + cut(String.join("; ", reasons), what.length() + then.length()) + then;
  }

  private String then(GateResult gate, String remedy, int most) {
    return ". "
        + commands.reproduce(gate)
        + (remedy.isEmpty() ? "" : ". " + briefs.plain(remedy, most));
  }

  /** As much of the reasons as a line has room for: what is to be done comes first. */
  private String cut(String reasons, int others) {
    String text = briefs.plain(reasons, LONG);
    for (int most = LONG;
        most > 2 && text.length() > BriefText.LONGEST - others;
        most -= most / 4) {
      text = briefs.plain(reasons, most);
    }
    return text;
  }

  /** What of others fails the build of this branch: they mend it, and not this workstream. */
  private void others(List<String> items) {
    List<GateResult> rows =
        state.judged()
            ? assessment.gates().stream().filter(gate -> gate.breaks() && !isOwn(gate)).toList()
            : List.of();
    if (rows.isEmpty()) {
      return;
    }
    Set<String> whose = new TreeSet<>();
    rows.forEach(row -> whose.addAll(RuleSubjects.of(row.gate().rule())));
    items.add(
        named(rows)
            + Words.either(rows.size(), " fails", " fail")
            + " here and "
            + Words.either(rows.size(), "is", "are")
            + " about "
            + Words.list(whose.stream().map(briefs::code).toList(), NAMED)
            + ", so nothing is to be done for it here"
            + briefs
                .delta(state)
                .filter(delta -> delta.behind() > 0)
                .map(delta -> " but to merge " + briefs.code(delta.baseName()))
                .orElse(""));
  }

  private String named(List<GateResult> rows) {
    return Words.list(
        rows.stream().map(GateResult::row).distinct().map(briefs::code).toList(), NAMED);
  }

  /** What is said where nothing about it is wanting. */
  String none() {
    long others = assessment.gates().stream().filter(GateResult::breaks).count();
    return others == 0
        ? "None."
        : "None that is about it, but "
            + others
            + " of the project or of others "
            + Words.either(others, "fails", "fail")
            + " this build: "
            + briefs.gatesPage()
            + ".";
  }

  /** The rows that have to hold before it is done, in one line; empty for none. */
  List<String> toHold() {
    List<String> rows = counting().map(GateResult::row).distinct().map(briefs::code).toList();
    return rows.isEmpty()
        ? List.of()
        : List.of(
            Words.list(rows, NAMED)
                + Words.either(rows.size(), " holds", " hold")
                + (rows.size() > NAMED ? " (all: " + briefs.gatesPage() + ")" : ""));
  }

  /** The rows about it, and where its branch is judged what else of its build fails. */
  private Stream<GateResult> own() {
    return assessment.gatesAbout(state).stream().filter(this::isOwn);
  }

  /** What no report of this build tells can be mended here, whoever it is about. */
  private boolean isOwn(GateResult gate) {
    return state.gates().contains(gate)
        || !isOfAnother(gate)
        || gate.outcome() == Outcome.UNKNOWN
            && gate.gate().rule().flat().anyMatch(BriefCommands::needsReports);
  }

  /**
   * The rows about it, and those of the project that will fail the build of its branch, whatever is
   * checked out here.
   */
  private Stream<GateResult> counting() {
    return Stream.concat(
            state.gates().stream(),
            assessment.gates().stream()
                .filter(gate -> willCount(gate) || state.judged() && gate.breaks())
                .filter(gate -> !isOfAnother(gate)))
        .distinct();
  }

  private boolean willCount(GateResult gate) {
    return gate.gate().appliesToProject()
        && gate.gate().severity() == Severity.FAIL
        && (gate.subject().isEmpty() || gate.gate().rule() instanceof OwnershipRule)
        && assessment.rulebook().gate(gate.gate().id()).isPresent();
  }

  private boolean isOfAnother(GateResult gate) {
    Set<String> subjects = RuleSubjects.of(gate.gate().rule());
    return !subjects.isEmpty() && !subjects.contains(state.id());
  }
}
