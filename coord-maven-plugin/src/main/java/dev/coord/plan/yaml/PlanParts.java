package dev.coord.plan.yaml;

import java.util.List;

/**
 * What can be read of the files of a plan.
 *
 * @param first path of the file that may include others, whether it can be read or not
 * @param files the files that can be read
 */
public record PlanParts(String first, List<PlanFile> files) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException when the path is empty
   */
  public PlanParts {
    files = List.copyOf(files);
    if (first.isEmpty()) {
      throw new IllegalArgumentException("a plan file has a path");
    }
  }
}
