package dev.coord.site.render;

import java.util.Map;
import java.util.Objects;

/**
 * A site as it is to be written.
 *
 * @param files by their paths below the site's directory, sorted
 * @param addresses where in these files its pages and their rows are
 */
public record Rendering(Map<String, byte[]> files, Addresses addresses) {
  /** Checks that both parts are there; the files are the caller's to hand over. */
  public Rendering {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(addresses, "addresses");
  }
}
