package dev.coord.testing;

import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.evidence.ToolFinding.NamedFile;
import java.util.Optional;

/** Findings of tools of analysis, for tests. */
public final class Found {

  private Found() {}

  /** One in a committed file; of line 0 where it is about the whole file. */
  public static ToolFinding at(Level level, String check, String path, int line) {
    return of(level, check, Optional.of(new NamedFile(path, Optional.of(path), false)), line);
  }

  /** One in a file that is not committed, or could be one of several. */
  public static ToolFinding named(String check, String name, boolean elsewhere) {
    return of(Level.ERROR, check, Optional.of(new NamedFile(name, Optional.empty(), elsewhere)), 1);
  }

  /** One that names no file. */
  public static ToolFinding nowhere(String check) {
    return of(Level.ERROR, check, Optional.empty(), 0);
  }

  private static ToolFinding of(Level level, String check, Optional<NamedFile> file, int line) {
    String[] names = check.split(" ");
    return new ToolFinding(
        level,
        -1,
        names[0],
        names[1],
        "what " + names[1] + " says",
        file,
        line,
        line,
        "out/tool.sarif");
  }
}
