package dev.coord.consistency;

import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pull requests that the merge queue lists in two ways, or in another state than their work. */
final class QueueTwice {

  private final Plan plan;

  private QueueTwice(Plan plan) {
    this.plan = plan;
  }

  static Stream<Contradiction> of(Plan plan) {
    QueueTwice queue = new QueueTwice(plan);
    List<Entry> entries = plan.merges().queue();
    return Stream.concat(
        Twice.of(entries.stream(), entry -> entry.pullRequest().stream().boxed().findFirst())
            .flatMap(QueueTwice::twice),
        entries.stream().flatMap(entry -> queue.state(entry).stream()));
  }

  private static Stream<Contradiction> twice(Twice<Entry> two) {
    return Stream.of(
            differ(two, "workstream", entry -> entry.workstream().orElse("")),
            differ(two, "status", Entry::status),
            differ(two, "reviewer", entry -> entry.reviewer().orElse("")))
        .flatMap(Optional::stream);
  }

  private static Optional<Contradiction> differ(
      Twice<Entry> two, String key, Function<Entry, String> text) {
    return two.differs(text)
        ? Optional.of(
            Twice.told(
                "queue " + two.first().pullRequest().getAsInt(),
                key + ": " + text.apply(two.first()),
                two.first().origin().of(key),
                "the queue lists pull request "
                    + two.first().pullRequest().getAsInt()
                    + " again, with "
                    + key
                    + ": "
                    + text.apply(two.again()),
                two.again().origin().of(key),
                "List it once."))
        : Optional.empty();
  }

  /** Work that is merged, or ready to be, on one of the two sides alone. */
  private Optional<Contradiction> state(Entry entry) {
    Optional<StatusWord> queued = word(entry.status());
    return entry
        .workstream()
        .flatMap(plan::workstream)
        .or(() -> entry.source().flatMap(plan::workstreamOfBranch))
        .filter(
            workstream ->
                queued.isPresent()
                    && word(workstream.status()).isPresent()
                    && contradict(word(workstream.status()).get(), queued.get()))
        .map(workstream -> contradiction(workstream, entry));
  }

  private Optional<StatusWord> word(String status) {
    return StatusWord.of(status, plan.project().vocabulary());
  }

  /** A pull request that was given up may have been replaced by another one. */
  private static boolean contradict(StatusWord work, StatusWord queued) {
    if (queued == StatusWord.DROPPED) {
      return false;
    }
    return (work == StatusWord.MERGED) != (queued == StatusWord.MERGED)
        || queued == StatusWord.READY && (work == StatusWord.BLOCKED || work == StatusWord.TODO)
        || queued == StatusWord.BLOCKED && work == StatusWord.READY;
  }

  private static Contradiction contradiction(Workstream workstream, Entry entry) {
    return Twice.told(
        workstream.id(),
        "status: " + workstream.status(),
        workstream.origin().of("status"),
        "its entry in the merge queue says " + entry.status(),
        entry.origin().of("status"),
        "Write the same state in both.");
  }
}
