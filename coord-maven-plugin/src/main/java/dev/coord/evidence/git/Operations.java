package dev.coord.evidence.git;

import dev.coord.evidence.Worktree.Operation;
import dev.coord.evidence.Worktree.Operation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * Tells what is under way in a worktree, from the files by which {@code git status} tells it (git's
 * {@code wt_status_get_state}). Anything may stand in them: what is no branch and no id is passed
 * over.
 */
final class Operations {

  private final Path gitDirectory;
  private final boolean reftable;
  private final List<Operation> found = new ArrayList<>();

  private Operations(Path gitDirectory, boolean reftable) {
    this.gitDirectory = gitDirectory;
    this.reftable = reftable;
  }

  /**
   * What is under way.
   *
   * @param gitDirectory the worktree's own git directory
   */
  static List<Operation> of(Path gitDirectory, boolean reftable) {
    Operations operations = new Operations(gitDirectory, reftable);
    operations.look();
    return List.copyOf(operations.found);
  }

  private void look() {
    Path merge = gitDirectory.resolve(Constants.MERGE_HEAD);
    boolean rebasing = rebase();
    Optional<ObjectId> picked = commit(Constants.CHERRY_PICK_HEAD);
    Optional<ObjectId> reverted = commit(Constants.REVERT_HEAD);
    // The commits of a rebase are picked as well; a merge hides that one is.
    boolean picking = picked.isPresent() && !rebasing && !Files.exists(merge);
    if (Files.exists(merge)) {
      found.add(new Operation(Kind.MERGE, Optional.empty(), ids(merge)));
    }
    String next = RepositoryLocation.pointer(gitDirectory.resolve("sequencer/todo")).orElse("");
    if (picking || isFirst(next, "pick", "p")) {
      found.add(operation(Kind.CHERRY_PICK, picking ? picked : Optional.empty()));
    }
    if (reverted.isPresent() || isFirst(next, "revert")) {
      found.add(operation(Kind.REVERT, reverted));
    }
    if (Files.exists(gitDirectory.resolve("BISECT_LOG"))) {
      Optional<String> from =
          RepositoryLocation.pointer(gitDirectory.resolve("BISECT_START"))
              .filter(name -> !ObjectId.isId(name))
              .map(name -> name.startsWith(Constants.R_REFS) ? name : Constants.R_HEADS + name)
              .flatMap(Operations::branch);
      found.add(new Operation(Kind.BISECT, from, List.of()));
    }
  }

  /** Whether commits are put onto others, one by one. */
  private boolean rebase() {
    Path apply = gitDirectory.resolve("rebase-apply");
    Path merge = gitDirectory.resolve("rebase-merge");
    if (Files.exists(apply.resolve("applying"))) {
      found.add(new Operation(Kind.AM, Optional.empty(), List.of()));
    } else if (Files.exists(apply)) {
      found.add(rebase(apply));
    } else if (Files.exists(merge)) {
      found.add(rebase(merge));
    } else {
      return false;
    }
    return true;
  }

  private static Operation rebase(Path notes) {
    return new Operation(
        Kind.REBASE,
        RepositoryLocation.pointer(notes.resolve("head-name")).flatMap(Operations::branch),
        ids(notes.resolve("onto")));
  }

  private static Operation operation(Kind kind, Optional<ObjectId> commit) {
    return new Operation(
        kind, Optional.empty(), commit.map(ObjectId::name).map(List::of).orElse(List.of()));
  }

  private static Optional<String> branch(String ref) {
    return Optional.of(ref)
        .filter(name -> name.startsWith(Constants.R_HEADS) && Repository.isValidRefName(name))
        .map(name -> name.substring(Constants.R_HEADS.length()));
  }

  private static List<String> ids(Path file) {
    return RepositoryLocation.pointer(file).stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(ObjectId::isId)
        .toList();
  }

  /** The commit that a ref of the worktree alone is. */
  private Optional<ObjectId> commit(String ref) {
    if (!reftable) {
      return RepositoryLocation.pointer(gitDirectory.resolve(ref))
          .filter(ObjectId::isId)
          .map(ObjectId::fromString);
    }
    try {
      return ReftableHead.read(gitDirectory, ref).map(Ref::getObjectId);
    } catch (IOException e) {
      // What is checked out cannot be told then, either, and that is said.
      return Optional.empty();
    }
  }

  /** Whether a list of commands that are left begins with one. */
  private static boolean isFirst(String todo, String... commands) {
    String line = todo.lines().findFirst().orElse("");
    for (String command : commands) {
      if (line.startsWith(command + " ") || line.startsWith(command + "\t")) {
        return true;
      }
    }
    return false;
  }
}
