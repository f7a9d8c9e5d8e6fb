package dev.coord.plan.yaml;

/** A piece of a plan file is no YAML. */
final class BrokenException extends Exception {
  private final transient Fault fault;

  BrokenException(Fault fault) {
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
