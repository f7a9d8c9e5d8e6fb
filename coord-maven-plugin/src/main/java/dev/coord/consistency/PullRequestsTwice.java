package dev.coord.consistency;

import static java.util.stream.Collectors.joining;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Epic.Issue;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Workstream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Pull requests that issues and the merge queue give to two workstreams, and issues that are closed
 * by one that still waits in the queue. What one issue, or one entry of the queue, says twice is
 * told elsewhere.
 */
final class PullRequestsTwice {

  /**
   * That a pull request is of a workstream.
   *
   * @param issue the number of the issue that says so; empty for the queue
   */
  private record Said(
      int number, String workstream, String by, OptionalInt issue, boolean queue, Location place) {}

  private final Plan plan;
  private final Map<Integer, Entry> queue = new HashMap<>();

  private PullRequestsTwice(Plan plan) {
    this.plan = plan;
    for (Entry entry : plan.merges().queue()) {
      entry.pullRequest().ifPresent(number -> queue.putIfAbsent(number, entry));
    }
  }

  static Stream<Contradiction> of(Plan plan) {
    PullRequestsTwice requests = new PullRequestsTwice(plan);
    return Stream.concat(requests.owned(), requests.closed());
  }

  private Stream<Contradiction> owned() {
    return Twice.of(Stream.concat(issues(), entries()), said -> Optional.of(said.number()))
        .filter(two -> two.differs(Said::workstream) && !isToldElsewhere(two))
        .map(
            two ->
                Twice.told(
                    "pull request " + two.first().number(),
                    two.first().by() + " gives it to " + two.first().workstream(),
                    two.first().place(),
                    two.again().by() + " gives it to " + two.again().workstream(),
                    two.again().place(),
                    "Name the workstream that it brings, or correct the number."));
  }

  private static boolean isToldElsewhere(Twice<Said> two) {
    Said one = two.first();
    Said other = two.again();
    return one.queue() && other.queue()
        || one.issue().isPresent() && one.issue().equals(other.issue());
  }

  private Stream<Said> issues() {
    return plan.epics().stream()
        .flatMap(epic -> epic.issues().stream().flatMap(issue -> said(epic, issue).stream()));
  }

  private static Optional<Said> said(Epic epic, Issue issue) {
    return issue.pullRequest().isEmpty()
        ? Optional.empty()
        : issue
            .workstream()
            .map(
                workstream ->
                    new Said(
                        issue.pullRequest().getAsInt(),
                        workstream,
                        name(issue) + " of epic " + epic.id(),
                        issue.number(),
                        false,
                        issue.origin().of("pull_request")));
  }

  private static String name(Issue issue) {
    return issue.number().isPresent()
        ? "issue #" + issue.number().getAsInt()
        : "the issue \"" + issue.title() + "\"";
  }

  private Stream<Said> entries() {
    return plan.merges().queue().stream()
        .filter(entry -> entry.pullRequest().isPresent())
        .flatMap(
            entry ->
                entry
                    .workstream()
                    .or(() -> entry.source().flatMap(plan::workstreamOfBranch).map(Workstream::id))
                    .map(
                        workstream ->
                            new Said(
                                entry.pullRequest().getAsInt(),
                                workstream,
                                "the merge queue",
                                OptionalInt.empty(),
                                true,
                                entry.origin().of("pull_request")))
                    .stream());
  }

  /** One for each pull request, however many issues it closes. */
  private Stream<Contradiction> closed() {
    Map<Integer, Epic> told = new HashMap<>();
    return plan.epics().stream()
        .flatMap(
            epic ->
                epic.issues().stream()
                    .filter(issue -> issue.state() == Issue.State.CLOSED)
                    .filter(issue -> issue.pullRequest().isPresent())
                    .filter(issue -> waits(issue.pullRequest().getAsInt()))
                    .filter(issue -> told.putIfAbsent(issue.pullRequest().getAsInt(), epic) == null)
                    .map(issue -> closed(epic, issue)))
        .toList()
        .stream();
  }

  /** Whether the queue says that something is still to be merged. */
  private boolean waits(int number) {
    Entry entry = queue.get(number);
    if (entry == null) {
      return false;
    }
    Optional<StatusWord> word = StatusWord.of(entry.status(), plan.project().vocabulary());
    return entry.status().isEmpty()
        || word.filter(w -> w != StatusWord.MERGED && w != StatusWord.DROPPED).isPresent();
  }

  private Contradiction closed(Epic epic, Issue issue) {
    int number = issue.pullRequest().getAsInt();
    Entry entry = queue.get(number);
    boolean said = !entry.status().isEmpty();
    Location there = said ? entry.origin().of("status") : entry.origin().self();
    return new Contradiction(
        "epic " + epic.id() + issue.number().stream().mapToObj(n -> "/#" + n).collect(joining()),
        name(issue) + " is closed by pull request " + number,
        issue.origin().of("pull_request"),
        "the merge queue lists that "
            + (said ? "with status: " + entry.status() : "as one to be merged")
            + " ("
            + there
            + ")",
        List.of(there),
        "Correct the state of the issue, or take the pull request out of the queue.");
  }
}
