package dev.coord.engine;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.Observation;
import dev.coord.plan.SiteLook;
import dev.coord.site.render.Look.Logo;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the image that a plan names as logo: what cannot be shown safely is not published. */
final class SiteLogo {

  /** Most bytes of a logo: every page shows it. */
  static final int MAX_BYTES = 64 * 1024;

  private static final String PNG_BEGINS = "\u0089PNG\r\n\u001a\n";
  private static final int PNG_HEADER = 24;
  private static final int MOST_PIXELS = 10_000;

  private SiteLogo() {}

  /** The logo of a look, or why it cannot be shown; empty where none is named. */
  static Optional<Observation<Logo>> of(SiteLook look, PlanSource source) {
    return look.logo().map(file -> read(file, source));
  }

  private static Observation<Logo> read(String file, PlanSource source) {
    return switch (source.entry(file)) {
      case NONE -> unknown(file + " does not exist", "Add it, or correct logo.");
      case LINK ->
          unknown(
              file + " is a symbolic link, or lies below one", "Put the file itself in its place.");
      case DIRECTORY, FOREIGN, SPECIAL -> unknown(file + " is no file", "Name an image.");
      case FILE -> content(file, source);
    };
  }

  private static Observation<Logo> content(String file, PlanSource source) {
    byte[] bytes;
    try {
      bytes = source.read(file, MAX_BYTES + 1);
    } catch (UncheckedIOException e) {
      return unknown(file + " cannot be read", "Make it readable.");
    }
    if (bytes.length > MAX_BYTES) {
      return unknown(
          file + " has more than " + MAX_BYTES / 1024 + " KiB",
          "Every page shows it: make it smaller.");
    }
    return file.endsWith(".png") ? png(file, bytes) : svg(file, bytes);
  }

  private static Observation<Logo> png(String file, byte[] bytes) {
    byte[] begin = PNG_BEGINS.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < PNG_HEADER || !ByteBuffer.wrap(bytes, 0, 8).equals(ByteBuffer.wrap(begin))) {
      return unknown(file + " is no PNG image", "Save it as PNG.");
    }
    int width = ByteBuffer.wrap(bytes).getInt(16);
    int height = ByteBuffer.wrap(bytes).getInt(20);
    if (Math.min(width, height) < 1 || Math.max(width, height) > MOST_PIXELS) {
      return unknown(
          file + " measures " + width + " by " + height + " pixels", "Save it in a usual size.");
    }
    return Observation.known(new Logo("logo.png", bytes, width, height));
  }

  private static Observation<Logo> svg(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int[] size = SvgCheck.size(bytes, text, file);
      return Observation.known(new Logo("logo.svg", bytes, size[0], size[1]));
    } catch (CharacterCodingException e) {
      return unknown(file + " is not in UTF-8", "Save it as plain SVG.");
    } catch (InvalidReportException e) {
      Location place = e.diagnostic().location();
      return unknown(
          place + " cannot be shown: " + e.diagnostic().problem(), e.diagnostic().remedy());
    }
  }

  private static Observation<Logo> unknown(String reason, String remedy) {
    return Observation.unknown(reason, remedy);
  }
}
