package dev.coord.consistency;

import dev.coord.diagnostic.Enumerated;
import dev.coord.diagnostic.Location;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.path.PatternIndex;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Patterns by which several workstreams own the same files, without a look at files: patterns of
 * one text, and patterns of which one surely covers the other. What is shared is no conflict.
 */
final class OwnedTwice {

  /** How many patterns are held against one another in one plan, so that it ends in a second. */
  private static final int MOST_COMPARED = 2_000_000;

  /** A workstream that owns files by a pattern. */
  private record Owner(String id, Location place, PathPatterns keepsOff) {}

  private final PatternIndex shared;
  private final List<PathPattern> sharing;
  private int left = MOST_COMPARED;

  OwnedTwice(Plan plan) {
    this.sharing =
        plan.boundaries().shared().stream()
            .map(Shared::paths)
            .flatMap(paths -> paths.patterns().stream())
            .distinct()
            .toList();
    this.shared = new PatternIndex(sharing);
  }

  /** Tells into a list what these workstreams own together. */
  void look(List<Workstream> among, Reasons reasons) {
    Map<PathPattern, List<Owner>> owners = owners(among);
    List<PathPattern> patterns = List.copyOf(owners.keySet());
    PatternIndex index = new PatternIndex(patterns);
    for (int narrow = 0; narrow < patterns.size(); narrow++) {
      if (left <= 0) {
        reasons.add("they own more patterns than can be held against one another", List.of());
        return;
      }
      look(patterns, index, narrow, owners, reasons);
    }
  }

  private static Map<PathPattern, List<Owner>> owners(List<Workstream> among) {
    Map<PathPattern, List<Owner>> owners = new LinkedHashMap<>();
    for (Workstream workstream : among) {
      List<PathPattern> patterns = workstream.owns().patterns();
      for (int i = 0; i < patterns.size(); i++) {
        List<Owner> known = owners.computeIfAbsent(patterns.get(i), any -> new ArrayList<>());
        if (known.isEmpty() || !known.get(known.size() - 1).id().equals(workstream.id())) {
          known.add(
              new Owner(workstream.id(), workstream.origin().of("owns", i), workstream.keepsOff()));
        }
      }
    }
    return owners;
  }

  private void look(
      List<PathPattern> patterns,
      PatternIndex index,
      int narrow,
      Map<PathPattern, List<Owner>> owners,
      Reasons reasons) {
    PathPattern pattern = patterns.get(narrow);
    List<Owner> its = owners.get(pattern);
    int[] wider =
        index
            .candidates(pattern)
            .peek(i -> left--)
            .filter(i -> i != narrow && patterns.get(i).covers(pattern))
            .filter(i -> i < narrow || !pattern.covers(patterns.get(i)))
            .filter(i -> pair(owners.get(patterns.get(i)), its).isPresent())
            .filter(i -> !keepsOff(pair(owners.get(patterns.get(i)), its).get().get(0), pattern))
            .toArray();
    if (its.size() == 1 && wider.length == 0 || isShared(pattern)) {
      return;
    }
    if (its.size() > 1) {
      reasons.add(
          Enumerated.of(its.stream().map(Owner::id).toList())
              + (its.size() == 2 ? " both own " : " all own ")
              + pattern.text(),
          its.stream().map(Owner::place).limit(Reasons.TOLD).toList());
    }
    for (int i : wider) {
      nested(patterns.get(i), pattern, pair(owners.get(patterns.get(i)), its).get(), reasons);
    }
  }

  private static boolean keepsOff(Owner wide, PathPattern narrow) {
    return wide.keepsOff().patterns().stream().anyMatch(pattern -> pattern.covers(narrow));
  }

  private boolean isShared(PathPattern pattern) {
    return shared
        .candidates(pattern)
        .peek(i -> left--)
        .anyMatch(i -> sharing.get(i).covers(pattern));
  }

  /** The first owner of each that are not the same. */
  private static Optional<List<Owner>> pair(List<Owner> wide, List<Owner> narrow) {
    Owner first = wide.get(0);
    Owner other = narrow.get(0);
    if (!first.id().equals(other.id())) {
      return Optional.of(List.of(first, other));
    }
    return narrow.size() > 1
        ? Optional.of(List.of(first, narrow.get(1)))
        : wide.size() > 1 ? Optional.of(List.of(wide.get(1), other)) : Optional.empty();
  }

  private static void nested(
      PathPattern wide, PathPattern narrow, List<Owner> pair, Reasons reasons) {
    reasons.add(
        pair.get(1).id()
            + " owns "
            + narrow.text()
            + ", which "
            + wide.text()
            + " of "
            + pair.get(0).id()
            + " covers",
        pair.stream().map(Owner::place).toList());
  }
}
