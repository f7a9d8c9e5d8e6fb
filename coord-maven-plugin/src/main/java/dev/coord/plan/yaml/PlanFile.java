package dev.coord.plan.yaml;

import java.util.Objects;
import java.util.Optional;

/**
 * The bytes of one plan file.
 *
 * @param path path from the root of the repository, separated by {@code /}, as messages show it
 * @param commit full object id of the commit it was read from; empty for the working tree
 * @param content the file as it is; encoding, size and syntax are checked when it is read
 */
public record PlanFile(String path, Optional<String> commit, byte[] content) {
  /**
   * The largest plan file, in bytes, because parsing takes time that grows faster than the size.
   * Who reads files needs no more than one byte beyond it.
   */
  public static final int MAX_BYTES = 1 << 20;

  /**
   * Copies the content.
   *
   * @throws IllegalArgumentException when the path is empty
   */
  public PlanFile {
    Objects.requireNonNull(commit, "commit");
    content = content.clone();
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a plan file has a path");
    }
  }

  /** A copy of the content. */
  @Override
  public byte[] content() {
    return content.clone();
  }

  /** How many bytes the file has. */
  int size() {
    return content.length;
  }
}
