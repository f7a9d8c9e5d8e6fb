package dev.coord.site;

import dev.coord.evidence.Commit;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Trespass;
import java.util.List;

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
      boolean breaks = !warnings && view.ownershipBreaks(report.subject());
      for (Trespass trespass : warnings ? report.warnings() : report.violations()) {
        table.row(
            Anchors.of(warnings ? "warned" : "trespass", report.subject(), trespass.path()),
            breaks ? Tone.BAD : Tone.WARNING,
            List.of(Inline.code(trespass.path())),
            List.of(view.workstream(report.subject())),
            Line.of(trespass.problem() + (report.merged() ? ", when it was merged" : "")).list(),
            commits(view, trespass),
            Line.of(basis(trespass)).list(),
            List.of(view.place(trespass.boundary())),
            Line.of(trespass.remedy()).list());
      }
    }
    return table.table();
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
                    .map(c -> List.of(view.commit(c.id())))
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
