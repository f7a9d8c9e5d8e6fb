package dev.coord.plan;

import dev.coord.diagnostic.Enumerated;
import dev.coord.path.KnownPaths;
import dev.coord.path.PathPattern;
import dev.coord.path.PatternIndex;
import dev.coord.plan.Boundaries.Shared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what a workstream takes by a pattern that a plan does not give it: whoever owns a path may
 * change it, whatever it is to others. What was merged or given up holds nothing any more.
 */
public final class Takings {

  /**
   * Paths of the plan that are not free.
   *
   * @param workstream who owns them; empty for what is protected or shared
   * @param how what they are where nobody owns them
   */
  private record Held(PathPattern pattern, Optional<String> workstream, String how) {}

  /**
   * What a pattern takes.
   *
   * @param workstreams ids of those from whom it takes paths, sorted
   * @param guarded whether it takes what is protected or shared, which is nobody's to give
   * @param words what that is, such as {@code paths of checkout}; empty where it is nothing
   */
  public record Taking(List<String> workstreams, boolean guarded, String words) {
    /** Copies the list. */
    public Taking {
      workstreams = List.copyOf(workstreams);
      Objects.requireNonNull(words, "words");
    }

    /** Whether it takes nothing. */
    public boolean isNothing() {
      return words.isEmpty();
    }
  }

  private final List<Workstream> live;
  private final List<Held> held;
  private final PatternIndex index;
  private final KnownPaths files;

  /**
   * What can be taken.
   *
   * @param base the plan that gives paths
   * @param files those that are tracked: two patterns of which neither covers the other may both
   *     cover one of them
   */
  public Takings(Plan base, KnownPaths files) {
    this.files = Objects.requireNonNull(files, "files");
    this.live = base.workstreams().stream().filter(one -> !isThrough(base, one)).toList();
    this.held = held(base.boundaries(), live);
    this.index = new PatternIndex(held.stream().map(Held::pattern).toList());
  }

  private static boolean isThrough(Plan plan, Workstream workstream) {
    return StatusWord.of(workstream.status(), plan.project().vocabulary())
        .filter(word -> word == StatusWord.MERGED || word == StatusWord.DROPPED)
        .isPresent();
  }

  private static List<Held> held(Boundaries boundaries, List<Workstream> live) {
    List<Held> held = new ArrayList<>();
    for (Workstream workstream : live) {
      for (PathPattern pattern : workstream.owns().patterns()) {
        held.add(new Held(pattern, Optional.of(workstream.id()), ""));
      }
    }
    for (PathPattern pattern : boundaries.protectedPaths().patterns()) {
      held.add(new Held(pattern, Optional.empty(), "protected"));
    }
    for (Shared shared : boundaries.shared()) {
      for (PathPattern pattern : shared.paths().patterns()) {
        held.add(new Held(pattern, Optional.empty(), "shared"));
      }
    }
    return held;
  }

  /**
   * What somebody takes.
   *
   * @param taker the workstream that is to own it; what is its own already is not taken
   * @param pattern what it is to own
   */
  public Taking by(Workstream taker, PathPattern pattern) {
    Map<Integer, String> taken = taken(pattern);
    Map<String, String> owners = new TreeMap<>();
    Map<String, String> guarded = new TreeMap<>();
    taken.forEach(
        (i, file) -> {
          Held one = held.get(i);
          one.workstream()
              .ifPresentOrElse(
                  owner -> owners.merge(owner, file, Takings::shorter),
                  () ->
                      guarded.putIfAbsent(one.how(), file.isEmpty() ? one.pattern().text() : file));
        });
    planFiles(taker, pattern).forEach((owner, file) -> owners.putIfAbsent(owner, file));
    owners.remove(taker.id());
    return new Taking(List.copyOf(owners.keySet()), !guarded.isEmpty(), words(owners, guarded));
  }

  /** What is held whole needs no example. */
  private static String shorter(String one, String other) {
    return one.isEmpty() ? one : other;
  }

  /**
   * What is held of a pattern, by its place: empty where it covers that or is covered, so that all
   * of one of them is taken, else the first file that both cover.
   */
  private Map<Integer, String> taken(PathPattern pattern) {
    Map<Integer, String> taken = new TreeMap<>();
    // Of what covers it, the index knows where to look.
    index
        .candidates(pattern)
        .filter(i -> held.get(i).pattern().covers(pattern))
        .forEach(i -> taken.put(i, ""));
    for (int i = 0; i < held.size(); i++) {
      if (pattern.covers(held.get(i).pattern())) {
        taken.put(i, "");
      }
    }
    Iterator<String> both =
        taken.size() == held.size()
            ? Collections.emptyIterator()
            : files.coveredBy(pattern).iterator();
    while (both.hasNext() && taken.size() < held.size()) {
      String file = both.next();
      index.matching(file).stream().forEach(i -> taken.putIfAbsent(i, file));
    }
    return taken;
  }

  /**
   * The plan files of others that a pattern covers, by their workstreams: each owns its own. The
   * one that defines the taker is the taker's as well.
   */
  private Map<String, String> planFiles(Workstream taker, PathPattern pattern) {
    Map<String, String> covered = new TreeMap<>();
    for (Workstream workstream : live) {
      String file = workstream.origin().self().file();
      if (!file.equals(taker.origin().self().file()) && pattern.matches(file)) {
        covered.put(workstream.id(), file);
      }
    }
    return covered;
  }

  private static String words(Map<String, String> owners, Map<String, String> guarded) {
    List<String> parts = new ArrayList<>();
    if (!owners.isEmpty()) {
      List<String> named =
          owners.entrySet().stream()
              .map(one -> one.getKey() + (one.getValue().isEmpty() ? "" : of(one.getValue())))
              .toList();
      parts.add("paths of " + Enumerated.of(named));
    }
    Stream.of("protected", "shared")
        .filter(guarded::containsKey)
        .forEach(how -> parts.add(guarded.get(how) + ", which is " + how));
    return String.join(", and ", parts);
  }

  private static String of(String file) {
    return " (" + file + ")";
  }
}
