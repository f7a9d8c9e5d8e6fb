package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.assess.SameReason;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Gate;
import dev.coord.plan.Merges;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Severity;
import dev.coord.plan.Waiver;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Page;
import dev.coord.site.model.Strip;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What failed, by how much? */
final class GatesPage {

  private static final int PROOFS_IN_A_CELL = 2;
  private static final int PROOFS_IN_A_LIST = 20;

  /** Gates that are told at length; of more, the table below tells all. */
  private static final int TOLD = 10;

  /** Gates that can be taken in at a glance. */
  private static final int STRIP = 84;

  private static final List<Tone> WANTING = List.of(Tone.BAD, Tone.UNKNOWN, Tone.WARNING);
  private static final String IN_FORCE = "in force";
  private static final Target TABLE = Target.page("gates", "gates-table");

  private final View view;
  private final Assessment assessment;
  private final Draft page = new Draft("gates", "Gates");

  private GatesPage(View view) {
    this.view = view;
    this.assessment = view.assessment();
  }

  static Page of(View view) {
    return new GatesPage(view).build();
  }

  private Page build() {
    List<GateResult> gates = assessment.gates();
    List<Sources.Missing> missing = view.missing(gates.stream().map(g -> g.gate().rule()));
    Sources.banner(missing).ifPresent(page::add);
    if (view.hasNoGates()) {
      page.add(EmptyState.GATES.block());
    }
    if (!gates.isEmpty()) {
      strip();
      wanting();
      page.section("all", "All gates", all());
      rules();
    }
    List<Block> commands = CommandsSection.of(assessment);
    if (!commands.isEmpty()) {
      page.section("commands", "Commands that were run", commands);
    }
    waivers();
    List<Block> known = BaselineSection.of(view, page);
    if (!known.isEmpty()) {
      page.section("baseline", "Baseline", known);
    }
    return page.page(answer().besides(missing), view.links().edit(place(gates)));
  }

  private Location place(List<GateResult> gates) {
    return gates.isEmpty()
        ? view.plan().project().origin().self()
        : gates.get(0).gate().origin().self();
  }

  private Answer answer() {
    List<GateResult> all = assessment.gates();
    if (all.isEmpty()) {
      return Answer.of(Tone.NEUTRAL, "Nothing is judged: the plan has no gates.");
    }
    GateTally tally = GateTally.of(assessment);
    List<GateResult> breaking = DoNext.breaking(assessment);
    if (!breaking.isEmpty()) {
      List<String> others = new ArrayList<>();
      if (tally.passed() > 0) {
        others.add(tally.passed() + Words.either(tally.passed(), " passes", " pass"));
      }
      others.addAll(tally.tolerated());
      return new Answer(
          tally.notMet() > 0 ? Tone.BAD : Tone.UNKNOWN,
          Line.of(Words.sentence(DashboardAnswer.broken(view, tally)) + ": ")
              .addAll(view.links().namedGates(breaking))
              .text(others.isEmpty() ? "." : ". " + Words.list(others) + ".")
              .list());
    }
    boolean toothless = all.stream().noneMatch(GatesPage::canFail);
    String none =
        all.size() == 1
            ? "The one gate cannot fail this build: "
            : "None of " + all.size() + " gates can fail this build: ";
    Tone tone =
        tally.warning() + tally.waived() + tally.known() > 0
            ? Tone.WARNING
            : toothless ? Tone.NEUTRAL : Tone.GOOD;
    String holds = tally.holds();
    return Answer.of(tone, (toothless ? none + holds : Words.sentence(holds)) + ".");
  }

  /** Whether a row can fail this build. */
  static boolean canFail(GateResult gate) {
    return gate.blocking() && gate.severity() == Severity.FAIL;
  }

  /** All at a glance: what passes is folded when there are many. */
  private void strip() {
    List<GateResult> gates =
        worstFirst().stream()
            .sorted(Comparator.comparing(gate -> gate.outcome() == Outcome.PASSED))
            .toList();
    if (gates.size() < 2) {
      return;
    }
    Strip strip = Strip.of(gates.stream().map(this::mark).toList(), STRIP);
    page.add(
        new Block.Figure(
            "All gates at a glance",
            counted(gates.stream().map(Tones::word).toList()) + ".",
            strip,
            gates.size() - strip.marks().size(),
            TABLE));
  }

