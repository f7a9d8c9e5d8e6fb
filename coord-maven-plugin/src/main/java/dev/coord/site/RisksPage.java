package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.plan.Risk;
import dev.coord.plan.Risk.Degree;
import dev.coord.plan.Risk.Status;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Passages;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Grid;
import dev.coord.site.model.Grid.GridCell;
import dev.coord.site.model.Grid.GridRow;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may hurt, and who acts? */
final class RisksPage {

  /** Products of likelihood and impact from which a cell matters much, or somewhat. */
  private static final int HIGH = 15;

  private static final int CONSIDERABLE = 8;

  private final View view;
  private final List<Risk> risks;
  private final Draft page = new Draft("risks", "Risks");

  private RisksPage(View view) {
    this.view = view;
    this.risks =
        view.plan().handbook().risks().stream()
            .sorted(
                Comparator.comparing((Risk risk) -> !hasHappened(view, risk))
                    .thenComparing(risk -> risk.status() != Status.OPEN)
                    .thenComparing(risk -> -weight(risk)))
            .toList();
  }

  static Page of(View view) {
    return new RisksPage(view).build();
  }

  private Page build() {
    List<Sources.Missing> missing =
        view.missing(risks.stream().flatMap(risk -> risk.triggeredWhen().stream()));
    Sources.banner(missing).ifPresent(page::add);
    page.section("all", "All risks", table());
    if (risks.stream().anyMatch(risk -> weight(risk) > 0)) {
      Block.Table table = grid();
      page.section("grid", "Likelihood and impact", drawn(table.id()), table);
    }
    risks.forEach(this::details);
    return page.page(answer(), view.links().edit(risks.get(0).origin().self()));
  }

  /** Whether the plan says that a risk has happened, or its rule shows it. */
  static boolean hasHappened(View view, Risk risk) {
    boolean claimed = risk.status() == Status.TRIGGERED;
    return claimed || shows(claim(view, risk), Agreement.CONTRADICTS);
  }

  private static Optional<ClaimCheck> claim(View view, Risk risk) {
    return risk.triggeredWhen()
        .flatMap(rule -> view.claims().of("risk " + risk.id(), risk.origin().of("status")));
  }

  private static boolean shows(Optional<ClaimCheck> claim, Agreement agreement) {
    return claim.filter(c -> c.agreement() == agreement).isPresent();
  }

  /** Likelihood times impact, 1 to 25; 0 where one of them is not said. */
  private static int weight(Risk risk) {
    return risk.likelihood().isEmpty() || risk.impact().isEmpty()
        ? 0
        : (risk.likelihood().get().ordinal() + 1) * (risk.impact().get().ordinal() + 1);
  }

  private Answer answer() {
    List<Risk> happened = risks.stream().filter(risk -> hasHappened(view, risk)).toList();
    long open = risks.stream().filter(r -> r.status() == Status.OPEN).count();
    long orphans =
        risks.stream()
            .filter(r -> r.owners().isEmpty())
            .filter(r -> r.status() == Status.OPEN || hasHappened(view, r))
            .count();
    long unknown = risks.stream().filter(r -> shows(claim(view, r), Agreement.UNKNOWN)).count();
    Line line = new Line();
    if (!happened.isEmpty()) {
      line.joined(", ", happened.stream().limit(3).map(r -> List.of(link(r))).toList())
          .text(happened.size() > 3 ? " and " + (happened.size() - 3) + " more" : "")
          .text(Words.either(happened.size(), " has", " have") + " happened. ");
    }
    line.text(
        open == 0
            ? "No risk is open"
            : open
                + " of "
                + Words.count(risks.size(), "risk")
                + Words.either(open, " is open", " are open"));
    line.text(orphans > 0 ? "; nobody answers for " + orphans : "");
    line.text(
        unknown > 0
            ? "; whether "
                + unknown
                + Words.either(unknown, " has", " have")
                + " happened cannot be told"
            : "");
    Tone tone =
        !happened.isEmpty() || orphans > 0
            ? Tone.WARNING
            : unknown > 0 ? Tone.UNKNOWN : open > 0 ? Tone.INFO : Tone.NEUTRAL;
    return new Answer(tone, line.text(".").addAll(worst()).list());
  }

  /** The worst that is open, and who acts: where none is likelier and worse, only a single one. */
  private List<Inline> worst() {
    List<Risk> open =
        risks.stream()
            .filter(r -> r.status() == Status.OPEN)
            .sorted(Comparator.comparing(RisksPage::weight).reversed())
            .toList();
    if (open.isEmpty() || (open.size() > 1 && weight(open.get(0)) == weight(open.get(1)))) {
      return List.of();
    }
    Risk worst = open.get(0);
    Line line = Line.of(open.size() == 1 ? " It is " : " The worst is ").add(link(worst));
    return worst.owners().isEmpty()
        ? line.text(".").list()
        : line.text(": ")
            .addAll(view.links().people(worst.owners()))
            .text(Words.either(worst.owners().size(), " acts.", " act."))
            .list();
  }

  private static Inline link(Risk risk) {
    return Inline.link(risk.title(), Target.page("risks", Anchors.of("risk", risk.id())));
  }

