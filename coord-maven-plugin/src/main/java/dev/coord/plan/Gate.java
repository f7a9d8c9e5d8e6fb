package dev.coord.plan;

import java.util.List;

/**
 * A rule that the build is held to.
 *
 * @param id the id; the rule's name when none was written
 * @param title the name shown; the id when none was written
 * @param rule what must hold
 * @param workstreams ids of the workstreams it applies to; empty means the whole project
 * @param waves ids of the waves it applies to
 * @param severity what happens when it does not hold
 * @param baseline the value the team started from, may be empty
 * @param why the reason for the gate, Markdown, may be empty
 */
public record Gate(
    Origin origin,
    String id,
    String title,
    Rule rule,
    List<String> workstreams,
    List<String> waves,
    Severity severity,
    String baseline,
    String why) {

  /** Checks the id and copies the collections. */
  public Gate {
    Parts.require(origin, title, rule, severity, baseline, why);
    Ids.require(id);
    workstreams = List.copyOf(workstreams);
    waves = List.copyOf(waves);
  }

  /** Whether the gate is about the whole project. */
  public boolean appliesToProject() {
    return workstreams.isEmpty() && waves.isEmpty();
  }
}
