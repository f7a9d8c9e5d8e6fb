package dev.coord.engine;

import dev.coord.publish.SiteDigest;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run came to, for a page of another generator.
 *
 * @param result as for every goal
 * @param digest what the site says; empty where the site could not be written
 */
public record Report(Result result, Optional<SiteDigest> digest) {
  /** Checks that both parts are there. */
  public Report {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(digest, "digest");
  }
}
