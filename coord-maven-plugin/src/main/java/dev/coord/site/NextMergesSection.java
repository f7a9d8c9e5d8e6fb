package dev.coord.site;

import dev.coord.assess.MergeDoubts.Doubt;
import dev.coord.assess.NextMerges;
import dev.coord.assess.Readiness;
import dev.coord.assess.Readiness.Condition;
import dev.coord.assess.Readiness.Holds;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What merges next: what is ready with its commands, what is held up with its first reasons, and of
 * what it cannot be told, each reason once. All that was looked at is folded away.
 */
final class NextMergesSection {

  static final String ID = "next";

  /** Rows that a table has at most; the rest is in {@code status.json}. */
  private static final int MOST_ROWS = 100;

  /** Entries with commands at most. */
  private static final int MOST_COMMANDS = 5;

  /** Reasons that are named of one entry at most. */
  private static final int MOST_REASONS = 2;

  /** Entries that are named with one reason at most. */
  private static final int MOST_NAMES = 20;

  private final View view;
  private final MergeTargets targets;
  private final NextMerges merges;
  private final List<Doubt> doubts;

  NextMergesSection(View view, MergeTargets targets) {
    this.view = view;
    this.targets = targets;
    this.merges = view.nextMerges();
    this.doubts = merges.doubts();
  }

  /** Whether nothing is left that was not given up. */
  boolean isEmpty() {
    return merges.all().isEmpty();
  }

  /** What the page says first. */
  Answer answer() {
    Optional<Readiness> next = merges.next();
    if (next.isPresent()) {
      Line line = new Line().addAll(name(next.get())).text(" merges next, into ");
      int more = merges.ready().size() - 1;
      line.addAll(targets.name(next.get().target()))
          .text(open(next.get()).map(tasks -> ", though " + tasks).orElse(""))
          .text(more > 0 ? "; " + more + " more can be merged." : ".");
      return new Answer(Tone.INFO, line.list());
    }
    return merges.heldUp().isEmpty() ? nothingIsKnown() : nothingIsReady();
  }

  private Answer nothingIsReady() {
    List<Readiness> heldUp = merges.heldUp();
    if (merges.all().stream().allMatch(this::isNotBegun)) {
      return Answer.of(
          Tone.NEUTRAL,
          "Nothing can be merged yet: "
              + Words.either(
                  heldUp.size(),
                  "the one workstream that is left was not begun.",
                  "none of the " + heldUp.size() + " workstreams that are left was begun."));
    }
    Line line = Line.of("Nothing can be merged now. ").addAll(name(heldUp.get(0)));
    line.text(" is held up: ").addAll(reasons(heldUp.get(0)));
    int more = heldUp.size() - 1;
    int untold = merges.all().size() - heldUp.size();
    line.text(
        more > 0 ? ". " + more + " more" + Words.either(more, " is", " are") + " held up" : "");
    line.text(
        untold > 0
            ? ". Whether " + Words.count(untold, "other") + " can be merged cannot be told"
            : "");
    Tone tone = merges.all().get(0).ready() == Holds.NO ? Tone.WARNING : Tone.UNKNOWN;
    return new Answer(tone, line.text(".").list());
  }

  /** What nobody has begun is held up by nothing. */
  private boolean isNotBegun(Readiness one) {
    return one.workstream()
        .flatMap(view::state)
        .filter(state -> state.observed() == Status.NOT_STARTED)
        .isPresent();
  }

  private Answer nothingIsKnown() {
    Doubt first = doubts.get(0);
    int number = first.about().size();
    int all = merges.all().size();
    Line line = Line.of("What merges next cannot be told. ");
    if (number == 1) {
      line.text("For ").addAll(name(first.about().get(0)));
    } else {
      line.text(number == all ? "For all " + all : "For " + number + " of the " + all);
      line.text(" that are left");
    }
    line.text(": ").addAll(why(first)).text(".").ticked(remedy(first));
    int more = doubts.size() - 1;
    if (more > 0) {
      line.text(" ").add(Inline.link(Words.count(more, "more reason"), Target.page("merges", ID)));
      line.text(".");
    }
    return new Answer(Tone.UNKNOWN, line.list());
  }

  /** Whether the page's first sentence tells the one reason there is. */
  private boolean isToldAbove() {
    return doubts.size() == 1 && doubts.get(0).about().size() == merges.all().size();
  }

  private static String remedy(Doubt doubt) {
    return doubt.remedy().isEmpty() ? "" : " " + doubt.remedy();
  }

  private List<Inline> why(Doubt doubt) {
    return doubt.conditions().isEmpty()
        ? new Line().ticked(doubt.reason()).list()
        : reasons(doubt.about().get(0), doubt.conditions(), false);
  }

