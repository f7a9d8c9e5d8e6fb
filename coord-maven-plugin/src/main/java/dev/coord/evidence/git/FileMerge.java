package dev.coord.evidence.git;

import dev.coord.evidence.MergeForecast.Kind;
import dev.coord.evidence.git.MergeAttributes.Driver;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Merges one path of which both sides made something else. What a merge makes of texts is kept in
 * memory, under the id that it would have, where something is to be merged with it.
 */
final class FileMerge implements Similarity.Source {

  /** What merges make may have as many bytes together. */
  private static final long MOST_BYTES = 256L << 20;

  /** Merges that are remembered: branches from one place meet the same files again and again. */
  private static final int MOST_KEPT = 50_000;

  private static final byte[] NOTHING = new byte[0];

  private final Contents contents;
  private final MergeAttributes attributes;
  private final Map<ObjectId, byte[]> made = new HashMap<>();
  private final Map<Merged, Result> merged = new HashMap<>();
  private long bytes;

  /** What a merge is made for. */
  enum Use {
    /** To know what conflicts. */
    VERDICT,
    /** To merge something else into the result. */
    NEXT,
    /**
     * To compare others with the result: then what cannot be merged stays as it was, and only texts
     * get git's marks.
     */
    BASE
  }

  private record Merged(
      Optional<TreeEntry> base,
      Optional<TreeEntry> ours,
      Optional<TreeEntry> theirs,
      Use use,
      Driver driver) {}

  /**
   * What a path becomes.
   *
   * @param clash why somebody has to look at it; empty when nobody has to
   */
  record Result(Optional<TreeEntry> entry, Optional<Kind> clash) {}

  FileMerge(Contents contents, MergeAttributes attributes) {
    this.contents = contents;
    this.attributes = attributes;
  }

  /** Merges a path that both sides changed, each in another way. */
  Result merge(
      String path,
      Optional<TreeEntry> base,
      Optional<TreeEntry> ours,
      Optional<TreeEntry> theirs,
      Use use)
      throws IOException {
    Driver driver = ours.isPresent() && theirs.isPresent() ? attributes.driver(path) : Driver.TEXT;
    Merged key = new Merged(base, ours, theirs, use, driver);
    Result known = merged.get(key);
    if (known == null) {
      known = fresh(base, ours, theirs, use, driver);
      if (merged.size() < MOST_KEPT) {
        merged.put(key, known);
      }
    }
    return known;
  }

  private Result fresh(
      Optional<TreeEntry> base,
      Optional<TreeEntry> ours,
      Optional<TreeEntry> theirs,
      Use use,
      Driver driver)
      throws IOException {
    if (ours.isEmpty() || theirs.isEmpty()) {
      return new Result(
          use == Use.BASE ? base : ours.or(() -> theirs), Optional.of(Kind.DELETED_AND_CHANGED));
    }
    TreeEntry our = ours.get();
    TreeEntry their = theirs.get();
    if (type(our) != type(their)) {
      return new Result(use == Use.BASE ? base : ours, Optional.of(Kind.TYPE));
    }
    Optional<TreeEntry> old = base.filter(entry -> type(entry) == type(our));
    int mode = our.mode();
    boolean modeClash = false;
    if (our.mode() != their.mode()) {
      boolean mineIsNew = base.isEmpty() || our.mode() != base.get().mode();
      mode = mineIsNew ? our.mode() : their.mode();
      modeClash = mineIsNew && (base.isEmpty() || their.mode() != base.get().mode());
    }
    if (our.id().equals(their.id())) {
      return new Result(
          entry(mode, our.id()), modeClash ? Optional.of(Kind.MODE) : Optional.empty());
    }
    if (old.isPresent() && old.get().id().equals(our.id())) {
      return new Result(entry(mode, their.id()), Optional.empty());
    }
    if (old.isPresent() && old.get().id().equals(their.id())) {
      return new Result(entry(mode, our.id()), Optional.empty());
    }
    if (!our.isRegular()) {
      Kind kind = our.isSubmodule() ? Kind.SUBMODULE : Kind.LINK;
      return new Result(
          use == Use.BASE ? base : ours, Optional.of(old.isEmpty() ? added(kind) : kind));
    }
    if (driver == Driver.PROGRAM) {
      throw new UnreadableException(
          "a merge driver of its own is configured for a file that both sides changed",
          "coord runs no programs: see what git merge-tree says of it.");
    }
    return lines(old, our, their, new Merging(mode, modeClash, use, driver));
  }

