package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Tells a branch that was fast-forwarded from one that was never begun, by what this clone noted of
 * both. History itself cannot: either way the branch's last commit is the target's own.
 */
final class FastForwards {

  private static final Pattern MADE =
      Pattern.compile("(?:commit(?: \\([a-z]+\\))?|cherry-pick|revert|am|rebase \\(reword\\)): .*");

  private static final Pattern REBASED =
      Pattern.compile("rebase (?:-i )?(?:\\(finish\\)|finished): \\S+ onto ([0-9a-f]{40})");

  private static final Pattern FORWARDED = Pattern.compile("merge (\\S+): Fast-forward");

  private static final Pattern CREATED = Pattern.compile("branch: Created from (\\S+)");

  private final CommitGraph graph;
  private final Repository repository;
  private final Path commonDirectory;

  /** What was noted. */
  enum Noted {
    /** It was fast-forwarded: commits made on it, or the forward itself, were noted. */
    FORWARDED,
    /** Everything that ever happened to it was noted, and no commit was made on it. */
    NEVER_BEGUN,
    /** Nothing that tells. */
    NOTHING
  }

  /**
   * What was noted of a branch.
   *
   * @param brought commits that were made on it and are in the target, run by run along the
   *     target's line, the newest first; none where they were not noted
   */
  record Result(Noted noted, List<MergeFinder.Range> brought) {
    Result {
      brought = List.copyOf(brought);
    }
  }

  FastForwards(CommitGraph graph, ObjectStore store, RepositoryLocation location) {
    this.graph = graph;
    repository = store.repository();
    commonDirectory = location.commonDirectory();
  }

  /**
   * Looks for a branch whose last commit lies on its target's line.
   *
   * @param branch its name
   * @param into full name of the target's ref; empty where the target is no branch
   */
  Result find(String branch, CommitNode tip, Optional<String> into, FirstParentLine line)
      throws IOException {
    if (!Repository.isValidRefName(Constants.R_HEADS + branch)) {
      return new Result(Noted.NOTHING, List.of());
    }
    List<Reflog.Entry> log = log(Constants.R_HEADS + branch);
    List<MergeFinder.Range> brought = runs(made(log, line), line);
    if (!brought.isEmpty() || into.isPresent() && isForwarded(branch, tip, into.get(), line)) {
      return new Result(Noted.FORWARDED, brought);
    }
    return new Result(isUntouched(log, into) ? Noted.NEVER_BEGUN : Noted.NOTHING, List.of());
  }

  /**
   * Where the target was last moved on to a branch that is gone, as it noted that.
   *
   * @param into full name of the target's ref; empty where the target is no branch
   */
  Optional<CommitNode> last(String branch, Optional<String> into, FirstParentLine line)
      throws IOException {
    for (Reflog.Entry entry : into.isEmpty() ? List.<Reflog.Entry>of() : moves(into.get())) {
      Matcher forwarded = FORWARDED.matcher(entry.message());
      if (forwarded.matches() && isCalled(forwarded.group(1), branch)) {
        Optional<CommitNode> after = graph.known(entry.after());
        if (after.isPresent() && line.contains(after.get())) {
          return after;
        }
      }
    }
    return Optional.empty();
  }

  private List<Reflog.Entry> moves(String into) {
    List<Reflog.Entry> moves = new ArrayList<>(log(into));
    if (!into.startsWith(Constants.R_HEADS)) {
      moves.addAll(log(Constants.R_HEADS + shortName(into)));
    }
    return moves;
  }

  private List<Reflog.Entry> log(String ref) {
    return Reflog.of(repository, commonDirectory, ref);
  }

  /**
   * The places on the line of commits that were made on the branch, merges left out: what these
   * brought is not the branch's own.
   */
  private TreeSet<Integer> made(List<Reflog.Entry> log, FirstParentLine line) throws IOException {
    TreeSet<Integer> made = new TreeSet<>();
    for (Reflog.Entry entry : log) {
      OptionalInt at = place(entry.after(), line);
      Matcher rebased = REBASED.matcher(entry.message());
      if (at.isPresent() && rebased.matches()) {
        OptionalInt onto = place(ObjectId.fromString(rebased.group(1)), line);
        for (int i = at.getAsInt(); onto.isPresent() && i < onto.getAsInt(); i++) {
          add(i, line, made);
        }
      } else if (at.isPresent() && MADE.matcher(entry.message()).matches()) {
        add(at.getAsInt(), line, made);
      }
    }
    return made;
  }

  private void add(int place, FirstParentLine line, TreeSet<Integer> made) throws IOException {
    if (graph.parents(line.get(place).orElseThrow()).length == 1) {
      made.add(place);
    }
  }

  private static List<MergeFinder.Range> runs(TreeSet<Integer> made, FirstParentLine line)
      throws IOException {
    List<MergeFinder.Range> runs = new ArrayList<>();
    for (int newest : made) {
      if (!made.contains(newest - 1)) {
        int before = newest + 1;
        while (made.contains(before)) {
          before++;
        }
        runs.add(
            MergeFinder.Range.of(line.get(before).orElseThrow(), line.get(newest).orElseThrow()));
      }
    }
    return runs;
  }

  /** Whether the target was moved on to the branch, over its last commit. */
  private boolean isForwarded(String branch, CommitNode tip, String into, FirstParentLine line)
      throws IOException {
    int last = line.newer(tip).orElseThrow();
    for (Reflog.Entry entry : moves(into)) {
      Matcher forwarded = FORWARDED.matcher(entry.message());
      if (forwarded.matches() && isCalled(forwarded.group(1), branch)) {
        OptionalInt before = place(entry.before(), line);
        if (before.isPresent()
            && before.getAsInt() > last
            && place(entry.after(), line).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether all that was noted is that the branch was made where the target was, and moved on to
   * where that went.
   */
  private boolean isUntouched(List<Reflog.Entry> log, Optional<String> into) {
    if (log.isEmpty() || !log.get(log.size() - 1).creates() || into.isEmpty()) {
      return false;
    }
    String target = shortName(into.get());
    Matcher created = CREATED.matcher(log.get(log.size() - 1).message());
    return created.matches()
        && (created.group(1).equals(Constants.HEAD) || isCalled(created.group(1), target))
        && log.subList(0, log.size() - 1).stream()
            .map(entry -> FORWARDED.matcher(entry.message()))
            .allMatch(moved -> moved.matches() && isCalled(moved.group(1), target));
  }

  /** Whether a name is that of a branch, or of the one that a remote calls so. */
  private boolean isCalled(String name, String branch) {
    if (name.equals(branch) || name.equals(Constants.R_HEADS + branch)) {
      return true;
    }
    String remotes = name.startsWith(Constants.R_REMOTES) ? Constants.R_REMOTES : "";
    return repository.getRemoteNames().stream()
        .anyMatch(remote -> name.equals(remotes + remote + "/" + branch));
  }

  private String shortName(String ref) {
    if (ref.startsWith(Constants.R_HEADS)) {
      return ref.substring(Constants.R_HEADS.length());
    }
    return repository.getRemoteNames().stream()
        .map(remote -> Constants.R_REMOTES + remote + "/")
        .filter(ref::startsWith)
        .findFirst()
        .map(prefix -> ref.substring(prefix.length()))
        .orElse(ref);
  }

  private OptionalInt place(ObjectId id, FirstParentLine line) throws IOException {
    Optional<CommitNode> node = graph.known(id);
    return node.isEmpty() ? OptionalInt.empty() : line.newer(node.get());
  }
}
