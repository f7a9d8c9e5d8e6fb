package dev.coord.site;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.HandoffState;
import dev.coord.assess.HandoffState.Observed;
import dev.coord.assess.WorkstreamState;
import dev.coord.plan.Handoff;
import dev.coord.plan.Handoff.Status;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What blocks most? */
final class HandoffsPage {

  private static final int WAITING = 3;

  /** Kinds that have a table of their own, under its heading. */
  private static final Map<Handoff.Kind, String> KINDS =
      new TreeMap<>(Map.of(Handoff.Kind.LIBRARY, "Libraries", Handoff.Kind.SECRET, "Secrets"));

  private final View view;
  private final List<HandoffState> states;
  private final Draft page = new Draft("handoffs", "Handoffs");

  private HandoffsPage(View view) {
    this.view = view;
    this.states =
        view.handoffs().stream()
            .sorted(
                Comparator.comparing((HandoffState state) -> !state.open())
                    .thenComparing(state -> -state.blocked().size()))
            .toList();
  }

  static Page of(View view) {
    return new HandoffsPage(view).build();
  }

  /** The row of a handoff. */
  static Target row(Handoff handoff) {
    return Target.page("handoffs", Anchors.of("handoff", handoff.id()));
  }

  private Page build() {
    List<Sources.Missing> missing =
        view.missing(states.stream().flatMap(s -> s.handoff().proof().stream()));
    Sources.banner(missing).ifPresent(page::add);
    List<HandoffState> others =
        states.stream().filter(s -> !KINDS.containsKey(s.handoff().kind())).toList();
    drawn().ifPresent(figure -> page.section("graph", "Who waits for whom", figure));
    if (!others.isEmpty()) {
      page.section(
          "all", "What is handed over, what blocks most first", table("handoffs", "what", others));
    }
    KINDS.forEach(
        (kind, heading) -> {
          List<HandoffState> of = states.stream().filter(s -> s.handoff().kind() == kind).toList();
          if (!of.isEmpty()) {
            page.section(
                heading.toLowerCase(Locale.ROOT),
                heading,
                table(kind.word(), "each " + kind.word(), of));
          }
        });
    for (HandoffState state : states) {
      new HandoffDetails(view, state.handoff(), state.handoff().proof()).addTo(page);
    }
    return page.page(
        answer().without(missing),
        view.links().edit(view.plan().handoffs().get(0).origin().self()));
  }

  private Optional<Block> drawn() {
    DependencyPicture picture = new DependencyPicture(view);
    for (HandoffState state : states) {
      Handoff handoff = state.handoff();
      handoff
          .provider()
          .ifPresent(
              from ->
                  view.assessment().workstreams().stream()
                      .map(WorkstreamState::id)
                      .filter(handoff::isFor)
                      .forEach(to -> picture.add(from, to, state.waiting().contains(to))));
    }
    return picture.figure("Handoffs from provider to consumer", row(states.get(0).handoff()));
  }

  private Answer answer() {
    long open = states.stream().filter(HandoffState::open).count();
    long declared =
        states.stream().filter(s -> !s.open() && s.observed() == Observed.DECLARED).count();
    boolean wrong = states.stream().anyMatch(HandoffsPage::contradicted);
    HandoffState most = states.get(0);
    if (open == 0) {
      return Answer.of(
          wrong ? Tone.WARNING : declared > 0 ? Tone.NEUTRAL : Tone.GOOD,
          "Nothing blocks: "
              + Words.count(states.size(), "handoff")
              + Words.either(states.size(), " is", " are")
              + " there or not needed"
              + (declared > 0 ? ", " + declared + " of them by the plan's word alone." : "."));
    }
    Line line = new Line();
    if (most.blocked().isEmpty()) {
      line.text("Nobody waits");
    } else {
      line.add(Inline.link(most.handoff().title(), row(most.handoff())))
          .text(" blocks most: ")
          .addAll(view.links().workstreams(most.blocked().stream().limit(WAITING).toList()))
          .text(most.blocked().size() > WAITING ? " and more wait" : "")
          .text(
              most.blocked().size() == 1
                  ? " waits"
                  : most.blocked().size() > WAITING ? "" : " wait");
    }
    line.text(
        ". "
            + open
            + " of "
            + Words.count(states.size(), "handoff")
            + Words.either(open, " is", " are")
            + " not known to be there.");
    return new Answer(wrong ? Tone.WARNING : Tone.INFO, line.list());
  }

  private static boolean contradicted(HandoffState state) {
    return state.claim().filter(c -> c.agreement() == Agreement.CONTRADICTS).isPresent();
  }

  /** Without names all may use it, unless it turned out that nobody needs it. */
  private static List<Inline> nobodyNamed(Handoff handoff) {
    return handoff.status() == Handoff.Status.NOT_NEEDED ? Line.none() : Line.of("all").list();
  }

