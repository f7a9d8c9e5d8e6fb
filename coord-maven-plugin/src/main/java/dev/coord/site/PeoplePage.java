package dev.coord.site;

import dev.coord.plan.Person;
import dev.coord.plan.Workstream;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is on the team? Addresses and access appear only where the plan says so. */
final class PeoplePage {

  private PeoplePage() {}

  static Page of(View view) {
    Draft page = new Draft("people", "People");
    List<Person> people = view.assessment().people();
    boolean published = people.stream().anyMatch(Person::publish);
    TableDraft table =
        page.table("people-table", "People and what they do")
            .columns("Name", "Kind", "Role", "Workstreams", "Skills", "Time");
    if (published) {
      table.columns("Contact and access");
    }
    table.columns("Plan line");
    Map<String, List<String>> owned = new HashMap<>();
    for (Workstream workstream : view.plan().workstreams()) {
      workstream
          .owner()
          .ifPresent(
              id -> owned.computeIfAbsent(id, any -> new ArrayList<>()).add(workstream.id()));
    }
    for (Person person : people) {
      List<List<Inline>> cells = cells(view, person, owned.getOrDefault(person.id(), List.of()));
      if (published) {
        cells.add(contact(person));
      }
      cells.add(List.of(view.links().place(person.origin().self())));
      table.row(Anchors.of("person", person.id()), Tone.NEUTRAL, cells);
    }
    page.section("team", "Team", table.table());
    return page.page(answer(people), view.links().edit(people.get(0).origin().self()));
  }

  private static Answer answer(List<Person> people) {
    List<String> kinds = new ArrayList<>();
    for (Person.Kind kind : Person.Kind.values()) {
      long number = people.stream().filter(p -> p.kind() == kind).count();
      if (number > 0) {
        kinds.add(Words.count(number, kind.word()));
      }
    }
    return Answer.of(Tone.NEUTRAL, "The team is " + Words.list(kinds) + ".");
  }

  private static List<Inline> name(Person person) {
    Line line = new Line().strong(person.name());
    if (!person.name().equals(person.id())) {
      line.text(" ").code(person.id());
    }
    return person.notes().isEmpty()
        ? line.list()
        : line.text(". ").rich(person.notes(), person.origin().of("notes")).list();
  }

  private static List<List<Inline>> cells(View view, Person person, List<String> workstreams) {
    List<String> shares =
        person.allocation().stream().map(s -> s.to() + " " + s.percent() + "%").toList();
    List<List<Inline>> cells = new ArrayList<>();
    cells.add(name(person));
    cells.add(Line.of(person.kind().word()).list());
    cells.add(Line.of(person.role()).cell());
    cells.add(view.links().workstreams(workstreams));
    cells.add(Line.of(String.join(", ", person.skills())).cell());
    cells.add(Line.of(String.join(", ", shares)).cell());
    return cells;
  }

  private static List<Inline> contact(Person person) {
    if (!person.publish()) {
      return Line.none();
    }
    List<String> all = new ArrayList<>(person.emails());
    all.addAll(person.access());
    return Line.of(String.join("; ", all)).cell();
  }
}
