package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Epic.Progress;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import dev.coord.plan.WorkCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The status of an epic against its issues and tasks and against its claimed progress, where both
 * cannot be so. A word for the whole is about both. A status that tells of a part, such as {@code
 * Weeks 1-4 are complete}, says nothing of the whole.
 */
final class EpicStatus {

  private static final String REMEDY = "Correct the status, or what it is held against.";
  private static final int WHOLE = 100;

  /** {@code 3/3}, {@code 3 of 3 issues closed}. */
  private static final Pattern COUNT =
      Pattern.compile(
          "([0-9]{1,6})(?:\\s*/\\s*|\\s+of\\s+)([0-9]{1,6})(?:\\s+(?:issues|tasks))?"
              + "(?:\\s+(?:are\\s+)?(?:done|closed|complete|completed|finished))?",
          Pattern.CASE_INSENSITIVE);

  private final Epic epic;
  private final List<EpicCount> counts;

  private EpicStatus(Epic epic, List<EpicCount> counts) {
    this.epic = epic;
    this.counts = counts;
  }

  static Stream<Contradiction> of(Plan plan) {
    Map<String, String> vocabulary = plan.project().vocabulary();
    EpicCount.Counter counter = new EpicCount.Counter(plan);
    return plan.epics().stream()
        .filter(epic -> !epic.status().isEmpty())
        .flatMap(epic -> new EpicStatus(epic, counter.of(epic)).look(vocabulary));
  }

  private Stream<Contradiction> look(Map<String, String> vocabulary) {
    OptionalInt share = StatusWord.leadingShare(epic.status());
    if (share.isPresent()) {
      return share(share.getAsInt());
    }
    Matcher count = COUNT.matcher(epic.status().strip());
    if (count.matches()) {
      return count(Integer.parseInt(count.group(1)), Integer.parseInt(count.group(2)));
    }
    return word(StatusWord.ofWhole(epic.status(), vocabulary));
  }

  /**
   * A share stands for the whole, and is held against what is claimed of the whole. It is one of
   * its issues, or of its tasks where it has none.
   */
  private Stream<Contradiction> share(int percent) {
    Stream<Contradiction> counted =
        counts.stream()
            .limit(1)
            .filter(
                c ->
                    (long) percent * c.total() > (long) WHOLE * c.done()
                        && Shares.apart(percent, WHOLE, c.done(), c.total()))
            .map(this::counted);
    Stream<Contradiction> claimed =
        epic.progress().stream()
            .filter(claim -> claim.weeks().isEmpty() && Shares.isApart(claim, percent))
            .map(this::claimed);
    return first(counted, claimed);
  }

  /** A count stands for the whole as a share does; of another total it may be of other things. */
  private Stream<Contradiction> count(int done, int total) {
    return counts.stream()
        .filter(c -> c.total() == total && c.done() < done)
        .limit(1)
        .map(this::counted);
  }

  private Stream<Contradiction> word(Optional<StatusWord> word) {
    if (word.isEmpty()) {
      return Stream.empty();
    }
    return switch (word.get()) {
      case MERGED ->
          first(
              counts.stream().filter(c -> c.done() < c.total()).map(this::counted),
              epic.progress().stream()
                  .filter(claim -> Shares.isApart(claim, WHOLE))
                  .map(this::claimed));
      case TODO ->
          first(
              counts.stream().filter(EpicCount::begun).map(this::counted),
              epic.progress().stream()
                  .filter(claim -> Shares.isApart(claim, 0))
                  .map(this::claimed));
      case OPEN, ACTIVE, BLOCKED -> first(Stream.empty(), whole());
      case READY, DROPPED -> Stream.empty();
    };
  }

  private Stream<Contradiction> whole() {
    return epic.progress().stream()
        .filter(claim -> claim.weeks().isEmpty() && !Shares.isApart(claim, WHOLE))
        .map(this::claimed);
  }

  /** What is counted, and the first of the claims: further ones are held against that. */
  private static Stream<Contradiction> first(
      Stream<Contradiction> counted, Stream<Contradiction> claimed) {
    List<Contradiction> found = new ArrayList<>(counted.toList());
    claimed.findFirst().ifPresent(found::add);
    return found.stream();
  }

  private Contradiction counted(EpicCount what) {
    String key = what.of() == WorkCount.Of.ISSUES ? "issues" : "workstreams";
    return contradiction(what.words(""), epic.origin().of(key));
  }

  private Contradiction claimed(Progress claim) {
    String weeks = claim.weeks().map(stretch -> " in " + stretch).orElse("");
    Location there = claim.origin().self();
    return contradiction("its progress is claimed at " + claim + weeks + " (" + there + ")", there);
  }

  private Contradiction contradiction(String found, Location against) {
    return new Contradiction(
        "epic " + epic.id(),
        "status: " + epic.status(),
        epic.origin().of("status"),
        found,
        List.of(against),
        REMEDY);
  }
}
