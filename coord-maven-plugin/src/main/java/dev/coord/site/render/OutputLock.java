package dev.coord.site.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/** Lets one run at a time replace a directory; the system frees it when a run is killed. */
final class OutputLock implements AutoCloseable {

  private static final long PAUSE_MILLIS = 50;

  private final Path file;
  private final FileChannel channel;

  private OutputLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Waits for the lock of a directory.
   *
   * @throws SiteWriteException when another run holds it all the time
   */
  static OutputLock of(Path directory, Duration patience) throws IOException {
    Path file = SiteSwap.beside(directory, "lock");
    long pauses = patience.toMillis() / PAUSE_MILLIS;
    for (long i = 0; i <= pauses; i++) {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      if (holds(channel, file)) {
        return new OutputLock(file, channel);
      }
      channel.close();
      pause();
    }
    throw new SiteWriteException(
        "another run of coord is writing " + directory + ". Wait until it is done and run again.");
  }

  private static boolean holds(FileChannel channel, Path file) throws IOException {
    try {
      return channel.tryLock() != null && isStillThere(channel, file);
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this Java machine
    }
  }

  /**
   * Another run may have deleted the file between opening and locking: then the lock locks nothing.
   */
  private static boolean isStillThere(FileChannel channel, Path file) throws IOException {
    byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0).write(ByteBuffer.wrap(token));
    try {
      return Arrays.equals(Files.readAllBytes(file), token);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static void pause() throws SiteWriteException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SiteWriteException("stopped while waiting for another run of coord. Run again.");
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    }
  }
}
