package dev.coord.site;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What to type to merge a wave: lines of a shell, to be copied. Nothing of it is ever run. */
final class MergeCommands {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

  private MergeCommands() {}

  /** The commands of the plan, else those that branches and messages come to. */
  static String of(Plan plan, Wave wave) {
    if (!wave.commands().isEmpty()) {
      return wave.commands();
    }
    String into = quoted(wave.into().orElse(plan.project().integrationBranch()));
    List<String> lines = new ArrayList<>();
    lines.add(
        wave.from()
            .map(from -> "git checkout -b " + into + " " + quoted(from))
            .orElse("git checkout " + into));
    for (String id : wave.workstreams()) {
      Optional<String> branch = plan.workstream(id).flatMap(Workstream::branch);
      String message =
          Optional.ofNullable(wave.messages().get(id))
              .map(text -> " -m " + quoted(text))
              .orElse("");
      lines.add(
          branch
              .map(name -> "git merge --no-ff " + quoted(name) + message)
              .orElse("# " + id + " names no branch"));
    }
    wave.tag().ifPresent(tag -> lines.add("git tag " + quoted(tag)));
    return String.join("\n", lines);
  }

  /** A word of a shell: git allows names that a shell would run. */
  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
