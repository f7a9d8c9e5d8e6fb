package dev.coord.site;

import dev.coord.plan.Event;
import dev.coord.plan.Scenario;
import dev.coord.plan.Scenario.Member;
import dev.coord.plan.Scenario.Saving;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Passages;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.stream.Collectors;

/** How could the team be set up, and what would that save? */
final class ScenariosPage {

  private final View view;
  private final List<Scenario> scenarios;
  private final Draft page = new Draft("scenarios", "Scenarios");

  private ScenariosPage(View view) {
    this.view = view;
    this.scenarios = view.plan().handbook().scenarios();
  }

  static Page of(View view) {
    return new ScenariosPage(view).build();
  }

  private Page build() {
    TableDraft table =
        page.table("scenarios-table", "Ways to set up the team")
            .columns("Scenario", "People", "Timeline", "Time saved", "Plan line");
    for (Scenario scenario : scenarios) {
      table.row(
          Anchors.of("scenario", scenario.id()),
          odd(scenario) > 0 ? Tone.WARNING : Tone.NEUTRAL,
          Beside.title(scenario.title(), scenario.id()).list(),
          Line.of(scenario.size().isPresent() ? "" + scenario.size().getAsInt() : "").cell(),
          Line.of(scenario.timeline()).cell(),
          Line.of(
                  scenario.savings().stream()
                      .map(saving -> saving.computed().toString())
                      .collect(Collectors.joining(", ")))
              .cell(),
          List.of(view.links().place(scenario.origin().self())));
    }
    page.section("all", "All scenarios", table.table());
    scenarios.forEach(this::details);
    return page.page(answer(), view.links().edit(scenarios.get(0).origin().self()));
  }

  private static long odd(Scenario scenario) {
    return scenario.savings().stream().filter(saving -> !saving.agrees()).count();
  }

  private Answer answer() {
    long odd = scenarios.stream().mapToLong(ScenariosPage::odd).sum();
    String ways =
        "The plan knows "
            + Words.count(scenarios.size(), "way")
            + " to set up the team: "
            + Words.list(scenarios.stream().map(Scenario::title).toList(), 3);
    return odd == 0
        ? Answer.of(Tone.NEUTRAL, ways + ".")
        : Answer.of(
            Tone.WARNING,
            ways
                + "; "
                + Words.count(odd, "claim")
                + " of time saved "
                + Words.either(odd, "is", "are")
                + " not what the lengths come to.");
  }

  private void details(Scenario scenario) {
    Passages passages = new Passages(scenario.origin());
    if (!scenario.members().isEmpty()) {
      passages.block("Members", members(scenario));
    }
    if (!scenario.savings().isEmpty()) {
      passages.block("Time saved", savings(scenario));
    }
    if (!scenario.syncPoints().isEmpty()) {
      passages.block(
          "Sync points",
          new Block.Items(
              false, scenario.syncPoints().stream().map(ScenariosPage::syncPoint).toList()));
    }
    passages
        .items("Benefits", "benefits", scenario.benefits())
        .items("What comes of it", "outcomes", scenario.outcomes())
        .text("Notes", "notes", scenario.notes())
        .addTo(page, Anchors.of("about", scenario.id()), scenario.title());
  }

  private Block members(Scenario scenario) {
    TableDraft table =
        page.table(Anchors.of("members", scenario.id()), "Members in " + scenario.title())
            .columns("Member", "Skills", "Works on", "Timeline", "Time", "Plan line");
    for (Member member : scenario.members()) {
      Line name = new Line().strong(member.name());
      table.row(
          Anchors.of("member", scenario.id(), member.name()),
          Tone.NEUTRAL,
          member.role().isEmpty() ? name.list() : name.text(", " + member.role()).list(),
          Line.of(String.join(", ", member.skills())).cell(),
          Beside.rich(member.track(), member.origin(), "track"),
          Line.of(member.timeline()).cell(),
          Line.of(
                  member.allocation().stream()
                      .map(share -> share.to() + " " + share.percent() + "%")
                      .collect(Collectors.joining(", ")))
              .cell(),
          List.of(view.links().place(member.origin().self())));
    }
    return table.table();
  }

  private Block savings(Scenario scenario) {
    TableDraft table =
        page.table(
                Anchors.of("savings", scenario.id()),
                "Time saved by " + scenario.title() + ", claimed and computed")
            .columns(
                "What", "In parallel", "One after the other", "Claimed", "Computed", "Plan line");
    for (Saving saving : scenario.savings()) {
      Line computed = Line.of(saving.computed().toString());
      if (!saving.agrees()) {
        computed.text(" ").badge(Tone.WARNING, "not as claimed");
      }
      table.row(
          Anchors.of("saving", scenario.id(), saving.what()),
          saving.agrees() ? Tone.NEUTRAL : Tone.WARNING,
          new Line().strong(saving.what()).list(),
          Line.of(saving.parallel().toString()).list(),
          Line.of(saving.sequential().toString()).list(),
          Line.of(saving.saved().map(Object::toString).orElse("")).cell(),
          computed.list(),
          List.of(view.links().place(saving.origin().self())));
    }
    return table.table();
  }

  private static List<Inline> syncPoint(Event.Topic point) {
    String when = point.when().toString();
    Line line = new Line();
    if (!when.isEmpty()) {
      line.strong(Character.toUpperCase(when.charAt(0)) + when.substring(1)).text(": ");
    }
    return line.rich(point.text(), point.origin().of("text")).list();
  }
}
