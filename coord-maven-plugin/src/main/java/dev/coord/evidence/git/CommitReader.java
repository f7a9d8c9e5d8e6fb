package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Reads commits as the rest of coord sees them. */
final class CommitReader {

  /** The years 1 to 9999: what every formatter can print. */
  private static final long EARLIEST = -62_135_596_800L;

  private static final long LATEST = 253_402_300_799L;

  private static final int PARENT_LIMIT = 100;

  private final ObjectStore store;
  private final Trees trees;
  private final TreeDiff diff;
  private final Map<ObjectId, Mailmap> mailmaps = new HashMap<>();

  CommitReader(ObjectStore store, Trees trees) {
    this.store = store;
    this.trees = trees;
    diff = new TreeDiff(trees);
  }

  RawCommit raw(AnyObjectId id) throws IOException {
    return RawCommit.parse(id, store.beginning(id, Constants.OBJ_COMMIT, RawCommit.LIMIT));
  }

  /** A commit without its paths. */
  Commit plain(AnyObjectId id, Mailmap mailmap) throws IOException {
    return commit(id, raw(id), mailmap, new TreeSet<>());
  }

  /** A commit with the paths it changes itself: a merge those that differ from all its parents. */
  Commit withPaths(AnyObjectId id, Mailmap mailmap, Budget budget) throws IOException {
    RawCommit raw = raw(id);
    SortedSet<String> paths = new TreeSet<>();
    for (PathChange change : diff.fromAll(parentTrees(raw), raw.tree(), budget)) {
      paths.add(change.path());
    }
    return commit(id, raw, mailmap, paths);
  }

  /** A commit with certain paths. */
  Commit withPaths(AnyObjectId id, SortedSet<String> paths, Mailmap mailmap) throws IOException {
    return commit(id, raw(id), mailmap, paths);
  }

  private List<ObjectId> parentTrees(RawCommit commit) throws IOException {
    if (commit.parents().size() > PARENT_LIMIT) {
      throw new UnreadableException(
          "a merge has " + commit.parents().size() + " parents, more than coord compares",
          "Merge fewer branches at once.");
    }
    List<ObjectId> parents = new ArrayList<>();
    for (ObjectId parent : commit.parents()) {
      parents.add(raw(parent).tree());
    }
    return parents;
  }

  private static Commit commit(
      AnyObjectId id, RawCommit raw, Mailmap mailmap, SortedSet<String> paths) {
    Mailmap.Person author = mailmap.map(author(raw.author()));
    return new Commit(
        id.name(),
        author.name(),
        author.email(),
        instant(raw.time()),
        Messages.subject(raw.message()),
        Messages.trailers(raw.message()).stream()
            .map(trailer -> coauthor(trailer, mailmap))
            .toList(),
        paths);
  }

  /** A co-author is who the mailmap says, as an author is; what is not an address stays. */
  private static Commit.Trailer coauthor(Commit.Trailer trailer, Mailmap mailmap) {
    Mailmap.Person named = author(trailer.value());
    if (!trailer.key().equalsIgnoreCase(Commit.COAUTHOR) || named.email().isEmpty()) {
      return trailer;
    }
    Mailmap.Person person = mailmap.map(named);
    return person.equals(named)
        ? trailer
        : new Commit.Trailer(trailer.key(), person.name() + " <" + person.email() + ">");
  }

  /** A time that every formatter can print. */
  static Instant instant(long seconds) {
    return Instant.ofEpochSecond(Math.max(EARLIEST, Math.min(LATEST, seconds)));
  }

  /** Reads {@code Name <address> time zone}, of which anything may be missing. */
  static Mailmap.Person author(String line) {
    int open = line.indexOf('<');
    if (open < 0) {
      return new Mailmap.Person("", "");
    }
    int close = line.indexOf('>', open);
    String email = line.substring(open + 1, close < 0 ? line.length() : close);
    return new Mailmap.Person(line.substring(0, open).strip(), email.strip());
  }

  /** The mailmap in a tree; an empty one where there is none that can be used. */
  Mailmap mailmap(ObjectId tree) throws IOException {
    Optional<TreeEntry> entry = trees.entry(tree, ".mailmap").filter(TreeEntry::isRegular);
    if (entry.isEmpty()) {
      return Mailmap.NONE;
    }
    ObjectId id = entry.get().id();
    if (!mailmaps.containsKey(id)) {
      Optional<byte[]> text = store.readSmall(id, Constants.OBJ_BLOB, Mailmap.LIMIT);
      mailmaps.put(
          id,
          text.map(bytes -> Mailmap.parse(new String(bytes, StandardCharsets.UTF_8)))
              .orElse(Mailmap.NONE));
    }
    return mailmaps.get(id);
  }
}
