package dev.coord.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One part of a status, read by itself: what it says, and of what. */
final class StatusClause {

  /**
   * A state that is said, denied or announced.
   *
   * @param cue what is said
   * @param denied whether it is said not to be so
   * @param later whether it is said to be so later
   * @param added whether {@code and} or a word like it stands before it
   */
  record Said(StatusCue cue, boolean denied, boolean later, boolean added) {

    boolean isPlain() {
      return !denied && !later;
    }
  }

  /** What may follow a word of being through without being the object of it. */
  private static final Set<String> FOLLOWING =
      Set.of(
          "in",
          "into",
          "to",
          "on",
          "onto",
          "at",
          "yes",
          "via",
          "as",
          "from",
          "with",
          "today",
          "yesterday",
          "again",
          "last",
          "cleanly",
          "early",
          "earlier",
          "late",
          "ahead",
          "too",
          "also",
          "both",
          "already",
          "completely",
          "fully",
          "100%");

  /** Where the whole of something is through: not in a part of it, nor on its branch. */
  private static final Set<String> PLACES =
      Set.of(
          "main",
          "master",
          "trunk",
          "production",
          "time",
          "schedule",
          "pr",
          "pull",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");

  private static final Set<String> PREPOSITIONS = Set.of("in", "into", "to", "on", "onto", "at");

  private static final Pattern NAMED = Pattern.compile("#[0-9]++|[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern SHARE = Pattern.compile("[0-9]{1,2}(?:[.,][0-9]++)?%");
  private static final Pattern DIGITS = Pattern.compile("#?[0-9].*+");

  private final StatusWords text;
  private final List<Said> said = new ArrayList<>();
  private final Set<StatusCue> signs = EnumSet.noneOf(StatusCue.class);
  private boolean subject;
  private boolean object;
  private boolean strange;
  private boolean denied;
  private boolean later;
  private boolean added;
  private boolean past;
  private boolean part;

  private StatusClause(StatusWords text) {
    this.text = text;
  }

  static StatusClause of(StatusWords text) {
    StatusClause clause = new StatusClause(text);
    clause.read();
    return clause;
  }

  private void read() {
    List<String> words = text.words();
    if (text.asked()) {
      signs.add(StatusCue.DOUBT);
    }
    int named = 0;
    for (int at = 0; at < words.size(); ) {
      Optional<StatusCue.Match> match = StatusCue.at(words, at);
      if (match.isPresent()) {
        at = match.get().end();
        if (!take(match.get().cue(), words.subList(at, words.size()))) {
          return;
        }
      } else if (words.get(at).equals("all") || words.get(at).equals("every")) {
        named = 2;
        at++;
      } else {
        boolean whole = named-- > 0 || NAMED.matcher(words.get(at)).matches();
        strange |= !whole;
        subject |= !whole && said.isEmpty();
        at++;
      }
    }
    if (part) {
      partly();
    }
    if (words.size() > 1 && words.get(words.size() - 1).equals("no") && !said.isEmpty()) {
      Said last = said.remove(said.size() - 1);
      said.add(new Said(last.cue(), true, last.later(), last.added()));
    }
  }

  /** Takes a cue, and says whether the words behind it belong to the same statement. */
  private boolean take(StatusCue cue, List<String> rest) {
    switch (cue) {
      case NOT -> denied = true;
      case AND -> added = true;
      case LATER -> later = true;
      case PAST -> past = true;
      case PART -> {
        part = true;
        signs.add(cue);
      }
      case WHEN -> put(cue);
      case ONCE -> {
        put(cue);
        return said.isEmpty();
      }
      case UNLESS -> {
        signs.add(cue);
        return false;
      }
      case SINCE -> {
        return false;
      }
      case AFTER -> {
        if (said().anyMatch(StatusClause::mayWait)) {
          signs.add(StatusCue.UNLESS);
        }
        return false;
      }
      case LACK, REVERTED, DOUBT, MERGE -> {
        if (!denied || cue == StatusCue.MERGE) {
          signs.add(cue);
        }
      }
      case NEUTRAL, FILLER, NOR -> {}
      default -> state(cue, rest);
    }
    return true;
  }

  private void put(StatusCue when) {
    signs.add(when);
    if (said.isEmpty()) {
      later = true;
    } else {
      Said last = said.remove(said.size() - 1);
      said.add(new Said(last.cue(), last.denied(), true, last.added()));
    }
  }

  /** Whether what is said to be through may be so only later. */
  private static boolean mayWait(Said one) {
    return one.cue() == StatusCue.DONE || one.cue() == StatusCue.CLOSED;
  }

  private void state(StatusCue cue, List<String> rest) {
    if (cue == StatusCue.READY && !rest.isEmpty() && rest.get(0).equals("of")) {
      strange = true;
      subject |= said.isEmpty();
    } else if (cue == StatusCue.UNDONE || cue == StatusCue.UNMERGED) {
      said.add(new Said(through(cue), true, false, added));
    } else if (cue.isThrough()) {
      said.add(new Said(cue, denied, later, added));
      object |= !denied && !later && !mayFollow(cue, rest);
    } else if (!denied && !past) {
      said.add(new Said(cue, false, later, added));
    }
    if (part && cue != StatusCue.BLOCKED) {
      partly();
    }
    denied &= !rest.isEmpty() && (rest.get(0).equals("or") || rest.get(0).equals("nor"));
    later = false;
    added = false;
    past = false;
  }

  private static StatusCue through(StatusCue denial) {
    return denial == StatusCue.UNDONE ? StatusCue.DONE : StatusCue.MERGED;
  }

  /** What is partly so is worked on. */
  private void partly() {
    if (!said.isEmpty()) {
      said.remove(said.size() - 1);
    }
    said.add(new Said(StatusCue.ACTIVE, false, false, false));
    part = false;
  }

  private static boolean mayFollow(StatusCue cue, List<String> rest) {
    if (rest.isEmpty() || NAMED.matcher(rest.get(0)).matches()) {
      return true;
    }
    String next = rest.get(0);
    boolean merged = cue == StatusCue.MERGED || cue == StatusCue.RELEASED;
    if (!merged && PREPOSITIONS.contains(next)) {
      boolean number = rest.size() > 1 && DIGITS.matcher(rest.get(1)).matches();
      return rest.size() > 1 && (PLACES.contains(rest.get(1)) || number && !next.equals("in"));
    }
    if (next.equals("by")) {
      // A day by which it is through may be yet to come; people are not.
      return rest.size() > 1 && !DIGITS.matcher(rest.get(1)).matches();
    }
    Optional<StatusCue> known = StatusCue.at(rest, 0).map(StatusCue.Match::cue);
    return FOLLOWING.contains(next) || known.filter(c -> c != StatusCue.FILLER).isPresent();
  }

  /** Whether what is said is said of something else than the whole. */
  boolean hasSubject() {
    return subject;
  }

  /** Whether it has words that coord does not know. */
  boolean isStrange() {
    return strange;
  }

  boolean isReserved() {
    return text.reserved();
  }

  boolean has(StatusCue sign) {
    return signs.contains(sign);
  }

  Stream<Said> said() {
    return said.stream();
  }

  boolean says(StatusCue cue) {
    return said().anyMatch(one -> one.cue() == cue && one.isPlain());
  }

  boolean denies(StatusCue cue) {
    return said().anyMatch(one -> one.cue() == cue && one.denied());
  }

  boolean announces(StatusCue cue) {
    return said().anyMatch(one -> one.cue() == cue && !one.denied() && one.later());
  }

  /** Whether it says that something is under way, held up or not begun. */
  boolean isUnfinished() {
    return said().anyMatch(one -> one.cue().isUnfinished() && !one.denied());
  }

  /** Whether it is said to be yet to come, be it only by what is expected. */
  boolean isLater() {
    return later || signs.contains(StatusCue.WHEN) || said().anyMatch(Said::later);
  }

  /** Whether it says that the time has not come, and of what only what stands before it. */
  boolean isNotYet() {
    return denied && text.words().get(text.words().size() - 1).equals("yet");
  }

  /** Whether it is a share of the work below the whole, and nothing else. */
  boolean isShare() {
    List<String> words = text.words();
    boolean alone =
        words.size() == 1
            || words.size() == 2
                && StatusCue.at(words, 1).filter(m -> m.cue() == StatusCue.DONE).isPresent();
    return alone && SHARE.matcher(words.get(0)).matches();
  }

  /** Its first statement. */
  Optional<Said> first() {
    return said().findFirst();
  }

  /** Whether it says plainly that the whole is through. */
  boolean isThrough() {
    return first().filter(one -> one.cue().isThrough() && one.isPlain()).isPresent()
        && !subject
        && !object
        && !has(StatusCue.DOUBT)
        && !has(StatusCue.UNLESS);
  }
}
