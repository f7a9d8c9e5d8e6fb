package dev.coord.engine;

import dev.coord.diagnostic.Enumerated;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds where a branch's mailmap takes commits for those of people whom the base's plan knows: who
 * adds a line there may be anybody from the next branch on.
 */
final class MailmapGuard {

  /** Where git looks for it. */
  static final String PATH = ".mailmap";

  private final Plan law;
  private final GitRepository git;

  /**
   * A guard of who is who.
   *
   * @param law the plan of the base
   */
  MailmapGuard(Plan law, GitRepository git) {
    this.law = law;
    this.git = git;
  }

  /** The change; empty when the branch gives no commits to anybody. */
  Optional<GuardedFile.Changed> of(BranchDelta delta, PlanGuard guard) {
    if (!GuardedFile.touches(delta, PATH)) {
      return Optional.empty();
    }
    List<String> gains = gains(delta.mergeBase(), delta.tip());
    return gains.isEmpty()
        ? Optional.empty()
        : Optional.of(file(gains).changed(delta, allows(gains, guard)));
  }

  /**
   * The people for whose addresses a commit's mailmap takes others, and an older one's does not.
   */
  List<String> gains(String before, String after) {
    Map<String, Set<String>> known = aliases(before);
    Map<String, Set<String>> now = aliases(after);
    return law.people().stream()
        .filter(
            person ->
                now.entrySet().stream()
                    .anyMatch(
                        used ->
                            !person.emails().contains(used.getKey())
                                && used.getValue().stream()
                                    .filter(person.emails()::contains)
                                    .anyMatch(
                                        taken ->
                                            !known
                                                .getOrDefault(used.getKey(), Set.of())
                                                .contains(taken))))
        .map(Person::id)
        .toList();
  }

  private Map<String, Set<String>> aliases(String commit) {
    return git.aliases(commit).optional().orElse(Map.of());
  }

  /** The file as changed. */
  static GuardedFile file(List<String> gains) {
    return new GuardedFile(
        PATH,
        PATH,
        "Who is who is changed: "
            + PATH
            + " takes commits of others for those of "
            + Enumerated.of(gains)
            + ".");
  }

  /** Whoever may weaken the plan, and somebody who has another address and says so. */
  static Function<Commit, Optional<String>> allows(List<String> gains, PlanGuard guard) {
    return commit ->
        guard
            .steward(commit)
            .or(
                () ->
                    gains.size() == 1
                        ? Optional.of(gains.get(0)).filter(one -> guard.isOf(commit, one))
                        : Optional.empty());
  }
}
