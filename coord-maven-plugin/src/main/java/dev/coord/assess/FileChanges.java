package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.Proof;
import dev.coord.evidence.RepositoryQuestions.Touch;
import dev.coord.path.PatternIndex;
import dev.coord.plan.FileEntry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the files of one list.
 *
 * @param entries by the place of the path; without those that nothing became of
 * @param rest paths that were changed and that no entry covers, sorted
 */
record FileChanges(Map<Location, FileChanges.Tally> entries, List<String> rest) {

  /**
   * What changed one of the files.
   *
   * @param by who did it: a branch, or a commit and its day
   */
  record Change(String path, Kind kind, String by, List<Proof> proof) {

    /** {@code f/a adds docs/a.md}. */
    String told() {
      return by + " " + does() + " " + path;
    }

    private String does() {
      return switch (kind) {
        case ADDED -> "adds";
        case MODIFIED -> "changes";
        case DELETED -> "deletes";
      };
    }
  }

  /**
   * What became of an entry.
   *
   * @param so the first change that is what the entry says
   * @param other the first one that is not
   */
  record Tally(Optional<Change> so, Optional<Change> other, int count) {
    static final Tally NOTHING = new Tally(Optional.empty(), Optional.empty(), 0);

    private Tally and(FileEntry file, Change change) {
      boolean is = isSo(file, change);
      return new Tally(
          so.or(() -> Optional.of(change).filter(any -> is)),
          other.or(() -> Optional.of(change).filter(any -> !is)),
          count + 1);
    }
  }

  /** Copies the collections. */
  FileChanges {
    entries = Map.copyOf(entries);
    rest = List.copyOf(rest);
  }

  /** Goes through the changes once, however many entries there are. */
  static FileChanges of(List<FileEntry> files, Collection<Change> changes) {
    return of(files, changes, Map.of());
  }

  /**
   * The same where some files were renamed: who lists the new name has listed the old one, but for
   * what is said to be created.
   *
   * @param renamed by the old path the new one
   */
  static FileChanges of(
      List<FileEntry> files, Collection<Change> changes, Map<String, String> renamed) {
    List<FileEntry> meant = files.stream().filter(file -> file.paths().isPresent()).toList();
    PatternIndex index = index(meant);
    Map<Location, Tally> entries = new HashMap<>();
    List<String> rest = new ArrayList<>();
    for (Change change : changes) {
      BitSet matching = index.matching(change.path());
      Optional<String> now =
          Optional.ofNullable(renamed.get(change.path()))
              .filter(path -> change.kind() == Kind.DELETED)
              .filter(
                  path ->
                      index.matching(path).stream()
                          .mapToObj(meant::get)
                          .anyMatch(FileChanges::mayBeRenamed));
      if (matching.isEmpty() && now.isEmpty()) {
        rest.add(change.path());
      }
      matching.stream()
          .mapToObj(meant::get)
          .forEach(
              file ->
                  entries.put(
                      place(file),
                      entries.getOrDefault(place(file), Tally.NOTHING).and(file, change)));
    }
    return new FileChanges(entries, rest);
  }

  private static boolean mayBeRenamed(FileEntry file) {
    return file.change().filter(said -> said != FileEntry.Change.MODIFIED).isEmpty();
  }

  /** The entries that some paths fit, by their places, each with the first of the paths. */
  static Map<Location, String> fitting(List<FileEntry> files, Collection<String> paths) {
    List<FileEntry> meant = files.stream().filter(file -> file.paths().isPresent()).toList();
    PatternIndex index = index(meant);
    Map<Location, String> first = new HashMap<>();
    if (!meant.isEmpty()) {
      for (String path : paths) {
        index.matching(path).stream().forEach(i -> first.putIfAbsent(place(meant.get(i)), path));
      }
    }
    return first;
  }

  private static PatternIndex index(List<FileEntry> meant) {
    return new PatternIndex(
        meant.stream().map(file -> file.paths().orElseThrow().patterns().get(0)).toList());
  }

  /** What commits did, told by their days. */
  static List<Change> by(List<Touch> touches, ZoneId zone) {
    return touches.stream()
        .map(
            touch -> {
              LocalDate day = touch.time().atZone(zone).toLocalDate();
              String by = touch.commit().substring(0, 7) + " of " + day;
              return new Change(
                  touch.path(), touch.kind(), by, List.of(Proof.commit(by, touch.commit())));
            })
        .sorted(Comparator.comparing(Change::path))
        .toList();
  }

  static Location place(FileEntry file) {
    return file.origin().of("path");
  }

  Tally of(FileEntry file) {
    return entries.getOrDefault(place(file), Tally.NOTHING);
  }

  /** Whether a change is what is said of the files; any is where only a change is claimed. */
  private static boolean isSo(FileEntry file, Change change) {
    return file.change()
        .map(
            said ->
                change.kind() == kind(said)
                    || said == FileEntry.Change.MODIFIED && !file.isThis(change.path()))
        .orElse(true);
  }

  private static Kind kind(FileEntry.Change change) {
    return switch (change) {
      case CREATED -> Kind.ADDED;
      case MODIFIED -> Kind.MODIFIED;
      case DELETED -> Kind.DELETED;
    };
  }
}