  void add(Draft page) {
    if (isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    ready(blocks);
    heldUp(page, blocks);
    untold(blocks);
    blocks.add(new Block.Fold("All that was looked at", looked(page)));
    page.section(ID, "What merges next", blocks);
  }

  private void ready(List<Block> blocks) {
    List<Readiness> ready = merges.ready();
    for (Readiness one : ready.subList(0, Math.min(MOST_COMMANDS, ready.size()))) {
      Line line =
          Line.of("To merge ").addAll(name(one)).text(" into ").addAll(targets.name(one.target()));
      open(one).ifPresent(tasks -> line.text(" (" + tasks + ")"));
      Optional<String> commands = MergeCommands.of(one);
      blocks.add(new Block.Paragraph(line.text(commands.isPresent() ? ":" : ".").list()));
      commands.ifPresent(text -> blocks.add(new Block.Listing("sh", text)));
    }
    if (ready.size() > MOST_COMMANDS) {
      int more = ready.size() - MOST_COMMANDS;
      blocks.add(new Block.Paragraph(Line.of(more + " more can be merged.").list()));
    }
  }

  /** Tasks that are left, which hold up no merge: whoever copies the commands should know. */
  private Optional<String> open(Readiness one) {
    return one.workstream()
        .flatMap(view::state)
        .filter(state -> state.done() < state.tasks())
        .map(
            state -> {
              int left = state.tasks() - state.done();
              return left
                  + " of "
                  + Words.count(state.tasks(), "task")
                  + Words.either(left, " is open", " are open");
            });
  }

  private void heldUp(Draft page, List<Block> blocks) {
    List<Readiness> heldUp = merges.heldUp();
    if (heldUp.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("next-table", "What is held up, in the order in which it is to be merged")
            .columns("What", "Into", "Can it be merged", "Held up by");
    for (Readiness one : heldUp.subList(0, Math.min(MOST_ROWS, heldUp.size()))) {
      table.row(
          Anchors.of("held-up", key(one)),
          tone(one.ready()),
          name(one),
          targets.name(one.target()),
          List.of(badge(one)),
          reasons(one));
    }
    blocks.add(table.table());
    rest(heldUp).ifPresent(blocks::add);
  }

  private static Optional<Block> rest(List<Readiness> shown) {
    int more = shown.size() - MOST_ROWS;
    return more > 0
        ? Optional.of(
            new Block.Paragraph(
                Line.of(
                        Words.count(more, "row")
                            + Words.either(more, " more is", " more are")
                            + " in status.json.")
                    .list()))
        : Optional.empty();
  }

  private void untold(List<Block> blocks) {
    if (doubts.isEmpty()) {
      return;
    }
    Line line = Line.of("Whether these can be merged cannot be told:");
    if (isToldAbove()) {
      line.text(" ").addAll(names(doubts.get(0))).text(".");
      blocks.add(new Block.Paragraph(line.list()));
      return;
    }
    blocks.add(new Block.Paragraph(line.list()));
    blocks.add(
        new Block.Items(
            false,
            doubts.stream()
                .map(
                    doubt ->
                        new Line()
                            .badge(Tone.UNKNOWN, "unknown")
                            .text(" ")
                            .addAll(names(doubt))
                            .text(": ")
                            .addAll(why(doubt))
                            .text(".")
                            .ticked(remedy(doubt))
                            .list())
                .toList()));
  }

  private List<Inline> names(Doubt doubt) {
    List<Readiness> about = doubt.about();
    int more = about.size() - MOST_NAMES;
    Line line = new Line().joined(", ", about.stream().limit(MOST_NAMES).map(this::name).toList());
    return line.text(more > 0 ? " and " + more + " more" : "").list();
  }

  private List<Block> looked(Draft page) {
    TableDraft table =
        page.table("conditions-table", "What is left to merge, in its order, and what it rests on")
            .columns("What", "Into", "Can it be merged", "Holds it up", "Does not");
    List<Readiness> all = merges.all();
    for (Readiness one : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
      table.row(
          Anchors.of(ID, key(one)),
          tone(one.ready()),
          name(one),
          targets.name(one.target()),
          List.of(badge(one)),
          conditions(one, false),
          conditions(one, true));
    }
    List<Block> blocks = new ArrayList<>(List.of(table.table()));
    rest(all).ifPresent(blocks::add);
    return blocks;
  }

  private static String key(Readiness one) {
    return one.key() + "-" + one.target().replace('/', '-');
  }

  private static Inline badge(Readiness one) {
    return switch (one.ready()) {
      case YES -> new Inline.Badge(Tone.GOOD, "yes");
      case NO ->
          one.waitsForItsTurn()
              ? new Inline.Badge(Tone.INFO, "waits for its turn")
              : new Inline.Badge(Tone.WARNING, "held up");
      case UNKNOWN -> new Inline.Badge(Tone.UNKNOWN, "unknown");
    };
  }

  private static Tone tone(Holds holds) {
    return switch (holds) {
      case YES -> Tone.GOOD;
      case NO -> Tone.NEUTRAL;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }

  private List<Inline> conditions(Readiness one, boolean met) {
    return new Line()
        .joined(
            "; ",
            one.conditions().stream()
                .filter(condition -> met == (condition.holds() == Holds.YES))
                .map(condition -> MergeCondition.of(view, condition, true))
                .toList())
        .cell();
  }

  /** What holds something up: first what is known to, then what cannot be told. */
  private List<Inline> reasons(Readiness one) {
    return reasons(
        one,
        one.blockers().stream()
            .sorted(Comparator.comparing(condition -> condition.holds() == Holds.UNKNOWN))
            .toList(),
        true);
  }

  private List<Inline> reasons(Readiness one, List<Condition> conditions, boolean marked) {
    int more = conditions.size() - MOST_REASONS;
    Stream<Condition> first = conditions.stream().limit(MOST_REASONS);
    Line line =
        new Line().joined("; ", first.map(c -> MergeCondition.of(view, c, marked)).toList());
    if (more > 0) {
      line.text("; and ")
          .add(
              Inline.link(
                  Words.count(more, "more reason"),
                  Target.page("merges", Anchors.of(ID, key(one)))));
    }
    return line.list();
  }

  /** What is left to merge, with a link to its workstream. */
  private List<Inline> name(Readiness one) {
    return one.workstream()
        .map(id -> List.of(view.links().workstream(id)))
        .orElseGet(
            () ->
                one.source()
                    .map(source -> List.of(Inline.code(source)))
                    .orElseGet(() -> Line.of("#" + one.key()).list()));
  }
}
