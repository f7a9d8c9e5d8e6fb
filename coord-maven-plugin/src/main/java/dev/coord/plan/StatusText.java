package dev.coord.plan;

import dev.coord.plan.StatusClause.Said;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands a status of several parts: the first that names a state decides, and what follows
 * qualifies it. Where the two do not go together, nothing is understood: a claim is contradicted
 * only by what is plainly said.
 */
final class StatusText {

  private static final Pattern FRACTION =
      Pattern.compile("(?<![0-9#])([0-9]{1,6}+)(?: of |/)([0-9]{1,6}+)(?![0-9])");

  private final List<StatusClause> before;
  private final StatusClause head;
  private final List<StatusClause> tail;
  private final boolean partial;

  private StatusText(List<StatusClause> clauses, int head, boolean partial) {
    this.before = clauses.subList(0, head);
    this.head = clauses.get(head);
    this.tail = clauses.subList(head + 1, clauses.size());
    this.partial = partial;
  }

  static StatusReading read(String status) {
    List<StatusClause> clauses = StatusWords.of(status).stream().map(StatusClause::of).toList();
    boolean strange = false;
    for (int at = 0; at < clauses.size(); at++) {
      StatusClause head = clauses.get(at);
      StatusReading own = alone(head, strange || head.hasSubject());
      if (!own.isNothing()) {
        return new StatusText(clauses, at, isPartial(status)).qualified(own);
      }
      strange |= head.isStrange();
    }
    return StatusReading.NOTHING;
  }

  /** What a status says that begins with a share of the work, with what follows that. */
  static StatusReading read(StatusWord share, String rest) {
    List<StatusClause> clauses = StatusWords.of(rest).stream().map(StatusClause::of).toList();
    return clauses.stream().skip(1).anyMatch(StatusClause::isThrough)
        ? StatusReading.UNCLEAR
        : StatusReading.of(share);
  }

  private static boolean isPartial(String status) {
    Matcher fraction = FRACTION.matcher(status);
    while (fraction.find()) {
      if (Integer.parseInt(fraction.group(1)) < Integer.parseInt(fraction.group(2))) {
        return true;
      }
    }
    return false;
  }

  /** What a part says by itself. */
  private static StatusReading alone(StatusClause clause, boolean subject) {
    if (clause.has(StatusCue.DOUBT) || clause.has(StatusCue.REVERTED)) {
      return StatusReading.UNCLEAR;
    }
    if (clause.first().isEmpty()) {
      boolean open = !clause.isStrange() && (clause.isLater() || clause.isNotYet());
      return open ? StatusReading.of(StatusWord.OPEN) : StatusReading.NOTHING;
    }
    Said first = clause.first().get();
    return switch (first.cue()) {
      case DONE, CLOSED, MERGED, RELEASED -> through(clause, first, subject);
      case TODO -> subject ? StatusReading.UNCLEAR : with(clause, first, StatusWord.TODO);
      case DROPPED -> whole(clause, first, StatusWord.DROPPED, subject);
      case READY -> whole(clause, first, StatusWord.READY, subject);
      case BLOCKED -> with(clause, first, StatusWord.BLOCKED);
      case ACTIVE -> with(clause, first, first.later() ? StatusWord.OPEN : StatusWord.ACTIVE);
      default -> with(clause, first, StatusWord.OPEN);
    };
  }

  /** What a part that is ready or was given up says of the whole: nothing. */
  private static StatusReading whole(
      StatusClause clause, Said first, StatusWord word, boolean subject) {
    if (first.later()) {
      return with(clause, first, StatusWord.OPEN);
    }
    return subject ? StatusReading.UNCLEAR : with(clause, first, word);
  }

  private static StatusReading through(StatusClause clause, Said first, boolean subject) {
    if (!first.isPlain()) {
      return first.cue() == StatusCue.RELEASED
          ? StatusReading.UNCLEAR
          : StatusReading.of(StatusWord.OPEN);
    }
    boolean merged = first.cue() == StatusCue.MERGED || first.cue() == StatusCue.RELEASED;
    if (clause.hasSubject() || subject && !merged || !clause.isThrough()) {
      return StatusReading.UNCLEAR;
    }
    return StatusReading.of(StatusWord.MERGED);
  }

