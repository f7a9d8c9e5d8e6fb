package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.Readiness;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitEvidence;
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
                switchTo(one.target(), one.from())
                    + "\n"
                    + merge(from(source, one.ref()), one.message()));
  }

  /** The commands of the plan, else those that branches and messages come to. */
  static String of(Assessment assessment, Wave wave) {
    if (!wave.commands().isEmpty()) {
      return wave.commands();
    }
    Plan plan = assessment.plan();
    String into = wave.into().orElse(plan.project().integrationBranch());
    List<String> lines = new ArrayList<>();
    lines.add(switchTo(into, wave.from()));
    for (String id : wave.workstreams()) {
      Optional<String> branch = plan.workstream(id).flatMap(Workstream::branch);
      lines.add(
          branch
              .map(
                  name ->
                      merge(
                          from(name, ref(assessment, name)),
                          Optional.ofNullable(wave.messages().get(id))))
              .orElse("# " + id + " names no branch"));
    }
    wave.tag().ifPresent(tag -> lines.add("git tag " + name(tag)));
    return String.join("\n", lines);
  }

  private static String switchTo(String branch, Optional<String> from) {
    return from.map(made -> "git switch -c " + quoted(branch) + " " + quoted(made))
        .orElseGet(() -> "git switch " + name(branch));
  }

  private static Optional<String> ref(Assessment assessment, String branch) {
    return assessment
        .evidence()
        .git()
        .optional()
        .map(GitEvidence::branches)
        .flatMap(branches -> Optional.ofNullable(branches.get(branch)))
        .flatMap(BranchEvidence::ref);
  }

  /** A branch that only the remote has is called by the remote's name. */
  private static String from(String branch, Optional<String> ref) {
    return ref.filter(full -> full.startsWith(REMOTES))
        .map(full -> full.substring(REMOTES.length()))
        .orElse(branch);
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
