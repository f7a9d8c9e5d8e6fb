package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.SameReason;
import dev.coord.evidence.GitEvidence;
import dev.coord.plan.Project;
import dev.coord.plan.Severity;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Folded;
import dev.coord.site.draft.Line;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Can we merge, and what is next? */
final class DashboardPage {

  private static final int SHOWN_CONTRADICTIONS = 10;
  private static final int SHOWN_ACTIONS = 10;
  private static final int SHOWN_TILES = 12;
  private static final int SHOWN_ROWS = 20;

  private final View view;
  private final Assessment assessment;
  private final Draft page = new Draft("index", "Dashboard");
  private final List<List<Inline>> next;

  private DashboardPage(View view) {
    this.view = view;
    this.assessment = view.assessment();
    this.next = DoNext.of(view);
  }

  static Page of(View view) {
    return new DashboardPage(view).build();
  }

  private Page build() {
    List<Sources.Missing> missing = view.missing(needed());
    Sources.banner(missing).ifPresent(page::add);
    first();
    if (view.hasNoGates()) {
      page.add(EmptyState.GATES.block());
    } else {
      strip();
    }
    failing();
    doNext();
    if (assessment.workstreams().isEmpty()) {
      page.section("workstreams", "Workstreams", EmptyState.WORKSTREAMS.block());
    } else {
      page.section(
          "workstreams", "Workstreams", WorkstreamTable.of(view, page, assessment.workstreams()));
    }
    contradictions();
    findings();
    about();
    return page.page(
        DashboardAnswer.of(view, missing),
        view.links().edit(view.plan().project().origin().self()));
  }

  /** Git, and whatever the gates rest on. */
  private Set<Sources.Kind> needed() {
    Set<Sources.Kind> needed = EnumSet.of(Sources.Kind.GIT);
    needed.addAll(Sources.of(assessment.gates().stream().map(g -> g.gate().rule())));
    return needed;
  }

  /** What a coordinator looks for after the verdict: what to do, and who is stuck. */
  private void first() {
    List<Block.Definition> facts = new ArrayList<>();
    if (!next.isEmpty()) {
      facts.add(new Block.Definition("Next", next.get(0)));
    }
    if (!assessment.workstreams().isEmpty()) {
      facts.add(new Block.Definition("Stuck", Stuck.line(view)));
    }
    page.add(new Block.Definitions(facts));
  }

  /**
   * A tile for each gate that can fail this build, what is not met first, and one for all others
   * together; of many, the last are folded.
   */
  private void strip() {
    List<GateResult> can = assessment.gates().stream().filter(GatesPage::canFail).toList();
    List<GateResult> others =
        assessment.gates().stream().filter(gate -> !GatesPage.canFail(gate)).toList();
    List<Block.Tile> all = new ArrayList<>();
    DoNext.breaking(assessment).forEach(gate -> all.add(tile(gate)));
    can.stream().filter(gate -> !gate.breaks()).forEach(gate -> all.add(tile(gate)));
    int most = Math.min(SHOWN_TILES, all.size());
    List<Block.Tile> shown = new ArrayList<>(all.subList(0, most));
    if (!others.isEmpty()) {
      boolean warns = others.stream().anyMatch(GateResult::warns);
      shown.add(
          new Block.Tile(
              warns ? Tone.WARNING : Tone.NEUTRAL,
              warns ? "warns" : "",
              "cannot fail this build",
              Words.count(others.size(), "gate"),
              wanting(others),
              Optional.of(Target.page("gates"))));
    }
    page.add(new Block.Tiles("Gates", shown));
    if (all.size() > most) {
      page.add(
          new Block.Fold(
              Words.count(all.size() - most, "more gate"),
              List.of(new Block.Tiles("More gates", all.subList(most, all.size())))));
    }
  }

  private static String wanting(List<GateResult> gates) {
    long failed = gates.stream().filter(g -> g.outcome() == Outcome.FAILED).count();
    long untold = gates.stream().filter(g -> g.outcome() == Outcome.UNKNOWN).count();
    if (failed + untold == 0) {
      return "all met";
    }
    String not = failed == 0 ? "" : failed + " not met";
    return untold == 0 ? not : not + (not.isEmpty() ? "" : ", ") + untold + " unknown";
  }

  private Block.Tile tile(GateResult gate) {
    boolean figure = gate.verdict().gauge().isPresent() && gate.outcome() != Outcome.UNKNOWN;
    return new Block.Tile(
        Tones.of(gate),
        gate.outcome().word(),
        gate.label(),
        figure ? gate.verdict().measured() : "",
        gate.verdict().required(),
        Optional.of(view.links().row(gate)));
  }

