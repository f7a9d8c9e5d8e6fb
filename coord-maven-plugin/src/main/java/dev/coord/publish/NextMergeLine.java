package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.NextMerges;
import dev.coord.assess.Readiness;
import dev.coord.site.MergeCommands;
import java.util.Optional;

/** What merges next, in one line. */
final class NextMergeLine {

  private NextMergeLine() {}

  /** Names it with its commands, else what holds up the first; empty when nothing is left. */
  static Optional<String> of(Assessment assessment) {
    NextMerges merges = NextMerges.of(assessment);
    Optional<Readiness> next = merges.next();
    if (next.isPresent()) {
      String commands =
          MergeCommands.of(next.get())
              .map(text -> " (" + text.replace("\n", " && ") + ")")
              .orElse("");
      return Optional.of(
          "next merge: " + next.get().key() + " into " + next.get().target() + commands);
    }
    return merges.all().stream()
        .findFirst()
        .map(
            first -> {
              int more = first.blockers().size() - 1;
              return "next merge: none, "
                  + first.key()
                  + " is held up by "
                  + first.blockers().get(0).text()
                  + (more > 0 ? " and " + more + " more" : "");
            });
  }
}
