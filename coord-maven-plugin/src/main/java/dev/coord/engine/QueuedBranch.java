package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Questions.JudgedTip;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.git.KnownBranch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which branch a merge queue merged, and what it changes there.
 *
 * <p>GitHub names the pull request's number alone. The merge's second parent is its last commit,
 * and so is what {@code refs/pull/N/head} points to; the branch is the one of origin's that has
 * this as its last commit. What the merge's subject says may be the pull request's title, which its
 * author writes: it decides between branches with the same commit, and says that one lies in a
 * fork.
 */
final class QueuedBranch {

  private static final String ORIGIN = "refs/remotes/origin/";
  private static final String QUEUE = ORIGIN + "gh-readonly-queue/";
  private static final Pattern SUBJECT =
      Pattern.compile("Merge pull request #([0-9]+) from ([^/\\s]+)/(\\S+)");

  private final MergeGroup group;
  private final CiEnvironment ci;
  private final GitRepository git;

  QueuedBranch(MergeGroup group, CiEnvironment ci, GitRepository git) {
    this.group = group;
    this.ci = ci;
    this.git = git;
  }

  /** Its name; that of a fork's as {@code owner:branch}; empty where nobody can tell. */
  Optional<String> name() {
    return own().or(() -> foreign().map(ForeignBranch::name));
  }

  /** The branch of a fork, as the merge's subject has it. */
  Optional<ForeignBranch> foreign() {
    return own().isPresent()
        ? Optional.empty()
        : subject()
            .filter(
                said ->
                    ci.gitHubOwner().filter(o -> !o.equalsIgnoreCase(said.group(2))).isPresent())
            .map(
                said ->
                    new ForeignBranch(
                        said.group(3), said.group(2), "the pull request comes from a fork"));
  }

  private Optional<String> own() {
    List<String> names =
        head().stream()
            .flatMap(
                commit ->
                    git.branches().optional().orElse(List.of()).stream()
                        .filter(b -> b.ref().startsWith(ORIGIN) && !b.ref().startsWith(QUEUE))
                        .filter(b -> b.commit().equals(commit))
                        .map(KnownBranch::name))
            .distinct()
            .toList();
    return names.size() == 1
        ? Optional.of(names.get(0))
        : subject().map(said -> said.group(3)).filter(names::contains);
  }

  /** What it changes there; empty where nobody can tell. */
  Optional<JudgedTip> tip(Optional<String> given) {
    if (!isChecked()) {
      return Optional.empty();
    }
    Optional<String> merged = merged();
    return merged.isPresent()
        ? Optional.of(new JudgedTip(merged, given.or(() -> git.resolve("HEAD^1")), false))
        : given
            .or(this::base)
            .map(base -> new JudgedTip(Optional.of("HEAD"), Optional.of(base), false));
  }

  /** Why that cannot be told. */
  BaseProblem problem() {
    if (!isChecked()) {
      return new BaseProblem(
          group.target(),
          "HEAD is not the commit that the merge queue made of pull request " + group.number(),
          "Check out what the event merge_group names, as actions/checkout does without a ref.");
    }
    if (head().isPresent() && name().isPresent()) {
      return new BaseProblem(
          group.target(),
          "nobody can tell what the merge queue put pull request " + group.number() + " on",
          "Let coord read the event's file (GITHUB_EVENT_PATH), which says it under base_sha; or let"
              + " the workflow say it: -Dcoord.base=COMMIT.");
    }
    String head = "refs/pull/" + group.number() + "/head";
    return new BaseProblem(
        group.target(),
        "nobody can tell which branch the merge queue merged as pull request " + group.number(),
        "Fetch all branches (fetch-depth: 0 in actions/checkout); where the queue squashes or"
            + " rebases, the pull request's own commit as well (git fetch origin "
            + head
            + ":"
            + head
            + "); or let the workflow say whose it is: -Dcoord.workstream=ID.");
  }

  private boolean isChecked() {
    return ci.commit().filter(git.head().id()::equals).isPresent();
  }

  /** The pull request's last commit. */
  private Optional<String> head() {
    return merged()
        .or(() -> git.resolve("refs/pull/" + group.number() + "/head"))
        .or(() -> git.resolve("refs/remotes/pull/" + group.number() + "/head"))
        .or(() -> git.resolve(ORIGIN + "pull/" + group.number() + "/head"));
  }

  /** The second parent of the queue's own merge: a queue that rebases makes none. */
  private Optional<String> merged() {
    Optional<String> first = git.resolve("HEAD^1");
    return group.base().isEmpty() || group.base().equals(first)
        ? git.resolve("HEAD^2")
        : Optional.empty();
  }

  private Optional<String> base() {
    return group
        .base()
        .filter(
            base ->
                git.mergeBase(base, git.head().id())
                    .optional()
                    .flatMap(b -> b)
                    .equals(group.base()));
  }

  private Optional<Matcher> subject() {
    return Optional.of(SUBJECT.matcher(git.head().subject()))
        .filter(Matcher::matches)
        .filter(said -> said.group(1).equals(group.number()));
  }
}