  /** The first statement of a part beside the others of the same part. */
  private static StatusReading with(StatusClause clause, Said first, StatusWord word) {
    List<Said> others = clause.said().filter(one -> one != first).toList();
    boolean against =
        others.stream().anyMatch(o -> o.cue().isThrough() && o.isPlain() && o.added())
            || word == StatusWord.TODO && others.stream().anyMatch(StatusText::isBegun)
            || word == StatusWord.READY && clause.says(StatusCue.TODO);
    return against ? StatusReading.UNCLEAR : StatusReading.of(word);
  }

  private static boolean isBegun(Said said) {
    return !said.denied() && (said.cue() == StatusCue.ACTIVE || said.cue() == StatusCue.READY);
  }

  private StatusReading qualified(StatusReading own) {
    if (!own.says(StatusWord.MERGED)) {
      return own.isUnclear() ? own : unfinished(own);
    }
    if (partial || Stream.concat(before.stream(), all()).anyMatch(StatusText::isDoubted)) {
      return StatusReading.UNCLEAR;
    }
    boolean merged =
        Stream.concat(
                Stream.of(head).filter(StatusText::isMerged),
                tail.stream().filter(StatusClause::isThrough).filter(StatusText::isMerged))
            .findAny()
            .isPresent();
    return merged ? merged() : done();
  }

  private Stream<StatusClause> all() {
    return Stream.concat(Stream.of(head), tail.stream());
  }

  private static boolean isDoubted(StatusClause clause) {
    return clause.has(StatusCue.DOUBT)
        || clause.has(StatusCue.UNLESS)
        || clause.has(StatusCue.PART)
        || clause.has(StatusCue.REVERTED)
        || clause.isShare();
  }

  private static boolean isMerged(StatusClause clause) {
    return clause.says(StatusCue.MERGED) || clause.says(StatusCue.RELEASED);
  }

  /** What says that it is merged, in a word that means nothing else. */
  private StatusReading merged() {
    return all().anyMatch(StatusText::deniesMerge)
        ? StatusReading.UNCLEAR
        : StatusReading.of(StatusWord.MERGED);
  }

  private static boolean deniesMerge(StatusClause clause) {
    boolean denied = clause.denies(StatusCue.MERGED) || clause.denies(StatusCue.DONE);
    boolean of = clause.isReserved() && clause.isStrange();
    boolean unfinished =
        clause.isUnfinished() && (!clause.isStrange() || clause.has(StatusCue.MERGE));
    boolean itself = waits(clause) || clause.announces(StatusCue.DONE) || unfinished || denied;
    return of || !clause.hasSubject() && itself;
  }

  /** What says that it is through, which may be said of what still waits for its merge. */
  private StatusReading done() {
    boolean waits = all().anyMatch(StatusText::waits);
    if (all().anyMatch(StatusText::isUndone) || waits && head.says(StatusCue.CLOSED)) {
      return StatusReading.UNCLEAR;
    }
    return StatusReading.of(waits ? StatusWord.READY : StatusWord.MERGED);
  }

  /** Whether something stands for its merge: that is ready, and not merged. */
  private static boolean waits(StatusClause clause) {
    boolean pending = clause.isLater() || clause.isUnfinished() || clause.has(StatusCue.LACK);
    return clause.says(StatusCue.READY)
        || clause.denies(StatusCue.MERGED)
        || clause.announces(StatusCue.MERGED)
        || clause.announces(StatusCue.READY)
        || clause.has(StatusCue.MERGE) && pending;
  }

  /** Whether something is left that is not the merge. */
  private static boolean isUndone(StatusClause clause) {
    if (waits(clause)) {
      return clause.hasSubject() && clause.first().isPresent();
    }
    return clause.isUnfinished()
        || clause.has(StatusCue.LACK)
        || clause.denies(StatusCue.DONE)
        || clause.announces(StatusCue.DONE)
        || clause.isReserved() && clause.isStrange();
  }

  /** What is not through, unless what follows says that it is. */
  private StatusReading unfinished(StatusReading own) {
    Set<StatusWord> begun = Set.of(StatusWord.TODO, StatusWord.DROPPED);
    boolean against =
        tail.stream().anyMatch(StatusClause::isThrough)
            || own.word().filter(begun::contains).isPresent()
                && tail.stream().flatMap(StatusClause::said).anyMatch(StatusText::isBegun)
            || own.says(StatusWord.READY)
                && tail.stream().anyMatch(clause -> clause.says(StatusCue.TODO));
    if (against) {
      return StatusReading.UNCLEAR;
    }
    boolean active =
        own.says(StatusWord.READY) && all().anyMatch(clause -> clause.says(StatusCue.ACTIVE));
    return active ? StatusReading.of(StatusWord.ACTIVE) : own;
  }
}
