package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.NB;

/**
 * Git's commit-graph file: parents, trees, times and generations of most commits, which spares
 * reading them.
 *
 * <p>Format: gitformat-commit-graph(5), version 1, one file with SHA-1 ids and generation numbers.
 * The file is a cache: one that is absent, chained, damaged (its checksum is computed) or written
 * without generations is left aside, and so is one that could hold a cut or changed history.
 */
final class CommitGraphFile {

  /** A file that knows no commit. */
  static final CommitGraphFile NONE = new CommitGraphFile();

  private static final int HASH = Constants.OBJECT_ID_LENGTH;
  private static final int RECORD = HASH + 16;
  private static final int CHUNK_ENTRY = 12;
  private static final int HEADER = 8;
  private static final int FANOUT_CHUNK = chunk("OIDF");
  private static final int ID_CHUNK = chunk("OIDL");
  private static final int DATA_CHUNK = chunk("CDAT");
  private static final int EDGE_CHUNK = chunk("EDGE");
  private static final int NO_PARENT = 0x70000000;
  private static final int MORE_PARENTS = 0x80000000;
  private static final int POSITION = 0x7fffffff;
  private static final int HIGHEST_GENERATION = 0x3fffffff;
  private static final long LIMIT = 256L << 20;

  private final byte[] bytes;
  private final int count;
  private int fanout;
  private int ids;
  private int data;
  private int edges;
  private int edgesEnd;

  private CommitGraphFile() {
    bytes = new byte[0];
    count = 0;
  }

  private CommitGraphFile(byte[] bytes) throws IOException {
    this.bytes = bytes;
    int chunks = bytes[6] & 0xff;
    for (int i = 0; i < chunks; i++) {
      int entry = HEADER + i * CHUNK_ENTRY;
      int offset = offset(entry);
      int end = offset(entry + CHUNK_ENTRY);
      int id = NB.decodeInt32(bytes, entry);
      if (id == FANOUT_CHUNK) {
        fanout = offset;
      } else if (id == ID_CHUNK) {
        ids = offset;
      } else if (id == DATA_CHUNK) {
        data = offset;
      } else if (id == EDGE_CHUNK) {
        edges = offset;
        edgesEnd = end;
      }
    }
    count = fanout == 0 ? -1 : NB.decodeInt32(bytes, fanout + 255 * 4);
    long body = bytes.length - HASH;
    require(ids > 0 && data > 0 && count >= 0);
    require(ids + (long) count * HASH <= body && data + (long) count * RECORD <= body);
    for (int i = 0; i < count; i++) {
      require(generation(i) > 0 && generation(i) < HIGHEST_GENERATION);
    }
  }

  /**
   * Reads the file of a repository.
   *
   * @param objects its {@code objects} directory
   * @return {@link #NONE} when there is no file that can be relied on
   */
  static CommitGraphFile read(Path objects) {
    Path file = objects.resolve("info").resolve("commit-graph");
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LIMIT) {
        return NONE;
      }
      byte[] bytes = Files.readAllBytes(file);
      return isSound(bytes) ? new CommitGraphFile(bytes) : NONE;
    } catch (IOException | IndexOutOfBoundsException e) {
      return NONE;
    }
  }

  /** Signature, version 1, SHA-1, no base files, and the checksum at the end. */
  private static boolean isSound(byte[] bytes) {
    if (bytes.length < HEADER + HASH
        || NB.decodeInt32(bytes, 0) != chunk("CGPH")
        || bytes[4] != 1
        || bytes[5] != 1
        || bytes[7] != 0) {
      return false;
    }
    MessageDigest digest = Constants.newMessageDigest();
    digest.update(bytes, 0, bytes.length - HASH);
    return Arrays.equals(
        digest.digest(), Arrays.copyOfRange(bytes, bytes.length - HASH, bytes.length));
  }

  /** Gives a commit its time, tree, generation and position, where the file knows it. */
  void fill(CommitNode node) {
    int position = find(node);
    if (position >= 0) {
      int record = data + position * RECORD;
      node.position = position;
      node.tree = ObjectId.fromRaw(bytes, record);
      node.generation = generation(position);
      long high = NB.decodeInt32(bytes, record + HASH + 8) & 3L;
      node.time = high << 32 | NB.decodeUInt32(bytes, record + HASH + 12);
    }
  }

  /** Ids of a commit's parents. */
  List<ObjectId> parents(int position) throws IOException {
    int record = data + position * RECORD + HASH;
    int first = NB.decodeInt32(bytes, record);
    int second = NB.decodeInt32(bytes, record + 4);
    List<ObjectId> parents = new ArrayList<>(2);
    if (first != NO_PARENT) {
      parents.add(id(first));
    }
    if (second != NO_PARENT && (second & MORE_PARENTS) == 0) {
      parents.add(id(second));
    } else if ((second & MORE_PARENTS) != 0) {
      int edge = edges + (second & POSITION) * 4;
      int parent;
      do {
        require(edges > 0 && edge >= edges && edge + 4 <= edgesEnd);
        parent = NB.decodeInt32(bytes, edge);
        parents.add(id(parent & POSITION));
        edge += 4;
      } while ((parent & MORE_PARENTS) == 0);
    }
    return parents;
  }

  private int find(CommitNode id) {
    if (count == 0) {
      return -1;
    }
    int bucket = id.getFirstByte();
    int low = bucket == 0 ? 0 : NB.decodeInt32(bytes, fanout + (bucket - 1) * 4);
    int high = NB.decodeInt32(bytes, fanout + bucket * 4);
    if (low < 0 || high > count) {
      return -1;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = id.compareTo(bytes, ids + middle * HASH);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return -1;
  }

  private ObjectId id(int position) throws IOException {
    require(position >= 0 && position < count);
    return ObjectId.fromRaw(bytes, ids + position * HASH);
  }

  private int generation(int position) {
    return NB.decodeInt32(bytes, data + position * RECORD + HASH + 8) >>> 2;
  }

  private int offset(int entry) throws IOException {
    long offset = NB.decodeInt64(bytes, entry + 4);
    require(offset >= HEADER && offset <= bytes.length - HASH);
    return (int) offset;
  }

  private static int chunk(String name) {
    return NB.decodeInt32(Constants.encodeASCII(name), 0);
  }

  private static void require(boolean sound) throws IOException {
    if (!sound) {
      throw new CorruptObjectException("git's commit-graph file is damaged");
    }
  }
}
