package dev.coord.evidence.xml;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Opens report files: no links, and none that is larger than a report can be. */
public final class GuardedFile {

  /** The longest file, in bytes. */
  public static final long MAX_FILE = 1L << 30;

  static final String READABLE = "Check that it is a file you may read, and run again.";

  private static final int BEGINNING = 256;
  private static final Set<OpenOption> READ_ONLY =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  /** Reads the bytes of a file. */
  @FunctionalInterface
  public interface Body {
    /**
     * Reads them.
     *
     * @throws IOException when they cannot be read
     * @throws InvalidReportException when they are no report
     */
    void read(InputStream bytes) throws IOException, InvalidReportException;
  }

  private GuardedFile() {}

  /**
   * Opens a file and lets it be read.
   *
   * @param file the file; a symbolic link is refused
   * @param name the file as messages name it
   * @throws InvalidReportException when the file cannot be read or is too large, and whatever the
   *     body throws
   */
  public static void read(Path file, String name, Body body) throws InvalidReportException {
    try (SeekableByteChannel channel = Files.newByteChannel(file, READ_ONLY);
        InputStream bytes = Channels.newInputStream(channel)) {
      if (channel.size() > MAX_FILE) {
        throw new GuardedInput.LimitException(GuardedInput.larger(MAX_FILE));
      }
      body.read(bytes);
    } catch (GuardedInput.LimitException e) {
      throw new InvalidReportException(
          Location.ofFile(name), e.getMessage(), "Split it, or name smaller reports.");
    } catch (NoSuchFileException e) {
      throw unreadable(name, "the file is gone");
    } catch (IOException e) {
      throw unreadable(name, "the file cannot be read");
    }
  }

  /**
   * Whether a file begins as text that is not XML: its first character that is no space is not
   * {@code <}. An empty file, and one in an encoding that {@link PlainText} does not know, does
   * not.
   *
   * @throws InvalidReportException when the file cannot be read
   */
  public static boolean isPlainText(Path file, String name) throws InvalidReportException {
    boolean[] plain = {false};
    read(
        file,
        name,
        bytes -> {
          for (byte value : PlainText.utf8(bytes).readNBytes(BEGINNING)) {
            if (value > ' ') {
              plain[0] = value != '<';
              return;
            }
            if (value <= 0) {
              return;
            }
          }
        });
    return plain[0];
  }

  private static InvalidReportException unreadable(String name, String problem) {
    return new InvalidReportException(Location.ofFile(name), problem, READABLE);
  }
}
