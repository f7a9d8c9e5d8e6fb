package dev.coord.site.render;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What writing a site did.
 *
 * @param directory the site's directory, its links resolved
 * @param written false when the directory held the same files already, and nothing was touched
 * @param files number of files of the site, its manifest not counted
 */
public record WriteResult(Path directory, boolean written, int files) {
  /** Checks that there is a directory. */
  public WriteResult {
    Objects.requireNonNull(directory, "directory");
  }
}
