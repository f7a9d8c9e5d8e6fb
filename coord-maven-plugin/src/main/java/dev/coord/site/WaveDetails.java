package dev.coord.site;

import dev.coord.assess.GateResult;
import dev.coord.assess.WaveState;
import dev.coord.assess.WaveState.Progress;
import dev.coord.plan.Action;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Stretch;
import dev.coord.plan.Timing;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold before a wave is merged, how it is merged and how it is undone. */
final class WaveDetails {

  private final View view;
  private final WaveState state;
  private final Wave wave;
  private final Draft page;
  private final List<Block.Definition> facts = new ArrayList<>();

  WaveDetails(View view, WaveState state, Draft page) {
    this.view = view;
    this.state = state;
    this.wave = state.wave();
    this.page = page;
  }

  static String anchor(Wave wave) {
    return Anchors.of("about", wave.id());
  }

  /** The results of the gates of a wave. */
  static List<GateResult> gates(View view, Wave wave) {
    return view.assessment().gates().stream()
        .filter(
            gate ->
                gate.gate().waves().contains(wave.id()) || wave.gates().contains(gate.gate().id()))
        .toList();
  }

  /** What has to be done by hand before a wave. */
  static List<Action> actions(View view, Wave wave) {
    return view.plan().actions().stream()
        .filter(action -> action.blocks().contains(wave.id()))
        .toList();
  }

  /** When something is, each way of counting as the plan writes it. */
  static Line when(Timing timing) {
    Line line = new Line();
    for (Stretch stretch : timing.stretches()) {
      String text = stretch.toString();
      line.text(line.isEmpty() ? "" : ", ")
          .text(Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }
    return line;
  }

  void add() {
    fact("Id", new Line().code(wave.id()));
    gates();
    actions();
    wave.from()
        .ifPresent(from -> fact("Begins at", new Line().code(from).text(" ").add(place("from"))));
    wave.tag()
        .ifPresent(
            tag ->
                fact(
                    "Ends with the tag",
                    Beside.beside(
                        view,
                        new Line().code(tag).text(" ").add(place("tag")),
                        "wave " + wave.id(),
                        wave.origin().of("tag"))));
    fact("Written in", new Line().add(view.links().place(wave.origin().self())));
    List<Block> blocks = new ArrayList<>();
    prose(blocks, "notes", wave.notes());
    blocks.add(new Block.Definitions(facts));
    if (!wave.checklist().isEmpty()) {
      blocks.add(
          TaskTable.of(
              view,
              page,
              Anchors.of("checklist", wave.id()),
              "Checklist of " + wave.title(),
              wave.checklist()));
    }
    commands(blocks);
    if (!wave.rollback().isEmpty()) {
      blocks.add(new Block.Paragraph(new Line().strong("To undo it:").list()));
      prose(blocks, "rollback", wave.rollback());
    }
    page.section(anchor(wave), wave.title(), blocks);
  }

  private void gates() {
    List<GateResult> gates = gates(view, wave);
    if (!gates.isEmpty()) {
      fact(
          "Gates",
          new Line()
              .joined(
                  ", ",
                  gates.stream()
                      .map(
                          gate ->
                              new Line()
                                  .add(view.links().gate(gate))
                                  .text(" ")
                                  .add(Tones.badge(gate))
                                  .list())
                      .toList()));
    }
  }

  private void actions() {
    List<Action> actions = actions(view, wave);
    if (!actions.isEmpty()) {
      fact(
          "Waits for",
          new Line()
              .joined(
                  ", ",
                  actions.stream()
                      .map(
                          action ->
                              new Line()
                                  .add(
                                      Inline.link(
                                          action.id(),
                                          Target.page(
                                              "actions", Anchors.of("action", action.id()))))
                                  .text(" ")
                                  .add(Tones.badge(action.status()))
                                  .list())
                      .toList()));
    }
  }

  /** Nobody is told how to merge what is merged; what the plan says of it stays. */
  private void commands(List<Block> blocks) {
    Optional<String> own = Optional.of(wave.commands()).filter(commands -> !commands.isEmpty());
    Optional<String> left = MergeCommands.of(view.assessment(), state);
    boolean merged = state.observed() == Progress.MERGED;
    own.or(() -> left)
        .ifPresent(
            commands -> {
              String before =
                  merged
                      ? "It is merged; the plan's commands:"
                      : own.isPresent() ? "The plan's commands to merge it:" : "To merge it:";
              blocks.add(new Block.Paragraph(Line.of(before).list()));
              blocks.add(new Block.Listing("sh", commands));
              if (!merged) {
                inVain(own.isPresent(), blocks);
              }
            });
    if (left.isEmpty()) {
      messages(blocks);
    }
  }

  /** Which of the commands are about what is merged already, or about a branch that is not here. */
  private void inVain(boolean own, List<Block> blocks) {
    List<String> merged =
        state.members().stream()
            .filter(member -> own && member.observed().isMerged())
            .map(WaveState.Member::workstream)
            .toList();
    List<String> lost =
        state.members().stream()
            .filter(member -> member.isLeft() && view.isLost(member.workstream()))
            .map(WaveState.Member::workstream)
            .toList();
    Line line = new Line();
    if (!merged.isEmpty()) {
      line.addAll(view.links().named(merged))
          .text(Words.either(merged.size(), " is", " are") + " merged already. ");
    }
    if (!lost.isEmpty()) {
      line.text(Words.either(lost.size(), "The branch of ", "The branches of "))
          .addAll(view.links().named(lost))
          .text(Words.either(lost.size(), " is", " are") + " not in this clone. ");
    }
    if (!line.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              new Line().strong("Not all of it can be run").text(": ").addAll(line.list()).list()));
    }
  }

  /** Messages stand in generated commands; beside written ones they stand alone. */
  private void messages(List<Block> blocks) {
    wave.messages()
        .forEach(
            (id, text) -> {
              if (wave.commands().contains(text)) {
                return;
              }
              blocks.add(
                  new Block.Paragraph(
                      Line.of("Message of the merge of ")
                          .add(view.links().workstream(id))
                          .text(":")
                          .list()));
              blocks.add(new Block.Listing("text", text));
            });
  }

  private void prose(List<Block> blocks, String key, String markdown) {
    if (!markdown.isEmpty()) {
      blocks.add(Line.prose(markdown, wave.origin().of(key)));
    }
  }

  private Inline place(String key) {
    return view.links().place(wave.origin().of(key));
  }

  private void fact(String term, Line content) {
    facts.add(new Block.Definition(term, content.list()));
  }
}
