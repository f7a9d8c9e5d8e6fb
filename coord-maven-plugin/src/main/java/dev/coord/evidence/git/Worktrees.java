package dev.coord.evidence.git;

import dev.coord.evidence.Worktree.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * Tells which worktrees there are, from what gitrepository-layout(5) says of {@code worktrees/}.
 *
 * <p>A linked worktree counts only where its {@code .git} file leads back to its entry: an entry
 * can name any directory of the machine.
 */
final class Worktrees {

  private static final String SYMBOLIC = "ref:";
  private static final String DOT_GIT = ".git";

  /** Where the directory of a worktree is. */
  enum Place {
    /** It is there. */
    THERE,
    /** It is gone. */
    GONE,
    /** Nobody knows. */
    UNKNOWN
  }

  /**
   * A worktree as git's own files describe it.
   *
   * @param gitDirectory its own git directory
   * @param directory where it is; empty when its entry does not tell
   * @param shown its directory as {@link #byBranch} shows it, or the name of its entry
   * @param place whether its directory is there
   * @param problem why nobody knows, a clause; empty when somebody does
   * @param locked the reason why it is locked, may be an empty text
   */
  record Entry(
      Path gitDirectory,
      Optional<Path> directory,
      String shown,
      boolean main,
      Place place,
      String problem,
      Optional<String> locked) {

    /** Whether git would prune it: what is locked is kept. */
    boolean prunable() {
      return place == Place.GONE && locked.isEmpty();
    }
  }

  /**
   * What is checked out in a worktree.
   *
   * @param branch the branch, without {@code refs/heads/}
   * @param ref the full name of the ref that HEAD is on
   * @param commit the commit when it is detached
   */
  record Head(Optional<String> branch, Optional<String> ref, Optional<ObjectId> commit) {}

  private final Path common;
  private final Path main;
  private final boolean mainIsThere;
  private final boolean reftable;

  Worktrees(RepositoryLocation location, boolean reftable) {
    this.reftable = reftable;
    common = location.commonDirectory();
    boolean bare = isBare(common);
    boolean beside = common.endsWith(DOT_GIT);
    main = beside ? common.getParent() : location.workTree();
    mainIsThere = !bare && (beside || !location.linked());
  }

  /**
   * The worktrees by branch: that in which it is checked out, else that in which it is rebased, or
   * in which a bisect began on it. A worktree whose directory is not there does not count.
   *
   * @return directories relative to the main worktree where they lie in it or beside it, absolute
   *     otherwise; {@code .} for the main worktree itself
   */
  static Map<String, String> byBranch(RepositoryLocation location, boolean reftable) {
    Worktrees all = new Worktrees(location, reftable);
    Map<String, String> worktrees = new TreeMap<>();
    Map<String, String> elsewhere = new TreeMap<>();
    for (Entry entry : all.entries()) {
      if (entry.place() == Place.THERE) {
        Optional<String> branch = all.branch(entry);
        branch.ifPresent(name -> worktrees.putIfAbsent(name, entry.shown()));
        if (branch.isEmpty()) {
          all.operations(entry).stream()
              .flatMap(operation -> operation.branch().stream())
              .forEach(name -> elsewhere.putIfAbsent(name, entry.shown()));
        }
      }
    }
    elsewhere.forEach(worktrees::putIfAbsent);
    return Collections.unmodifiableMap(worktrees);
  }

  /**
   * The way from a worktree to another one that has a branch checked out.
   *
   * @return relative, where both lie in the main worktree or beside it; empty where they do not,
   *     where there is no other one, and where the branch is checked out in this one
   */
  Optional<String> way(String branch, RepositoryLocation from) {
    List<Entry> with =
        entries().stream()
            .filter(entry -> entry.place() == Place.THERE)
            .filter(entry -> branch(entry).equals(Optional.of(branch)))
            .toList();
    if (with.stream().anyMatch(entry -> isSame(entry.gitDirectory(), from.gitDirectory()))) {
      return Optional.empty();
    }
    Path around = main.getParent() == null ? main : main.getParent();
    return with.stream()
        .flatMap(entry -> entry.directory().stream())
        .filter(there -> there.startsWith(around) && from.workTree().startsWith(around))
        .map(there -> from.workTree().relativize(there).toString().replace('\\', '/'))
        .findFirst();
  }

  private Optional<String> branch(Entry entry) {
    try {
      return head(entry).branch();
    } catch (IOException e) {
      // It cannot be read, so it has nothing checked out.
      return Optional.empty();
    }
  }

