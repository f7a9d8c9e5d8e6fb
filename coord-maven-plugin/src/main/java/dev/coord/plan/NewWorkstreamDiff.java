package dev.coord.plan;

import dev.coord.diagnostic.Enumerated;
import dev.coord.path.PathPattern;
import dev.coord.path.PatternIndex;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.PlanDiff.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what workstreams that only a branch's plan has take from those of its base: a workstream in
 * a file of its own is how a plan grows, but not over what others own.
 */
final class NewWorkstreamDiff {

  /**
   * Paths of the base that are not free.
   *
   * @param workstream who owns them; empty for what is protected or shared
   * @param how what they are where nobody owns them
   */
  private record Held(PathPattern pattern, Optional<String> workstream, String how) {}

  private final Plan base;
  private final Changes changes;
  private final List<Held> held;
  private final PatternIndex wide;

  private NewWorkstreamDiff(Plan base, Changes changes) {
    this.base = base;
    this.changes = changes;
    this.held = held(base);
    this.wide = new PatternIndex(held.stream().map(Held::pattern).toList());
  }

  static void between(Plan base, Plan branch, Changes changes) {
    List<Workstream> added =
        branch.workstreams().stream().filter(one -> base.workstream(one.id()).isEmpty()).toList();
    if (!added.isEmpty()) {
      NewWorkstreamDiff diff = new NewWorkstreamDiff(base, changes);
      added.forEach(diff::paths);
      added.forEach(diff::owner);
    }
  }

  /**
   * The workstreams from which a pattern takes paths, sorted; empty where what is protected or
   * shared is among them, for that is nobody's to give.
   */
  static Optional<List<String>> givers(Plan base, PathPattern taken) {
    List<Held> held = new NewWorkstreamDiff(base, new Changes()).heldWith(taken);
    return held.stream().allMatch(one -> one.workstream().isPresent())
        ? Optional.of(List.copyOf(owners(held)))
        : Optional.empty();
  }

  /** What was merged or given up holds nothing any more. */
  private static List<Held> held(Plan plan) {
    List<Held> held = new ArrayList<>();
    for (Workstream workstream : plan.workstreams()) {
      if (!isThrough(plan, workstream)) {
        for (PathPattern pattern : workstream.owns().patterns()) {
          held.add(new Held(pattern, Optional.of(workstream.id()), ""));
        }
      }
    }
    for (PathPattern pattern : plan.boundaries().protectedPaths().patterns()) {
      held.add(new Held(pattern, Optional.empty(), "protected"));
    }
    for (Shared shared : plan.boundaries().shared()) {
      for (PathPattern pattern : shared.paths().patterns()) {
        held.add(new Held(pattern, Optional.empty(), "shared"));
      }
    }
    return held;
  }

  private static boolean isThrough(Plan plan, Workstream workstream) {
    return StatusWord.of(workstream.status(), plan.project().vocabulary())
        .filter(word -> word == StatusWord.MERGED || word == StatusWord.DROPPED)
        .isPresent();
  }

  private void paths(Workstream added) {
    List<PathPattern> patterns = added.owns().patterns();
    for (int i = 0; i < patterns.size(); i++) {
      List<Held> taken = heldWith(patterns.get(i));
      if (!taken.isEmpty()) {
        changes.added(
            Kind.TERRITORY_TAKEN,
            added.id(),
            patterns.get(i).text(),
            "The new workstream \""
                + added.id()
                + "\" owns "
                + patterns.get(i).text()
                + ", and with it "
                + named(taken)
                + ".",
            added.origin().of("owns", i));
      }
    }
  }

  /** What covers a pattern, or is covered by it; of the first, the index knows where to look. */
  private List<Held> heldWith(PathPattern pattern) {
    return Stream.concat(
            wide.candidates(pattern)
                .mapToObj(held::get)
                .filter(one -> one.pattern().covers(pattern)),
            held.stream().filter(one -> pattern.covers(one.pattern())))
        .distinct()
        .toList();
  }

  private static String named(List<Held> taken) {
    List<String> parts = new ArrayList<>();
    TreeSet<String> owners = owners(taken);
    if (!owners.isEmpty()) {
      parts.add("paths of " + Enumerated.of(List.copyOf(owners)));
    }
    for (String how : List.of("protected", "shared")) {
      taken.stream()
          .filter(one -> one.how().equals(how))
          .findFirst()
          .ifPresent(one -> parts.add(one.pattern().text() + ", which is " + how));
    }
    return String.join(", and ", parts);
  }

  private static TreeSet<String> owners(List<Held> taken) {
    TreeSet<String> owners = new TreeSet<>();
    taken.forEach(one -> one.workstream().ifPresent(owners::add));
    return owners;
  }

  /** What is of a steward gets the paths that are shared by leave of that one. */
  private void owner(Workstream added) {
    Optional<Shared> shared =
        base.boundaries().shared().stream()
            .filter(one -> one.steward().isPresent() && one.steward().equals(added.owner()))
            .findFirst();
    shared.ifPresent(
        one ->
            changes.added(
                Kind.OWNER_GIVEN,
                added.id(),
                "The new workstream \""
                    + added.id()
                    + "\" is of "
                    + added.owner().orElseThrow()
                    + ", who is steward of "
                    + one.paths().patterns().get(0).text()
                    + ".",
                added.origin().of("owner")));
  }
}
