package dev.coord.evidence.ssh;

/** A key or a signature that proves nothing. */
final class SshException extends Exception {

  private final boolean unsupported;

  private SshException(String message, boolean unsupported, Throwable cause) {
    super(message, cause);
    this.unsupported = unsupported;
  }

  /**
   * It is broken.
   *
   * @param problem a clause about it: {@code is cut off}
   */
  static SshException broken(String problem) {
    return new SshException(problem, false, null);
  }

  /**
   * It may be good, and cannot be checked here.
   *
   * @param kind what kind of key or signature it is
   */
  static SshException unsupported(String kind, Throwable cause) {
    return new SshException(kind, true, cause);
  }

  boolean isUnsupported() {
    return unsupported;
  }
}
