package dev.coord.evidence.git;

import java.util.Objects;
import java.util.Optional;

/**
 * A note on a commit.
 *
 * @param commit full id of the commit
 * @param content what it says; empty when it is no file, is missing or is too large
 */
public record Note(String commit, Optional<byte[]> content) {
  /** Checks that both are there. */
  public Note {
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(content, "content");
  }
}
