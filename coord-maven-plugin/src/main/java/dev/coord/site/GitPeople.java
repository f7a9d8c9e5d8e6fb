package dev.coord.site;

import dev.coord.assess.Attribution;
import dev.coord.assess.Contributors.Contributor;
import dev.coord.assess.Contributors.Standing;
import dev.coord.evidence.GitHistory;
import dev.coord.plan.Person;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;

/** Who wrote what arrived and what is on the branches, as the commits say. */
final class GitPeople {

  /** More people are counted and not listed. */
  private static final int MOST = 200;

  private GitPeople() {}

  /** Adds the section, if anything was committed. */
  static void add(View view, Draft page) {
    List<Contributor> all = view.course().contributors();
    if (all.isEmpty()) {
      return;
    }
    boolean listed = !view.assessment().people().isEmpty();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(basis(view, all, listed).list()));
    TableDraft table =
        page.table("authors-table", "Authors and co-authors, as the commits say (attested)")
            .columns("Name", "In the plan")
            .number("Author of")
            .number("Co-author of")
            .columns("First", "Last");
    for (int i = 0; i < Math.min(MOST, all.size()); i++) {
      Contributor one = all.get(i);
      boolean nobody = listed && one.standing() == Standing.UNKNOWN;
      table.row(
          "author-" + (i + 1),
          nobody ? Tone.WARNING : Tone.NEUTRAL,
          Line.of(one.person().map(Person::name).orElse(one.name())).cell(),
          place(view, one, nobody).list(),
          Line.of(Integer.toString(one.authored())).list(),
          Line.of(Integer.toString(one.coauthored())).list(),
          List.of(new Inline.Time(one.first())),
          new Line()
              .add(new Inline.Time(one.newest().time()))
              .text(" ")
              .add(view.links().commit(one.newest().id()))
              .list());
    }
    blocks.add(table.table());
    if (all.size() > MOST) {
      blocks.add(
          new Block.Paragraph(
              Line.of(all.size() - MOST + " more with fewer commits are not listed.").list()));
    }
    page.section("authors", "Who wrote them", blocks);
  }

  private static Line basis(View view, List<Contributor> all, boolean listed) {
    long bots = all.stream().filter(GitPeople::isBot).count();
    List<Contributor> nobody =
        all.stream().filter(one -> one.standing() == Standing.UNKNOWN).toList();
    int commits = nobody.stream().mapToInt(Contributor::authored).sum();
    Line line = Line.of(Words.count(all.size() - (int) bots, "author"));
    line.text(bots > 0 ? " and " + Words.count((int) bots, "bot") : "").text(", merges left out.");
    counted(view, line);
    if (!listed) {
      return line.text(" The plan lists no people.");
    }
    return nobody.isEmpty()
        ? line.text(" The plan lists all of them.")
        : line.text(
            " "
                + nobody.size()
                + Words.either(nobody.size(), " of them is", " of them are")
                + " not in the plan, and wrote "
                + Words.count(commits, "commit")
                + ": add them under people with their addresses, or to the mailmap.");
  }

  /** What was not read wrote nobody: said where it is so. */
  private static void counted(View view, Line line) {
    view.course()
        .attribution()
        .optional()
        .map(Attribution::history)
        .filter(GitHistory::cut)
        .flatMap(GitHistory::oldest)
        .ifPresent(
            oldest ->
                line.text(" Of older commits than ")
                    .add(view.links().commit(oldest.id()))
                    .text(" on the integration branch nothing is counted."));
  }

  private static boolean isBot(Contributor one) {
    return one.standing() == Standing.BOT
        || one.person().filter(person -> person.kind() == Person.Kind.BOT).isPresent();
  }

  private static Line place(View view, Contributor one, boolean nobody) {
    if (one.person().isPresent()) {
      Person person = one.person().get();
      return new Line()
          .add(view.links().person(person.id()))
          .text(" (" + person.kind().word() + ")");
    }
    return one.standing() == Standing.BOT
        ? Line.of("a bot, by its name or address")
        : nobody ? new Line().badge(Tone.WARNING, "not in the plan") : Line.of("not in the plan");
  }
}
