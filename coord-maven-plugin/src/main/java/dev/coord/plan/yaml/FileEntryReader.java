package dev.coord.plan.yaml;

import dev.coord.plan.FileEntry;
import dev.coord.plan.FileEntry.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code files}: what was made or changed. */
final class FileEntryReader {
  private static final Shape SHAPE =
      new Shape("an item of \"files\"", "{path: docs/plan.md, change: created}");
  private static final Map<String, Change> CHANGES = EnumWords.of(Change.class);
  private static final int MOST = 999_999_999;

  private FileEntryReader() {}

  static List<FileEntry> read(MappingReader in) {
    return in.records("files", SHAPE, FileEntryReader::entry);
  }

  private static Optional<FileEntry> entry(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SHAPE,
        in -> {
          Optional<String> path =
              in.required("path", "docs/plan.md", f -> RepoFiles.orDirectory(in, f));
          Optional<Change> change = in.word("change", CHANGES);
          OptionalInt lines = in.integer("lines", 0, MOST);
          OptionalInt bytes = in.integer("bytes", 0, MOST);
          OptionalInt characters = in.integer("characters", 0, MOST);
          String purpose = in.markdown("purpose");
          return path.map(
              p -> new FileEntry(in.origin(), p, change, lines, bytes, characters, purpose));
        });
  }
}
