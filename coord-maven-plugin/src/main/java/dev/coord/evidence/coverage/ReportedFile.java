package dev.coord.evidence.coverage;

import java.util.Objects;

/**
 * A file as a report names it.
 *
 * @param name its name
 * @param group the module that the report says it is of, or empty
 */
record ReportedFile(String name, String group) implements Comparable<ReportedFile> {

  ReportedFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(group, "group");
  }

  @Override
  public int compareTo(ReportedFile other) {
    int order = name.compareTo(other.name);
    return order != 0 ? order : group.compareTo(other.group);
  }
}
