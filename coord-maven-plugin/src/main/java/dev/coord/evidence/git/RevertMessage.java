package dev.coord.evidence.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a commit's message what it reverted, as git-revert(1) and the hosting services write
 * it. Anybody can write such a message.
 *
 * @param commits digits that the ids of the reverted commits begin with
 * @param subject the subject of the reverted commit; empty where commits are named
 */
record RevertMessage(List<String> commits, Optional<String> subject) {

  /** How many commits one message may name. */
  private static final int COMMIT_LIMIT = 1_000;

  private static final Pattern BODY = Pattern.compile("\\bThis reverts commit ([0-9a-f]{7,40})\\b");

  /** GitHub adds the number of the pull request when it squashes one. */
  private static final Pattern SUBJECT =
      Pattern.compile("(Revert|Reapply) \"(.+)\"(?: \\(#\\d+\\))?");

  private static final Pattern NUMBER = Pattern.compile(" \\(#\\d+\\)$");

  private static final String REAPPLIED = "Revert \"";

  RevertMessage {
    commits = List.copyOf(commits);
  }

  /** Empty when the message tells of no revert. */
  static Optional<RevertMessage> of(String message) {
    List<String> commits = new ArrayList<>();
    Matcher body = BODY.matcher(message);
    while (commits.size() < COMMIT_LIMIT && body.find()) {
      commits.add(body.group(1));
    }
    if (!commits.isEmpty()) {
      return Optional.of(new RevertMessage(commits, Optional.empty()));
    }
    Matcher subject = SUBJECT.matcher(Messages.subject(message));
    if (!subject.matches()) {
      return Optional.empty();
    }
    // Who applies something again reverts its revert.
    String reverted =
        subject.group(1).equals("Revert") ? subject.group(2) : REAPPLIED + subject.group(2) + "\"";
    return Optional.of(new RevertMessage(List.of(), Optional.of(reverted)));
  }

  /** A subject without the number of a pull request at its end. */
  static String withoutNumber(String subject) {
    return NUMBER.matcher(subject).replaceFirst("");
  }
}
