package dev.coord.evidence.git;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/**
 * The objects of a repository, as bytes.
 *
 * <p>While git repacks, an object can seem missing although it only moves: the repository is then
 * opened anew and asked again. What an object holds is hostile, so whatever JGit throws for it
 * becomes an {@link IOException}.
 */
final class ObjectStore implements AutoCloseable {

  private static final int RETRIES = 3;

  private final RepositoryLocation location;
  private Repository repository;
  private ObjectReader reader;

  /** How often objects were read, by type. */
  private final int[] reads = new int[Constants.OBJ_TAG + 1];

  private interface Read<T> {
    T from(ObjectReader reader) throws IOException;
  }

  ObjectStore(RepositoryLocation location) throws IOException {
    this.location = location;
    open();
  }

  private void open() throws IOException {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder()
            .setFS(FS.DETECTED)
            .setGitDir(location.gitDirectory().toFile())
            .setGitCommonDir(location.commonDirectory().toFile())
            .setWorkTree(location.workTree().toFile())
            .setMustExist(true);
    try {
      repository = builder.build();
    } catch (IllegalArgumentException e) {
      // JGit's word for a value in the configuration that it cannot use.
      throw new IOException(e.getMessage(), e);
    }
    reader = repository.newObjectReader();
  }

  Repository repository() {
    return repository;
  }

  /**
   * An object's content.
   *
   * @throws UnreadableException when it is larger than the limit
   * @throws MissingObjectException when it is not there
   */
  byte[] read(AnyObjectId id, int type, int limit) throws IOException {
    return readSmall(id, type, limit)
        .orElseThrow(
            () ->
                new UnreadableException(
                    "object " + id.name() + " has more than " + limit + " bytes",
                    "Remove it from the history."));
  }

  /** The first bytes of an object's content, at most {@code limit}. */
  byte[] beginning(AnyObjectId id, int type, int limit) throws IOException {
    return attempt(
        id,
        from -> {
          ObjectLoader loader = from.open(id, type);
          reads[type]++;
          if (loader.getSize() <= limit) {
            return loader.getCachedBytes(limit);
          }
          try (InputStream in = loader.openStream()) {
            return in.readNBytes(limit);
          }
        });
  }

  /** An object's content; empty when it is larger than the limit. */
  Optional<byte[]> readSmall(AnyObjectId id, int type, int limit) throws IOException {
    return attempt(
        id,
        from -> {
          ObjectLoader loader = from.open(id, type);
          reads[type]++;
          return loader.getSize() > limit
              ? Optional.empty()
              : Optional.of(loader.getCachedBytes(limit));
        });
  }

  /** How often objects of a type were read so far, the same one as often as it was. */
  int reads(int type) {
    return reads[type];
  }

  /** The size of a blob in bytes. */
  long size(AnyObjectId id) throws IOException {
    return attempt(id, from -> from.getObjectSize(id, Constants.OBJ_BLOB));
  }

  /** The type of an object, one of {@code Constants.OBJ_*}. */
  int type(AnyObjectId id) throws IOException {
    return attempt(id, from -> from.open(id).getType());
  }

  /** The objects an abbreviation can mean. */
  Collection<ObjectId> resolve(AbbreviatedObjectId id) throws IOException {
    return reader.resolve(id);
  }

  private <T> T attempt(AnyObjectId id, Read<T> read) throws IOException {
    for (int attempt = 0; ; attempt++) {
      try {
        return read.from(reader);
      } catch (MissingObjectException e) {
        if (attempt == RETRIES) {
          throw e;
        }
        close();
        open();
      } catch (RuntimeException e) {
        throw new IOException("object " + id.name() + " is damaged", e);
      }
    }
  }

  @Override
  public void close() {
    reader.close();
    repository.close();
  }
}
