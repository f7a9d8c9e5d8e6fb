package dev.coord.site;

import dev.coord.plan.Event;
import dev.coord.plan.Task;
import dev.coord.plan.Testing;
import dev.coord.plan.Testing.Deliverable;
import dev.coord.plan.Testing.SignOff;
import dev.coord.plan.Testing.SprintTests;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Subjects;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is tested, and may it go out? */
final class TestingPage {

  private static final Set<Event.Kind> WINDOWS = EnumSet.of(Event.Kind.TESTING, Event.Kind.FREEZE);

  private final View view;
  private final Testing testing;
  private final Draft page = new Draft("testing", "Testing");

  private TestingPage(View view) {
    this.view = view;
    this.testing = view.plan().handbook().testing();
  }

  static Page of(View view) {
    return new TestingPage(view).build();
  }

  private Page build() {
    testing.signOff().ifPresent(this::signOff);
    deliverables();
    windows();
    testing.sprints().forEach(this::sprint);
    types();
    severities();
    if (!testing.notes().isEmpty()) {
      page.section("notes", "Notes", Line.prose(testing.notes(), testing.origin().of("notes")));
    }
    return page.page(answer(), view.links().edit(testing.origin().self()));
  }

  private Answer answer() {
    if (testing.signOff().isEmpty()) {
      return Answer.of(Tone.NEUTRAL, "The plan does not say who signs off.");
    }
    SignOff signOff = testing.signOff().get();
    List<Task> criteria = signOff.criteria().stream().flatMap(Task::flat).toList();
    long open = criteria.stream().filter(TestingPage::isOpen).count();
    Line line = new Line().add(view.links().person(signOff.by()));
    line.text(
        switch (signOff.decision()) {
          case PENDING -> " has not decided yet";
          case GO -> " says go";
          case NO_GO -> " says no-go";
        });
    signOff.on().ifPresent(day -> line.text(" on " + day));
    if (!criteria.isEmpty()) {
      line.text(": " + open + " of " + criteria.size())
          .text(Words.either(criteria.size(), " criterion", " criteria"))
          .text(Words.either(open, " is", " are") + " open");
    }
    boolean odd = signOff.decision() == SignOff.Decision.NO_GO || isEarly(signOff, open);
    return new Answer(
        odd ? Tone.WARNING : signOff.decision() == SignOff.Decision.GO ? Tone.NEUTRAL : Tone.INFO,
        line.text(".").list());
  }

  private static boolean isEarly(SignOff signOff, long open) {
    return signOff.decision() == SignOff.Decision.GO && open > 0;
  }

  private static boolean isOpen(Task task) {
    return task.state() != Task.State.DONE && task.state() != Task.State.DROPPED;
  }

  private void signOff(SignOff signOff) {
    List<Block> blocks = new ArrayList<>();
    TableDraft table =
        page.table("sign-off-table", "Who says go, and what was decided")
            .columns("By", "Decision", "On", "Says", "Plan line");
    table.row(
        Anchors.of("testing", "sign-off"),
        signOff.decision() == SignOff.Decision.NO_GO ? Tone.WARNING : Tone.NEUTRAL,
        List.of(view.links().person(signOff.by())),
        List.of(Tones.badge(signOff.decision())),
        SprintsPages.day(signOff.on()),
        Beside.rich(signOff.says(), signOff.origin(), "says"),
        List.of(view.links().place(signOff.origin().self())));
    blocks.add(table.table());
    if (!signOff.criteria().isEmpty()) {
      blocks.add(
          TaskTable.of(
              view, page, "criteria-table", "Criteria of the sign-off", signOff.criteria()));
    }
    page.section("decision", "Sign-off", blocks);
  }

