package dev.coord.evidence.git;

import java.io.IOException;

/**
 * Something of a repository is not read, with a reason in the user's words: it is in a form that is
 * not known, or there is so much of it that reading would exhaust time or memory.
 */
final class UnreadableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param reason why, a clause without its full stop
   * @param remedy what to do, a sentence with its full stop
   */
  UnreadableException(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
