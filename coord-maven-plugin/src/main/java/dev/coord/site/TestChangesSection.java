package dev.coord.site;

import dev.coord.assess.TestChanges;
import dev.coord.assess.TestChanges.Named;
import dev.coord.evidence.TestResults;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;

/** Which tests came and went since the last recorded run? Shown where a rule asks. */
final class TestChangesSection {

  private final View view;
  private final Draft page;

  TestChangesSection(View view, Draft page) {
    this.view = view;
    this.page = page;
  }

  /** Adds the section; nothing where no rule asks for it, as the gates say why it is unknown. */
  void add(TestResults results) {
    view.assessment()
        .evidence()
        .recordedTests()
        .map(before -> TestChanges.of(results, before))
        .optional()
        .ifPresent(this::add);
  }

  private void add(TestChanges changes) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            new Line()
                .text("Since the recorded run at ")
                .add(view.links().commit(changes.before().commit()))
                .text(" of " + changes.before().day() + ", which had ")
                .text(Words.count(changes.compared(), "test") + " by name: ")
                .text(changes.vanished().size() + " vanished, " + changes.fresh().size())
                .text(
                    changes.fresh().size() == 1 && changes.vanished().isEmpty()
                        ? " is new."
                        : " are new.")
                .text(" A test that was renamed counts as both (attested by the note).")
                .list()));
    if (!changes.renamed().isEmpty()) {
      blocks.add(
          new Block.Items(
              false,
              Evidenced.shown(List.copyOf(changes.renamed().entrySet())).stream()
                  .map(
                      pair ->
                          new Line()
                              .text("Perhaps renamed: ")
                              .code(pair.getKey())
                              .text(" as ")
                              .code(pair.getValue())
                              .list())
                  .toList()));
    }
    blocks.addAll(table("vanished", "Tests that vanished", changes.vanished(), Tone.WARNING));
    blocks.addAll(table("new", "Tests that are new", changes.fresh(), Tone.NEUTRAL));
    page.section("since", "Since the recorded run", blocks);
  }

  /** A test that vanished may have taken its source with it. */
  private List<Inline> source(String id, String path) {
    return id.equals("new") ? List.of(view.links().file(path)) : new Line().code(path).list();
  }

  private List<Block> table(String id, String caption, List<Named> tests, Tone tone) {
    if (tests.isEmpty()) {
      return List.of();
    }
    TableDraft table = page.table(id + "-tests-table", caption).columns(caption, "Source");
    for (Named test : Evidenced.shown(tests)) {
      table.row(
          Anchors.of(id, test.name()),
          tone,
          new Line().code(test.name()).list(),
          test.file().map(path -> source(id, path)).orElseGet(Line::none));
    }
    return Evidenced.with(table, id + " test", tests.size());
  }
}
