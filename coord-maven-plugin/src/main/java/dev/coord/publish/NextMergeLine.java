package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.MergeDoubts.Doubt;
import dev.coord.assess.NextMerges;
import dev.coord.assess.Readiness;
import dev.coord.assess.Readiness.Holds;
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
    return merges.heldUp().stream()
        .findFirst()
        .map(first -> "next merge: none, " + first.key() + " is held up by " + reasons(first))
        .or(() -> merges.doubts().stream().findFirst().map(first -> unknown(merges, first)));
  }

  /** The first that is known to hold it up, and how many more there are. */
  private static String reasons(Readiness one) {
    String first =
        one.blockers().stream()
            .filter(blocker -> blocker.holds() == Holds.NO)
            .findFirst()
            .orElseThrow()
            .text();
    return first + more(one.blockers().size() - 1);
  }

  private static String unknown(NextMerges merges, Doubt first) {
    int all = merges.all().size();
    int number = first.about().size();
    String whose =
        number == 1
            ? "of " + first.about().get(0).key()
            : "of " + (number == all ? "all " + all : number + " of the " + all) + " that are left";
    String why =
        first.conditions().isEmpty()
            ? first.reason()
            : first.conditions().get(0).text() + more(first.conditions().size() - 1);
    return "next merge: unknown, " + whose + ": " + why;
  }

  private static String more(int number) {
    return number > 0 ? " and " + number + " more" : "";
  }
}
