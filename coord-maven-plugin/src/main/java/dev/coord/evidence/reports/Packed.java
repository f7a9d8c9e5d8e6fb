package dev.coord.evidence.reports;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Arrays;

/** Tells of a report that cannot be read that it is compressed: its format is not what is wrong. */
final class Packed {

  /** What a file of gzip begins with. */
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  /** What a ZIP archive begins with, as what CI keeps of a job is packed into. */
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private Packed() {}

  /** What is wrong with a report that could not be read, which may be that it is compressed. */
  static InvalidReportException explain(FoundReport report, InvalidReportException unread) {
    try (InputStream in = Files.newInputStream(report.file(), LinkOption.NOFOLLOW_LINKS)) {
      byte[] start = in.readNBytes(ZIP.length);
      boolean gzip = begins(start, GZIP);
      if (gzip || begins(start, ZIP)) {
        return new InvalidReportException(
            Location.ofFile(report.path()),
            "the file is compressed (" + (gzip ? "gzip" : "ZIP") + ")",
            "Unpack it before coord is run, and name what was packed.");
      }
    } catch (IOException e) {
      return unread; // What the reader met says more.
    }
    return unread;
  }

  private static boolean begins(byte[] start, byte[] with) {
    return start.length >= with.length && Arrays.equals(Arrays.copyOf(start, with.length), with);
  }
}