  /** What fails first, then what is unknown, then what warns, then what is waived. */
  private void failing() {
    List<GateResult> rows = new ArrayList<>();
    for (Tone tone : List.of(Tone.BAD, Tone.UNKNOWN, Tone.WARNING)) {
      assessment.gates().stream().filter(g -> Tones.of(g) == tone).forEach(rows::add);
    }
    if (rows.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("failing-table", "Gates that are " + are(rows) + ", with their remedies")
            .columns("Gate", "Outcome", "Seen", "What to do", "Plan line");
    List<SameReason> told = SameReason.of(rows);
    for (SameReason same : told.subList(0, Math.min(SHOWN_ROWS, told.size()))) {
      GateResult gate = same.first();
      table.row(
          view.links().anchor(gate),
          Tones.of(gate),
          view.links().gates(same),
          List.of(Tones.badge(gate)),
          Line.of(gate.summary()).cell(),
          remedy(gate),
          List.of(view.links().place(PlanLines.of(gate))));
    }
    List<Block> blocks = new ArrayList<>(List.of(table.table()));
    if (told.size() > SHOWN_ROWS) {
      String all = "All " + rows.size() + " gates that are " + are(rows);
      blocks.add(new Block.Paragraph(List.of(Inline.link(all, Target.page("gates", "wanting")))));
    }
    page.section("failing", "What is " + are(rows), blocks);
  }

  /** What is said of all of some gates that do not pass. */
  private static String are(List<GateResult> gates) {
    Set<Outcome> outcomes = gates.stream().map(GateResult::outcome).collect(Collectors.toSet());
    if (outcomes.equals(Set.of(Outcome.UNKNOWN))) {
      return "unknown";
    }
    return outcomes.contains(Outcome.UNKNOWN) ? "not met or unknown" : "not met";
  }

  private List<Inline> remedy(GateResult gate) {
    Line line = Line.of(gate.verdict().remedy());
    gate.waiver()
        .filter(w -> gate.outcome() == Outcome.WAIVED)
        .ifPresent(
            waiver ->
                line.text(" Waived until " + waiver.until() + " by ")
                    .add(view.links().person(waiver.owner())));
    return line.cell();
  }

  private void doNext() {
    if (next.isEmpty()) {
      return;
    }
    page.section("next", "Do next", Folded.of(true, next, SHOWN_ACTIONS));
  }

  private void contradictions() {
    List<ClaimCheck> wrong = assessment.contradictions();
    if (!wrong.isEmpty()) {
      List<Block> blocks = new ArrayList<>();
      blocks.add(
          ClaimsPage.contradicted(
              view, page, wrong.subList(0, Math.min(SHOWN_CONTRADICTIONS, wrong.size()))));
      if (wrong.size() > SHOWN_CONTRADICTIONS) {
        String more = "All " + ClaimCheck.count(wrong) + " contradictions";
        blocks.add(
            new Block.Paragraph(List.of(Inline.link(more, Target.page("claims", "contradicted")))));
      }
      page.section("contradictions", "The plan says, the evidence shows", blocks);
    }
  }

  private void findings() {
    Set<String> contradicted =
        assessment.contradictions().stream().map(ClaimCheck::subject).collect(Collectors.toSet());
    List<Finding> findings =
        assessment.findings().stream()
            .filter(finding -> !shownAsClaim(finding, contradicted))
            .toList();
    if (findings.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("findings-table", "What somebody should know")
            .columns("Kind", "About", "What was found", "What to do", "Plan line", "Proof");
    for (Finding finding : findings) {
      table.row(
          Anchors.of("finding", finding.kind().words(), finding.subject()),
          Tones.of(finding.severity()),
          new Line().badge(Tones.of(finding.severity()), finding.kind().words()).list(),
          finding.subject().isEmpty()
              ? Line.none()
              : List.of(view.links().subject(finding.subject())),
          Line.of(finding.text()).list(),
          Line.of(finding.remedy()).cell(),
          finding.location().map(l -> List.of(view.links().place(l))).orElseGet(Line::none),
          view.proofs().of(finding.proof(), 2));
    }
    long warnings = findings.stream().filter(f -> f.severity() == Severity.WARN).count();
    page.section(
        "findings",
        warnings == 0 ? "Findings" : "Findings (" + Words.count(warnings, "warning") + ")",
        table.table());
  }

  /** Contradictions stand in a table of their own, claim beside evidence. */
  private static boolean shownAsClaim(Finding finding, Set<String> contradicted) {
    return finding.kind() == Finding.Kind.CONTRADICTION && contradicted.contains(finding.subject());
  }

  /** What the plan is about, and what was judged. */
  private void about() {
    Project project = view.plan().project();
    List<Block> blocks = new ArrayList<>();
    if (!project.purpose().isEmpty()) {
      blocks.add(Line.prose(project.purpose(), project.origin().of("purpose")));
    }
    List<Block.Definition> facts = new ArrayList<>();
    fact(facts, "Judged", DashboardAnswer.judged(assessment.judged()));
    assessment
        .evidence()
        .git()
        .optional()
        .map(GitEvidence::head)
        .ifPresent(
            head ->
                facts.add(
                    new Block.Definition(
                        "Checked-out commit",
                        new Line()
                            .add(view.links().commit(head.id()))
                            .text(" ")
                            .add(new Inline.Time(head.time()))
                            .list())));
    fact(facts, "Judged as of", assessment.judgedOn().toString());
    fact(facts, "Claimed status", project.status());
    fact(facts, "Started", project.started().map(Object::toString).orElse(""));
    fact(facts, "Expected end", project.expectedEnd().map(Object::toString).orElse(""));
    fact(facts, "Next review", project.nextReview().map(Object::toString).orElse(""));
    if (!project.contact().isEmpty()) {
      facts.add(new Block.Definition("Contact", view.links().contact()));
    }
    facts.add(
        new Block.Definition(
            "More about it", List.of(Inline.link("Project", Target.page("project")))));
    blocks.add(new Block.Definitions(facts));
    page.section("about", "About " + project.name(), blocks);
  }

  private static void fact(List<Block.Definition> facts, String term, String text) {
    if (!text.isEmpty()) {
      facts.add(new Block.Definition(term, Line.of(text).list()));
    }
  }
}
