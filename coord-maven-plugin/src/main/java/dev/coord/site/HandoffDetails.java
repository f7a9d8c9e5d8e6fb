package dev.coord.site;

import dev.coord.path.PathPattern;
import dev.coord.plan.Handoff;
import dev.coord.plan.Rule;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.View;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the plan says of one handoff beside who gives it to whom. */
final class HandoffDetails {

  private final View view;
  private final Handoff handoff;
  private final Optional<Rule> proof;
  private final List<Block.Definition> facts = new ArrayList<>();

  HandoffDetails(View view, Handoff handoff, Optional<Rule> proof) {
    this.view = view;
    this.handoff = handoff;
    this.proof = proof;
  }

  static String anchor(Handoff handoff) {
    return Anchors.of("about", handoff.id());
  }

  /** Whether there is more to say than the table does. */
  static boolean has(Handoff handoff) {
    return !handoff.paths().isEmpty()
        || handoff.task().isPresent()
        || handoff.file().isPresent()
        || handoff.readyWhen().isPresent()
        || !handoff.flags().isEmpty()
        || !(handoff.detail()
                + handoff.signature()
                + handoff.name()
                + handoff.version()
                + handoff.where()
                + handoff.before()
                + handoff.reason()
                + handoff.notes())
            .isEmpty();
  }

  void addTo(Draft page) {
    if (!has(handoff)) {
      return;
    }
    code("name", "Name", handoff.name().equals(handoff.title()) ? "" : handoff.name());
    code("version", "Version", handoff.version());
    code("language", "Language", handoff.language());
    paths();
    handoff
        .file()
        .ifPresent(file -> fact("file", "Build file", new Line().add(view.links().file(file))));
    text("where", "Kept in", handoff.where());
    rich("before", "Needed before", handoff.before());
    handoff
        .task()
        .ifPresent(task -> fact("task", "Brought by", new Line().add(view.links().subject(task))));
    flags();
    rich("reason", "Reason", handoff.reason());
    proof.ifPresent(rule -> fact("ready_when", "Shown by", new Line().code(RuleNotation.of(rule))));
    fact("id", "Written in", new Line());
    List<Block> blocks = new ArrayList<>();
    prose(blocks, "detail", handoff.detail());
    blocks.add(new Block.Definitions(facts));
    if (!handoff.signature().isEmpty()) {
      blocks.add(new Block.Listing(handoff.language(), handoff.signature()));
    }
    prose(blocks, "notes", handoff.notes());
    page.section(anchor(handoff), handoff.title(), blocks);
  }

  private void paths() {
    Line line = new Line();
    for (PathPattern pattern : handoff.paths().patterns()) {
      line.text(line.isEmpty() ? "" : " ").code(pattern.text());
    }
    if (!line.isEmpty()) {
      fact("paths", "Files", line);
    }
  }

  private void flags() {
    Line line = new Line();
    for (String flag : handoff.flags()) {
      line.text(line.isEmpty() ? "" : " ").code(flag);
    }
    if (!line.isEmpty()) {
      fact("flags", "Behind the flags", line);
    }
  }

  private void prose(List<Block> blocks, String key, String markdown) {
    if (!markdown.isEmpty()) {
      blocks.add(Line.prose(markdown, handoff.origin().of(key)));
    }
  }

  private void code(String key, String term, String text) {
    if (!text.isEmpty()) {
      fact(key, term, new Line().code(text));
    }
  }

  private void text(String key, String term, String text) {
    if (!text.isEmpty()) {
      fact(key, term, Line.of(text));
    }
  }

  private void rich(String key, String term, String markdown) {
    if (!markdown.isEmpty()) {
      fact(key, term, new Line().rich(markdown, handoff.origin().of(key)));
    }
  }

  private void fact(String key, String term, Line content) {
    Inline place = view.links().place(handoff.origin().of(key));
    if (content.isEmpty()) {
      content.add(place);
    } else if (!place.equals(view.links().place(handoff.origin().self()))) {
      content.text(" ").add(place);
    }
    facts.add(new Block.Definition(term, content.list()));
  }
}
