package dev.coord.testing;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchDelta.Basis;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Commit.Trailer;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.FileChange.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts together what a branch changes. */
public final class Deltas {

  private final Basis basis;
  private final List<FileChange> changes = new ArrayList<>();
  private final List<Commit> commits = new ArrayList<>();
  private final List<String> uncommitted = new ArrayList<>();

  private int behind;

  private Deltas(Basis basis) {
    this.basis = basis;
  }

  /** What a branch would merge. */
  public static Deltas live() {
    return new Deltas(Basis.LIVE);
  }

  /** What a merge brought. */
  public static Deltas merged() {
    return new Deltas(Basis.MERGE);
  }

  /** A branch on which cleo changed files in one commit. */
  public static BranchDelta changing(String... paths) {
    return live().commit(commit("c1", "cleo", paths)).modified(paths).build();
  }

  /** A full object id that begins with some digits. */
  public static String id(String digits) {
    return digits + "0".repeat(40 - digits.length());
  }

  /** A commit by {@code AUTHOR@example.org}. */
  public static Commit commit(String digits, String author, String... paths) {
    return new Commit(
        id(digits),
        author,
        author + "@example.org",
        Instant.parse("2026-11-20T10:00:00Z"),
        "Change " + String.join(", ", paths),
        List.of(),
        new TreeSet<>(Arrays.asList(paths)));
  }

  /** The same commit with one more trailer. */
  public static Commit trailer(Commit commit, String key, String value) {
    List<Trailer> trailers = new ArrayList<>(commit.trailers());
    trailers.add(new Trailer(key, value));
    return new Commit(
        commit.id(),
        commit.author(),
        commit.email(),
        commit.time(),
        commit.subject(),
        trailers,
        commit.paths());
  }

  /** The same commit, talked over with somebody. */
  public static Commit coordinated(Commit commit, String person) {
    return trailer(commit, "Coordinated-with", person);
  }

  /** So many commits of the base that the branch lacks. */
  public Deltas behind(int value) {
    behind = value;
    return this;
  }

  public Deltas commit(Commit commit) {
    commits.add(commit);
    return this;
  }

  public Deltas change(String path, Kind kind, int added, int removed) {
    changes.add(new FileChange(path, kind, added, removed, false));
    return this;
  }

  public Deltas binary(String path) {
    changes.add(new FileChange(path, Kind.MODIFIED, 0, 0, true));
    return this;
  }

  /** Paths in which a line was replaced. */
  public Deltas modified(String... paths) {
    for (String path : paths) {
      change(path, Kind.MODIFIED, 1, 1);
    }
    return this;
  }

  /** Paths that differ in the working tree. */
  public Deltas uncommitted(String... paths) {
    uncommitted.addAll(List.of(paths));
    return this;
  }

  public BranchDelta build() {
    return new BranchDelta(
        basis,
        "main",
        id("ba5e"),
        id("ba5e"),
        id("71b"),
        commits.size(),
        behind,
        changes,
        commits,
        uncommitted,
        Map.of());
  }
}
