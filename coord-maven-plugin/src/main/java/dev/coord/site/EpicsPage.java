package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.plan.Epic;
import dev.coord.plan.PlanSnapshot.Part;
import dev.coord.plan.Stretch;
import dev.coord.plan.WorkCount;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far is each epic: what is claimed of it, and what its issues or tasks say? */
final class EpicsPage {

  private final View view;
  private final Draft page = new Draft("epics", "Epics");
  private final Map<String, List<ClaimCheck>> contradictions;

  private EpicsPage(View view) {
    this.view = view;
    this.contradictions =
        view.assessment().contradictions().stream()
            .collect(Collectors.groupingBy(ClaimCheck::subject));
  }

  static Page of(View view) {
    return new EpicsPage(view).build();
  }

  private Page build() {
    List<Epic> epics = view.plan().epics();
    page.section("all", "Claimed beside computed", table(epics));
    epics.forEach(this::details);
    return page.page(answer(epics), view.links().edit(epics.get(0).origin().self()));
  }

  private Answer answer(List<Epic> epics) {
    List<WorkCount> counts =
        epics.stream().flatMap(epic -> WorkCount.of(view.plan(), epic).stream()).toList();
    long wrong = epics.stream().filter(epic -> !contradictions(epic).isEmpty()).count();
    long issues =
        epics.stream()
            .flatMap(epic -> epic.issues().stream().map(issue -> contradiction(epic, issue)))
            .flatMap(Optional::stream)
            .count();
    String contradicted =
        (wrong == 0 ? "" : "; what is claimed of " + wrong + " is contradicted")
            + (issues == 0
                ? "."
                : "; what is told of " + Words.count(issues, "issue") + " is contradicted.");
    if (counts.isEmpty()) {
      return Answer.of(
          wrong + issues > 0 ? Tone.WARNING : Tone.UNKNOWN,
          (epics.size() == 1 ? "The one epic has no" : "None of " + epics.size() + " epics has")
              + " issues or tasks to count"
              + contradicted);
    }
    long done = counts.stream().filter(c -> c.done() == c.total()).count();
    String uncounted =
        counts.size() == epics.size()
            ? ""
            : "; " + (epics.size() - counts.size()) + " cannot be counted";
    return Answer.of(
        wrong + issues > 0 ? Tone.WARNING : Tone.INFO,
        done
            + " of "
            + Words.count(epics.size(), "epic")
            + Words.either(done, " is", " are")
            + " done by the count of issues and tasks"
            + uncounted
            + contradicted);
  }

  private List<ClaimCheck> contradictions(Epic epic) {
    return contradictions.getOrDefault("epic " + epic.id(), List.of());
  }

  /** What is told of an issue alone says nothing of what is claimed of its epic. */
  private Optional<ClaimCheck> contradiction(Epic epic, Epic.Issue issue) {
    return issue.number().stream()
        .mapToObj(number -> "epic " + epic.id() + "/#" + number)
        .flatMap(subject -> contradictions.getOrDefault(subject, List.of()).stream())
        .findFirst();
  }

  private Block table(List<Epic> epics) {
    TableDraft table =
        page.table("epics-table", "Epics and phases")
            .columns("Epic", "Owner", "Claimed", "Computed", "Time", "Plan line");
    for (Epic epic : epics) {
      List<ClaimCheck> wrong = contradictions(epic);
      table.row(
          Anchors.of("epic", epic.id()),
          wrong.isEmpty() ? Tone.NEUTRAL : Tone.WARNING,
          List.of(Inline.link(epic.title(), Target.page("epics", about(epic)))),
          epic.owner().map(id -> List.of(view.links().person(id))).orElseGet(Line::none),
          claimed(epic),
          computed(epic, wrong),
          time(epic),
          List.of(view.links().place(epic.origin().self())));
    }
    return table.table();
  }

  private static String about(Epic epic) {
    return Anchors.of("about", epic.id());
  }

  private static List<Inline> claimed(Epic epic) {
    List<String> said = new ArrayList<>();
    if (!epic.status().isEmpty()) {
      said.add(epic.status());
    }
    for (Epic.Progress progress : epic.progress()) {
      said.add(progress + progress.weeks().map(weeks -> " in " + weeks).orElse(""));
    }
    return Line.of(String.join("; ", new LinkedHashSet<>(said))).cell();
  }