  /** What gates come to, which are sorted by it. */
  private static String counted(List<String> words) {
    boolean sorted = words.stream().distinct().count() > 1;
    return Words.counted(words) + (sorted ? ", the worst first" : "");
  }

  private Mark mark(GateResult gate) {
    return new Mark(
        gate.label(), Tones.of(gate), Tones.word(gate), Optional.of(view.links().row(gate)));
  }

  /**
   * What fails first, then what is unknown, then what warns: each with its remedy and its proofs.
   */
  private void wanting() {
    List<GateResult> gates =
        worstFirst().stream()
            .filter(GateResult::wanting)
            .filter(gate -> WANTING.contains(Tones.of(gate)))
            .toList();
    List<SameReason> reasons = SameReason.of(gates);
    List<Block> blocks =
        reasons.stream().limit(TOLD).map(this::wanting).collect(Collectors.toList());
    if (reasons.size() > TOLD) {
      List<SameReason> rest = reasons.subList(TOLD, reasons.size());
      int more = rest.stream().mapToInt(rows -> rows.rows().size()).sum();
      blocks.add(
          new Block.Fold(
              more + " more",
              List.of(new Block.Items(false, rest.stream().map(this::brief).toList()))));
    }
    if (!blocks.isEmpty()) {
      page.section("wanting", "Not met", blocks);
    }
  }

  /** What fails first, then what is unknown, then what warns, then all others. */
  private List<GateResult> worstFirst() {
    return assessment.gates().stream()
        .sorted(Comparator.comparing(gate -> rank(Tones.of(gate))))
        .toList();
  }

  private static int rank(Tone tone) {
    int rank = WANTING.indexOf(tone);
    return rank < 0 ? WANTING.size() : rank;
  }

  private List<Inline> brief(SameReason rows) {
    return new Line()
        .add(Tones.badge(rows.first()))
        .text(" ")
        .addAll(view.links().gates(rows))
        .text(": " + rows.first().verdict().summary())
        .list();
  }

  private Block wanting(SameReason rows) {
    GateResult gate = rows.first();
    Verdict verdict = gate.verdict();
    List<Block> blocks = new ArrayList<>();
    boolean parts = RuleParts.areMany(verdict);
    String summary = parts ? RuleParts.sentence(verdict) : verdict.summary();
    blocks.add(
        new Block.Paragraph(
            Line.of(gate.noted(summary) + " ").add(view.links().place(PlanLines.of(gate))).list()));
    blocks.add(
        parts
            ? RuleParts.items(view, verdict)
            : new Block.Paragraph(
                new Line().strong("What to do:").text(" " + verdict.remedy()).list()));
    if (rows.rows().size() == 1) {
      GateSince.of(view, gate).map(Block.Paragraph::new).ifPresent(blocks::add);
    }
    if (!verdict.proof().isEmpty()) {
      List<List<Inline>> proofs =
          verdict.proof().stream()
              .limit(PROOFS_IN_A_LIST)
              .map(view.proofs()::of)
              .collect(Collectors.toCollection(ArrayList::new));
      int more = verdict.proof().size() - PROOFS_IN_A_LIST;
      if (more > 0) {
        proofs.add(rest(gate, more));
      }
      blocks.add(new Block.Items(false, proofs));
    }
    String word =
        gate.breaks()
            ? ""
            : gate.outcome() == Outcome.FAILED ? " (warns)" : " (cannot fail this build)";
    return new Block.Callout(
        Tones.of(gate), rows.label() + ": " + gate.outcome().word() + word, blocks);
  }

  private List<Inline> rest(GateResult gate, int more) {
    Line line = Line.of(more + " more");
    if (gate.gate().rule() instanceof OwnershipRule) {
      line.text(" on the page ").add(Inline.link("Ownership", Target.page("ownership")));
    }
    return line.list();
  }

