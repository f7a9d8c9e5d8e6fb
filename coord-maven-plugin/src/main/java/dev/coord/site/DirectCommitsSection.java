package dev.coord.site;

import dev.coord.assess.DirectCommits;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
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

/** What is on protected branches and came with no merge. */
final class DirectCommitsSection {

  static final String ID = "direct";

  /** Rows of a branch at most; the rest is in {@code status.json}. */
  private static final int MOST_ROWS = 50;

  private DirectCommitsSection() {}

  static void add(View view, Draft page) {
    List<Block> blocks = new ArrayList<>();
    for (DirectCommits.Branch branch : DirectCommits.of(view.assessment())) {
      if (branch.commits() instanceof Observation.Unknown<?> unknown) {
        blocks.add(
            new Block.Callout(
                Tone.UNKNOWN,
                "What was committed directly to " + branch.branch() + " cannot be told",
                List.of(
                    new Block.Paragraph(
                        Line.of(unknown.reason() + ". " + unknown.remedy()).list()))));
      } else {
        add(view, page, branch, branch.commits().optional().orElseThrow(), blocks);
      }
    }
    if (!blocks.isEmpty()) {
      page.section(ID, "Commits on protected branches that no merge brought", blocks);
    }
  }

  private static void add(
      View view,
      Draft page,
      DirectCommits.Branch branch,
      List<Commit> commits,
      List<Block> blocks) {
    Line summary = new Line().code(branch.branch()).text(": ");
    summary.text(commits.isEmpty() ? branch.kept() : count(commits.size()));
    summary.text(branch.cut() ? "; there are more commits, which were not read." : ".");
    blocks.add(new Block.Paragraph(summary.list()));
    if (commits.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table(
                Anchors.of("direct-table", branch.branch()),
                "Direct commits to " + branch.branch() + ", newest first")
            .columns("Commit", "Time", "Author (attested)", "Subject");
    for (Commit commit : commits.subList(0, Math.min(MOST_ROWS, commits.size()))) {
      table.row(
          Anchors.of("direct", branch.branch() + "-" + commit.id()),
          Tone.WARNING,
          List.of(view.links().commit(commit.id())),
          List.of(new Inline.Time(commit.time())),
          Line.of(view.links().author(commit)).cell(),
          Line.of(commit.subject()).cell());
    }
    blocks.add(table.table());
    if (commits.size() > MOST_ROWS) {
      String more = Words.count(commits.size() - MOST_ROWS, "row");
      blocks.add(new Block.Paragraph(Line.of(more + " more are in status.json.").list()));
    }
  }

  private static String count(int commits) {
    return Words.count(commits, "commit") + " came with no merge";
  }
}
