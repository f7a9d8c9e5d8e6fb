package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of files: what the repository's {@code info/attributes} says comes first, then the
 * {@code .gitattributes} next to the file, then those of the directories above. Those of the user
 * and of the machine are not looked at.
 */
final class Attributes {

  static final String FILE = ".gitattributes";

  /** Largest file. */
  static final int LIMIT = 1 << 20;

  private final Source source;
  private final Map<String, String> macros = AttributesFile.macros();
  private final Map<String, Optional<AttributesFile>> files = new HashMap<>();
  private final Path info;

  /** Null as long as nobody asked. */
  private Optional<AttributesFile> first;

  /** Where {@code .gitattributes} files are. */
  interface Source {

    /** The content of a file; empty when there is none. */
    Optional<byte[]> read(String path) throws IOException;
  }

  /**
   * Prepares to read them.
   *
   * @param commonDirectory of the repository
   */
  Attributes(Source source, Path commonDirectory) {
    this.source = source;
    info = commonDirectory.resolve("info").resolve("attributes");
  }

  /** A file that lies there; empty when there is none. As git does, a link is not read. */
  static Optional<byte[]> inWorkingTree(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(WorkingFile.read(file, LIMIT + 1))
        : Optional.empty();
  }

  static UnreadableException tooLarge() {
    return new UnreadableException("a .gitattributes has more than 1 MiB", "Shorten it.");
  }

  /**
   * What is said of an attribute of a file.
   *
   * @param path repository path
   * @return {@link AttributesFile#SET}, {@link AttributesFile#UNSET}, {@link
   *     AttributesFile#UNSPECIFIED} or a value; empty when nothing is said
   * @throws UnreadableException when a file has more than 1 MiB or 10,000 lines
   */
  Optional<String> value(String path, String attribute) throws IOException {
    Optional<String> value = first().flatMap(file -> file.value(path, attribute));
    for (String directory = path; value.isEmpty() && !directory.isEmpty(); ) {
      directory = ChangeSet.parent(directory);
      String below = directory.isEmpty() ? path : path.substring(directory.length() + 1);
      value = in(directory).flatMap(file -> file.value(below, attribute));
    }
    return value;
  }

  private Optional<AttributesFile> first() throws IOException {
    if (first == null) {
      in(""); // Its macros are there before those of the repository itself, which replace them.
      first = file(inWorkingTree(info), true);
    }
    return first;
  }

  private Optional<AttributesFile> in(String directory) throws IOException {
    Optional<AttributesFile> file = files.get(directory);
    if (file == null) {
      file =
          file(
              source.read(directory.isEmpty() ? FILE : directory + "/" + FILE),
              directory.isEmpty());
      files.put(directory, file);
    }
    return file;
  }

  private Optional<AttributesFile> file(Optional<byte[]> bytes, boolean defines)
      throws IOException {
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    if (bytes.get().length > LIMIT) {
      throw tooLarge();
    }
    String text = new String(bytes.get(), StandardCharsets.UTF_8);
    return Optional.of(
        AttributesFile.of(text.startsWith("\ufeff") ? text.substring(1) : text, macros, defines));
  }
}