  private Block table() {
    TableDraft table =
        page.table("risks-table", "Risks, those that have happened first")
            .columns("Risk", "Claimed", "Observed", "Likelihood × impact", "Who acts", "Plan line");
    for (Risk risk : risks) {
      table.row(
          Anchors.of("risk", risk.id()),
          hasHappened(view, risk) ? Tone.WARNING : Tone.NEUTRAL,
          title(risk),
          List.of(Tones.badge(risk.status())),
          observed(risk),
          degrees(risk),
          whoActs(risk),
          List.of(view.links().place(risk.origin().self())));
    }
    return table.table();
  }

  private static List<Inline> title(Risk risk) {
    Line line = Beside.title(risk.title(), risk.id());
    return risk.scope().isEmpty() ? line.list() : line.text(" (" + risk.scope() + ")").list();
  }

  private List<Inline> observed(Risk risk) {
    return risk.triggeredWhen().isEmpty()
        ? Line.of("claim only").list()
        : Beside.observed(view, "risk " + risk.id(), risk.origin().of("status"));
  }

  /** Both in words; the product before them, where it is known, is what the column sorts by. */
  private static List<Inline> degrees(Risk risk) {
    if (risk.likelihood().isEmpty() && risk.impact().isEmpty()) {
      return Line.none();
    }
    String both = words(risk.likelihood()) + " × " + words(risk.impact());
    return Line.of(weight(risk) > 0 ? weight(risk) + " (" + both + ")" : both).list();
  }

  private static String words(Optional<Degree> degree) {
    return degree.map(Degree::words).orElse("not said");
  }

  private List<Inline> whoActs(Risk risk) {
    Line line = new Line();
    if (risk.owners().isEmpty()) {
      line.badge(Tone.WARNING, "nobody");
    } else {
      line.addAll(view.links().people(risk.owners()));
    }
    return risk.support().isEmpty()
        ? line.list()
        : line.text("; support: ").addAll(view.links().people(risk.support())).list();
  }

  /** The same as a picture; the product of both degrees says how much a cell matters. */
  private Block drawn(String table) {
    List<GridRow> rows = new ArrayList<>();
    Degree[] degrees = Degree.values();
    for (int i = degrees.length - 1; i >= 0; i--) {
      Degree likelihood = degrees[i];
      rows.add(
          new GridRow(
              likelihood.words() + " likelihood",
              Stream.of(degrees).map(impact -> cell(likelihood, impact)).toList()));
    }
    List<Risk> placed = risks.stream().filter(risk -> weight(risk) > 0).toList();
    int most = placed.stream().mapToInt(RisksPage::weight).max().orElse(0);
    return new Block.Figure(
        "Risks by likelihood and impact",
        "The product of both, 1 to 25, stands in each cell. The highest with a risk in it is "
            + most
            + ": "
            + Words.list(
                placed.stream().filter(r -> weight(r) == most).map(Risk::title).toList(), 3)
            + ".",
        new Grid("impact", Stream.of(degrees).map(Degree::words).toList(), rows),
        risks.size() - placed.size(),
        Target.page("risks", table));
  }

  private GridCell cell(Degree likelihood, Degree impact) {
    int weight = (likelihood.ordinal() + 1) * (impact.ordinal() + 1);
    Tone tone = weight >= HIGH ? Tone.BAD : weight >= CONSIDERABLE ? Tone.WARNING : Tone.NEUTRAL;
    return new GridCell(
        tone,
        Integer.toString(weight),
        risks.stream()
            .filter(risk -> risk.likelihood().equals(Optional.of(likelihood)))
            .filter(risk -> risk.impact().equals(Optional.of(impact)))
            .map(
                risk ->
                    new Mark(
                        risk.title(),
                        Tone.INFO,
                        risk.status().word(),
                        Optional.of(Target.page("risks", Anchors.of("risk", risk.id())))))
            .toList());
  }

  /** The risks by both degrees, what hurts most on top and to the right. */
  private Block.Table grid() {
    TableDraft table = page.table("grid-table", "Risks by likelihood and impact");
    table.columns("Likelihood");
    Stream.of(Degree.values()).forEach(impact -> table.columns(impact.words() + " impact"));
    Degree[] degrees = Degree.values();
    for (int i = degrees.length - 1; i >= 0; i--) {
      Degree likelihood = degrees[i];
      List<List<Inline>> cells = new ArrayList<>();
      cells.add(Line.of(likelihood.words()).list());
      for (Degree impact : degrees) {
        cells.add(
            new Line()
                .joined(
                    ", ",
                    risks.stream()
                        .filter(r -> r.likelihood().equals(Optional.of(likelihood)))
                        .filter(r -> r.impact().equals(Optional.of(impact)))
                        .map(r -> List.of(link(r)))
                        .toList())
                .cell());
      }
      table.row(Anchors.of("likelihood", likelihood.words()), Tone.NEUTRAL, cells);
    }
    return table.table();
  }

  private void details(Risk risk) {
    Passages passages =
        new Passages(risk.origin())
            .text("How one sees it", "symptom", risk.symptom())
            .line("Workstreams", workstreams(risk))
            .items("Done against it", "mitigations", risk.mitigations())
            .text("It has happened when", "trigger", risk.trigger());
    risk.triggeredWhen()
        .ifPresent(rule -> passages.line("Rule", new Line().code(RuleNotation.of(rule))));
    passages
        .steps("What to do then", risk.contingency())
        .text("Notes", "notes", risk.notes())
        .addTo(page, Anchors.of("about", risk.id()), risk.title());
  }

  private Line workstreams(Risk risk) {
    return risk.workstreams().isEmpty()
        ? new Line()
        : new Line().addAll(view.links().workstreams(risk.workstreams()));
  }
}
