package dev.coord.publish;

import dev.coord.plan.FileEntry;
import java.util.List;

/** Files that something makes or changes, in {@code status.json}. */
final class StatusFiles {

  private final Json json;

  StatusFiles(Json json) {
    this.json = json;
  }

  void write(List<FileEntry> files) {
    json.list("files", files, this::file);
  }

  private void file(FileEntry file) {
    json.exact("path", file.path());
    json.text("change", file.change().map(FileEntry.Change::word));
    json.number("lines", file.lines());
    json.number("bytes", file.bytes());
    json.number("characters", file.characters());
    json.text("purpose", file.purpose());
  }
}
