package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Finds the commits that came to HEAD's first-parent line since a commit, as {@code git rev-list
 * --first-parent BEFORE..HEAD} does. Where that commit is on the line itself, nothing behind it is
 * read, so that a clone that is cut off behind it will do.
 */
final class PushedLine {

  private final Internals git;

  PushedLine(Internals git) {
    this.git = git;
  }

  /**
   * The commits, with the paths that each changed itself.
   *
   * @param before the commit that was there before
   * @param most most commits that are read
   * @return newest first; empty when HEAD does not follow from that commit; unknown when that
   *     cannot be told, or there are more
   */
  Observation<Optional<List<Commit>>> since(ObjectId before, int most) throws IOException {
    try {
      List<CommitNode> line = new ArrayList<>();
      CommitNode stop = git.graph().intern(before);
      Optional<CommitNode> at = Optional.of(git.graph().intern(git.head()));
      while (at.isPresent() && at.get() != stop && line.size() <= most) {
        line.add(at.get());
        CommitNode[] parents = git.graph().parents(at.get());
        at = parents.length == 0 ? Optional.empty() : Optional.of(parents[0]);
      }
      if (at.isPresent() && at.get() == stop) {
        return told(line, before, most);
      }
      if (git.format().shallow()) {
        return Unknowns.shallow();
      }
      Ancestry.Comparison both =
          new Ancestry(git.graph()).compare(git.graph().node(git.head()), git.graph().node(before));
      if (both.behind() > 0) {
        return Observation.known(Optional.empty());
      }
      Set<CommitNode> ahead = new HashSet<>(both.ahead());
      return told(line.stream().filter(ahead::contains).toList(), before, most);
    } catch (MissingObjectException e) {
      if (git.format().shallow()) {
        return Unknowns.shallow();
      }
      throw e;
    }
  }

  /** The commits of what was merged that what it was merged into did not have. */
  Observation<List<Commit>> brought(ObjectId base, ObjectId tip, ObjectId before, int most)
      throws IOException {
    if (git.format().shallow()) {
      return Unknowns.shallow();
    }
    return read(
        new Ancestry(git.graph()).compare(git.graph().node(tip), git.graph().node(base)).ahead(),
        before,
        most);
  }

  private Observation<Optional<List<Commit>>> told(List<CommitNode> line, ObjectId before, int most)
      throws IOException {
    return read(line, before, most).map(Optional::of);
  }

  /** By the mailmap of before: what is pushed does not say who pushed it. */
  private Observation<List<Commit>> read(List<CommitNode> line, ObjectId before, int most)
      throws IOException {
    if (line.size() > most) {
      return Observation.unknown(
          "more than " + most + " commits came at once",
          "Push fewer at once, or see what they change: git diff "
              + before.abbreviate(7).name()
              + " HEAD.");
    }
    Mailmap mailmap = git.commits().mailmap(git.commits().raw(before).tree());
    Budget budget = new Budget(Budget.FILES);
    List<Commit> commits = new ArrayList<>();
    for (CommitNode node : line) {
      commits.add(git.commits().withPaths(node, mailmap, budget));
    }
    return Observation.known(List.copyOf(commits));
  }
}
