package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contradictions as lines of text: {@code sprint-1 at 5: claim, but found (6): remedy}. */
final class Told {

  private Told() {}

  static List<String> of(Stream<Contradiction> contradictions) {
    return contradictions.map(Told::line).toList();
  }

  private static String line(Contradiction one) {
    String against = one.against().stream().map(Told::lineNumber).collect(Collectors.joining(", "));
    return one.subject()
        + " at "
        + lineNumber(one.place())
        + ": "
        + one.claim()
        + ", but "
        + one.found()
        + " ("
        + against
        + "): "
        + one.remedy();
  }

  private static String lineNumber(Location place) {
    return place.line() == 0 ? place.file() : Integer.toString(place.line());
  }
}
