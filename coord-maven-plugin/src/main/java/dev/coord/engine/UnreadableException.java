package dev.coord.engine;

/** A version of the repository cannot be read; the reason is for the user. */
final class UnreadableException extends RuntimeException {

  private final String remedy;

  UnreadableException(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
