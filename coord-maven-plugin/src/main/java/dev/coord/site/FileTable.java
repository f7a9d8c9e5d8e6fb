package dev.coord.site;

import dev.coord.plan.FileEntry;
import java.util.ArrayList;
import java.util.List;

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
          Beside.tone(view, subject, file.origin().of("path")),
          List.of(view.file(file.path())),
          Line.of(claimed(file)).list(),
          Beside.observed(view, subject, file.origin().of("path")),
          Beside.rich(file.purpose(), file.origin(), "purpose"),
          List.of(view.place(file.origin().self())));
    }
    return table.table();
  }

  private static String claimed(FileEntry file) {
    List<String> sizes = new ArrayList<>(List.of(file.change().word()));
    file.lines().ifPresent(lines -> sizes.add(Words.count(lines, "line")));
    file.bytes().ifPresent(bytes -> sizes.add(Words.count(bytes, "byte")));
    return String.join(", ", sizes);
  }
}
