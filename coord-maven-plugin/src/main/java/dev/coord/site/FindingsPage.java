package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.plan.FindingsRule;
import dev.coord.rule.Territory;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.ReportRows;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What did tools of analysis find? */
final class FindingsPage {

  private final View view;
  private final Draft page = new Draft(ReportRows.FINDINGS, "Findings");
  private final Territory territory;

  private FindingsPage(View view) {
    this.view = view;
    this.territory = new Territory(view.assessment().rulebook());
  }

  /** Whether there is anything to say: a report, or a rule that asks for one. */
  static boolean isNeeded(View view) {
    return view.assessment().evidence().findings().isKnown()
        || Evidenced.asked(view, FindingsRule.class::isInstance);
  }

  static Page of(View view) {
    return new FindingsPage(view).build();
  }

  private Page build() {
    Observation<FindingResults> findings = view.assessment().evidence().findings();
    Answer answer = findings.optional().map(this::with).orElseGet(this::without);
    return page.page(
        answer, view.links().edit(view.assessment().rulebook().evidence().origin().self()));
  }

  private Answer without() {
    List<Sources.Missing> missing = view.missing(EnumSet.of(Sources.Kind.FINDINGS));
    Sources.banner(missing).ifPresent(page::add);
    Evidenced.gates(view, page, FindingsRule.class::isInstance);
    return Answer.of(Tone.UNKNOWN, "").without(missing);
  }

  private Answer with(FindingResults results) {
    if (!Evidenced.asked(view, FindingsRule.class::isInstance)) {
      page.add(EmptyState.FINDINGS.block("No rule asks for findings, so nothing fails by them."));
    }
    list(results.findings());
    Evidenced.gates(view, page, FindingsRule.class::isInstance);
    tools(results);
    rules(results);
    Evidenced.reports(page, results.reports());
    return answer(results);
  }