  /** What was measured against what is required, and the table of the same. */
  private List<Block> all() {
    ThresholdPicture picture = new ThresholdPicture();
    worstFirst().forEach(gate -> picture.add(mark(gate), gate.verdict()));
    List<Block> blocks = new ArrayList<>();
    picture
        .figure("Actual against threshold", "gates", GatesPage::counted, TABLE)
        .ifPresent(blocks::add);
    blocks.add(table());
    return blocks;
  }

  private Block table() {
    TableDraft table =
        page.table("gates-table", "All gates with what was measured and what is required")
            .columns("Gate", "Outcome", "Measured", "Required", "Seen")
            .columns("Can fail this build", "Plan line");
    SameReason.of(worstFirst()).forEach(rows -> rows(table, rows));
    return table.table();
  }

  /** One row for each result; of those of one reason, the first has it. */
  private void rows(TableDraft table, SameReason rows) {
    for (GateResult gate : rows.rows()) {
      Verdict verdict = gate.verdict();
      table.row(
          view.links().anchor(gate),
          Tones.of(gate),
          title(gate),
          List.of(Tones.badge(gate)),
          gate.outcome() == Outcome.UNKNOWN || RuleParts.areMany(verdict)
              ? Line.none()
              : MeasuredLinks.measured(view, gate.gate().rule(), verdict),
          Line.of(verdict.required()).cell(),
          gate == rows.first() ? seen(gate) : asTheFirst(rows),
          Line.of(canFail(gate) ? "yes" : "no: " + why(gate)).list(),
          List.of(view.links().place(PlanLines.of(gate))));
    }
  }

  private List<Inline> asTheFirst(SameReason rows) {
    return Line.of("the same as ").add(view.links().gate(rows.first())).list();
  }

  /** What was found, and what shows it. */
  private List<Inline> seen(GateResult gate) {
    Verdict verdict = gate.verdict();
    boolean said =
        !verdict.proof().isEmpty() && verdict.proof().get(0).text().equals(verdict.summary());
    Line line = new Line();
    if (!said) {
      line.text(RuleParts.areMany(verdict) ? RuleParts.sentence(verdict) : besides(verdict));
    }
    if (!verdict.proof().isEmpty()) {
      line.text(line.isEmpty() ? "" : "; proof: ")
          .addAll(view.proofs().of(verdict.proof(), PROOFS_IN_A_CELL));
    }
    List<Inline> waiver = waiver(gate);
    if (!waiver.isEmpty()) {
      line.text(line.isEmpty() ? "" : "; ").addAll(waiver);
    }
    return (gate.note().isEmpty() ? line : line.text("; " + gate.note())).cell();
  }

  /** What a summary adds to figures that stand in columns of their own. */
  private static String besides(Verdict verdict) {
    String all = verdict.summary();
    if (verdict.outcome() == Outcome.UNKNOWN) {
      return all;
    }
    if (all.equals(verdict.measured())) {
      return "";
    }
    boolean figures =
        verdict.gauge().isPresent()
            && all.startsWith(verdict.measured() + " ")
            && all.endsWith(")");
    int detail = all.indexOf(" (");
    return figures && detail > 0 ? all.substring(detail + 2, all.length() - 1) : all;
  }

  private static List<Inline> title(GateResult gate) {
    Line line = new Line().strong(gate.label());
    return gate.gate().title().equals(gate.gate().id())
        ? line.list()
        : line.text(": " + gate.gate().title()).list();
  }

  private String why(GateResult gate) {
    return gate.severity() == Severity.FAIL
        ? "not judged by this build"
        : "severity " + gate.severity().word();
  }

  private List<Inline> waiver(GateResult gate) {
    if (gate.waiver().isPresent()) {
      return view.links().waiver(gate.waiver().get());
    }
    int single = gate.waivedFindings().values().stream().mapToInt(Waiver::count).sum();
    boolean most = gate.waivedFindings().values().stream().anyMatch(w -> w.count() > 1);
    String noun = gate.gate().rule() instanceof OwnershipRule ? "path" : "finding";
    return single == 0
        ? List.of()
        : Line.of((most ? "up to " : "") + Words.count(single, noun) + " waived").list();
  }