  private static Kind added(Kind kind) {
    return kind == Kind.LINK ? Kind.BOTH_ADDED : kind;
  }

  private static int type(TreeEntry entry) {
    return entry.isRegular() ? TreeEntry.FILE : entry.mode();
  }

  private static Optional<TreeEntry> entry(int mode, ObjectId id) {
    return Optional.of(new TreeEntry(mode, id));
  }

  /** How lines are merged, and what is known of the mode. */
  private record Merging(int mode, boolean modeClash, Use use, Driver driver) {}

  private Result lines(Optional<TreeEntry> old, TreeEntry our, TreeEntry their, Merging how)
      throws IOException {
    boolean binary = how.driver() == Driver.BINARY;
    Optional<byte[]> base =
        binary ? Optional.empty() : old.isEmpty() ? Optional.of(NOTHING) : text(old.get());
    Optional<byte[]> mine = binary ? Optional.empty() : text(our);
    Optional<byte[]> other = binary ? Optional.empty() : text(their);
    if (base.isEmpty() || mine.isEmpty() || other.isEmpty()) {
      Kind kind = old.isEmpty() ? Kind.BOTH_ADDED : Kind.BINARY;
      ObjectId before = old.isEmpty() ? keep(NOTHING) : old.get().id();
      return new Result(
          entry(how.mode(), how.use() == Use.BASE ? before : our.id()), Optional.of(kind));
    }
    boolean union = how.driver() == Driver.UNION;
    LineMerge merge = LineMerge.of(base.get(), mine.get(), other.get());
    LineMerge.Marks marks =
        union
            ? LineMerge.Marks.NONE
            : how.use() == Use.BASE ? LineMerge.Marks.OF_BASES : LineMerge.Marks.PLAIN;
    boolean clean = union || merge.clean();
    Kind kind = clean ? Kind.MODE : old.isEmpty() ? Kind.BOTH_ADDED : Kind.CONTENT;
    return new Result(
        how.use() == Use.VERDICT ? Optional.of(our) : entry(how.mode(), keep(merge.bytes(marks))),
        clean && !how.modeClash() ? Optional.empty() : Optional.of(kind));
  }

  @Override
  public Optional<byte[]> bytes(TreeEntry entry, int limit) throws IOException {
    byte[] known = made.get(entry.id());
    return known != null ? Optional.of(known) : contents.bytes(entry, limit);
  }

  @Override
  public long size(TreeEntry entry) throws IOException {
    byte[] known = made.get(entry.id());
    return known != null ? known.length : contents.size(entry);
  }

  /** A text; empty when git would take it for binary. */
  private Optional<byte[]> text(TreeEntry entry) throws IOException {
    byte[] known = made.get(entry.id());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> content = contents.bytes(entry, Contents.TEXT_LIMIT);
    if (content.isEmpty() && !contents.beginsBinary(entry)) {
      throw new UnreadableException(
          "a text that both sides changed has more than 4 MiB, and coord does not merge it",
          "See what git merge-tree says of it.");
    }
    return content.filter(bytes -> !Contents.isBinary(bytes));
  }

  private ObjectId keep(byte[] content) throws IOException {
    ObjectId id = new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, content);
    if (made.put(id, content) == null) {
      bytes += content.length;
      if (bytes > MOST_BYTES) {
        throw new UnreadableException(
            "what the branches would be merged to has more than 256 MiB",
            "Merge or delete branches that nobody works on.");
      }
    }
    return id;
  }
}
