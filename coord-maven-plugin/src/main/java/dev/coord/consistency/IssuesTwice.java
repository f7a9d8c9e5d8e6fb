package dev.coord.consistency;

import dev.coord.plan.Epic;
import dev.coord.plan.Epic.Issue;
import dev.coord.plan.Plan;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Issues that are listed twice, with another title, workstream or pull request. */
final class IssuesTwice {

  private record IssueIn(Epic epic, Issue issue) {}

  private IssuesTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    Stream<IssueIn> issues =
        plan.epics().stream()
            .flatMap(epic -> epic.issues().stream().map(issue -> new IssueIn(epic, issue)));
    return Twice.of(issues, one -> one.issue().number().stream().boxed().findFirst())
        .flatMap(IssuesTwice::twice);
  }

  private static Stream<Contradiction> twice(Twice<IssueIn> two) {
    return Stream.of(
            differ(two, "title", "called \"", "\"", Issue::title),
            differ(two, "workstream", "of workstream ", "", i -> i.workstream().orElse("")),
            differ(two, "pull_request", "brought by pull request ", "", IssuesTwice::pullRequest))
        .flatMap(Optional::stream);
  }

  private static String pullRequest(Issue issue) {
    return issue.pullRequest().stream().mapToObj(Integer::toString).findFirst().orElse("");
  }

  private static Optional<Contradiction> differ(
      Twice<IssueIn> two, String key, String before, String after, Function<Issue, String> text) {
    if (!two.differs(one -> text.apply(one.issue()))) {
      return Optional.empty();
    }
    Issue first = two.first().issue();
    Issue again = two.again().issue();
    return Optional.of(
        Twice.told(
            "epic " + two.first().epic().id() + "/#" + first.number().getAsInt(),
            "issue #" + first.number().getAsInt() + " is " + before + text.apply(first) + after,
            first.origin().of(key),
            "epic "
                + two.again().epic().id()
                + " says that it is "
                + before
                + text.apply(again)
                + after,
            again.origin().of(key),
            "Write the same in both, or list it once."));
  }
}
