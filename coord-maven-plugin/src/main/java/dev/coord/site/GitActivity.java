package dev.coord.site;

import dev.coord.assess.Attribution;
import dev.coord.assess.Attribution.Attributed;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commits per day, of each workstream and of none. A workstream's are those of its branch and those
 * that arrived on the integration branch as its own; what is both counts once.
 */
final class GitActivity {

  private static final String NOBODY = "";
  private static final Target ARRIVED = Target.page("git", GitHistoryTables.ARRIVED);
  private static final Target UNATTRIBUTED = Target.page("git", GitHistoryTables.UNATTRIBUTED);

  private final View view;
  private final Draft page;
  private final Optional<Attribution> attribution;
  private final Set<String> workstreams = new LinkedHashSet<>();
  private final Activity all;

  /** Those of {@link #all} that are not listed on the workstream's page. */
  private final Activity elsewhere;

  private GitActivity(View view, Draft page, Optional<Attribution> attribution) {
    this.view = view;
    this.page = page;
    this.attribution = attribution;
    ZoneId zone = view.assessment().rulebook().project().calendar().zone();
    LocalDate today = view.assessment().judgedOn();
    this.all = new Activity(zone, today);
    this.elsewhere = new Activity(zone, today);
    Map<String, List<Commit>> arrived = arrived();
    view.assessment().workstreams().forEach(state -> workstreams.add(state.id()));
    workstreams.addAll(arrived.keySet());
    for (String id : workstreams) {
      List<Commit> listed = Activity.commits(branch(id)).toList();
      Set<String> known = listed.stream().map(Commit::id).collect(Collectors.toSet());
      List<Commit> others =
          arrived.getOrDefault(id, List.of()).stream()
              .filter(commit -> !known.contains(commit.id()))
              .toList();
      all.add(id, Stream.concat(listed.stream(), others.stream()));
      elsewhere.add(id, others.stream());
    }
    attribution.ifPresent(a -> all.add(NOBODY, a.unattributed().stream().map(Attributed::commit)));
  }

  /** Adds the section, if anything was committed. */
  static void add(View view, Draft page, Optional<Attribution> attribution) {
    new GitActivity(view, page, attribution).section();
  }

  /** The workstreams' commits on the integration branch: a workstream may be the law's alone. */
  private Map<String, List<Commit>> arrived() {
    return attribution.stream()
        .flatMap(a -> a.commits().stream())
        .filter(one -> one.workstream().isPresent())
        .collect(
            Collectors.groupingBy(
                one -> one.workstream().orElseThrow(),
                LinkedHashMap::new,
                Collectors.mapping(Attributed::commit, Collectors.toList())));
  }

  private Optional<BranchEvidence> branch(String workstream) {
    return view.assessment().workstream(workstream).flatMap(WorkstreamState::branch);
  }

  private void section() {
    if (all.isEmpty()) {
      return;
    }
    Block rows = table();
    Block days = new Block.Fold("The same by day", List.of(days()));
    page.section(
        "activity",
        "Activity",
        attribution.map(this::basis).map(b -> List.of(b, rows, days)).orElse(List.of(rows, days)));
  }

  /** What the rows add up to. */
  private Block basis(Attribution known) {
    int onBranches = all.total() - known.commits().size();
    Line line = Line.of("Counted are ");
    line.add(Inline.link(Words.count(known.commits().size(), "commit"), ARRIVED))
        .text(" on ")
        .code(known.history().branch());
    if (onBranches > 0) {
      line.text(" and ")
          .add(Inline.link(onBranches + " more", Target.page("git", "branches")))
          .text(" of workstreams' branches, not merged or older");
    }
    return new Block.Paragraph(line.text(".").list());
  }

  private Block table() {
    TableDraft table =
        page.table("activity-table", "Commits per day from " + all.first() + " to " + all.last())
            .columns("Workstream", "Commits per day")
            .number("All commits")
            .columns("Last commit", "Claimed now");
    for (String id : workstreams) {
      if (all.total(id) > 0) {
        table.row(
            Anchors.of("activity", id),
            Tone.NEUTRAL,
            List.of(view.workstream(id)),
            List.of(all.columns(id)),
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
          List.of(all.columns(NOBODY)),
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

  private Block days() {
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
