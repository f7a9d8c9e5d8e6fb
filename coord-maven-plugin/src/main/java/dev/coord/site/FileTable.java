package dev.coord.site;

import dev.coord.assess.ClaimCheck;
import dev.coord.plan.FileEntry;
import dev.coord.site.draft.Beside;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Files that the plan says were made or changed, each beside what git says of it. */
final class FileTable {

  private FileTable() {}

  /**
   * A table.
   *
   * @param subject what the files are of, as the claims call it: {@code report session-1}
   */
  static Block of(
      View view, Draft page, String id, String caption, String subject, List<FileEntry> files) {
    TableDraft table =
        page.table(id, caption).columns("File", "Claimed", "Observed", "What for", "Plan line");
    for (FileEntry file : files) {
      table.row(
          Anchors.of(id, file.path()),
          Beside.contradicted(lengths(view, subject, file))
              ? Tone.WARNING
              : Beside.tone(view, subject, file.origin().of("path")),
          List.of(view.links().file(file.path())),
          Line.of(claimed(file)).list(),
          besides(
              view,
              Beside.observed(view, subject, file.origin().of("path")),
              lengths(view, subject, file)),
          Beside.rich(file.purpose(), file.origin(), "purpose"),
          List.of(view.links().place(file.origin().self())));
    }
    return table.table();
  }

  /** What was held against the lengths of a file. */
  static List<ClaimCheck> lengths(View view, String subject, FileEntry file) {
    Map<String, OptionalInt> lengths = new LinkedHashMap<>();
    lengths.put("lines", file.lines());
    lengths.put("bytes", file.bytes());
    lengths.put("characters", file.characters());
    return lengths.entrySet().stream()
        .filter(length -> length.getValue().isPresent())
        .flatMap(length -> view.claims().of(subject, file.origin().of(length.getKey())).stream())
        .toList();
  }

  /** What was observed of a file, and what of its lengths. */
  static List<Inline> besides(View view, List<Inline> seen, List<ClaimCheck> lengths) {
    List<Inline> all = new ArrayList<>(seen);
    for (ClaimCheck length : lengths) {
      all.addAll(new Line().text(" ").list());
      all.addAll(view.claims().seen(Optional.of(length), ""));
    }
    return all;
  }

  /** What is claimed of a file and its lengths. */
  static String claimed(FileEntry file) {
    List<String> sizes = new ArrayList<>(List.of(file.said()));
    file.lines().ifPresent(lines -> sizes.add(Words.length(lines, "line")));
    file.bytes().ifPresent(bytes -> sizes.add(Words.length(bytes, "byte")));
    file.characters().ifPresent(number -> sizes.add(Words.length(number, "character")));
    return String.join(", ", sizes);
  }
}