  /** The main worktree first where there is one, the others by directory, as git lists them. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Path path : directories(common.resolve("worktrees"))) {
      entries.add(linked(path));
    }
    entries.sort(
        Comparator.comparing(
                (Entry entry) -> entry.directory().map(Path::toString).orElse(""),
                Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()))
            .thenComparing(Entry::shown));
    if (mainIsThere) {
      entries.add(
          0,
          new Entry(
              common, Optional.of(main), show(main), true, Place.THERE, "", Optional.empty()));
    }
    return List.copyOf(entries);
  }

  /**
   * What is checked out.
   *
   * @throws IOException when it cannot be read
   */
  Head head(Entry entry) throws IOException {
    if (reftable) {
      Ref head = ReftableHead.read(entry.gitDirectory()).orElseThrow(Worktrees::noHead);
      return head.isSymbolic() ? on(head.getTarget().getName()) : detached(head.getObjectId());
    }
    String text =
        RepositoryLocation.pointer(entry.gitDirectory().resolve(Constants.HEAD))
            .orElseThrow(Worktrees::noHead);
    if (text.startsWith(SYMBOLIC)) {
      return on(text.substring(SYMBOLIC.length()).strip());
    }
    return detached(ObjectId.isId(text) ? ObjectId.fromString(text) : null);
  }

  private static Head on(String ref) throws IOException {
    if (!Repository.isValidRefName(ref)) {
      throw noHead();
    }
    Optional<String> branch =
        Optional.of(ref)
            .filter(name -> name.startsWith(Constants.R_HEADS))
            .map(name -> name.substring(Constants.R_HEADS.length()));
    return new Head(branch, Optional.of(ref), Optional.empty());
  }

  private static Head detached(ObjectId commit) throws IOException {
    if (commit == null) {
      throw noHead();
    }
    return new Head(Optional.empty(), Optional.empty(), Optional.of(commit));
  }

  private static UnreadableException noHead() {
    return new UnreadableException(
        "what is checked out in it cannot be read",
        "Run git status in it, and git worktree repair in the main worktree.");
  }

  /** What is under way in it; nothing where its directory is not there. */
  List<Operation> operations(Entry entry) {
    return entry.place() == Place.THERE ? Operations.of(entry.gitDirectory(), reftable) : List.of();
  }

  private Entry linked(Path path) {
    Path lock = path.resolve("locked");
    Optional<String> locked =
        Files.exists(lock, LinkOption.NOFOLLOW_LINKS)
            ? Optional.of(RepositoryLocation.pointer(lock).orElse(""))
            : Optional.empty();
    Optional<Path> file =
        RepositoryLocation.pointer(path.resolve("gitdir"))
            .flatMap(text -> RepositoryLocation.resolve(path, text))
            .filter(target -> target.endsWith(DOT_GIT) && target.getParent() != null);
    if (file.isEmpty()) {
      return new Entry(
          path,
          Optional.empty(),
          path.getFileName().toString(),
          false,
          Place.UNKNOWN,
          "git's entry " + path.getFileName() + " does not tell its directory",
          locked);
    }
    Path directory = file.get().getParent();
    try {
      String problem = problem(path, file.get());
      return new Entry(
          path,
          Optional.of(directory),
          show(directory),
          false,
          problem.isEmpty() ? Place.THERE : Place.UNKNOWN,
          problem,
          locked);
    } catch (IOException e) {
      boolean gone = e instanceof NoSuchFileException;
      return new Entry(
          path,
          Optional.of(directory),
          show(directory),
          false,
          gone ? Place.GONE : Place.UNKNOWN,
          gone ? "its directory is gone" : "its directory cannot be read",
          locked);
    }
  }

  /** What is wrong with the file that leads from a worktree back to its entry. */
  private static String problem(Path entry, Path file) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (FileSystemException e) {
      if (isBelowFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      throw e;
    }
    if (!attributes.isRegularFile()) {
      return "the .git in its directory is no file";
    }
    Optional<Path> back = RepositoryLocation.gitFile(file).filter(target -> isSame(target, entry));
    return back.isPresent() ? "" : "its directory belongs to another repository";
  }

  /** A file stands where a directory above was, so that what was below is gone. */
  private static boolean isBelowFile(Path file) {
    for (Path above = file.getParent(); above != null; above = above.getParent()) {
      if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
        return !Files.isDirectory(above);
      }
    }
    return false;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> directories(Path directory) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream =
        Files.newDirectoryStream(
            directory, path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      // There is no linked worktree.
      return List.of();
    }
    return entries;
  }

  /** Whether the repository has no main worktree: its configuration says so. */
  private static boolean isBare(Path common) {
    return isBareIn(common.resolve("config")) || isBareIn(common.resolve("config.worktree"));
  }

  private static boolean isBareIn(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return false;
      }
      Config config = new Config();
      config.fromText(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      return config.getBoolean("core", null, "bare", false);
    } catch (IOException | ConfigInvalidException | IllegalArgumentException e) {
      return false;
    }
  }

  private String show(Path worktree) {
    Path around = main.getParent() == null ? main : main.getParent();
    if (!worktree.startsWith(around)) {
      return worktree.toString();
    }
    String relative = main.relativize(worktree).toString().replace('\\', '/');
    return relative.isEmpty() ? "." : relative;
  }
}
