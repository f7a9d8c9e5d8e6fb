package dev.coord.evidence.git;

import dev.coord.evidence.CountQuestions.BranchesAnswer;
import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.NamedCommit;
import dev.coord.evidence.Observation;
import dev.coord.plan.NamePattern;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Counts branches: those that are here, and those that were fetched from {@code origin}, or from
 * the only remote; each name once. A clone that may lack some of them cannot tell.
 */
final class BranchesReader {

  private static final int FIRST = 5;
  private static final String ORIGIN = "origin";

  private final Internals git;
  private Optional<Observation<SortedMap<String, ObjectId>>> all = Optional.empty();

  BranchesReader(Internals git) {
    this.git = git;
  }

  Observation<BranchesAnswer> read(BranchesQuestion question) {
    if (all.isEmpty()) {
      all = Optional.of(git.reading(this::list));
    }
    return all.get()
        .then(branches -> git.reading(() -> Observation.known(answer(question, branches))));
  }

  private Observation<SortedMap<String, ObjectId>> list() throws IOException {
    if (git.format().shallow()) {
      return Unknowns.shallow();
    }
    Set<String> remotes = git.store().repository().getRemoteNames();
    SortedMap<String, ObjectId> local = git.references().commits(Constants.R_HEADS);
    if (remotes.isEmpty()) {
      return git.references().commits(Constants.R_REMOTES).isEmpty()
          ? Observation.known(local)
          : Observation.unknown(
              "this clone has branches of a remote that its configuration does not know",
              "Add the remote (git remote add origin URL), and fetch it.");
    }
    if (!remotes.contains(ORIGIN) && remotes.size() > 1) {
      return Observation.unknown(
          "of the remotes " + String.join(", ", remotes) + " none is called origin",
          "Call the one whose branches count origin (git remote rename).");
    }
    String remote = remotes.contains(ORIGIN) ? ORIGIN : remotes.iterator().next();
    return fetched(remote)
        .map(
            branches -> {
              branches.putAll(local);
              return branches;
            });
  }

  /** The branches of a remote, where all of them were fetched. */
  private Observation<SortedMap<String, ObjectId>> fetched(String remote) throws IOException {
    String below = Constants.R_REMOTES + remote + "/";
    List<String> asked =
        List.of(git.store().repository().getConfig().getStringList("remote", remote, "fetch"));
    String wanted = Constants.R_HEADS + "*:" + below + "*";
    boolean everything = asked.contains(wanted) || asked.contains("+" + wanted);
    if (!everything || asked.stream().anyMatch(refs -> refs.startsWith("^"))) {
      return Observation.unknown(
          "this clone fetches only some branches of "
              + remote
              + (asked.isEmpty() ? "" : " (" + String.join(", ", asked) + ")"),
          "Fetch all of them: git remote set-branches "
              + remote
              + " '*', then git fetch "
              + remote
              + ".");
    }
    SortedMap<String, ObjectId> branches = new TreeMap<>(git.references().commits(below));
    if (branches.isEmpty() || branches.size() == 1 && !git.references().notesHead(remote)) {
      // CI configures that all are fetched, and then fetches the one that it builds.
      return Observation.unknown(
          branches.isEmpty()
              ? "no branch of " + remote + " was fetched"
              : "only the branch '"
                  + branches.firstKey()
                  + "' of "
                  + remote
                  + " was fetched, and there may be others",
          "Fetch all of them: fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 for GitLab CI, or"
              + " git fetch "
              + remote
              + "; if there is no other, note that with git remote set-head "
              + remote
              + " --auto.");
    }
    return Observation.known(branches);
  }

  private BranchesAnswer answer(BranchesQuestion question, Map<String, ObjectId> branches)
      throws IOException {
    Optional<NamePattern> naming = question.naming().map(NamePattern::new);
    List<NamedCommit> found = new ArrayList<>();
    for (Map.Entry<String, ObjectId> branch : branches.entrySet()) {
      if (naming.filter(pattern -> !pattern.matches(branch.getKey())).isEmpty()
          && inTime(question, branch.getValue())) {
        found.add(new NamedCommit(branch.getKey(), branch.getValue().name()));
      }
    }
    return new BranchesAnswer(found.size(), found.stream().limit(FIRST).toList());
  }

  private boolean inTime(BranchesQuestion question, ObjectId commit) throws IOException {
    if (question.since().isEmpty() && question.until().isEmpty()) {
      return true;
    }
    Instant time = Instant.ofEpochSecond(git.graph().node(commit).time);
    return question.since().filter(time::isBefore).isEmpty()
        && question.until().filter(end -> !time.isBefore(end)).isEmpty();
  }
}
