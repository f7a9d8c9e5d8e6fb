package dev.coord.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs in groups of workstreams, as a group says nothing but what it says of each pair. They
 * are not made one by one: a group of a thousand has half a million.
 */
final class Pairs {

  /** The groups of each workstream, by their numbers from 0. */
  private final Map<String, BitSet> groups = new HashMap<>();

  private int number;

  /** Takes in the pairs of a group. */
  Pairs add(Collection<String> group) {
    group.forEach(id -> groups.computeIfAbsent(id, any -> new BitSet()).set(number));
    number++;
    return this;
  }

  /**
   * What of a group is none of these pairs.
   *
   * @param total how many pairs the group has
   * @param missing how many of them are none of these
   * @param first the first of those, two ids each
   */
  record Missing(long total, long missing, List<List<String>> first) {}

  /**
   * Looks for all pairs of a group.
   *
   * @param most how many that are missing are named
   */
  Missing missing(Collection<String> group, int most) {
    List<String> ids = group.stream().distinct().sorted().toList();
    long total = (long) ids.size() * (ids.size() - 1) / 2;
    List<List<String>> first = new ArrayList<>();
    long missing = 0;
    if (!isWithinOne(ids)) {
      for (int i = 0; i < ids.size(); i++) {
        BitSet its = of(ids.get(i));
        for (int k = i + 1; k < ids.size(); k++) {
          if (!its.intersects(of(ids.get(k))) && missing++ < most) {
            first.add(List.of(ids.get(i), ids.get(k)));
          }
        }
      }
    }
    return new Missing(total, missing, first);
  }

  /** Whether all are in one of the groups: so it is where nothing changed. */
  private boolean isWithinOne(List<String> ids) {
    BitSet common = new BitSet();
    common.set(0, number);
    ids.forEach(id -> common.and(of(id)));
    return !common.isEmpty();
  }

  private BitSet of(String id) {
    return groups.getOrDefault(id, new BitSet());
  }
}
