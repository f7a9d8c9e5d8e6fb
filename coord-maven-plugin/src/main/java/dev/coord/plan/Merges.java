package dev.coord.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is merged when.
 *
 * @param queue pull requests in the order they are to be merged
 * @param waves in their order
 */
public record Merges(Origin origin, List<Entry> queue, List<Wave> waves) {

  /**
   * A pull request that waits.
   *
   * @param pullRequest its number, at least 1; empty while it is to be created
   * @param workstream id of the workstream whose work it is
   * @param source the branch it comes from; the workstream's when none was written
   * @param target the branch it goes to; the integration branch when none was written
   * @param status the claim, may be empty
   * @param reviewer id of the person who reviews it
   */
  public record Entry(
      Origin origin,
      OptionalInt pullRequest,
      Optional<String> workstream,
      Optional<String> source,
      Optional<String> target,
      String status,
      Optional<String> reviewer,
      String notes) {
    /**
     * Checks that something is to be merged.
     *
     * @throws IllegalArgumentException when neither pull request, workstream nor source is named,
     *     or the number is below 1
     */
    public Entry {
      Parts.require(origin, pullRequest, workstream, source, target, status, reviewer, notes);
      if (pullRequest.isEmpty() && workstream.isEmpty() && source.isEmpty()
          || pullRequest.orElse(1) < 1) {
        throw new IllegalArgumentException("an entry of the queue names what is merged");
      }
    }

    /** What it is called by: its workstream, else its pull request, else its source. */
    public String key() {
      return workstream.orElseGet(
          () ->
              pullRequest.isPresent()
                  ? Integer.toString(pullRequest.getAsInt())
                  : source.orElseThrow().replace('/', '-'));
    }
  }

  /**
   * Workstreams that are merged together.
   *
   * @param id the id the plan uses
   * @param title the name shown; the id when none was written
   * @param when when, counted in the project
   * @param time time of the day in the team's words, may be empty
   * @param workstreams ids in the order they are merged
   * @param from the branch that {@code into} is created from, where the wave creates it
   * @param into the branch they are merged into; the integration branch when none was written
   * @param gates ids of the gates that must hold
   * @param checklist what else must be so
   * @param commands what to type, lines of a shell, may be empty; shown, never run
   * @param messages message of each merge commit by workstream
   * @param tag the tag that ends the wave
   * @param rollback how to undo it, Markdown, may be empty
   */
  public record Wave(
      Origin origin,
      String id,
      String title,
      Timing when,
      String time,
      List<String> workstreams,
      Optional<String> from,
      Optional<String> into,
      List<String> gates,
      List<Task> checklist,
      String commands,
      Map<String, String> messages,
      Optional<String> tag,
      String rollback,
      String notes) {
    /** Checks the id and copies the collections. */
    public Wave {
      Parts.require(origin, title, when, time, from, into, commands, tag, rollback, notes);
      Ids.require(id);
      workstreams = List.copyOf(workstreams);
      gates = List.copyOf(gates);
      checklist = List.copyOf(checklist);
      messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
    }

    /** What sentences call it: its id, behind the noun where that does not begin with it. */
    public String name() {
      return Named.once("wave " + id);
    }
  }

  /** Copies the collections. */
  public Merges {
    Parts.require(origin);
    queue = List.copyOf(queue);
    waves = List.copyOf(waves);
  }

  /** The waves that a gate is of: those it names, and those that name it. */
  public List<Wave> wavesOf(Gate gate) {
    return waves.stream()
        .filter(wave -> gate.waves().contains(wave.id()) || wave.gates().contains(gate.id()))
        .toList();
  }

  /** The wave with an id. */
  public Optional<Wave> wave(String id) {
    return waves.stream().filter(wave -> wave.id().equals(id)).findFirst();
  }
}