  private void deliverables() {
    if (testing.deliverables().isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("deliverables-table", "What testing hands over")
            .columns("Deliverable", "When", "File", "Claimed", "Observed", "Plan line");
    for (Deliverable deliverable : testing.deliverables()) {
      String subject = "testing " + deliverable.title();
      table.row(
          anchor(deliverable.title()),
          Beside.tone(view, subject, deliverable.origin().of("status")),
          title(deliverable),
          when(deliverable),
          deliverable.path().map(path -> List.of(view.links().file(path))).orElseGet(Line::none),
          List.of(Tones.badge(deliverable.status())),
          Beside.observed(view, subject, deliverable.origin().of("status")),
          List.of(view.links().place(deliverable.origin().self())));
    }
    page.section("deliverables", "Deliverables", table.table());
  }

  /** When is tested: the windows and freezes of the calendar. */
  private void windows() {
    List<List<Inline>> windows =
        CalendarPage.happenings(view).stream()
            .filter(h -> WINDOWS.contains(h.event().kind()))
            .map(h -> CalendarPage.line(view, h))
            .toList();
    if (!windows.isEmpty()) {
      page.section("windows", "Windows and freezes", new Block.Items(false, windows));
    }
  }

  /** The anchor that {@link Subjects} leads to, which takes what is behind a slash for a task. */
  private static String anchor(String id) {
    return Anchors.of("testing", Subjects.owner(id));
  }

  private static List<Inline> title(Deliverable deliverable) {
    Line line = new Line().strong(deliverable.title());
    return deliverable.notes().isEmpty()
        ? line.list()
        : line.text(". ").rich(deliverable.notes(), deliverable.origin().of("notes")).list();
  }

  private List<Inline> when(Deliverable deliverable) {
    Line line = Line.of(deliverable.due());
    Optional<Inline> sprint = deliverable.sprint().map(view.links()::subject);
    sprint.ifPresent(link -> line.text(line.isEmpty() ? "" : ", ").add(link));
    return line.cell();
  }

  private void sprint(SprintTests tests) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            Line.of("Sprint ")
                .add(view.links().subject(tests.sprint()))
                .text(", ")
                .add(view.links().place(tests.origin().self()))
                .list()));
    if (!tests.focus().isEmpty()) {
      blocks.add(Line.prose(tests.focus(), tests.origin().of("focus")));
    }
    String title = view.plan().sprint(tests.sprint()).map(s -> s.title()).orElse(tests.sprint());
    String anchor = anchor(tests.sprint());
    if (!tests.areas().isEmpty()) {
      blocks.add(
          TaskTable.of(view, page, anchor + "-areas", "What is tested in " + title, tests.areas()));
    }
    page.section(anchor, "Tested in " + title, blocks);
  }

  private void types() {
    if (testing.types().isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("types-table", "Types of tests")
            .columns("Type", "When", "How often", "What is tested", "Plan line");
    for (Testing.Type type : testing.types()) {
      Line name = new Line().strong(type.title());
      if (!type.notes().isEmpty()) {
        name.text(". ").rich(type.notes(), type.origin().of("notes"));
      }
      table.row(
          Anchors.of("type", type.title()),
          Tone.NEUTRAL,
          name.list(),
          Line.of(type.timing()).cell(),
          Line.of(type.frequency()).cell(),
          Beside.rich(type.scope(), type.origin(), "scope"),
          List.of(view.links().place(type.origin().self())));
    }
    page.section("types", "Types of tests", table.table());
  }

  private void severities() {
    if (testing.severities().isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("severities-table", "How bad a fault is, and how fast it is answered")
            .columns("Severity", "Meaning", "Answered within", "Plan line");
    for (Testing.Severity severity : testing.severities()) {
      table.row(
          Anchors.of("severity", severity.level()),
          Tone.NEUTRAL,
          new Line().strong(severity.level()).list(),
          Beside.rich(severity.meaning(), severity.origin(), "meaning"),
          Line.of(severity.respondWithin()).cell(),
          List.of(view.links().place(severity.origin().self())));
    }
    page.section("severities", "Severities", table.table());
  }
}