  private List<Inline> computed(Epic epic, List<ClaimCheck> wrong) {
    Line line = new Line();
    WorkCount.of(view.plan(), epic)
        .ifPresentOrElse(
            count ->
                line.add(
                        new Inline.Progress(
                            count.done(),
                            count.total(),
                            Optional.of(Target.page("epics", about(epic)))))
                    .text(" " + Words.either(count.total(), count.of().noun(), count.of().nouns())),
            () -> line.text("nothing to count"));
    wrong.stream()
        .findFirst()
        .ifPresent(claim -> line.text(" ").add(view.links().claim("contradicts", claim)));
    return line.list();
  }

  private static List<Inline> time(Epic epic) {
    List<String> said = new ArrayList<>();
    epic.start().ifPresent(day -> said.add("from " + day));
    epic.weeks().ifPresent(weeks -> said.add(Words.count(weeks, "week")));
    return Line.of(String.join(", ", said)).cell();
  }

  private void details(Epic epic) {
    List<Block> blocks = new ArrayList<>();
    List<Block.Definition> facts = new ArrayList<>();
    facts.add(new Block.Definition("Id", new Line().code(epic.id()).list()));
    facts.add(new Block.Definition("Kind", Line.of(epic.kind().word()).list()));
    if (!epic.workstreams().isEmpty()) {
      facts.add(new Block.Definition("Workstreams", view.links().workstreams(epic.workstreams())));
    }
    if (isOnce(epic)) {
      Epic.Progress once = epic.progress().get(0);
      facts.add(
          new Block.Definition(
              "Claimed", Line.of(once + " ").add(view.links().place(once.origin().self())).list()));
    }
    blocks.add(new Block.Definitions(facts));
    if (!epic.notes().isEmpty()) {
      blocks.add(Line.prose(epic.notes(), epic.origin().of("notes")));
    }
    if (!epic.progress().isEmpty() && !isOnce(epic)) {
      blocks.add(progress(epic));
    }
    if (!epic.issues().isEmpty()) {
      blocks.add(issues(epic));
    }
    if (!epic.outputs().isEmpty()) {
      blocks.add(
          new Block.Items(
              false,
              epic.outputs().stream()
                  .map(o -> Line.of("Output: ").rich(o, epic.origin().of("outputs")).list())
                  .toList()));
    }
    blocks.addAll(BurnUp.of(view, page, Part.epic(epic.id()), Anchors.of("history", epic.id())));
    page.section(about(epic), epic.title(), blocks);
  }

  /** Whether the plan claims one thing of all of it, and no more. */
  private static boolean isOnce(Epic epic) {
    return epic.progress().size() == 1
        && epic.progress().get(0).weeks().isEmpty()
        && epic.progress().get(0).where().isEmpty();
  }

  private Block progress(Epic epic) {
    TableDraft table =
        page.table(Anchors.of("progress", epic.id()), "What is claimed of " + epic.title())
            .columns("Claimed", "Of", "Said in", "Plan line");
    for (Epic.Progress progress : epic.progress()) {
      table.row(
          Anchors.of("said", epic.id()),
          Tone.NEUTRAL,
          Line.of(progress.toString()).list(),
          Line.of(progress.weeks().map(EpicsPage::upper).orElse("All of it")).list(),
          Line.of(progress.where()).cell(),
          List.of(view.links().place(progress.origin().self())));
    }
    return table.table();
  }

  private static String upper(Stretch weeks) {
    String text = weeks.toString();
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private Block issues(Epic epic) {
    TableDraft table =
        page.table(Anchors.of("issues", epic.id()), "Issues of " + epic.title())
            .columns("Issue", "Title", "Claimed", "Pull request", "Workstream", "Plan line");
    for (Epic.Issue issue : epic.issues()) {
      Line title = new Line().rich(issue.title(), issue.origin().of("title"));
      if (!issue.notes().isEmpty()) {
        title.text(". ").rich(issue.notes(), issue.origin().of("notes"));
      }
      Optional<ClaimCheck> wrong = contradiction(epic, issue);
      Line state = new Line().add(Tones.badge(issue.state()));
      wrong.ifPresent(claim -> state.text(" ").add(view.links().claim("contradicts", claim)));
      table.row(
          issue.number().isPresent()
              ? Anchors.of("issue", Integer.toString(issue.number().getAsInt()))
              : Anchors.of("issue", epic.id(), "new"),
          wrong.isPresent() ? Tone.WARNING : Tone.NEUTRAL,
          issue.number().isPresent()
              ? List.of(view.links().issue(issue.number().getAsInt()))
              : Line.none(),
          title.list(),
          state.list(),
          issue.pullRequest().isPresent()
              ? List.of(view.links().pullRequest(issue.pullRequest().getAsInt()))
              : Line.none(),
          issue.workstream().map(id -> List.of(view.links().workstream(id))).orElseGet(Line::none),
          List.of(view.links().place(issue.origin().self())));
    }
    return table.table();
  }
}