  /** What the plan says of the gates: rules, and why they are there. */
  private void rules() {
    TableDraft table =
        page.table("rules-table", "The gates as the plan defines them")
            .columns("Gate", "Rule", "Why", "Applies to", "Severity", "Baseline", "Plan line");
    List<Gate> gates = assessment.gates().stream().map(GateResult::gate).distinct().toList();
    for (Gate gate : gates) {
      table.row(
          Anchors.of("rule", gate.id()),
          Tone.NEUTRAL,
          name(gate),
          new Line().code(RuleNotation.of(gate.rule())).list(),
          new Line().rich(gate.why(), gate.origin().of("why")).cell(),
          scope(gate),
          Line.of(gate.severity().word()).list(),
          new Line().text(gate.baseline()).cell(),
          List.of(view.links().place(gate.origin().self())));
    }
    page.section("rules", "The rules, and why", table.table());
  }

  private static List<Inline> name(Gate gate) {
    Line line = Line.of(gate.id());
    return gate.title().equals(gate.id()) ? line.list() : line.text(": " + gate.title()).list();
  }

  /** Every waiver, whether something needs it or not. */
  private void waivers() {
    List<Waiver> waivers = assessment.rulebook().waivers();
    if (waivers.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("waivers-table", "Waivers and whether they hold")
            .columns(
                "Gate", "State", "Until", "Who answers for it", "Why", "Only for", "Plan line");
    for (Waiver waiver : waivers) {
      Line only = new Line();
      waiver.paths().patterns().forEach(p -> only.text(only.isEmpty() ? "" : " ").code(p.text()));
      waiver.finding().ifPresent(only::text);
      only.text(waiver.count() > 1 ? " (" + waiver.count() + " of that name)" : "");
      String state = state(waiver);
      Tone tone = state.equals(IN_FORCE) ? Tone.NEUTRAL : Tone.WARNING;
      table.row(
          Anchors.of("waiver", waiver.gate()),
          tone,
          Line.of(waiver.gate()).list(),
          new Line().badge(tone, state).list(),
          Line.of(waiver.until().toString()).list(),
          List.of(view.links().person(waiver.owner())),
          new Line().rich(waiver.reason(), waiver.origin().of("reason")).cell(),
          only.isEmpty() ? Line.of("all").list() : only.cell(),
          List.of(view.links().place(waiver.origin().self())));
    }
    page.section("waivers", "Waivers", table.table());
  }

  private String state(Waiver waiver) {
    if (view.isPast(Optional.of(waiver.until()))) {
      return "ended";
    }
    if (!used(waiver)) {
      return "matches nothing";
    }
    boolean soon = !view.today().plusDays(Waiver.WARNED_BEFORE).isBefore(waiver.until());
    return soon ? "ends soon" : IN_FORCE;
  }

  private boolean used(Waiver waiver) {
    return assessment.gates().stream()
        .anyMatch(
            gate ->
                gate.waiver().equals(Optional.of(waiver))
                    || gate.waivedFindings().containsValue(waiver));
  }

  private List<Inline> scope(Gate gate) {
    Line line = Line.of(gate.appliesToProject() ? "the project" : "");
    if (!gate.workstreams().isEmpty()) {
      line.addAll(view.links().workstreams(gate.workstreams()));
    }
    Stream<String> naming =
        assessment.rulebook().merges().wavesOf(gate).stream().map(Merges.Wave::id);
    List<List<Inline>> waves =
        Stream.concat(gate.waves().stream(), naming)
            .distinct()
            .map(id -> List.of(wave(id)))
            .toList();
    if (!waves.isEmpty()) {
      line.text((line.isEmpty() ? "" : "; ") + "waves ").joined(", ", waves);
    }
    return line.cell();
  }

  /** A wave of the rulebook; the page is about those of the plan. */
  private Inline wave(String id) {
    return view.plan().merges().wave(id).map(MergesPage::link).orElseGet(() -> Inline.text(id));
  }
}
