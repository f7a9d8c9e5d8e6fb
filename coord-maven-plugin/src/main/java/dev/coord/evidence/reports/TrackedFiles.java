package dev.coord.evidence.reports;

import dev.coord.concurrent.Memo;
import dev.coord.evidence.SourceFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tracked files, found by the ends of their paths. A symbolic link stands for the file where it
 * leads, so that this one is found by the names of both.
 *
 * <p>Nothing is ever opened: a path that a report names is only compared with these.
 */
public final class TrackedFiles {

  /**
   * Compares from the last character to the first, so that paths with one ending are neighbours.
   */
  private static final Comparator<String> BY_ENDING = TrackedFiles::compareEndings;

  private final Set<String> paths;

  /** By the path of a link where it leads. */
  private final Map<String, String> links;

  /** By the last segment of the path. */
  private final Map<String, List<String>> byName = new HashMap<>();

  /** Of the names that were asked for: the paths in the order of their endings. */
  private final Memo<String, String[]> byEnding = new Memo<>();

  /** The files that are tracked. */
  public TrackedFiles(SourceFiles files) {
    this.paths = new HashSet<>(files.paths());
    this.links = files.links();
    for (String path : this.paths) {
      byName.computeIfAbsent(name(path), any -> new ArrayList<>(1)).add(path);
    }
  }

  /** The files that a name fits: none, one, or the first two in alphabetic order. */
  public record Match(List<String> candidates) {
    /** No file fits. */
    public static final Match NONE = new Match(List.of());

    /** Copies the list. */
    public Match {
      candidates = List.copyOf(candidates);
    }

    /** A match of any number of files. */
    public static Match of(Collection<String> all) {
      return new Match(new TreeSet<>(all).stream().limit(2).toList());
    }

    /** The one file that fits. */
    public Optional<String> only() {
      return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** Whether more than one fits. */
    public boolean isAmbiguous() {
      return candidates.size() > 1;
    }

    /** Whether none fits. */
    public boolean isEmpty() {
      return candidates.isEmpty();
    }
  }

  /** The file at a path below the first directory that has it. */
  public Match at(List<String> directories, String path) {
    for (String directory : directories) {
      Optional<String> file = file(join(directory, path));
      if (file.isPresent()) {
        return new Match(List.of(file.get()));
      }
    }
    return Match.NONE;
  }

  /** The file at a path, behind all links on the way; empty when nothing is tracked there. */
  private Optional<String> file(String path) {
    if (paths.contains(path)) {
      return Optional.of(links.getOrDefault(path, path)).filter(paths::contains);
    }
    for (int slash = links.isEmpty() ? -1 : path.indexOf('/');
        slash >= 0;
        slash = path.indexOf('/', slash + 1)) {
      String target = links.get(path.substring(0, slash));
      if (target != null) {
        return file(join(target, path.substring(slash + 1)));
      }
    }
    return Optional.empty();
  }

  /**
   * The files whose paths are or end in the given one, below the first directory that has any.
   *
   * @param directories where to look, nearest first; empty text is the root of the work tree
   * @param ending the end of a path, one or more whole segments
   * @param usual where such a file usually is, relative to the directory: decides between several
   * @param modules names of directories above the ending, from the outermost, with {@code /}
   *     between them; empty for any. Files below the innermost are preferred, of several of them
   *     those that are below the next one, too, and so on
   */
  public Match endingIn(
      List<String> directories, String ending, List<String> usual, String modules) {
    List<String> all =
        endingIn(ending).stream().flatMap(path -> file(path).stream()).distinct().toList();
    if (all.size() == 1) {
      return isBelowAny(directories, all.get(0)) ? new Match(all) : Match.NONE;
    }
    String[] names = modules.split("/");
    for (int i = names.length - 1; i >= 0 && all.size() > 1; i--) {
      all = preferred(all, ending, names[i]);
    }
    for (String directory : all.isEmpty() ? List.<String>of() : directories) {
      List<String> below = all.stream().filter(path -> isBelow(directory, path)).toList();
      if (!below.isEmpty()) {
        List<String> expected =
            usual.stream()
                .map(place -> join(directory, join(place, ending)))
                .filter(paths::contains)
                .toList();
        return Match.of(expected.isEmpty() ? below : expected);
      }
    }
    return Match.NONE;
  }

  private static boolean isBelowAny(List<String> directories, String path) {
    for (String directory : directories) {
      if (isBelow(directory, path)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> preferred(List<String> all, String ending, String module) {
    if (module.isEmpty()) {
      return all;
    }
    String segment = "/" + module + "/";
    List<String> ofModule =
        all.stream()
            .filter(
                path ->
                    ("/" + path.substring(0, path.length() - ending.length())).contains(segment))
            .toList();
    return ofModule.isEmpty() ? all : ofModule;
  }

  /** All files of a name, in the order of their paths. */
  public List<String> named(String name) {
    return endingIn(name).stream()
        .flatMap(path -> file(path).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** All files whose paths are the given one or end in it, by whole segments. */
  List<String> endingIn(String ending) {
    String name = name(ending);
    if (!byName.containsKey(name)) {
      return List.of();
    }
    String[] named = byEnding.of(name, this::inOrder);
    List<String> found = new ArrayList<>(1);
    if (paths.contains(ending)) {
      found.add(ending);
    }
    String suffix = "/" + ending;
    int next = Arrays.binarySearch(named, suffix, BY_ENDING);
    for (int i = next < 0 ? -next - 1 : next; i < named.length && named[i].endsWith(suffix); i++) {
      found.add(named[i]);
    }
    return found;
  }

  private String[] inOrder(String name) {
    String[] named = byName.get(name).toArray(String[]::new);
    Arrays.sort(named, BY_ENDING);
    return named;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A path below a directory; empty text is the root of the work tree. */
  public static String join(String directory, String path) {
    return directory.isEmpty() ? path : directory + "/" + path;
  }

  private static boolean isBelow(String directory, String path) {
    return directory.isEmpty()
        || (path.startsWith(directory) && path.startsWith("/", directory.length()));
  }

  private static int compareEndings(String left, String right) {
    int i = left.length();
    int j = right.length();
    while (i > 0 && j > 0) {
      int order = Character.compare(left.charAt(--i), right.charAt(--j));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(i, j);
  }
}
