package dev.coord.site;

import dev.coord.plan.Playbook;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Passages;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import java.util.List;

/** What is to be done when something happens? */
final class PlaybooksPage {

  private static final int NAMED = 3;

  private PlaybooksPage() {}

  static Page of(View view) {
    Draft page = new Draft("playbooks", "Playbooks");
    List<Playbook> playbooks = view.plan().handbook().playbooks();
    TableDraft table =
        page.table("playbooks-table", "Playbooks and what they are for")
            .columns("Playbook", "When", "Steps", "Plan line");
    for (Playbook playbook : playbooks) {
      table.row(
          Anchors.of("playbook", playbook.id()),
          Tone.NEUTRAL,
          Beside.title(playbook.title(), playbook.id()).list(),
          Beside.rich(playbook.when(), playbook.origin(), "when"),
          Line.of(playbook.steps().isEmpty() ? "" : Integer.toString(playbook.steps().size()))
              .cell(),
          List.of(view.links().place(playbook.origin().self())));
    }
    page.section("all", "All playbooks", table.table());
    for (Playbook playbook : playbooks) {
      new Passages(playbook.origin())
          .steps("Steps", playbook.steps())
          .text("Notes", "notes", playbook.notes())
          .addTo(page, Anchors.of("about", playbook.id()), playbook.title());
    }
    String names = Words.list(playbooks.stream().map(Playbook::title).toList(), NAMED);
    return page.page(
        Answer.of(Tone.NEUTRAL, "The team has written down what to do for: " + names + "."),
        view.links().edit(playbooks.get(0).origin().self()));
  }
}
