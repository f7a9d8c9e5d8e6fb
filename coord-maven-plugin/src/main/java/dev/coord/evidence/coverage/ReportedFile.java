package dev.coord.evidence.coverage;

import java.util.Objects;

/**
 * A file as a report names it.
 *
 * @param name its name
 * @param group the groups of modules that the report has it in, from the outermost, with {@code /}
 *     between them; empty for none
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
