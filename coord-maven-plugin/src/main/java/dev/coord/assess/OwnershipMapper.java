package dev.coord.assess;

import dev.coord.assess.OwnershipMap.Overlap;
import dev.coord.assess.OwnershipMap.PatternUse;
import dev.coord.diagnostic.Location;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.path.PatternIndex;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.rule.Territory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws the map of who owns the tracked files, in one walk over them. */
final class OwnershipMapper {

  private enum Role {
    OWNS,
    KEEPS_OFF,
    SHARED,
    PROTECTED
  }

  /** A pattern of the plan, and in what words it is shown. */
  private record Use(
      Role role, String workstream, String words, PathPattern pattern, Location place) {}

  private final SortedSet<String> tracked;
  private final Set<String> planFiles;
  private final List<Use> uses = new ArrayList<>();
  private final List<Overlap> overlaps = new ArrayList<>();
  private final SortedMap<String, Integer> unowned = new TreeMap<>();

  OwnershipMapper(Territory territory, SortedSet<String> tracked) {
    this.tracked = tracked;
    Plan plan = territory.plan();
    this.planFiles = new HashSet<>(plan.files());
    for (Workstream workstream : plan.workstreams()) {
      String id = workstream.id();
      Origin origin = workstream.origin();
      add(Role.OWNS, id, "owns", workstream.owns(), origin, "owns");
      add(Role.KEEPS_OFF, id, "keeps off", workstream.keepsOff(), origin, "keeps_off");
    }
    Boundaries boundaries = plan.boundaries();
    for (Boundaries.Shared shared : boundaries.shared()) {
      String words = "shared: " + shared.mode().word();
      add(Role.SHARED, "", words, shared.paths(), shared.origin(), "paths");
    }
    PathPatterns guarded = boundaries.protectedPaths();
    add(Role.PROTECTED, "", "protected", guarded, boundaries.origin(), "protected");
  }

  private void add(
      Role role,
      String workstream,
      String words,
      PathPatterns patterns,
      Origin origin,
      String key) {
    for (int i = 0; i < patterns.patterns().size(); i++) {
      PathPattern pattern = patterns.patterns().get(i);
      uses.add(new Use(role, workstream, words, pattern, origin.of(key, i)));
    }
  }

  OwnershipMap map() {
    PatternIndex patterns = new PatternIndex(uses.stream().map(Use::pattern).toList());
    int[] files = new int[uses.size()];
    for (String path : tracked) {
      BitSet matching = patterns.matching(path);
      matching.stream().forEach(i -> files[i]++);
      look(path, matching);
    }
    List<PatternUse> counted = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      Use use = uses.get(i);
      counted.add(
          new PatternUse(
              use.workstream(), use.words(), use.pattern().text(), use.place(), files[i]));
    }
    return new OwnershipMap(counted, overlaps, unowned, tracked.size());
  }

  private void look(String path, BitSet matching) {
    SortedSet<String> owners = new TreeSet<>();
    Set<String> away = new HashSet<>();
    boolean shared = false;
    boolean guarded = false;
    for (int i = matching.nextSetBit(0); i >= 0; i = matching.nextSetBit(i + 1)) {
      Use use = uses.get(i);
      shared |= use.role() == Role.SHARED;
      guarded |= use.role() == Role.PROTECTED;
      if (use.role() == Role.OWNS) {
        owners.add(use.workstream());
      } else if (use.role() == Role.KEEPS_OFF) {
        away.add(use.workstream());
      }
    }
    List<String> changing = owners.stream().filter(id -> !away.contains(id)).toList();
    if (changing.size() > 1 && !shared) {
      overlaps.add(new Overlap(path, changing));
    } else if (owners.isEmpty() && !shared && !guarded && !planFiles.contains(path)) {
      unowned.merge(directory(path), 1, Integer::sum);
    }
  }

  private static String directory(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "." : path.substring(0, slash);
  }
}
