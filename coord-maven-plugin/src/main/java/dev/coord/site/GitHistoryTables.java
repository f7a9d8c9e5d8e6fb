package dev.coord.site;

import dev.coord.assess.Attribution;
import dev.coord.assess.Attribution.Attributed;
import dev.coord.assess.Attribution.Way;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.OtherBranch;
import dev.coord.evidence.Observation;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What arrived on the integration branch, whose it is, and branches the plan does not name. */
final class GitHistoryTables {

  /** The section on all that arrived. */
  static final String ARRIVED = "arrived";

  /** The section on what is of no workstream. */
  static final String UNATTRIBUTED = "unattributed";

  private static final String BRANCHES = "by-branch-table";
  private static final String PATHS = "by-paths-table";
  private static final int SHOWN_PATHS = 3;

  private final View view;
  private final Draft page;

  private GitHistoryTables(View view, Draft page) {
    this.view = view;
    this.page = page;
  }

  static void add(View view, Draft page, Observation<Attribution> attribution) {
    GitHistoryTables tables = new GitHistoryTables(view, page);
    if (attribution instanceof Observation.Unknown<Attribution> unknown) {
      page.add(
          new Block.Callout(
              Tone.UNKNOWN,
              "What arrived on the integration branch cannot be told",
              List.of(
                  new Block.Paragraph(
                      Line.of(unknown.reason() + ". " + unknown.remedy()).list()))));
      return;
    }
    Attribution known = attribution.optional().orElseThrow();
    tables.arrived(known);
    tables.others(known.history());
  }

  /** What arrived, told by whose it is; every commit is in one of three lists. */
  private void arrived(Attribution attribution) {
    GitHistory history = attribution.history();
    List<Attributed> branches = attribution.commits(Way.BRANCH);
    List<Attributed> paths = attribution.commits(Way.PATHS);
    List<Attributed> nobodys = attribution.unattributed();
    Line basis = Line.of("Of " + Words.count(attribution.commits().size(), "commit") + " on ");
    basis.code(history.branch()).text(since(view, history) + ", ");
    basis.add(figure(branches.size(), BRANCHES)).text(" came with a workstream's branch, ");
    basis.add(figure(paths.size(), PATHS)).text(" changed paths of one workstream alone, and ");
    basis.add(figure(nobodys.size(), UNATTRIBUTED));
    basis.text(Words.either(nobodys.size(), " is", " are") + " of none.");
    if (history.cut()) {
      basis.text(" There are more, which were not read.");
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(basis.list()));
    if (history.since().isEmpty()) {
      blocks.add(EmptyState.STARTED.block());
    }
    fold(blocks, BRANCHES, "Commits that came with a workstream's branch", branches);
    fold(blocks, PATHS, "Commits that changed paths of one workstream alone", paths);
    page.section(ARRIVED, "What arrived", blocks);
    if (!nobodys.isEmpty()) {
      String caption = "Commits of no workstream";
      page.section(UNATTRIBUTED, caption, table("unattributed-table", caption, nobodys));
    }
  }

  private static Inline figure(int number, String where) {
    String text = Integer.toString(number);
    return number == 0 ? Inline.text(text) : Inline.link(text, Target.page("git", where));
  }

  private void fold(List<Block> blocks, String id, String caption, List<Attributed> commits) {
    if (!commits.isEmpty()) {
      blocks.add(new Block.Fold(caption, List.of(table(id, caption, commits))));
    }
  }

  /** From when on commits are counted, in words that follow the name of the branch. */
  static String since(View view, GitHistory history) {
    ZoneId zone = view.assessment().rulebook().project().calendar().zone();
    return history
        .since()
        .map(start -> " since " + LocalDate.ofInstant(start, zone))
        .orElse(", the newest ones");
  }

  private Block table(String id, String caption, List<Attributed> commits) {
    boolean owned = commits.get(0).workstream().isPresent();
    TableDraft table =
        page.table(id, caption + ", newest first")
            .columns("Commit", "Time", "Author (attested)", "Subject", "Paths")
            .columns(owned ? new String[] {"Workstream", "Arrived"} : new String[] {"Arrived"});
    for (Attributed one : commits) {
      List<List<Inline>> cells = new ArrayList<>();
      cells.add(List.of(view.links().commit(one.commit().id())));
      cells.add(List.of(new Inline.Time(one.commit().time())));
      cells.add(Line.of(view.links().author(one.commit())).cell());
      cells.add(Line.of(one.commit().subject()).cell());
      cells.add(paths(List.copyOf(one.commit().paths())));
      one.workstream().ifPresent(of -> cells.add(List.of(view.links().workstream(of))));
      cells.add(
          one.merge()
              .map(merge -> Line.of("by ").add(view.links().commit(merge.id())).list())
              .orElseGet(() -> Line.of("directly").list()));
      table.row(Anchors.of("commit", one.commit().id()), Tone.NEUTRAL, cells);
    }
    return table.table();
  }

  private static List<Inline> paths(List<String> paths) {
    Line line =
        new Line()
            .joined(
                ", ", paths.stream().limit(SHOWN_PATHS).map(p -> List.of(Inline.code(p))).toList());
    int more = paths.size() - SHOWN_PATHS;
    return (more > 0 ? line.text(" and " + more + " more") : line).cell();
  }

  private void others(GitHistory history) {
    if (history.others().isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("others-table", "Branches that the plan does not name, newest first")
            .columns("Branch", "Found at")
            .number("Ahead")
            .number("Behind")
            .columns("Last commit", "By (attested)", "Subject");
    for (OtherBranch branch : history.others()) {
      table.row(
          Anchors.of("other", branch.name()),
          Tone.NEUTRAL,
          new Line().code(branch.name()).list(),
          new Line().code(branch.ref()).list(),
          Line.of(branch.ahead() == 0 ? "0, nothing to merge" : Integer.toString(branch.ahead()))
              .list(),
          Line.of(Integer.toString(branch.behind())).list(),
          new Line()
              .add(new Inline.Time(branch.tip().time()))
              .text(" ")
              .add(view.links().commit(branch.tip().id()))
              .list(),
          Line.of(view.links().author(branch.tip())).cell(),
          Line.of(branch.tip().subject()).cell());
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            Line.of("Ahead of and behind ")
                .code(history.branch())
                .text(". What a branch that the")
                .text(" plan does not name changes belongs to nobody.")
                .list()));
    blocks.add(table.table());
    if (history.unread() > 0) {
      blocks.add(
          new Block.Paragraph(
              Line.of(history.unread() + " more with older commits are not listed.").list()));
    }
    page.section("others", "Branches that the plan does not name", blocks);
  }
}
