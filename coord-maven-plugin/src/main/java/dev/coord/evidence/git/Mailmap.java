package dev.coord.evidence.git;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who a commit's author really is, as gitmailmap(5) states it.
 *
 * <p>All four forms are read. Names and addresses are compared without case; of two lines for the
 * same author the later one counts; a line that gives a name beside the address goes before one
 * that gives the address alone.
 */
final class Mailmap {

  /** A mailmap without lines. */
  static final Mailmap NONE = new Mailmap();

  /** Longer mailmaps are not read, in bytes. */
  static final int LIMIT = 1 << 20;

  private final Map<String, Entry> entries = new HashMap<>();

  /**
   * A name with an address.
   *
   * @param name the name, may be empty
   * @param email the address, may be empty
   */
  record Person(String name, String email) {}

  /** What is known of one address: the proper name and address, in general and by the name used. */
  private static final class Entry {
    private Optional<String> name = Optional.empty();
    private Optional<String> email = Optional.empty();
    private final Map<String, Entry> byName = new TreeMap<>();

    void learn(Optional<String> newName, Optional<String> newEmail) {
      name = newName.or(() -> name);
      email = newEmail.or(() -> email);
    }
  }

  private Mailmap() {}

  static Mailmap parse(String text) {
    Mailmap mailmap = new Mailmap();
    text.lines().forEach(mailmap::line);
    return mailmap;
  }

  private void line(String line) {
    if (line.startsWith("#")) {
      return;
    }
    Optional<Part> first = Part.of(line, 0);
    if (first.isEmpty()) {
      return;
    }
    Optional<Part> second = Part.of(line, first.get().end());
    Person proper = first.get().person();
    if (second.isEmpty()) {
      entry(proper.email()).learn(given(proper.name()), Optional.empty());
      return;
    }
    Person used = second.get().person();
    Entry entry = entry(used.email());
    if (!used.name().isEmpty()) {
      entry = entry.byName.computeIfAbsent(fold(used.name()), key -> new Entry());
    }
    entry.learn(given(proper.name()), Optional.of(proper.email()));
  }

  private Entry entry(String email) {
    return entries.computeIfAbsent(fold(email), key -> new Entry());
  }

  /** The proper name and address of an author. */
  Person map(Person author) {
    Entry entry = entries.get(fold(author.email()));
    if (entry == null) {
      return author;
    }
    Entry found = entry.byName.getOrDefault(fold(author.name()), entry);
    return new Person(found.name.orElse(author.name()), found.email.orElse(author.email()));
  }

  /** What each address is taken for, under whatever name it is used; in lower case. */
  Map<String, Set<String>> aliases() {
    Map<String, Set<String>> aliases = new TreeMap<>();
    entries.forEach(
        (used, entry) ->
            Stream.concat(Stream.of(entry), entry.byName.values().stream())
                .flatMap(one -> one.email.stream())
                .forEach(
                    email ->
                        aliases.computeIfAbsent(used, any -> new TreeSet<>()).add(fold(email))));
    return aliases;
  }

  private static Optional<String> given(String name) {
    return Optional.of(name).filter(text -> !text.isEmpty());
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** {@code Name <address>} within a line, and where it ends. */
  private record Part(Person person, int end) {

    static Optional<Part> of(String line, int from) {
      int open = line.indexOf('<', from);
      int close = open < 0 ? -1 : line.indexOf('>', open);
      if (close < 0) {
        return Optional.empty();
      }
      String email = line.substring(open + 1, close);
      return Optional.of(
          new Part(new Person(line.substring(from, open).strip(), email), close + 1));
    }
  }
}