  private Block table(String name, String what, List<HandoffState> of) {
    TableDraft table =
        page.table(name + "-table", "Who provides " + what + " to whom, claimed and observed")
            .columns("Handoff", "What", "Provider", "Consumers", "Claimed", "Observed");
    for (HandoffState state : of) {
      Handoff handoff = state.handoff();
      table.row(
          Anchors.of("handoff", handoff.id()),
          contradicted(state) ? Tone.WARNING : Tone.NEUTRAL,
          new Line()
              .addAll(name(handoff))
              .text(KINDS.containsKey(handoff.kind()) ? "" : " (" + handoff.kind().word() + ")")
              .list(),
          what(handoff),
          handoff.provider().map(id -> List.of(view.links().workstream(id))).orElseGet(Line::none),
          handoff.consumers().isEmpty()
              ? nobodyNamed(handoff)
              : view.links().workstreams(handoff.consumers()),
          new Line()
              .add(claimed(handoff))
              .text(" ")
              .add(view.links().place(handoff.origin().of("status")))
              .list(),
          observed(state));
    }
    return table.table();
  }

  /** What one has to know of it: a version, a place, a detail, and why. */
  private static List<Inline> what(Handoff handoff) {
    List<List<Inline>> parts = new ArrayList<>();
    if (!handoff.version().isEmpty()) {
      parts.add(new Line().code(handoff.version()).list());
    }
    parts.add(Line.of(handoff.where().isEmpty() ? "" : "in " + handoff.where()).list());
    parts.add(new Line().rich(open(handoff.detail()), handoff.origin().of("detail")).list());
    parts.add(
        handoff.before().isEmpty()
            ? List.of()
            : Line.of("before ")
                .rich(open(handoff.before()), handoff.origin().of("before"))
                .list());
    parts.add(new Line().rich(handoff.reason(), handoff.origin().of("reason")).list());
    return new Line().joined("; ", parts.stream().filter(p -> !p.isEmpty()).toList()).cell();
  }

  /** A text that something else follows: it has no full stop. */
  private static String open(String text) {
    return text.strip().replaceFirst("(?<![.])[.]$", "");
  }

  private static List<Inline> name(Handoff handoff) {
    Line line = new Line();
    Target details = Target.page("handoffs", HandoffDetails.anchor(handoff));
    return (HandoffDetails.has(handoff)
            ? line.add(Inline.link(handoff.title(), details))
            : line.text(handoff.title()))
        .list();
  }

  /** A claimed status: even what is said to be there is not green. */
  static Inline claimed(Handoff handoff) {
    return new Inline.Badge(
        Tone.NEUTRAL,
        handoff.status() == Status.NOT_NEEDED ? "not needed" : handoff.status().word());
  }

  /** What was seen, and who is held up. */
  private List<Inline> observed(HandoffState state) {
    Line line = new Line().add(badge(state));
    state
        .claim()
        .ifPresent(
            claim ->
                line.text(" " + claim.observed() + " ").add(view.links().claim("proof", claim)));
    if (!state.blocked().isEmpty()) {
      List<String> first = state.blocked().stream().limit(WAITING).toList();
      line.text("; blocks ")
          .addAll(view.links().workstreams(first))
          .text(state.blocked().size() > first.size() ? " and more" : "");
    }
    return line.list();
  }

  static Inline badge(HandoffState state) {
    Tone tone =
        switch (state.observed()) {
          case READY -> Tone.GOOD;
          case MISSING -> contradicted(state) ? Tone.WARNING : Tone.NEUTRAL;
          case UNKNOWN -> Tone.UNKNOWN;
          case DECLARED -> Tone.NEUTRAL;
        };
    return new Inline.Badge(tone, state.observed().words());
  }

  /** What a workstream provides and what it waits for, on its own page. */
  static void addTo(Draft page, View view, String workstream) {
    List<HandoffState> provided =
        view.handoffs().stream()
            .filter(s -> s.handoff().provider().equals(Optional.of(workstream)))
            .toList();
    List<HandoffState> needed =
        view.handoffs().stream().filter(s -> s.handoff().isFor(workstream)).toList();
    List<Block.Definition> definitions = new ArrayList<>();
    if (!provided.isEmpty()) {
      definitions.add(new Block.Definition("Provides", list(provided)));
    }
    if (!needed.isEmpty()) {
      definitions.add(new Block.Definition("Needs", list(needed)));
    }
    if (!definitions.isEmpty()) {
      page.section("handoffs", "What is handed over", new Block.Definitions(definitions));
    }
  }

  /** Handoffs, those of one mark together. */
  private static List<Inline> list(List<HandoffState> states) {
    Map<Inline, List<List<Inline>>> marked = new LinkedHashMap<>();
    for (HandoffState state : states) {
      marked
          .computeIfAbsent(badge(state), any -> new ArrayList<>())
          .add(List.of(Inline.link(state.handoff().title(), row(state.handoff()))));
    }
    Line line = new Line();
    marked.forEach(
        (mark, links) ->
            line.text(line.isEmpty() ? "" : "; ").add(mark).text(" ").joined(", ", links));
    return line.cell();
  }
}
