package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Workstream;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;

/** What a workstream is to make or change: claimed and observed. */
final class WorkstreamFiles {

  private WorkstreamFiles() {}

  static void add(View view, Workstream workstream, Draft page) {
    if (workstream.files().isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("files-table", "Files that it is to make or change")
            .columns("File", "Claimed", "What for", "Observed", "Plan line");
    for (FileEntry file : workstream.files()) {
      Optional<ClaimCheck> claim =
          view.claims().said(file.said() + " " + file.path(), file.origin().of("path"));
      List<ClaimCheck> lengths = FileTable.lengths(view, workstream.id(), file);
      boolean wrong = Beside.contradicted(claim) || Beside.contradicted(lengths);
      table.row(
          Anchors.of("file", file.path()),
          wrong ? Tone.WARNING : Tone.NEUTRAL,
          List.of(view.links().file(file.path())),
          List.of(Inline.text(FileTable.claimed(file))),
          new Line().rich(file.purpose(), file.origin().of("purpose")).cell(),
          FileTable.besides(view, view.claims().seen(claim, "not yet"), lengths),
          List.of(view.links().place(file.origin().self())));
    }
    page.section("files", "What it makes and changes", table.table());
  }
}
