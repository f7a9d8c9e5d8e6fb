package dev.coord.engine;

import dev.coord.evidence.Observation;
import dev.coord.plan.Document;
import dev.coord.plan.Plan;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the files that a plan publishes as pages. */
final class PublishedFiles {

  /** Most bytes of a file. */
  static final int MAX_BYTES = 256 * 1024;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final PlanSource source;

  /**
   * Files of a source.
   *
   * @param source the working tree
   */
  PublishedFiles(PlanSource source) {
    this.source = source;
  }

  /** The texts by the ids of their pages, each or why it cannot be shown. */
  Map<String, Observation<String>> of(Plan plan) {
    Map<String, Observation<String>> texts = new LinkedHashMap<>();
    for (Document page : plan.handbook().pages()) {
      texts.put(page.id(), text(page.file()));
    }
    return texts;
  }

  private Observation<String> text(String file) {
    return switch (source.entry(file)) {
      case NONE -> unknown(file + " does not exist", "Add it, or correct file:.");
      case LINK ->
          unknown(
              file + " is a symbolic link, or lies below one", "Put the file itself in its place.");
      case FOREIGN ->
          unknown(file + " is in another repository", "Put the file itself in its place.");
      case DIRECTORY -> unknown(file + " is a directory", "Name a file of it.");
      case SPECIAL -> unknown(file + " is no regular file", "Name a Markdown file.");
      case FILE -> content(file);
    };
  }

  private Observation<String> content(String file) {
    byte[] bytes;
    try {
      bytes = source.read(file, MAX_BYTES + 1);
    } catch (UncheckedIOException e) {
      return unknown(file + " cannot be read", "Make it readable.");
    }
    if (bytes.length > MAX_BYTES) {
      return unknown(
          file + " has more than " + MAX_BYTES / 1024 + " KiB", "Split it into several pages.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Observation.known(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return unknown(file + " is not in UTF-8", "Save it in UTF-8.");
    }
  }

  private static Observation<String> unknown(String reason, String remedy) {
    return Observation.unknown(reason, remedy);
  }
}
