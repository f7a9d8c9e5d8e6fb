package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;

/** A plan file holds more than any plan, so that it is not read on. */
final class LimitException extends Exception {
  private final transient Location place;
  private final String problem;
  private final String remedy;

  LimitException(Location place, String problem, String remedy) {
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
  }

  void tell(Problems problems) {
    problems.error(place, problem, remedy);
  }
}
