package dev.coord.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A stretch of time with goals.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param goals Markdown, one each
 * @param insight the key insight, Markdown, may be empty
 */
public record Sprint(
    Origin origin,
    String id,
    String title,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    List<String> goals,
    String insight,
    List<Priority> priorities,
    List<Block> blocks,
    String notes) {

  /**
   * What matters most for one workstream.
   *
   * @param workstream its id
   * @param focus Markdown
   * @param timeline as the team writes it, may be empty
   */
  public record Priority(Origin origin, String workstream, String focus, String timeline) {
    /** Checks the id. */
    public Priority {
      Parts.require(origin, focus, timeline);
      Ids.require(workstream);
    }
  }

  /**
   * A part of a sprint.
   *
   * @param title may be empty
   * @param when counted in the sprint
   * @param workstreams ids of the workstreams active in it
   * @param launches ids of the workstreams launched in it
   * @param outputs what is there at its end, Markdown, one each
   * @param expected claimed progress at its end, in percent by workstream
   */
  public record Block(
      Origin origin,
      String title,
      Timing when,
      List<String> workstreams,
      List<Task> tasks,
      List<String> launches,
      List<String> outputs,
      Map<String, Integer> expected,
      String notes) {
    /** Copies the collections. */
    public Block {
      Parts.require(origin, title, when, notes);
      workstreams = List.copyOf(workstreams);
      tasks = List.copyOf(tasks);
      launches = List.copyOf(launches);
      outputs = List.copyOf(outputs);
      expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    }
  }

  /** Checks the id and copies the collections. */
  public Sprint {
    Parts.require(origin, title, start, end, insight, notes);
    Ids.require(id);
    goals = List.copyOf(goals);
    priorities = List.copyOf(priorities);
    blocks = List.copyOf(blocks);
  }

  /** Ids of the workstreams that it names in whatever part, sorted. */
  public SortedSet<String> workstreams() {
    SortedSet<String> named = new TreeSet<>();
    priorities.forEach(priority -> named.add(priority.workstream()));
    for (Block block : blocks) {
      named.addAll(block.workstreams());
      named.addAll(block.launches());
      named.addAll(block.expected().keySet());
    }
    return named;
  }
}
