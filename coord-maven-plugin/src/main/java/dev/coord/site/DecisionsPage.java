package dev.coord.site;

import dev.coord.plan.Decision;
import dev.coord.plan.Decision.Status;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Passages;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was decided, and does it still hold? */
final class DecisionsPage {

  private final View view;
  private final List<Decision> decisions;
  private final Draft page = new Draft("decisions", "Decisions");

  private DecisionsPage(View view) {
    this.view = view;
    this.decisions = view.plan().handbook().decisions();
  }

  static Page of(View view) {
    return new DecisionsPage(view).build();
  }

  private Page build() {
    TableDraft table =
        page.table("decisions-table", "Decisions and where they stand")
            .columns("Decision", "Status", "Date", "By", "Takes the place of", "Plan line");
    for (Decision decision : decisions) {
      table.row(
          Anchors.of("decision", decision.id()),
          Tone.NEUTRAL,
          Beside.title(decision.title(), decision.id()).list(),
          List.of(Tones.badge(decision.status())),
          Line.of(decision.date().map(LocalDate::toString).orElse("")).cell(),
          view.links().people(decision.by()),
          superseded(decision),
          List.of(view.links().place(decision.origin().self())));
    }
    page.section("all", "All decisions", table.table());
    for (Decision decision : decisions) {
      new Passages(decision.origin())
          .items(points(decision.status()), "points", decision.points())
          .text("Notes", "notes", decision.notes())
          .addTo(page, Anchors.of("about", decision.id()), decision.title());
    }
    return page.page(answer(), view.links().edit(decisions.get(0).origin().self()));
  }

  /** What is not accepted settles nothing. */
  private static String points(Status status) {
    return switch (status) {
      case PROPOSED -> "What is proposed";
      case REJECTED -> "What was proposed";
      case ACCEPTED, SUPERSEDED -> "What was settled";
    };
  }

  private static List<Inline> superseded(Decision decision) {
    return new Line()
        .joined(
            ", ",
            decision.supersedes().stream()
                .map(
                    id ->
                        List.of(
                            Inline.link(id, Target.page("decisions", Anchors.of("decision", id)))))
                .toList())
        .cell();
  }

  private Answer answer() {
    List<String> clauses = new ArrayList<>();
    for (Status status : Status.values()) {
      long number = decisions.stream().filter(d -> d.status() == status).count();
      if (number > 0) {
        clauses.add(number + " " + status.word());
      }
    }
    boolean open = decisions.stream().anyMatch(d -> d.status() == Status.PROPOSED);
    return Answer.of(
        open ? Tone.INFO : Tone.NEUTRAL,
        Words.count(decisions.size(), "decision") + ": " + Words.list(clauses) + ".");
  }
}
