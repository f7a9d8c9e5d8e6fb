package dev.coord.rule;

import dev.coord.evidence.Commit;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whom a change of a shared path must be talked over with, and whether a commit says it was. */
final class Coordination {

  private static final String TRAILER = OwnershipJudge.TRAILER;

  private final Territory territory;
  private final Plan plan;

  Coordination(Territory territory) {
    this.territory = territory;
    this.plan = territory.plan();
  }

  /**
   * The people one of whom must have been asked: those of the workstreams that own the path, else
   * the steward; empty when anybody else will do.
   */
  Set<String> partners(Shared shared, String path) {
    Set<String> people = new TreeSet<>();
    for (Territory.Claim owner : territory.owners(path)) {
      plan.workstream(owner.workstream()).flatMap(Workstream::owner).ifPresent(people::add);
    }
    if (people.isEmpty()) {
      shared.steward().ifPresent(people::add);
    }
    return people;
  }

  /** The trailers that would do, as a commit would bear them. */
  static String trailers(Set<String> partners) {
    return partners.isEmpty()
        ? "\"" + TRAILER + ": <person id>\""
        : partners.stream()
            .map(person -> "\"" + TRAILER + ": " + person + "\"")
            .collect(Collectors.joining(" or "));
  }

  /** With whom a commit says that it was coordinated, where that is enough. */
  Optional<String> partner(Commit commit, Set<String> partners) {
    Set<String> others = others(commit, partners);
    return commit.trailers(TRAILER).stream()
        .filter(person -> others.isEmpty() ? isKnown(person) : others.contains(person))
        .filter(person -> !mayBeBy(commit, person))
        .findFirst();
  }

  /** Why what a commit says is not enough, one clause. */
  String problem(Commit commit, Set<String> partners) {
    List<String> named = commit.trailers(TRAILER).stream().filter(p -> !p.isEmpty()).toList();
    if (named.isEmpty()) {
      return "changed without a word to the others";
    }
    String first = named.get(0);
    if (mayBeBy(commit, first)) {
      return "coordinated with its author alone";
    }
    return isKnown(first)
        ? "coordinated with "
            + first
            + ", not with "
            + String.join(" or ", others(commit, partners))
        : "coordinated with " + first + ", whom the plan does not list";
  }

  /**
   * Nobody coordinates with himself: where the author is the only partner, anybody else will do.
   */
  private Set<String> others(Commit commit, Set<String> partners) {
    return partners.stream()
        .filter(person -> !mayBeBy(commit, person))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isKnown(String person) {
    return !person.isEmpty() && (plan.people().isEmpty() || plan.person(person).isPresent());
  }

  /** Whether a commit's author is a person, by the addresses that the plan lists. */
  boolean isBy(Commit commit, String person) {
    return plan.person(person).map(Person::emails).orElse(List.of()).contains(commit.email());
  }

  /**
   * Whether a commit's author might be a person: by an address, or, since the plan may list none,
   * by name. A doubt speaks against the trailer.
   */
  private boolean mayBeBy(Commit commit, String person) {
    return isBy(commit, person)
        || commit.author().equalsIgnoreCase(person)
        || commit.email().equalsIgnoreCase(person)
        || plan.person(person).filter(p -> p.name().equalsIgnoreCase(commit.author())).isPresent();
  }
}