  private Answer answer(FindingResults results) {
    String tools = Words.list(List.copyOf(results.tools().keySet()));
    if (results.findings().isEmpty()) {
      return Answer.of(Tone.GOOD, "There are no findings of " + tools + ".");
    }
    boolean breaks =
        view.assessment().gates().stream()
            .filter(GateResult::breaks)
            .anyMatch(gate -> gate.gate().rule().flat().anyMatch(FindingsRule.class::isInstance));
    List<String> counts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = results.count(level);
      if (count > 0) {
        counts.add(
            level == Level.NONE ? count + " without a level" : Words.count(count, level.word()));
      }
    }
    return Answer.of(
        breaks ? Tone.BAD : Tone.WARNING,
        Words.count(results.findings().size(), "finding")
            + " by "
            + tools
            + ": "
            + Words.list(counts)
            + fresh(results)
            + ".");
  }

  /** How many of them the baseline does not have, where it tells. */
  private String fresh(FindingResults results) {
    List<ToolFinding> all = results.findings();
    return view.assessment()
        .evidence()
        .known()
        .optional()
        .map(known -> known.fresh(all, all).cardinality())
        .map(fresh -> "; " + (fresh == 0 ? "none" : fresh) + " of them new")
        .orElse("");
  }

  private void list(List<ToolFinding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    Optional<BitSet> fresh =
        view.assessment()
            .evidence()
            .known()
            .optional()
            .map(known -> known.fresh(findings, findings));
    TableDraft table =
        page.table("findings-table", "What was found, the worst first")
            .columns("Level", "Place", "What it says", "Rule", "Owner", "Report");
    int number = 0;
    for (ToolFinding finding : Evidenced.shown(findings)) {
      Line level = new Line().badge(tone(finding.level()), finding.level().word());
      int position = number;
      if (fresh.filter(positions -> positions.get(position)).isPresent()) {
        level.text(" ").badge(Tone.WARNING, "new");
      }
      table.row(
          "finding-" + ++number,
          tone(finding.level()),
          level.list(),
          place(finding),
          Line.of(finding.message()).cell(),
          new Line().code(finding.check()).list(),
          owner(finding),
          List.of(view.links().report(finding.report())));
    }
    page.section("all", "What was found", Evidenced.with(table, "finding", findings.size()));
  }

  private List<Inline> place(ToolFinding finding) {
    String place = finding.place();
    if (finding.path().isPresent()) {
      return List.of(
          view.links()
              .place(
                  finding.first() == 0
                      ? Location.ofFile(place)
                      : Location.of(place, finding.first(), 0)));
    }
    return place.isEmpty()
        ? Line.none()
        : new Line()
            .code(finding.first() == 0 ? place : place + ":" + finding.first())
            .text(" (not committed)")
            .list();
  }

  private List<Inline> owner(ToolFinding finding) {
    return finding
        .path()
        .map(
            path ->
                view.links()
                    .workstreams(
                        territory.owners(path).stream()
                            .map(Territory.Claim::workstream)
                            .distinct()
                            .toList()))
        .orElseGet(Line::none);
  }

  private void tools(FindingResults results) {
    Map<String, Map<Level, Integer>> counts = new TreeMap<>();
    results.findings().forEach(finding -> count(counts, finding.tool(), finding.level()));
    TableDraft table =
        page.table("tools-table", "Tools that ran")
            .columns("Tool")
            .number("Errors")
            .number("Warnings")
            .number("Notes")
            .number("Without a level")
            .number("Left out")
            .number("Runs");
    results
        .tools()
        .forEach(
            (name, tool) -> {
              Map<Level, Integer> levels = counts.getOrDefault(name, Map.of());
              table.row(
                  Anchors.of("tool", name),
                  levels.containsKey(Level.ERROR) ? Tone.BAD : Tone.NEUTRAL,
                  new Line().code(name).list(),
                  number(levels.getOrDefault(Level.ERROR, 0)),
                  number(levels.getOrDefault(Level.WARNING, 0)),
                  number(levels.getOrDefault(Level.NOTE, 0)),
                  number(levels.getOrDefault(Level.NONE, 0)),
                  number(tool.leftOut()),
                  number(tool.runs()));
            });
    page.section(
        "tools",
        "Tools",
        table.table(),
        new Block.Paragraph(
            Line.of(
                    "Left out is what the report itself says not to count: it is suppressed, gone"
                        + " since the tool's own baseline, or no failure.")
                .list()));
  }

  private void rules(FindingResults results) {
    Map<String, Map<Level, Integer>> counts = new TreeMap<>();
    results.findings().forEach(finding -> count(counts, finding.check(), finding.level()));
    List<String> checks =
        counts.keySet().stream()
            .sorted(
                Comparator.comparingInt((String check) -> -sum(counts.get(check)))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    if (checks.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("rules-table", "Rules by what they found, most first")
            .columns("Rule", "Worst")
            .number("Findings");
    for (String check : Evidenced.shown(checks)) {
      Map<Level, Integer> levels = counts.get(check);
      Level worst = levels.keySet().iterator().next();
      table.row(
          Anchors.of("rule", check),
          Tone.NEUTRAL,
          new Line().code(check).list(),
          new Line().badge(tone(worst), worst.word()).list(),
          number(sum(levels)));
    }
    page.section("rules", "Rules", Evidenced.with(table, "rule", checks.size()));
  }

  private static void count(Map<String, Map<Level, Integer>> counts, String name, Level level) {
    counts.computeIfAbsent(name, any -> new EnumMap<>(Level.class)).merge(level, 1, Integer::sum);
  }

  private static int sum(Map<Level, Integer> levels) {
    return levels.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Inline> number(int number) {
    return Line.of(Integer.toString(number)).list();
  }

  private static Tone tone(Level level) {
    return switch (level) {
      case ERROR -> Tone.BAD;
      case WARNING -> Tone.WARNING;
      case NOTE, NONE -> Tone.NEUTRAL;
    };
  }
}
