package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.assess.OwnershipMap;
import dev.coord.assess.OwnershipMap.Overlap;
import dev.coord.assess.OwnershipMap.PatternUse;
import dev.coord.evidence.Observation;
import dev.coord.plan.Boundaries;
import dev.coord.plan.OwnershipRule;
import dev.coord.rule.Outcome;
import dev.coord.rule.OwnershipReport;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Folded;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.OwnershipGates;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who owns this path, who trespassed? */
final class OwnershipPage {

  private final View view;
  private final Assessment assessment;
  private final Draft page = new Draft("ownership", "Ownership");
  private final List<OwnershipReport> reports = new ArrayList<>();

  /** Gates that are shown at once. */
  private static final int GATES = 12;

  /** Branches that the first sentence names. */
  private static final int NAMED = 3;

  /** Reasons that are told at once. */
  private static final int REASONS = 5;

  private final Map<String, Observation.Unknown<?>> untold = new LinkedHashMap<>();

  private OwnershipPage(View view) {
    this.view = view;
    this.assessment = view.assessment();
    collect();
  }

  static Page of(View view) {
    return new OwnershipPage(view).build();
  }

  /** The reports of the judged branch first, then of all workstreams. */
  private void collect() {
    if (assessment.judged().workstream().isEmpty() && assessment.judged().isBranch()) {
      add(assessment.judged().subject(), assessment.branch());
    }
    assessment.workstreams().stream()
        .filter(state -> state.judged() || !state.isNotStartedByWord())
        .sorted(Comparator.comparing(state -> !state.judged()))
        .forEach(state -> add(state.id(), state.ownership()));
  }

  private void add(String subject, Observation<OwnershipReport> observed) {
    if (observed instanceof Observation.Unknown<OwnershipReport> unknown) {
      untold.put(subject, unknown);
    }
    observed.optional().ifPresent(reports::add);
  }

  private Page build() {
    List<Sources.Missing> missing = view.missing(EnumSet.of(Sources.Kind.GIT));
    Sources.banner(missing).ifPresent(page::add);
    List<PatternUse> rules = OwnershipRules.of(assessment);
    boolean nothing = rules.isEmpty();
    if (nothing) {
      page.add(EmptyState.OWNERSHIP.block());
    }
    if (missing.isEmpty()) {
      if (assessment.ownership() instanceof Observation.Unknown<OwnershipMap> unknown) {
        page.add(callout("Who owns which file cannot be told", unknown));
      }
      untold();
    }
    trespasses();
    if (!nothing) {
      List<Block> who = new ArrayList<>();
      Block.Table table = rules(rules);
      drawn(rules, Target.page("ownership", table.id())).ifPresent(who::add);
      who.addAll(List.of(table, policy(), guard()));
      page.section("rules", "Who may change what", who);
    }
    BoundaryTables.add(view, page);
    assessment.ownership().optional().ifPresent(this::map);
    Answer answer =
        nothing && reports.isEmpty()
            ? Answer.of(Tone.NEUTRAL, "Nobody owns any path yet, so nobody can trespass.")
            : answer();
    return page.page(
        answer.without(missing),
        view.links().edit(assessment.rulebook().boundaries().origin().self()));
  }

