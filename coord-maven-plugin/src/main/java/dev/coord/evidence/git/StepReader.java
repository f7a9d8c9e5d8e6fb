package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Looks for tags, and for local branches that are not in step with the remote. */
final class StepReader {

  private static final String ORIGIN = "origin";

  private final Internals git;

  StepReader(Internals git) {
    this.git = git;
  }

  /**
   * The commit of a tag.
   *
   * @return empty when it is not there; unknown when the clone is shallow and so may lack it
   */
  Observation<Optional<Commit>> tag(String name) {
    return git.reading(
        () -> {
          Optional<ObjectId> commit = git.references().tag(name);
          if (commit.isEmpty() && git.format().shallow()) {
            return Unknowns.shallow();
          }
          if (commit.isEmpty() && withoutTags()) {
            return Observation.unknown(
                "this clone was made without tags", "Fetch them: git fetch --tags.");
          }
          return Observation.known(
              commit.isEmpty()
                  ? Optional.empty()
                  : Optional.of(git.commits().plain(commit.get(), git.mailmap())));
        });
  }

  /** As {@code git clone --no-tags} and what CI checks out note it. */
  private boolean withoutTags() {
    Config config = git.store().repository().getConfig();
    return git.store().repository().getRemoteNames().stream()
        .anyMatch(remote -> "--no-tags".equals(config.getString("remote", remote, "tagOpt")));
  }

  /** Local branches that the remote does not have as they are, each with the difference. */
  Observation<Map<String, String>> outOfStep() {
    return git.reading(this::compared);
  }

  private Observation<Map<String, String>> compared() throws IOException {
    Set<String> remotes = git.store().repository().getRemoteNames();
    if (remotes.isEmpty()) {
      return Observation.unknown(
          "this repository has no remote", "Add one: git remote add origin URL, then git fetch.");
    }
    if (!remotes.contains(ORIGIN) && remotes.size() > 1) {
      return Observation.unknown(
          "of the remotes " + String.join(", ", remotes) + " none is called origin",
          "Call the one whose branches count origin (git remote rename).");
    }
    String remote = remotes.contains(ORIGIN) ? ORIGIN : remotes.iterator().next();
    SortedMap<String, ObjectId> there =
        git.references().commits(Constants.R_REMOTES + remote + "/");
    SortedMap<String, ObjectId> here = git.references().commits(Constants.R_HEADS);
    if (there.isEmpty() || here.isEmpty()) {
      return Observation.unknown(
          there.isEmpty()
              ? "no branch of " + remote + " was fetched"
              : "this clone has no branch of its own to compare",
          there.isEmpty()
              ? "Fetch them: git fetch " + remote + "."
              : "Check a branch out: git switch NAME.");
    }
    SortedMap<String, String> differing = new TreeMap<>();
    for (Map.Entry<String, ObjectId> branch : here.entrySet()) {
      ObjectId other = there.get(branch.getKey());
      if (other == null) {
        differing.put(branch.getKey(), "is not at " + remote);
      } else if (!other.equals(branch.getValue())) {
        differing.put(branch.getKey(), "is another commit at " + remote);
      }
    }
    return Observation.known(differing);
  }
}
