package dev.coord.site;

import dev.coord.assess.Attribution;
import dev.coord.assess.Attribution.Attributed;
import dev.coord.assess.Attribution.Way;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.OtherBranch;
import dev.coord.evidence.Observation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What arrived on the integration branch of no workstream, and branches the plan does not name. */
final class GitHistoryTables {

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
    tables.unattributed(known);
    tables.others(known.history());
  }

  private void unattributed(Attribution attribution) {
    GitHistory history = attribution.history();
    List<Attributed> nobodys = attribution.unattributed();
    List<Block> blocks = new ArrayList<>();
    Line basis = Line.of("Of " + Words.count(attribution.commits().size(), "commit") + " on ");
    basis.code(history.branch()).text(since(history) + ", ");
    basis.text(count(attribution, Way.BRANCH) + " came with a workstream's branch, ");
    basis.text(count(attribution, Way.PATHS) + " changed paths of one workstream alone, and ");
    basis.text(nobodys.size() + Words.either(nobodys.size(), " is", " are") + " of none.");
    if (history.cut()) {
      basis.text(" There are more, which were not read.");
    }
    blocks.add(new Block.Paragraph(basis.list()));
    if (history.since().isEmpty()) {
      blocks.add(EmptyState.STARTED.block());
    }
    if (!nobodys.isEmpty()) {
      blocks.add(table(nobodys));
    }
    page.section("unattributed", "Commits of no workstream", blocks);
  }

  private String since(GitHistory history) {
    ZoneId zone = view.assessment().rulebook().project().calendar().zone();
    return history
        .since()
        .map(start -> " since " + LocalDate.ofInstant(start, zone))
        .orElse(", the newest ones");
  }

  private static long count(Attribution attribution, Way way) {
    return attribution.commits().stream().filter(c -> c.way() == way).count();
  }

  private Block table(List<Attributed> commits) {
    TableDraft table =
        page.table("unattributed-table", "Commits of no workstream, newest first")
            .columns("Commit", "Time", "Author (attested)", "Subject", "Paths", "Arrived");
    for (Attributed one : commits) {
      table.row(
          Anchors.of("commit", one.commit().id()),
          Tone.NEUTRAL,
          List.of(view.commit(one.commit().id())),
          List.of(new Inline.Time(one.commit().time())),
          Line.of(view.author(one.commit())).cell(),
          Line.of(one.commit().subject()).cell(),
          paths(List.copyOf(one.commit().paths())),
          one.merge()
              .map(merge -> Line.of("by ").add(view.commit(merge.id())).list())
              .orElseGet(() -> Line.of("directly").list()));
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
              .add(view.commit(branch.tip().id()))
              .list(),
          Line.of(view.author(branch.tip())).cell(),
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