  /** One notice for all; what is so of many is said once. */
  private void untold() {
    if (untold.isEmpty()) {
      return;
    }
    if (untold.size() == 1) {
      untold.forEach(
          (subject, why) -> page.add(callout("What " + subject + " changes cannot be told", why)));
      return;
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    untold.forEach((subject, why) -> reasons.put(subject, why.reason() + ". " + why.remedy()));
    List<List<Inline>> items =
        Untold.of(view, reasons).stream()
            .map(
                one ->
                    new Line()
                        .addAll(view.links().named(one.ids()))
                        .text(": ")
                        .addAll(one.why())
                        .list())
            .toList();
    page.add(
        new Block.Callout(
            Tone.UNKNOWN,
            "What " + untold.size() + " workstreams change cannot be told",
            Folded.of(false, items, REASONS)));
  }

  private static Block callout(String title, Observation.Unknown<?> why) {
    return new Block.Callout(
        Tone.UNKNOWN,
        title,
        List.of(new Block.Paragraph(Line.of(why.reason() + ". " + why.remedy()).list())));
  }

  private Answer answer() {
    List<OwnershipReport> wrong = reports.stream().filter(r -> left(r) > 0).toList();
    int known = reports.stream().mapToInt(this::known).sum();
    int waived = reports.stream().mapToInt(r -> r.violations().size() - left(r)).sum() - known;
    if (!wrong.isEmpty()) {
      int paths = wrong.stream().mapToInt(this::left).sum();
      boolean breaks = wrong.stream().anyMatch(r -> view.ownershipGates(r.subject()).breaks());
      Line line =
          Line.of(Words.count(paths, "path") + Words.either(paths, " was", " were"))
              .text(" changed against the plan: ")
              .joined(", ", wrong.stream().limit(NAMED).map(this::share).toList())
              .text(wrong.size() > NAMED ? " and others" : "")
              .text(breaks ? ". This fails the build." : ". It cannot fail this build.")
              .text(
                  waived == 0
                      ? ""
                      : " " + waived + " more " + Words.either(waived, "is", "are") + " waived.")
              .text(
                  known == 0
                      ? ""
                      : " " + known + " more " + Words.either(known, "is", "are") + " known.");
      return new Answer(breaks ? Tone.BAD : Tone.WARNING, line.list());
    }
    if (!untold.isEmpty() || !assessment.ownership().isKnown()) {
      return Answer.of(
          Tone.UNKNOWN,
          untold.isEmpty()
              ? "Who owns which file cannot be told."
              : "What " + Words.list(List.copyOf(untold.keySet()), 3) + " changed cannot be told.");
    }
    int overlaps = assessment.ownership().optional().map(m -> m.overlaps().size()).orElse(0);
    int warned = reports.stream().mapToInt(r -> r.warnings().size()).sum();
    String good = waived + known > 0 ? "Nothing fails" : "Nobody trespassed";
    if (overlaps > 0 || warned > 0 || waived > 0 || known > 0) {
      List<String> but = new ArrayList<>();
      if (known > 0) {
        but.add(
            Words.count(known, "path")
                + " changed against the plan"
                + Words.either(known, " is", " are")
                + " known");
      }
      if (waived > 0) {
        but.add(
            Words.count(waived, "path")
                + " changed against the plan"
                + Words.either(waived, " is", " are")
                + " waived");
      }
      if (overlaps > 0) {
        but.add(
            Words.count(overlaps, "file")
                + Words.either(overlaps, " has", " have")
                + " two owners");
      }
      if (warned > 0) {
        but.add(Words.count(warned, "changed path") + Words.either(warned, " warns", " warn"));
      }
      return Answer.of(Tone.WARNING, good + ", but " + Words.list(but) + ".");
    }
    int changed = reports.stream().mapToInt(OwnershipReport::changed).sum();
    String by = reports.size() + Words.either(reports.size(), " branch", " branches");
    return changed == 0
        ? Answer.of(Tone.NEUTRAL, "No branch has changed anything yet.")
        : Answer.of(
            Tone.GOOD,
            good
                + ": all "
                + Words.count(changed, "path")
                + " changed on "
                + by
                + " may be changed there.");
  }

  /** How many of a report's violations neither a waiver covers nor the baseline. */
  private int left(OwnershipReport report) {
    OwnershipGates gates = view.ownershipGates(report.subject());
    return (int)
        report.violations().stream()
            .filter(t -> gates.waiver(t.path()).isEmpty())
            .filter(t -> !gates.knows(t))
            .count();
  }

  /** How many of a report's violations stand in the baseline. */
  private int known(OwnershipReport report) {
    OwnershipGates gates = view.ownershipGates(report.subject());
    return (int)
        report.violations().stream()
            .filter(t -> gates.waiver(t.path()).isEmpty())
            .filter(t -> gates.knows(t))
            .count();
  }

  /** {@code 2 by checkout}. */
  private List<Inline> share(OwnershipReport report) {
    return Line.of(left(report) + " by ").add(view.links().workstream(report.subject())).list();
  }

  private void trespasses() {
    boolean violations = reports.stream().anyMatch(r -> !r.violations().isEmpty());
    boolean warnings = reports.stream().anyMatch(r -> !r.warnings().isEmpty());
    if (violations) {
      page.section(
          "trespasses",
          "Trespasses",
          TrespassTable.of(
              view, page, "trespasses-table", "Paths changed against the plan", reports, false),
          new Block.Paragraph(Line.of(TrespassTable.BASIS).list()));
    }
    if (warnings) {
      page.section(
          "warnings",
          "Changed paths that warn",
          TrespassTable.of(view, page, "warnings-table", "Changed paths that warn", reports, true));
    }
    List<List<Inline>> gates =
        assessment.gates().stream()
            .filter(g -> g.gate().rule() instanceof OwnershipRule)
            .sorted(Comparator.comparing(g -> g.outcome() == Outcome.PASSED))
            .map(this::gate)
            .toList();
    if (!gates.isEmpty()) {
      page.section("gates", "Gates on ownership", Folded.of(false, gates, GATES));
    }
  }

  private List<Inline> gate(GateResult gate) {
    return new Line()
        .add(Tones.badge(gate))
        .text(" ")
        .add(view.links().gate(gate))
        .text(": " + gate.verdict().summary())
        .list();
  }

  private void map(OwnershipMap map) {
    if (!map.overlaps().isEmpty()) {
      TableDraft table =
          page.table("overlaps-table", "Files that two workstreams own").columns("File", "Owners");
      for (Overlap overlap : map.overlaps()) {
        table.row(
            Anchors.of("overlap", overlap.path()),
            Tone.WARNING,
            List.of(Inline.code(overlap.path())),
            view.links().workstreams(overlap.owners()));
      }
      page.section("overlaps", "Files with two owners", table.table());
    }
    unowned(map);
  }

  /** The same as a tree. */
  private Optional<Block> drawn(List<PatternUse> rules, Target table) {
    Map<String, Integer> files = new HashMap<>();
    rules.forEach(
        use -> view.files(use.pattern()).ifPresent(number -> files.put(use.pattern(), number)));
    return OwnershipPicture.of(
        rules,
        files,
        assessment
            .ownership()
            .optional()
            .map(OwnershipMap::unowned)
            .orElseGet(Collections::emptySortedMap),
        table);
  }

  private Block.Table rules(List<PatternUse> rules) {
    TableDraft table =
        page.table("rules-table", "Patterns of ownership and what they match")
            .columns("Pattern", "Role", "Workstream")
            .number("Tracked files")
            .columns("Plan line");
    for (PatternUse use : rules) {
      table.row(
          Anchors.of("rule", use.workstream(), use.role(), use.pattern()),
          Tone.NEUTRAL,
          List.of(Inline.code(use.pattern())),
          Line.of(use.role()).list(),
          use.workstream().isEmpty()
              ? Line.of("all").list()
              : List.of(view.links().workstream(use.workstream())),
          view.files(use.pattern()).map(n -> Line.of(n.toString()).list()).orElseGet(Line::none),
          List.of(view.links().place(use.place())));
    }
    return table.table();
  }

  /** What happens to paths that no pattern names. */
  private Block policy() {
    Boundaries boundaries = assessment.rulebook().boundaries();
    return new Block.Paragraph(
        Line.of(
                "A changed path that nobody owns: "
                    + boundaries.unowned().name().toLowerCase(Locale.ROOT)
                    + " ")
            .add(view.links().place(boundaries.origin().of("unowned")))
            .text(". Patterns have the meaning of .gitignore; their order never matters.")
            .list());
  }

  /** What happens to a branch that weakens the plan. */
  private Block guard() {
    Boundaries.Guard guard = assessment.rulebook().boundaries().guard();
    Line line =
        Line.of(
            "A branch that weakens the plan: "
                + guard.weakening().name().toLowerCase(Locale.ROOT)
                + " ");
    line.add(view.links().place(guard.origin().of("weakening")));
    if (!guard.by().isEmpty()) {
      line.text(", but for commits by ")
          .joined(", ", guard.by().stream().map(id -> List.of(view.links().person(id))).toList());
    }
    line.text(".");
    assessment
        .rulebook()
        .boundaries()
        .allowedSigners()
        .ifPresent(file -> line.text(" Whose keys sign for whom: " + file + "."));
    return new Block.Paragraph(line.list());
  }

  private void unowned(OwnershipMap map) {
    int total = map.unowned().values().stream().mapToInt(Integer::intValue).sum();
    if (total == 0) {
      return;
    }
    TableDraft table =
        page.table("unowned-table", "Tracked files that nobody owns, by directory")
            .columns("Directory")
            .number("Files");
    for (Map.Entry<String, Integer> entry : map.unowned().entrySet()) {
      table.row(
          Anchors.of("unowned", entry.getKey()),
          Tone.NEUTRAL,
          List.of(view.links().directory(entry.getKey())),
          Line.of(entry.getValue().toString()).list());
    }
    page.section(
        "unowned",
        "Owned by nobody",
        new Block.Paragraph(
            Line.of(total + " of " + Words.count(map.tracked(), "tracked file") + ".").list()),
        table.table());
  }
}
