package dev.coord.testing;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Puts a workstream together. */
public final class Workstreams {

  private final String id;
  private Location self = Places.line(1);
  private final Map<String, Integer> lines = new TreeMap<>();
  private Optional<String> owner = Optional.empty();
  private Optional<String> branch;
  private Optional<String> base = Optional.empty();
  private Optional<String> worktree = Optional.empty();
  private String status = "";
  private Optional<LocalDate> start = Optional.empty();
  private OptionalInt duration = OptionalInt.empty();
  private Optional<LocalDate> due = Optional.empty();
  private List<String> dependsOn = List.of();
  private PathPatterns owns = Plans.NOWHERE;
  private PathPatterns keepsOff = Plans.NOWHERE;
  private List<Task> tasks = List.of();

  private Workstreams(String id) {
    this.id = id;
    this.branch = Optional.of("feature/" + id);
  }

  /** A workstream on {@code feature/ID} that owns nothing. */
  public static Workstreams workstream(String id) {
    return new Workstreams(id);
  }

  /** Where it is defined. */
  public Workstreams at(String file, int line) {
    self = Places.line(file, line);
    return this;
  }

  /** The line of one of its keys. */
  public Workstreams line(String key, int line) {
    lines.put(key, line);
    return this;
  }

  public Workstreams owner(String person) {
    owner = Optional.of(person);
    return this;
  }

  public Workstreams branch(String name) {
    branch = Optional.of(name);
    return this;
  }

  public Workstreams withoutBranch() {
    branch = Optional.empty();
    return this;
  }

  public Workstreams base(String committish) {
    base = Optional.of(committish);
    return this;
  }

  public Workstreams worktree(String directory) {
    worktree = Optional.of(directory);
    return this;
  }

  public Workstreams status(String claim) {
    status = claim;
    return this;
  }

  public Workstreams start(String day) {
    start = Optional.of(LocalDate.parse(day));
    return this;
  }

  public Workstreams duration(int days) {
    duration = OptionalInt.of(days);
    return this;
  }

  public Workstreams due(String day) {
    due = Optional.of(LocalDate.parse(day));
    return this;
  }

  public Workstreams dependsOn(String... ids) {
    dependsOn = List.of(ids);
    return this;
  }

  public Workstreams owns(String... patterns) {
    owns = PathPatterns.of(patterns);
    return this;
  }

  public Workstreams keepsOff(String... patterns) {
    keepsOff = PathPatterns.of(patterns);
    return this;
  }

  public Workstreams tasks(Tasks... value) {
    tasks = List.of(value).stream().map(Tasks::build).toList();
    return this;
  }

  public Workstream build() {
    return new Workstream(
        Places.origin(self, lines),
        id,
        id,
        "",
        owner,
        "",
        branch,
        base,
        Optional.empty(),
        worktree,
        status,
        false,
        start,
        duration,
        due,
        dependsOn,
        owns,
        keepsOff,
        Optional.empty(),
        "",
        tasks,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "",
        "");
  }
}
