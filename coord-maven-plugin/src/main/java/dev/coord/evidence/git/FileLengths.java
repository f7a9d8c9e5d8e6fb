package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Adds up how long files are: bytes of all, lines and characters of texts. What git takes for
 * binary has neither, as in {@code git diff --numstat}; links and submodules have no length at all.
 */
final class FileLengths {

  /** Texts of which lines and characters are counted, all together, in bytes. */
  private static final long ALL_TEXTS_LIMIT = 256L << 20;

  private static final Observation<Long> NOT_ASKED =
      Observation.unknown("nobody asked git how long the files are", "Run the build again.");

  private final Internals git;
  private long files;
  private long bytes;
  private long texts;
  private long lines;
  private long characters;
  private long read;
  private Optional<Observation<Long>> noBytes = Optional.empty();
  private Optional<Observation<Long>> noLines = Optional.empty();
  private Optional<Observation<Long>> noCharacters = Optional.empty();

  FileLengths(Internals git) {
    this.git = git;
  }

  void add(String path, TreeEntry file) throws IOException {
    files++;
    if (!file.isRegular()) {
      return;
    }
    long size = git.store().size(file.id());
    bytes += size;
    read += size;
    if (size > Contents.TEXT_LIMIT || read > ALL_TEXTS_LIMIT) {
      String much =
          size > Contents.TEXT_LIMIT ? "'" + path + "' has more than 4" : "they have more than 256";
      noText(much + " MiB, and coord does not count their lines", "Name fewer or smaller files.");
      return;
    }
    byte[] content = git.contents().bytes(file, Contents.TEXT_LIMIT).orElseThrow();
    if (LargeFilePointer.is(content)) {
      Observation<Long> elsewhere =
          Observation.unknown(
              "git has only a pointer to '" + path + "', which is kept in Git LFS",
              "Leave it out, or let somebody declare it.");
      noBytes = noBytes.or(() -> Optional.of(elsewhere));
      noText(elsewhere);
    } else if (!Contents.isBinary(content)) {
      text(path, content);
    }
  }

  private void text(String path, byte[] content) {
    texts++;
    for (byte b : content) {
      lines += b == '\n' ? 1 : 0;
    }
    lines += content.length > 0 && content[content.length - 1] != '\n' ? 1 : 0;
    try {
      characters +=
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).codePoints().count();
    } catch (CharacterCodingException e) {
      noCharacters =
          noCharacters.or(
              () ->
                  Optional.of(
                      Observation.unknown(
                          "'" + path + "' is not in UTF-8", "Compare bytes or lines instead.")));
    }
  }

  private void noText(String reason, String remedy) {
    noText(Observation.unknown(reason, remedy));
  }

  private void noText(Observation<Long> why) {
    noLines = noLines.or(() -> Optional.of(why));
    noCharacters = noCharacters.or(() -> Optional.of(why));
  }

  Observation<Long> bytes() {
    return files == 0 ? NOT_ASKED : noBytes.orElse(Observation.known(bytes));
  }

  Observation<Long> lines() {
    return ofTexts(noLines, lines);
  }

  Observation<Long> characters() {
    return ofTexts(noCharacters, characters);
  }

  private Observation<Long> ofTexts(Optional<Observation<Long>> unknown, long number) {
    if (files == 0) {
      return NOT_ASKED;
    }
    return unknown.orElseGet(
        () ->
            texts > 0
                ? Observation.known(number)
                : Observation.unknown(
                    files == 1 ? "it is no text" : "none of the " + files + " files is a text",
                    "Compare bytes instead."));
  }
}
