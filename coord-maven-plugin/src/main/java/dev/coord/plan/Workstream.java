package dev.coord.plan;

import dev.coord.path.PathPatterns;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A line of work with its own branch, worktree and directories.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param focus what it is about, Markdown, may be empty
 * @param owner id of the person who does it
 * @param branch the branch it is done on, without {@code refs/heads/}
 * @param base committish the branch began at; empty means the integration branch
 * @param mergedAs id of the commit that it was merged as, 7 to 40 hexadecimal digits: a claim
 * @param worktree directory of its linked worktree, as written
 * @param status the claim, may be empty
 * @param critical whether the plan marks it as on the critical path
 * @param duration planned length in working days, at least 1
 * @param dependsOn ids of workstreams that must be merged first
 * @param owns patterns of what it may change
 * @param keepsOff patterns of what it must never change
 * @param level how much it must coordinate with others
 * @param why the reason for the level, Markdown, may be empty
 * @param files what it is to make or change
 * @param next what comes next, Markdown, may be empty
 */
public record Workstream(
    Origin origin,
    String id,
    String title,
    String focus,
    Optional<String> owner,
    String phase,
    Optional<String> branch,
    Optional<String> base,
    Optional<String> mergedAs,
    Optional<String> worktree,
    String status,
    boolean critical,
    Optional<LocalDate> start,
    OptionalInt duration,
    Optional<LocalDate> due,
    List<String> dependsOn,
    PathPatterns owns,
    PathPatterns keepsOff,
    Optional<Level> level,
    String why,
    List<Task> tasks,
    Optional<Launch> launch,
    Optional<String> progressFile,
    List<FileEntry> files,
    String next,
    String notes) {

  /** How much a workstream must coordinate with others. */
  public enum Level {
    /** It shares files or interfaces. */
    FULL,
    /** It can run on its own. */
    LOW
  }

  /**
   * How to start a session on a workstream.
   *
   * @param order position among the launches, from 1
   * @param when the day of the launch, counted in the project
   * @param promptFile file of the repository that holds the prompt
   * @param prompt what an agent is told; published only if {@code publish}
   * @param waitFor ids of workstreams that must be merged before the launch
   */
  public record Launch(
      Origin origin,
      OptionalInt order,
      Timing when,
      String terminal,
      String directory,
      String command,
      Optional<String> promptFile,
      String prompt,
      List<String> waitFor,
      boolean publish) {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when the order is below 1
     */
    public Launch {
      Parts.require(origin, order, when, terminal, directory, command, promptFile, prompt);
      if (order.orElse(1) < 1) {
        throw new IllegalArgumentException("launches are counted from 1");
      }
      waitFor = List.copyOf(waitFor);
    }
  }

  /**
   * Checks the id and copies the collections.
   *
   * @throws IllegalArgumentException when the id is none or the duration is below 1
   */
  public Workstream {
    Parts.require(origin, title, focus, owner, phase, branch, base, mergedAs, worktree, status);
    Parts.require(start, due, owns, keepsOff, level, why, launch, progressFile, next, notes);
    Ids.require(id);
    if (duration.orElse(1) < 1) {
      throw new IllegalArgumentException("a workstream takes a day at least");
    }
    dependsOn = List.copyOf(dependsOn);
    tasks = List.copyOf(tasks);
    files = List.copyOf(files);
  }

  /**
   * The same workstream with the claims another version of its plan file makes.
   *
   * @param claimant the same workstream as that version defines it
   */
  public Workstream claiming(Workstream claimant) {
    return new Workstream(
        origin
            .with("status", claimant.origin.of("status"))
            .with("tasks", claimant.origin.of("tasks"))
            .with("next", claimant.origin.of("next")),
        id,
        title,
        focus,
        owner,
        phase,
        branch,
        base,
        mergedAs,
        worktree,
        claimant.status,
        critical,
        start,
        duration,
        due,
        dependsOn,
        owns,
        keepsOff,
        level,
        why,
        claimant.tasks,
        launch,
        progressFile,
        files,
        claimant.next,
        notes);
  }
}
