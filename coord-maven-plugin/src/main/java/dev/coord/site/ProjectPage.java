package dev.coord.site;

import dev.coord.assess.WorkstreamState;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.Origin;
import dev.coord.plan.Project;
import dev.coord.plan.SiteLook;
import dev.coord.plan.WorkCalendar;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.OtherFiles;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is this about, and what does the plan take for granted? */
final class ProjectPage {

  private static final int MOST_BADGES = 20;

  private final View view;
  private final Project project;
  private final Draft page = new Draft("project", "Project");

  private ProjectPage(View view) {
    this.view = view;
    this.project = view.plan().project();
  }

  static Page of(View view) {
    return new ProjectPage(view).build();
  }

  private Page build() {
    prose("purpose", "Purpose", project.purpose());
    facts();
    prose("context", "What to know first", project.context());
    channels();
    calendar();
    vocabulary();
    reports();
    page.section(
        "files",
        "Files of the plan",
        new Block.Items(
            false, view.plan().files().stream().map(f -> List.of(view.links().file(f))).toList()));
    prose("notes", "Notes", project.notes());
    page.section("badges", "Badges", badges());
    return page.page(answer(), view.links().edit(project.origin().self()));
  }

  private Answer answer() {
    int files = view.plan().files().size();
    return new Answer(
        Tone.NEUTRAL,
        new Line()
            .strong(project.name())
            .text(" is planned in " + Words.count(files, "file") + "; work is merged into ")
            .code(project.integrationBranch())
            .text(project.expectedEnd().map(day -> " and expected to end on " + day).orElse(""))
            .text(".")
            .list());
  }

  /** Lines to copy; where the site is not known to be published, its address is to be put in. */
  private Block badges() {
    StringBuilder lines = new StringBuilder();
    lines.append(badge("coord", "overall", "index"));
    lines.append(badge("gates", "gates", "gates"));
    lines.append(badge("coverage", "coverage", "coverage"));
    List<WorkstreamState> workstreams = view.assessment().workstreams();
    workstreams.stream()
        .limit(MOST_BADGES)
        .map(w -> badge(w.id(), "workstreams/" + w.id(), "workstreams/" + w.id()))
        .forEach(lines::append);
    String more =
        workstreams.size() > MOST_BADGES ? " Every workstream has one; these are the first." : "";
    String where =
        view.siteUrl().isPresent()
            ? ""
            : " Put in the site's address, or build with coord.siteUrl.";
    return new Block.Fold(
        "Lines of Markdown that embed them",
        List.of(
            new Block.Paragraph(Line.of("What is unknown is never green." + more + where).list()),
            new Block.Listing("markdown", lines.toString())));
  }

  private String badge(String label, String name, String page) {
    String site = view.siteUrl().orElse("https://SITE/");
    String picture = "![" + label + "](" + site + OtherFiles.badge(name) + ")";
    return "[" + picture + "](" + site + page + ".html)\n";
  }

  private void prose(String key, String heading, String markdown) {
    if (!markdown.isEmpty()) {
      page.section(key, heading, Line.prose(markdown, project.origin().of(key)));
    }
  }

  private void facts() {
    Facts facts = new Facts(project.origin());
    facts.text("status", "Claimed status", project.status());
    facts.day("started", "Started", project.started());
    facts.day("expected_end", "Expected end", project.expectedEnd());
    facts.day("next_review", "Next review", project.nextReview());
    project.updated().ifPresent(day -> facts.add("updated", "Claimed to be updated", updated(day)));
    if (!project.contact().isEmpty()) {
      facts.add("contact", "Contact", view.links().contact());
    }
    project
        .repositoryUrl()
        .ifPresent(
            url ->
                facts.add("repository", "Repository", List.of(Inline.link(url, Target.url(url)))));
    facts.code(
        "integration_branch", "Integration branch", Optional.of(project.integrationBranch()));
    facts.code("release_branch", "Release branch", project.releaseBranch());
    project
        .tag()
        .ifPresent(
            tag ->
                facts.add(
                    "tag",
                    "Tag",
                    Beside.beside(view, new Line().code(tag), "project", project.origin().of("tag"))
                        .list()));
    look(facts);
    page.section("facts", "At a glance", new Block.Definitions(facts.definitions));
  }

  private void look(Facts facts) {
    SiteLook look = project.site();
    Facts said = new Facts(look.origin());
    said.text("title", "Title of the site", look.title().orElse(""));
    look.logo().ifPresent(file -> said.add("logo", "Logo", List.of(view.links().file(file))));
    said.code("accent", "Accent of the site", look.accent());
    facts.definitions.addAll(said.definitions);
  }

