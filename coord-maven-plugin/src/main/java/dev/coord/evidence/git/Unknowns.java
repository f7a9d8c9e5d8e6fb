package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.MissingObjectException;

/** Why git cannot tell, in the user's words. */
final class Unknowns {

  private static final int ABBREVIATED = 7;

  private Unknowns() {}

  static <T> Observation<T> noRepository() {
    return Observation.unknown(
        "no git repository was found here or above",
        "Run coord inside a repository, or begin one with git init.");
  }

  static <T> Observation<T> bare(Path directory) {
    return Observation.unknown(
        directory + " is a bare git repository, which has no files to look at",
        "Run coord in a clone, or in a worktree made with git worktree add.");
  }

  static <T> Observation<T> brokenGitFile(Path file) {
    return Observation.unknown(
        file + " names a git directory that is not there",
        "Run git worktree repair in the main worktree, or git submodule update --init.");
  }

  static <T> Observation<T> noCommit() {
    return Observation.unknown(
        "the git repository has no commit yet",
        "Make the first commit: git add --all, then git commit.");
  }

  static <T> Observation<T> config(Exception cause) {
    return Observation.unknown(
        "the repository's configuration cannot be read (" + cause.getMessage() + ")",
        "Mend .git/config; git config --list shows what is wrong.");
  }

  static <T> Observation<T> objectFormat(String format) {
    return Observation.unknown(
        "the repository stores " + format + " ids, and coord reads SHA-1 repositories only",
        "Use a clone made with git init --object-format=sha1.");
  }

  static <T> Observation<T> refStorage(String format) {
    return Observation.unknown(
        "the repository keeps its refs as " + format + ", and coord reads files and reftables only",
        "Run git refs migrate --ref-format=files.");
  }

  static <T> Observation<T> extension(String what) {
    return Observation.unknown(
        "the git repository uses " + what + ", which coord does not know",
        "Use a clone without it, or a newer coord.");
  }

  static <T> Observation<T> shallow() {
    return Observation.unknown(
        "the clone is shallow, so its history is cut off",
        "Fetch all of it: fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 for GitLab CI, or"
            + " git fetch --unshallow.");
  }

  static <T> Observation<T> noTip(String branch, String tip) {
    return Observation.unknown(
        "the commit '" + tip + "' given for branch '" + branch + "' is not in the repository",
        "Fetch it, or give another commit.");
  }

  static <T> Observation<T> noBase(String base, List<String> tried) {
    return Observation.unknown(
        "the base '" + base + "' was found nowhere (tried " + String.join(", ", tried) + ")",
        "Fetch it ("
            + fetching(base)
            + "), or correct the base or integration branch in the plan.");
  }

  static <T> Observation<T> noBranch(String branch, List<String> tried) {
    return Observation.unknown(
        foundNowhere(branch, tried),
        "Fetch it (" + fetching(branch) + "), or correct the branch in the plan.");
  }

  /** In a clone of one branch, git keeps what is fetched only where it is told to. */
  static String fetching(String branch) {
    return "git fetch origin +refs/heads/" + branch + ":refs/remotes/origin/" + branch;
  }

  /** Where it was looked for, without its own name in each place. */
  private static String foundNowhere(String branch, List<String> tried) {
    String places =
        tried.stream()
            .map(
                ref ->
                    ref.endsWith("/" + branch)
                        ? ref.substring(0, ref.length() - branch.length() - 1)
                        : ref)
            .collect(Collectors.joining(", "));
    return "the branch '" + branch + "' was found nowhere (tried " + places + ")";
  }

  static <T> Observation<T> noBranch(String branch, List<String> tried, String target) {
    return Observation.unknown(
        foundNowhere(branch, tried) + " and no merge in '" + target + "' names it",
        "Fetch it ("
            + fetching(branch)
            + "), say merged_as: COMMIT where it was merged and deleted, or correct branch: in the"
            + " plan.");
  }

  /** What an exception while reading means. */
  static <T> Observation<T> unreadable(IOException cause, Optional<String> filter) {
    if (cause instanceof UnreadableException known) {
      return Observation.unknown(known.getMessage(), known.remedy());
    }
    if (cause instanceof MissingObjectException missing) {
      String id = missing.getObjectId().name().substring(0, ABBREVIATED);
      return filter.isPresent()
          ? Observation.unknown(
              "object " + id + " is missing from this partial clone (filter " + filter.get() + ")",
              "Clone without --filter, or run git fetch --refetch --no-filter.")
          : Observation.unknown(
              "object " + id + " is missing from the repository",
              "Run git fsck, and fetch or clone the repository again.");
    }
    return Observation.unknown(
        "the git repository cannot be read (" + cause.getMessage() + ")",
        "Run git fsck, and clone the repository again if it finds errors.");
  }
}
