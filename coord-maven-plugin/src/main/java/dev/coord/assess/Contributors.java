package dev.coord.assess;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.plan.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who wrote the commits that arrived and those of the workstreams' branches, merges left out: by
 * the author's line, and by {@code Co-authored-by} trailers. Anybody can write either, so all of it
 * is attested. Addresses tell people apart, and names where there is none.
 */
public final class Contributors {

  /** Trailers of one commit that are looked at. */
  private static final int MOST = 100;

  private static final Pattern IDENTITY = Pattern.compile("([^<>]*)<([^<>]*)>\\s*");

  /** Addresses of services that do not say {@code [bot]}. */
  private static final Set<String> BOTS =
      Set.of(
          "support@dependabot.com",
          "bot@renovateapp.com",
          "renovate@whitesourcesoftware.com",
          "action@github.com",
          "actions@github.com",
          "github-actions@github.com");

  private Contributors() {}

  /** Who somebody is to the plan. */
  public enum Standing {
    /** The plan lists the address. */
    KNOWN,
    /** The plan does not, and the name or the address is that of a service. */
    BOT,
    /** Neither. */
    UNKNOWN
  }

  /**
   * A name with an address.
   *
   * @param name as written, may be empty
   * @param email in lower case, may be empty; never published
   */
  public record Identity(String name, String email) {
    /** Checks that both are there. */
    public Identity {
      Objects.requireNonNull(name, "name");
      email = email.toLowerCase(Locale.ROOT);
    }

    private boolean isBot() {
      return name.toLowerCase(Locale.ROOT).endsWith("[bot]")
          || email.contains("[bot]@")
          || BOTS.contains(email);
    }
  }

  /**
   * Somebody who wrote commits.
   *
   * @param name the name on the newest commit
   * @param person the person of the plan, for {@link Standing#KNOWN}
   * @param authored commits with this author
   * @param coauthored further commits that name this co-author
   * @param first time of the oldest of them
   * @param newest the newest of them
   */
  public record Contributor(
      String name,
      Standing standing,
      Optional<Person> person,
      int authored,
      int coauthored,
      Instant first,
      Commit newest) {
    /** Checks that all are there. */
    public Contributor {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(standing, "standing");
      Objects.requireNonNull(person, "person");
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(newest, "newest");
    }
  }

  /** Who a commit names as co-authors, in the order written, each once, its author left out. */
  public static List<Identity> coauthors(Commit commit) {
    Map<String, Identity> found = new LinkedHashMap<>();
    commit.trailers(Commit.COAUTHOR).stream()
        .limit(MOST)
        .map(IDENTITY::matcher)
        .filter(Matcher::matches)
        .map(match -> new Identity(match.group(1).strip(), match.group(2).strip()))
        .filter(identity -> !(identity.name() + identity.email()).isEmpty())
        .forEach(identity -> found.putIfAbsent(key(identity), identity));
    found.remove(key(new Identity(commit.author(), commit.email())));
    return List.copyOf(found.values());
  }

  private static String key(Identity identity) {
    return identity.email().isEmpty() ? "name " + identity.name() : identity.email();
  }

  /** Everybody, most commits first, then by name. */
  static List<Contributor> of(Assessment assessment, Optional<Attribution> attribution) {
    Map<String, Commit> commits = new LinkedHashMap<>();
    Stream.concat(
            attribution.stream()
                .flatMap(known -> known.commits().stream())
                .map(Attribution.Attributed::commit),
            assessment.workstreams().stream()
                .flatMap(state -> state.branch().stream())
                .flatMap(branch -> branch.delta().optional().stream())
                .map(BranchDelta::commits)
                .flatMap(List::stream))
        .forEach(commit -> commits.putIfAbsent(commit.id(), commit));
    return of(commits.values().stream(), people(assessment));
  }

  /** Everybody who wrote some commits, by the addresses of the plan's people. */
  static List<Contributor> of(Stream<Commit> commits, Map<String, Person> people) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    commits.forEach(
        commit -> {
          Set<String> counted = new LinkedHashSet<>();
          add(sums, counted, new Identity(commit.author(), commit.email()), commit, people, true);
          coauthors(commit).forEach(one -> add(sums, counted, one, commit, people, false));
        });
    List<Contributor> all = new ArrayList<>();
    sums.values().forEach(sum -> all.add(sum.contributor()));
    all.sort(
        Comparator.comparingInt((Contributor one) -> -one.authored() - one.coauthored())
            .thenComparing(Contributor::name)
            .thenComparing(one -> one.newest().time()));
    return all;
  }

  private static void add(
      Map<String, Sum> sums,
      Set<String> counted,
      Identity identity,
      Commit commit,
      Map<String, Person> people,
      boolean author) {
    Optional<Person> person = Optional.ofNullable(people.get(identity.email()));
    String key = person.map(known -> "person " + known.id()).orElse(key(identity));
    if (counted.add(key)) {
      sums.computeIfAbsent(key, any -> new Sum(person)).add(identity, commit, author);
    }
  }

  private static Map<String, Person> people(Assessment assessment) {
    Map<String, Person> people = new HashMap<>();
    Stream.concat(assessment.rulebook().people().stream(), assessment.plan().people().stream())
        .forEach(person -> person.emails().forEach(email -> people.putIfAbsent(email, person)));
    return people;
  }

  private static final class Sum {
    private final Optional<Person> person;
    private String name = "";
    private boolean bot;
    private int authored;
    private int coauthored;
    private Instant first = Instant.MAX;
    private Optional<Commit> newest = Optional.empty();

    Sum(Optional<Person> person) {
      this.person = person;
    }

    void add(Identity identity, Commit commit, boolean author) {
      if (newest.filter(known -> !commit.time().isAfter(known.time())).isEmpty()) {
        newest = Optional.of(commit);
        name = identity.name();
      }
      first = commit.time().isBefore(first) ? commit.time() : first;
      bot |= identity.isBot();
      authored += author ? 1 : 0;
      coauthored += author ? 0 : 1;
    }

    Contributor contributor() {
      Standing standing =
          person.isPresent() ? Standing.KNOWN : bot ? Standing.BOT : Standing.UNKNOWN;
      return new Contributor(
          name, standing, person, authored, coauthored, first, newest.orElseThrow());
    }
  }
}
