package dev.coord.site;

import dev.coord.assess.Attribution;
import dev.coord.assess.CommitDays;
import dev.coord.assess.WorkstreamCommits;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Axis;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commits per day, of each workstream and of none. */
final class GitActivity {

  private static final String NOBODY = WorkstreamCommits.NOBODY;
  private static final Target ARRIVED = Target.page("git", GitHistoryTables.ARRIVED);
  private static final Target UNATTRIBUTED = Target.page("git", GitHistoryTables.UNATTRIBUTED);

  private final View view;
  private final Draft page;
  private final Optional<Attribution> attribution;
  private final List<String> workstreams;
  private final CommitDays all;

  /** Those of {@link #all} that are not listed on the workstream's page. */
  private final CommitDays elsewhere;

  private GitActivity(View view, Draft page) {
    WorkstreamCommits commits = view.course().commits();
    this.view = view;
    this.page = page;
    this.attribution = view.course().attribution().optional();
    this.workstreams = commits.workstreams();
    this.all = commits.all();
    this.elsewhere = commits.arrived();
  }

  /** Adds the section, if anything was committed. */
  static void add(View view, Draft page) {
    new GitActivity(view, page).section();
  }

  private Optional<BranchEvidence> branch(String workstream) {
    return view.assessment().workstream(workstream).flatMap(WorkstreamState::branch);
  }

  private void section() {
    if (all.isEmpty()) {
      return;
    }
    Block.Table days = days();
    List<Block> blocks = new ArrayList<>();
    attribution.map(this::basis).ifPresent(blocks::add);
    Axis axis = Axis.of(all.first(), all.last());
    Map<String, List<Integer>> counts = new LinkedHashMap<>();
    workstreams.forEach(id -> counts.put(id, all.counts(id)));
    blocks.add(
        ActivityPicture.of(
            axis, counts, all.counts(NOBODY), UNATTRIBUTED, Target.page("git", days.id())));
    blocks.add(table());
    blocks.add(new Block.Fold("The same by day", List.of(days)));
    page.section("activity", "Activity", blocks);
  }

  /** What the rows add up to. */
  private Block basis(Attribution known) {
    int onBranches = all.total() - known.commits().size();
    Line line = Line.of("Counted are ");
    line.add(Inline.link(Words.count(known.commits().size(), "commit"), ARRIVED))
        .text(" on ")
        .code(known.history().branch())
        .text(GitHistoryTables.since(view, known.history()))
        .text(", merges left out");
    if (onBranches > 0) {
      line.text(", and ")
          .add(Inline.link(onBranches + " more", Target.page("git", "branches")))
          .text(" of workstreams' branches, not merged or older");
    }
    if (known.history().cut()) {
      line.text("; on ").code(known.history().branch()).text(" are more, which were not read");
    }
    return new Block.Paragraph(line.text(".").list());
  }

  private Block table() {
    TableDraft table =
        page.table("activity-table", "Commits of each workstream")
            .columns("Workstream")
            .number("All commits")
            .columns("Last commit", "Claimed now");
    for (String id : workstreams) {
      if (all.total(id) > 0) {
        table.row(
            Anchors.of("activity", id),
            Tone.NEUTRAL,
            List.of(view.links().workstream(id)),
            total(id),
            WorkstreamTable.commit(view, last(id)),
            view.assessment()
                .workstream(id)
                .flatMap(state -> WorkstreamTable.now(view, state))
                .orElse(Line.none()));
      }
    }
    if (all.total(NOBODY) > 0) {
      table.row(
          "activity-nobody",
          Tone.NEUTRAL,
          Line.of("of no workstream").list(),
          List.of(Inline.link(Integer.toString(all.total(NOBODY)), UNATTRIBUTED)),
          WorkstreamTable.commit(view, all.newest(NOBODY)),
          Line.none());
    }
    return table.table();
  }

  /** The tip of the branch, unless something newer arrived. */
  private Optional<Commit> last(String workstream) {
    Optional<Commit> tip = branch(workstream).flatMap(BranchEvidence::tip);
    return all.newest(workstream)
        .filter(newest -> tip.filter(t -> !newest.time().isAfter(t.time())).isEmpty())
        .or(() -> tip);
  }

  /** All commits of a workstream: each part leads to where it is listed. */
  private List<Inline> total(String workstream) {
    int number = all.total(workstream);
    int others = elsewhere.total(workstream);
    if (others == 0 || others == number) {
      Target where = others == 0 ? commits(workstream) : ARRIVED;
      return List.of(Inline.link(Integer.toString(number), where));
    }
    return Line.of(number + ": ")
        .add(Inline.link((number - others) + " of its branch", commits(workstream)))
        .text(", ")
        .add(Inline.link(others + " more arrived", ARRIVED))
        .list();
  }

  private Block.Table days() {
    TableDraft table = page.table("days-table", "Commits by day").columns("Day", "Commits");
    for (LocalDate day : all.busyDays()) {
      Line line = new Line();
      for (String id : workstreams) {
        int others = elsewhere.on(id, day);
        add(line, all.on(id, day) - others, id, commits(id));
        add(line, others, id, ARRIVED);
      }
      add(line, all.on(NOBODY, day), "of no workstream", UNATTRIBUTED);
      table.row(
          Anchors.of("day", day.toString()),
          Tone.NEUTRAL,
          Line.of(day.toString()).list(),
          line.cell());
    }
    return table.table();
  }

  private static Target commits(String workstream) {
    return Target.page("workstreams/" + workstream, "commits");
  }

  private static void add(Line line, int commits, String whose, Target where) {
    if (commits > 0) {
      line.text(line.isEmpty() ? "" : ", ").add(Inline.link(commits + " " + whose, where));
    }
  }
}
