package dev.coord.site;

import dev.coord.plan.TextLink;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where links in texts lead: to files of the repository, and to what the plan defines.
 *
 * @param files the web addresses of files
 * @param named by kind and id, as in {@code workstream:checkout}
 */
record TextLinks(SourceLinks files, Map<String, Inline.Link> named) implements RelativeLinks {

  TextLinks {
    Objects.requireNonNull(files, "files");
    named = Map.copyOf(named);
  }

  /** Links to all that an assessment shows; where two have one id, to the first. */
  static TextLinks of(View view, SourceLinks files) {
    Map<String, Inline.Link> named = new HashMap<>();
    view.assessment()
        .workstreams()
        .forEach(w -> add(named, TextLink.Kind.WORKSTREAM, w.id(), view.workstream(w.id())));
    view.assessment()
        .gates()
        .forEach(
            g ->
                add(
                    named,
                    TextLink.Kind.GATE,
                    g.gate().id(),
                    Inline.link(g.gate().id(), view.gateTarget(g))));
    PeoplePage.people(view.assessment())
        .forEach(person -> add(named, TextLink.Kind.PERSON, person.id(), view.person(person.id())));
    view.assessment()
        .sprints()
        .forEach(
            s ->
                add(
                    named,
                    TextLink.Kind.SPRINT,
                    s.sprint().id(),
                    Inline.link(s.sprint().id(), Target.page("sprints/" + s.sprint().id()))));
    view.plan()
        .handbook()
        .pages()
        .forEach(
            d ->
                add(
                    named,
                    TextLink.Kind.PAGE,
                    d.id(),
                    Inline.link(d.title(), Target.page("pages/" + d.id()))));
    return new TextLinks(files, named);
  }

  private static void add(
      Map<String, Inline.Link> named, TextLink.Kind kind, String id, Inline shown) {
    if (shown instanceof Inline.Link link) {
      named.putIfAbsent(kind.word() + ":" + id, link);
    }
  }

  @Override
  public Optional<String> address(String folder, String link) {
    return files.address(folder, link);
  }

  @Override
  public Optional<Inline.Link> named(String kind, String id, String fragment) {
    return Optional.ofNullable(named.get(kind + ":" + id));
  }
}
