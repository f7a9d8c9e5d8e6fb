package dev.coord.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A check list in which a workstream says how far it is: attested by whoever wrote it, and no more.
 *
 * @param file path of the file in the repository
 * @param worktree directory of the worktree that it was read from; empty when it was read from a
 *     commit
 * @param commit full id of the commit that it was read from; empty when it was read from a worktree
 * @param changed when the file was last changed: its time in the worktree, or that of the last
 *     commit that changed it; empty when that cannot be told
 * @param items in the order written
 */
public record Progress(
    String file,
    Optional<String> worktree,
    Optional<String> commit,
    Optional<Instant> changed,
    List<Item> items) {

  /**
   * An item of the list.
   *
   * @param line line of the file, from 1
   * @param depth how many items it is nested in, 0 or more
   * @param done whether it is ticked
   * @param text what it says, Markdown, hostile; may be empty
   */
  public record Item(int line, int depth, boolean done, String text) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when the line is below 1 or the depth negative
     */
    public Item {
      Objects.requireNonNull(text, "text");
      if (line < 1 || depth < 0) {
        throw new IllegalArgumentException("an item stands on a line, and not above its list");
      }
    }
  }

  /** Copies the collection. */
  public Progress {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(worktree, "worktree");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(changed, "changed");
    items = List.copyOf(items);
  }

  /** How many items are ticked. */
  public int done() {
    return (int) items.stream().filter(Item::done).count();
  }
}
