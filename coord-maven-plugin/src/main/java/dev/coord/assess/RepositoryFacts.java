package dev.coord.assess;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.Worktree;
import dev.coord.plan.TagRule;
import dev.coord.rule.Facts.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what rules ask of tags, of the working tree and of the remote. */
final class RepositoryFacts {

  private static final int NAMED = 3;

  private final Evidence evidence;

  RepositoryFacts(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Whether a tag is there, or at a commit. */
  Observation<Answer> tag(TagRule rule, String key) {
    return evidence
        .git()
        .then(git -> git.repository().tag(rule.tag()))
        .map(found -> key.equals("at") ? at(rule, found) : exists(rule, found));
  }

  private static Answer exists(TagRule rule, Optional<Commit> found) {
    return found
        .map(commit -> new Answer(true, rule.tag() + " is at " + named(commit), "", proof(commit)))
        .orElseGet(() -> missing(rule));
  }

  private static Answer at(TagRule rule, Optional<Commit> found) {
    return found
        .map(
            commit ->
                new Answer(
                    commit.id().startsWith(rule.at().orElseThrow()),
                    rule.tag() + " is at " + named(commit),
                    "Correct the commit in the plan.",
                    proof(commit)))
        .orElseGet(() -> missing(rule));
  }

  private static Answer missing(TagRule rule) {
    return new Answer(
        false, "there is no tag " + rule.tag(), "Tag the commit, and push the tag.", List.of());
  }

  private static String named(Commit commit) {
    return commit.abbreviated();
  }

  /** Anybody who can push can move a tag. */
  private static List<Proof> proof(Commit commit) {
    return List.of(Proof.commit(commit.subject(), commit.id()).attested());
  }

  /** Whether the working tree of this build holds nothing that is not committed. */
  Observation<Answer> clean() {
    return evidence
        .git()
        .then(
            git ->
                evidence.worktrees().worktrees().stream()
                    .filter(Worktree::current)
                    .findFirst()
                    .map(Worktree::changes)
                    .orElseGet(
                        () ->
                            Observation.unknown(
                                "nobody looked into this working tree", "Run the build again.")))
        .then(RepositoryFacts::clean);
  }

  private static Observation<Answer> clean(Worktree.Changes changes) {
    int found = changes.changed() + changes.untracked();
    if (found == 0 && changes.uncompared() > 0) {
      return Observation.unknown(
          "a filter that coord does not run would have to compare " + files(changes.uncompared()),
          "See git status.");
    }
    return Observation.known(
        new Answer(
            found == 0,
            found == 0
                ? "nothing in the working tree is uncommitted"
                : changes.changed()
                    + " changed and "
                    + files(changes.untracked()).replaceFirst(" ", " untracked ")
                    + " in the working tree",
            "Commit them, or ignore them (.gitignore).",
            List.of()));
  }

  private static String files(int number) {
    return number + (number == 1 ? " file" : " files");
  }

  /** Whether all local branches are as the remote had them when it was last fetched. */
  Observation<Answer> synced() {
    return evidence.git().then(git -> git.repository().outOfStep()).map(RepositoryFacts::synced);
  }

  private static Answer synced(Map<String, String> differing) {
    List<String> told =
        differing.entrySet().stream()
            .limit(NAMED)
            .map(branch -> branch.getKey() + " " + branch.getValue())
            .toList();
    int more = differing.size() - told.size();
    return new Answer(
        differing.isEmpty(),
        differing.isEmpty()
            ? "all local branches are as the remote had them when it was last fetched"
            : String.join(", ", told) + (more > 0 ? " and " + more + " more" : ""),
        "Fetch, push or pull them, or delete those that nobody needs.",
        List.of());
  }
}
