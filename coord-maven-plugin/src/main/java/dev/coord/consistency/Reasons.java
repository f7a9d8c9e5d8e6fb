package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands against one claim: the first reasons in words, the others by their number. */
final class Reasons {

  /** How many are told. */
  static final int TOLD = 3;

  private final List<String> told = new ArrayList<>();
  private final Set<Location> places = new LinkedHashSet<>();
  private int number;

  void add(String clause, List<Location> against) {
    if (number++ < TOLD) {
      told.add(clause);
      places.addAll(against);
    }
  }

  boolean isEmpty() {
    return number == 0;
  }

  /** All in one clause: {@code a and b both own /x; and 3 more}. */
  String words() {
    int more = number - told.size();
    return String.join("; ", told) + (more > 0 ? "; and " + more + " more" : "");
  }

  /** Where those that are told stand. */
  List<Location> places() {
    return List.copyOf(places);
  }
}
