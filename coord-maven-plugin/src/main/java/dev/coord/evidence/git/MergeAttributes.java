package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How files are merged: what the {@code .gitattributes} files of the checked-out commit say of
 * {@code merge}, and before them the repository's own {@code info/attributes}. Git reads the same
 * files in the working tree, whatever it merges.
 */
final class MergeAttributes {

  private static final int LIMIT = 1 << 20;

  private final Trees trees;
  private final ObjectStore store;
  private final ObjectId tree;
  private final Set<String> ownDrivers = new HashSet<>();
  private final Optional<String> fallback;
  private final Map<String, String> macros = AttributesFile.macros();
  private final Optional<AttributesFile> first;
  private final Map<String, Optional<AttributesFile>> files = new HashMap<>();
  private final Map<String, Driver> drivers = new HashMap<>();

  /** How a file is merged that both sides changed. */
  enum Driver {
    /** Line by line. */
    TEXT,
    /** Not at all. */
    BINARY,
    /** By taking the lines of both. */
    UNION,
    /** By a program that the repository's configuration names. */
    PROGRAM
  }

  private MergeAttributes(Internals git, Config config) throws IOException {
    trees = git.trees();
    store = git.store();
    tree = git.commits().raw(git.head()).tree();
    for (String name : config.getSubsections("merge")) {
      if (config.getString("merge", name, "driver") != null) {
        ownDrivers.add(name);
      }
    }
    fallback = Optional.ofNullable(config.getString("merge", null, "default"));
    Optional<AttributesFile> root = inTree("");
    Path info = git.location().commonDirectory().resolve("info").resolve("attributes");
    first =
        Files.isRegularFile(info, LinkOption.NOFOLLOW_LINKS)
            ? Optional.of(AttributesFile.of(text(WorkingFile.read(info, LIMIT + 1)), macros, true))
            : Optional.empty();
    files.put("", root);
  }

  static MergeAttributes of(Internals git) throws IOException {
    return new MergeAttributes(git, git.store().repository().getConfig());
  }

  /** How a path is merged. */
  Driver driver(String path) throws IOException {
    Driver known = drivers.get(path);
    if (known == null) {
      known = driverOf(value(path));
      drivers.put(path, known);
    }
    return known;
  }

  private Driver driverOf(Optional<String> value) {
    if (value.filter("+"::equals).isPresent()) {
      return Driver.TEXT;
    }
    if (value.filter("-"::equals).isPresent()) {
      return Driver.BINARY;
    }
    String name = value.filter(one -> !one.equals("!")).or(() -> fallback).orElse("text");
    if (ownDrivers.contains(name)) {
      return Driver.PROGRAM;
    }
    return switch (name) {
      case "binary" -> Driver.BINARY;
      case "union" -> Driver.UNION;
      default -> Driver.TEXT;
    };
  }

  private Optional<String> value(String path) throws IOException {
    Optional<String> value = first.flatMap(file -> file.value(path));
    for (String directory = path; value.isEmpty() && !directory.isEmpty(); ) {
      directory = ChangeSet.parent(directory);
      Optional<AttributesFile> file = files.get(directory);
      if (file == null) {
        file = inTree(directory);
        files.put(directory, file);
      }
      String below = directory.isEmpty() ? path : path.substring(directory.length() + 1);
      value = file.flatMap(found -> found.value(below));
    }
    return value;
  }

  private Optional<AttributesFile> inTree(String directory) throws IOException {
    String path = (directory.isEmpty() ? "" : directory + "/") + Constants.DOT_GIT_ATTRIBUTES;
    Optional<TreeEntry> entry = trees.entry(tree, path).filter(TreeEntry::isRegular);
    return entry.isEmpty()
        ? Optional.empty()
        : Optional.of(
            AttributesFile.of(
                text(store.read(entry.get().id(), Constants.OBJ_BLOB, LIMIT)),
                macros,
                directory.isEmpty()));
  }

  private static String text(byte[] bytes) throws UnreadableException {
    if (bytes.length > LIMIT) {
      throw new UnreadableException("info/attributes has more than 1 MiB", "Shorten it.");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
