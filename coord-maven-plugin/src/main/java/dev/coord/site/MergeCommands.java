package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.Readiness;
import dev.coord.assess.WaveState;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.TargetBranch;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to type to merge something: lines of a shell, to be copied. Nothing of it is ever run. Names
 * and messages can be anything that git allows, so each is one quoted word, and one that begins
 * with a dash is no option.
 */
public final class MergeCommands {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

  private static final String REMOTES = "refs/remotes/";

  private MergeCommands() {}

  /** How something that is left to merge is merged; empty where the plan names no branch. */
  public static Optional<String> of(Readiness one) {
    return one.source()
        .map(
            source ->
                switchTo(one.target(), one.from(), one.into())
                    + "\n"
                    + merge(source, one.ref(), one.tagged(), one.message()));
  }

  /**
   * What branches and messages come to, of what is left of a wave; empty where nothing is, or the
   * plan has commands of its own. What was given up is never merged.
   */
  static Optional<String> of(Assessment assessment, WaveState state) {
    Wave wave = state.wave();
    boolean through = !state.members().isEmpty() && !state.isOpen();
    if (through || !wave.commands().isEmpty()) {
      return Optional.empty();
    }
    Plan plan = assessment.plan();
    String into = plan.target(wave);
    List<String> lines = new ArrayList<>();
    lines.add(
        switchTo(
            into,
            wave.from().filter(from -> !isThere(assessment, into)),
            target(assessment, into)));
    for (WaveState.Member member : state.members()) {
      if (!member.isLeft()) {
        continue;
      }
      String id = member.workstream();
      Optional<String> branch = plan.workstream(id).flatMap(Workstream::branch);
      lines.add(
          branch
              .map(
                  name -> {
                    Optional<BranchEvidence> seen = seen(assessment, name);
                    return merge(
                        name,
                        seen.flatMap(BranchEvidence::ref),
                        seen.filter(BranchEvidence::tagged).isPresent(),
                        Optional.ofNullable(wave.messages().get(id)));
                  })
              .orElse("# " + id + " names no branch"));
    }
    wave.tag().ifPresent(tag -> lines.add("git tag " + name(tag)));
    return Optional.of(String.join("\n", lines));
  }

  /** How a branch is checked out. */
  public static String switchTo(String branch) {
    return "git switch " + name(branch);
  }

  /**
   * To the branch as it was judged: where another worktree has it, git lets it be checked out in
   * that one alone; a local one that is older is brought up to date.
   */
  private static String switchTo(String branch, Optional<String> from, Optional<TargetBranch> at) {
    if (from.isPresent()) {
      return "git switch -c " + quoted(branch) + " " + quoted(from.get());
    }
    String there =
        at.flatMap(TargetBranch::way).map(way -> "cd " + name(way)).orElse(switchTo(branch));
    return there
        + at.flatMap(TargetBranch::catchUp)
            .map(newer -> "\ngit merge --ff-only " + name(newer))
            .orElse("");
  }

  private static Optional<TargetBranch> target(Assessment assessment, String branch) {
    return assessment.evidence().git().optional().map(git -> git.targets().get(branch));
  }

  /** Whether what a wave makes is there already. */
  private static boolean isThere(Assessment assessment, String branch) {
    return assessment
        .evidence()
        .git()
        .optional()
        .map(git -> git.lines().get(branch))
        .flatMap(Observation::optional)
        .flatMap(BranchLine::ref)
        .isPresent();
  }

  private static Optional<BranchEvidence> seen(Assessment assessment, String branch) {
    return assessment
        .evidence()
        .git()
        .optional()
        .map(GitEvidence::branches)
        .flatMap(branches -> Optional.ofNullable(branches.get(branch)));
  }

  /**
   * A branch that only the remote has is called by the remote's name. One whose name a tag bears is
   * called by its full name, and the message says what git would say without the tag.
   */
  private static String merge(
      String branch, Optional<String> ref, boolean tagged, Optional<String> message) {
    boolean remote = ref.filter(full -> full.startsWith(REMOTES)).isPresent();
    String called = remote ? ref.get().substring(REMOTES.length()) : branch;
    String kind = remote ? "Merge remote-tracking branch '" : "Merge branch '";
    return tagged && ref.isPresent()
        ? merge(ref.get(), message.or(() -> Optional.of(kind + called + "'")))
        : merge(called, message);
  }

  private static String merge(String branch, Optional<String> message) {
    String said = message.map(text -> " -m " + quoted(text)).orElse("");
    return branch.startsWith("-")
        ? "git merge --no-ff" + said + " -- " + quoted(branch)
        : "git merge --no-ff " + quoted(branch) + said;
  }

  /** A name after which nothing comes. */
  private static String name(String name) {
    return (name.startsWith("-") ? "-- " : "") + quoted(name);
  }

  /** A word of a shell: git allows names that a shell would run. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
