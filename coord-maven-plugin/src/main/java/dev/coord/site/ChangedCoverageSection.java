package dev.coord.site;

import dev.coord.assess.ChangedCoverage;
import dev.coord.assess.ChangedCoverage.Piece;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.LineSpan;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Are the lines that were added or changed covered? Shown where a rule asks. */
final class ChangedCoverageSection {

  /** Ranges of one file that are linked; the source itself shows more. */
  private static final int MOST_SPANS = 20;

  private static final String NOBODY = "";

  private final View view;
  private final Draft page;
  private final Function<String, List<String>> owners;

  /**
   * A section of a page.
   *
   * @param owners the workstreams that own a path, by their ids
   */
  ChangedCoverageSection(View view, Draft page, Function<String, List<String>> owners) {
    this.view = view;
    this.page = page;
    this.owners = owners;
  }

  /** Adds the section; nothing where no rule asks for it, as the gates say why it is unknown. */
  void add(CoverageResults results) {
    Optional<ChangedCoverage> changed =
        view.assessment()
            .evidence()
            .changed()
            .then(lines -> ChangedCoverage.of(results, lines))
            .optional();
    changed.ifPresent(this::add);
  }

  private void add(ChangedCoverage changed) {
    List<Block> blocks = new ArrayList<>();
    CoverageCount all = changed.count();
    Line since =
        new Line()
            .text("Since ")
            .add(view.links().commit(changed.lines().from()))
            .text(changed.lines().uncommitted() ? ", with what is not committed: " : ": ");
    if (all.allLines() == 0) {
      blocks.add(new Block.Paragraph(since.text("the reports measure no changed line.").list()));
    } else {
      blocks.add(
          new Block.Paragraph(
              since.add(CoveragePage.bar(all.lines(), all.allLines(), "changed line")).list()));
    }
    if (!changed.files().isEmpty()) {
      blocks.add(workstreams(changed));
      blocks.addAll(files(changed.files()));
    }
    if (!changed.unmeasured().isEmpty()) {
      blocks.add(new Block.Paragraph(Line.of("Changed sources that no report mentions:").list()));
      blocks.add(
          new Block.Items(
              false,
              Evidenced.shown(changed.unmeasured()).stream()
                  .map(
                      file ->
                          new Line()
                              .add(view.links().file(file.path()))
                              .text(", " + Words.count(file.size(), "new line"))
                              .list())
                  .toList()));
    }
    page.section("changed", "Changed lines", blocks);
  }

  private Block workstreams(ChangedCoverage changed) {
    Map<String, CoverageCount> counts = new LinkedHashMap<>();
    view.assessment()
        .rulebook()
        .workstreams()
        .forEach(workstream -> counts.put(workstream.id(), CoverageCount.NONE));
    for (Piece piece : changed.files()) {
      List<String> of = owners.apply(piece.path());
      (of.isEmpty() ? List.of(NOBODY) : of)
          .forEach(id -> counts.merge(id, piece.count(), CoverageCount::plus));
    }
    TableDraft table =
        page.table("changed-territories-table", "Coverage of what was changed of each workstream")
            .columns("Workstream", "Changed lines", "Branches")
            .number("Lines not covered");
    counts.forEach(
        (id, count) -> {
          if (count.allLines() > 0) {
            table.row(
                Anchors.of("changed-territory", id.equals(NOBODY) ? "nobody" : id),
                Tone.NEUTRAL,
                id.equals(NOBODY)
                    ? Line.of("owned by nobody").list()
                    : List.of(view.links().workstream(id)),
                List.of(CoveragePage.bar(count.lines(), count.allLines(), "line")),
                CoveragePage.branches(count),
                Line.of(Long.toString(count.allLines() - count.lines())).cell());
          }
        });
    return table.table();
  }

  private List<Block> files(List<Piece> pieces) {
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(
        Comparator.comparingLong((Piece p) -> p.count().lines() - p.count().allLines())
            .thenComparing(Piece::path));
    TableDraft table =
        page.table("changed-files-table", "Coverage of the changed lines of each file")
            .columns("File", "Changed lines", "Branches", "Lines not covered", "Owner");
    for (Piece piece : Evidenced.shown(sorted)) {
      table.row(
          Anchors.of("changed-file", piece.path()),
          Tone.NEUTRAL,
          List.of(view.links().file(piece.path())),
          List.of(CoveragePage.bar(piece.count().lines(), piece.count().allLines(), "line")),
          CoveragePage.branches(piece.count()),
          spans(piece),
          view.links().workstreams(owners.apply(piece.path())));
    }
    return Evidenced.with(table, "file", sorted.size());
  }

  private List<Inline> spans(Piece piece) {
    Line line = new Line();
    List<LineSpan> spans = piece.uncovered();
    for (int i = 0; i < Math.min(MOST_SPANS, spans.size()); i++) {
      line.text(i == 0 ? "" : ", ").add(view.links().lines(piece.path(), spans.get(i)));
    }
    int more = spans.size() - MOST_SPANS;
    return (more > 0 ? line.text(" and " + more + " more") : line).cell();
  }
}
