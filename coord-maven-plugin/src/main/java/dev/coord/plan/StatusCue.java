package dev.coord.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a phrase of a status adds to its meaning. */
enum StatusCue {
  TODO(
      "not started|not yet started|never started|not begun|not yet begun|unstarted|ready to start"
          + "|ready to begin|todo|to do|planned|backlog"),
  BLOCKED("blocked|on hold|stuck|paused|waiting"),
  DROPPED("dropped|abandoned|cancelled|canceled|will not do"),
  OPEN("not ready|pending|open"),
  ACTIVE("in progress|active|doing|started|wip|ongoing|underway|draft"),
  READY(
      "ready|ready to be merged|ready to merge|ready for merge|ready for merging|ready for review"
          + "|ready to review|ready for approval|ready to be reviewed|to be merged|can be merged"
          + "|needs to be merged|awaiting merge|awaiting review|awaiting approval|pending merge"
          + "|pending review|pending approval|merge pending|review|in review|under review"
          + "|needs review|review pending|review open|review outstanding|pr open|open pr"
          + "|pull request open|open pull request|being merged|being reviewed|merge planned"
          + "|merge scheduled|merge is planned|merge is scheduled"),
  /** It is through; teams say so of what waits for its merge, too. */
  DONE("done|complete|completed|finished"),
  /** It is through, or was given up where it is not merged. */
  CLOSED("closed"),
  /** It is through, and that it is not merged is said in one word. */
  UNDONE("unfinished|incomplete"),
  MERGED("merged|integrated|landed"),
  UNMERGED(
      "unmerged|not in main|not on main|not in master|not on master|without merging"
          + "|without merge|not pushed"),
  /** What was released was merged; what was not released may be. */
  RELEASED("released|shipped"),

  /** Only a part of what is said is so. */
  PART("almost|nearly|partially|partly|mostly|largely|half|in part"),
  /** Something is wanting. */
  LACK("missing|remaining|left|outstanding|needed|needs|remains|lacking"),
  REVERTED("reverted|rolled back|backed out"),
  /** The merge, or what comes before it. */
  MERGE("merge|merging|approval|sign off|pr|pull request"),

  /** What follows is not so. */
  NOT("not|no|never|nothing|none|without|hardly|no longer|not yet|yet to be"),
  /** A denial goes on. */
  NOR("or|nor"),
  /** What follows is added. */
  AND("and|then|now|meanwhile"),
  /** What follows is yet to come. */
  LATER("will be|will get|to be|going to|about to|should be|must be|has to be|supposed to be"),
  /** What stands before it is yet to come, or else what follows. */
  WHEN(
      "soon|tomorrow|next week|next sprint|next month|expected|by tomorrow|by monday|by tuesday"
          + "|by wednesday|by thursday|by friday|by saturday|by sunday|by end|by the end|by next"),
  /** What stands before it waits for the clause that follows. */
  ONCE("once|when|as soon as"),
  /** What stands before it may not be so: nothing can be told of it. */
  UNLESS("if|unless|until|till|before"),
  /** A subordinate clause follows, which says nothing of the whole. */
  SINCE("because|since|while|as of"),
  /** The same, but what is through after something may be yet to come. */
  AFTER("after"),
  /** What follows was so. */
  PAST("was|were|had been|used to be|previously|formerly"),
  DOUBT("maybe|perhaps|probably|possibly|likely|apparently|done with|finished with|closed as"),
  /** Says nothing of the state, though a word in it would. */
  NEUTRAL(
      "as expected|as planned|as agreed|than expected|than planned|review done|review complete"
          + "|review completed|review finished|review passed|ready for|ready to|to date"),
  /** Stands beside a statement about the whole. */
  FILLER(
      "it|is|are|be|been|being|has|have|had|s|this|that|the|a|an|already|just|currently|still"
          + "|finally|successfully|fully|completely|entirely|officially|actually|everything|whole"
          + "|work|branch|workstream|task|tasks|item|status|state|prs|pull requests|we|i|they|my"
          + "|our|its|any|more|longer|anymore|today|yesterday|reviewed|approved|tested|verified"
          + "|100%|yes|yet|at the moment");

  private static final Map<String, StatusCue> CUES = cues();

  /** How many words a phrase has at most. */
  private static final int LONGEST = 4;

  private final List<String> phrases;

  StatusCue(String phrases) {
    this.phrases = List.of(phrases.split("\\|"));
  }

  private static Map<String, StatusCue> cues() {
    Map<String, StatusCue> cues = new HashMap<>();
    for (StatusCue cue : values()) {
      cue.phrases.forEach(phrase -> cues.put(phrase, cue));
    }
    return Map.copyOf(cues);
  }

  /**
   * A cue among words.
   *
   * @param end the index behind its last word
   */
  record Match(StatusCue cue, int end) {}

  /** The longest phrase that begins at an index. */
  static Optional<Match> at(List<String> words, int from) {
    for (int end = Math.min(words.size(), from + LONGEST); end > from; end--) {
      StatusCue cue = CUES.get(String.join(" ", words.subList(from, end)));
      if (cue != null) {
        return Optional.of(new Match(cue, end));
      }
    }
    return Optional.empty();
  }

  /** Whether it says that something is through. */
  boolean isThrough() {
    return this == DONE || this == CLOSED || this == MERGED || this == RELEASED;
  }

  /** Whether it says that something is under way, held up or not begun. */
  boolean isUnfinished() {
    return this == TODO || this == BLOCKED || this == DROPPED || this == OPEN || this == ACTIVE;
  }
}
