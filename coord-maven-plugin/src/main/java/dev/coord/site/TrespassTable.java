package dev.coord.site;

import dev.coord.evidence.Commit;
import dev.coord.plan.Waiver;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.OwnershipGates;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changed paths that should not have been changed, in a table. */
final class TrespassTable {

  private static final int SHOWN_COMMITS = 3;

  /** Says what the words of the table's column "Rests on" mean. */
  static final String BASIS =
      "Observed: commits change the path, which nobody can deny. Attested: whether the change is"
          + " allowed hangs on a trailer or on an author's name, and any committer can write those.";

  private TrespassTable() {}

  static Block.Table of(
      View view,
      Draft page,
      String id,
      String caption,
      List<OwnershipReport> reports,
      boolean warnings) {
    TableDraft table =
        page.table(id, caption)
            .columns("Path", "Changed by", "What is wrong", "Commits", "Rests on", "Plan line")
            .columns("What to do");
    for (OwnershipReport report : reports) {
      OwnershipGates gates = view.ownershipGates(report.subject());
      if (warnings) {
        report.warnings().forEach(t -> row(table, view, report, t, Optional.empty(), "warned"));
      } else {
        List<Trespass> waived = new ArrayList<>();
        for (Trespass trespass : report.violations()) {
          Optional<Waiver> waiver = gates.waiver(trespass.path());
          if (waiver.isPresent() || gates.knows(trespass)) {
            waived.add(trespass);
          } else {
            row(table, view, report, trespass, waiver, "trespass");
          }
        }
        waived.forEach(t -> row(table, view, report, t, gates.waiver(t.path()), "trespass"));
      }
    }
    return table.table();
  }

  private static void row(
      TableDraft table,
      View view,
      OwnershipReport report,
      Trespass trespass,
      Optional<Waiver> waiver,
      String anchor) {
    OwnershipGates gates = view.ownershipGates(report.subject());
    boolean known = anchor.equals("trespass") && gates.knows(trespass);
    boolean breaks = anchor.equals("trespass") && waiver.isEmpty() && !known && gates.breaks();
    table.row(
        Anchors.of(anchor, report.subject(), trespass.path()),
        breaks ? Tone.BAD : Tone.WARNING,
        List.of(Inline.code(trespass.path())),
        List.of(view.links().workstream(report.subject())),
        Line.of(trespass.problem() + (report.merged() ? ", when it was merged" : "")).list(),
        commits(view, trespass),
        Line.of(basis(trespass)).list(),
        List.of(view.links().place(trespass.boundary())),
        waiver
            .map(
                w ->
                    new Line()
                        .badge(Tone.WARNING, "waived")
                        .text(" ")
                        .addAll(view.links().waiver(w))
                        .list())
            .orElseGet(
                () ->
                    (known ? new Line().badge(Tone.WARNING, "known").text(" ") : new Line())
                        .text(trespass.remedy())
                        .list()));
  }

  /** The commits that show it; what only a merge did itself has none of its own. */
  private static List<Inline> commits(View view, Trespass trespass) {
    List<Commit> commits = trespass.commits();
    if (commits.isEmpty()) {
      return Line.of(trespass.committed() ? "by a merge" : "not committed yet").list();
    }
    Line line =
        new Line()
            .joined(
                ", ",
                commits.stream()
                    .limit(SHOWN_COMMITS)
                    .map(c -> List.of(view.links().commit(c.id())))
                    .toList());
    int more = commits.size() - SHOWN_COMMITS;
    return (more > 0 ? line.text(" and " + more + " more") : line).list();
  }

  /** What a trespass rests on. */
  private static String basis(Trespass trespass) {
    return switch (trespass.kind()) {
      case NOT_COORDINATED -> "attested: trailers";
      case NOT_THE_STEWARD -> "attested: authors";
      case KEEPS_OFF, NOT_APPENDED, INFORM, OWNED_BY_OTHER, PROTECTED, UNOWNED -> "observed";
    };
  }
}
