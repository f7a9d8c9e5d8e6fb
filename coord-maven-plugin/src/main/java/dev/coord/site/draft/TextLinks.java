package dev.coord.site.draft;

import dev.coord.path.RelativePath;
import dev.coord.plan.TextLink;
import dev.coord.site.model.Inline;
import dev.coord.site.model.RelativeLinks;
import dev.coord.site.model.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where links in texts lead: to files of the repository, and to what the plan defines.
 *
 * @param files the web addresses of files
 * @param named by kind and id, as in {@code workstream:checkout}
 * @param documents the files that are pages of the site
 */
record TextLinks(SourceLinks files, Map<String, Inline.Link> named, Documents documents)
    implements RelativeLinks {

  TextLinks {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(documents, "documents");
    named = Map.copyOf(named);
  }

  /** Links to all that an assessment shows; where two have one id, to the first. */
  static TextLinks of(View view, SourceLinks files) {
    Map<String, Inline.Link> named = new HashMap<>();
    view.assessment()
        .workstreams()
        .forEach(
            w -> add(named, TextLink.Kind.WORKSTREAM, w.id(), view.links().workstream(w.id())));
    view.assessment()
        .gates()
        .forEach(
            g ->
                add(
                    named,
                    TextLink.Kind.GATE,
                    g.gate().id(),
                    Inline.link(g.gate().id(), view.links().row(g))));
    view.assessment()
        .people()
        .forEach(
            person ->
                add(named, TextLink.Kind.PERSON, person.id(), view.links().person(person.id())));
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
                    Inline.link(view.documents().title(d), Target.page(Documents.page(d.id())))));
    return new TextLinks(files, named, view.documents());
  }

  private static void add(
      Map<String, Inline.Link> named, TextLink.Kind kind, String id, Inline shown) {
    if (shown instanceof Inline.Link link) {
      named.putIfAbsent(kind.word() + ":" + id, link);
    }
  }

  @Override
  public Optional<String> address(String folder, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    String fragment = hash < 0 ? "" : link.substring(hash);
    Optional<String> page =
        path.isEmpty() ? Optional.empty() : RelativePath.of(folder, path).flatMap(documents::id);
    return page.isPresent()
        ? page.flatMap(id -> heading(id, fragment))
        : files.address(folder, link);
  }

  @Override
  public Optional<String> heading(String document, String link) {
    String anchor = link.isEmpty() ? "" : documents.anchor(document, link.substring(1));
    String page = TextLink.Kind.PAGE.word() + ":" + document;
    return Optional.of(anchor.isEmpty() ? page : page + "#" + anchor);
  }

  @Override
  public Optional<Inline.Link> named(String kind, String id, String fragment) {
    Optional<Inline.Link> link = Optional.ofNullable(named.get(kind + ":" + id));
    return fragment.isEmpty() || !kind.equals(TextLink.Kind.PAGE.word())
        ? link
        : link.map(l -> new Inline.Link(l.text(), heading(id, fragment, l.target()), l.code()));
  }

  private Target heading(String document, String fragment, Target page) {
    return page instanceof Target.ToPage to
        ? Target.page(to.path(), documents.anchor(document, fragment))
        : page;
  }
}