  /** The claim, beside the last commit that changed the plan. */
  private List<Inline> updated(LocalDate day) {
    Line line = Line.of(day.toString());
    PlanAge.lastChange(view)
        .ifPresent(
            commit ->
                line.text("; last changed ")
                    .add(new Inline.Time(commit.time()))
                    .text(" ")
                    .add(view.links().commit(commit.id())));
    return line.list();
  }

  private void channels() {
    if (project.channels().isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("channels-table", "What the team talks through")
            .columns("Purpose", "Tool", "Plan line");
    int number = 0;
    for (Project.Channel channel : project.channels()) {
      table.row(
          Anchors.of("channel", Integer.toString(++number)),
          Tone.NEUTRAL,
          new Line().rich(channel.purpose(), channel.origin().self()).cell(),
          new Line().rich(channel.tool(), channel.origin().self()).cell(),
          List.of(view.links().place(channel.origin().self())));
    }
    page.section("channels", "Where to talk", table.table());
  }

  private void calendar() {
    WorkCalendar calendar = project.calendar();
    Facts facts = new Facts(calendar.origin());
    facts.text("zone", "Dates are meant in", zone(calendar.zone()));
    facts.day("start", "Day 1", calendar.start());
    facts.text(
        "working_days",
        "Working days",
        Words.list(calendar.workingDays().stream().map(ProjectPage::name).toList()));
    facts.text(
        "holidays",
        "Not worked",
        String.join(", ", calendar.holidays().stream().map(LocalDate::toString).toList()));
    calendar
        .sprintLength()
        .ifPresent(
            days ->
                facts.text("sprint_length", "A sprint lasts", Words.count(days, "working day")));
    page.section("calendar", "Calendar", new Block.Definitions(facts.definitions));
  }

  private static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The offset zero has a name that people know. */
  private static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private void vocabulary() {
    if (project.vocabulary().isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("vocabulary-table", "Status words of this team").columns("Word", "Meaning");
    project
        .vocabulary()
        .forEach(
            (word, meaning) ->
                table.row(
                    Anchors.of("word", word),
                    Tone.NEUTRAL,
                    Line.of(word).list(),
                    new Line().rich(meaning, project.origin().of("vocabulary")).cell()));
    page.section(
        "vocabulary",
        "Words and their meaning",
        table.table(),
        new Block.Paragraph(
            Line.of("They stand in ")
                .add(view.links().place(project.origin().of("vocabulary")))
                .text(".")
                .list()));
  }

  private void reports() {
    EvidenceSources evidence = view.assessment().rulebook().evidence();
    TableDraft table =
        page.table("reports-table", "Where reports are looked for")
            .columns("Reports", "Files", "Their paths are relative to", "Plan line");
    sources(table, "tests", evidence.tests());
    sources(table, "coverage", evidence.coverage());
    sources(table, "findings", evidence.findings());
    sources(table, "pull requests", evidence.pullRequests());
    page.section(
        "reports",
        "Where evidence comes from",
        table.table(),
        new Block.Paragraph(
            Line.of(
                    "Kinds that the plan does not name are looked for where Maven, Gradle, pytest and"
                        + " npm put them.")
                .list()));
  }

  private void sources(TableDraft table, String kind, List<EvidenceSources.Source> sources) {
    int number = 0;
    for (EvidenceSources.Source source : sources) {
      table.row(
          Anchors.of("reports", kind, Integer.toString(++number)),
          Tone.NEUTRAL,
          Line.of(kind).list(),
          new Line().code(source.files().text()).list(),
          source.root().isEmpty()
              ? Line.of("told by the layout").list()
              : new Line().code(source.root()).list(),
          List.of(view.links().place(source.origin().self())));
    }
  }

  /** Definitions, each with its line of the plan where it was written. */
  private final class Facts {
    private final Origin origin;
    private final List<Block.Definition> definitions = new ArrayList<>();

    Facts(Origin origin) {
      this.origin = origin;
    }

    void add(String key, String term, List<Inline> content) {
      Line line = new Line().addAll(content);
      if (origin.fields().containsKey(key)) {
        line.text(" ").add(view.links().place(origin.of(key)));
      }
      definitions.add(new Block.Definition(term, line.list()));
    }

    void text(String key, String term, String text) {
      if (!text.isEmpty()) {
        add(key, term, Line.of(text).list());
      }
    }

    void day(String key, String term, Optional<LocalDate> day) {
      text(key, term, day.map(LocalDate::toString).orElse(""));
    }

    void code(String key, String term, Optional<String> text) {
      text.ifPresent(t -> add(key, term, new Line().code(t).list()));
    }
  }
}
