package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One page.
 *
 * @param path path in the site without ending, such as {@code index} or {@code workstreams/td1}
 * @param title plain text, also the page's first heading
 * @param navigation path of the navigation entry it belongs to
 * @param tone what the verdict means
 * @param verdict the answer to the page's question: its first sentence
 * @param source web address where the page's source is edited
 */
public record Page(
    String path,
    String title,
    String navigation,
    Tone tone,
    List<Inline> verdict,
    List<Block> blocks,
    Optional<String> source) {

  /** The path of the page that searches. */
  public static final String SEARCH = "search";

  /** The path of the page that lists everything, also for readers whose browser runs no script. */
  public static final String CONTENTS = "contents";

  /** The path of what servers show in the place of any page, so nothing in it can be relative. */
  public static final String NOT_FOUND = "404";

  private static final Pattern PATH = Pattern.compile("([a-z0-9]+/)?[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when the path could leave the site
   */
  public Page {
    if (!PATH.matcher(path).matches() || path.contains("..")) {
      throw new IllegalArgumentException("not a page path: " + path);
    }
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(tone, "tone");
    Objects.requireNonNull(source, "source");
    verdict = List.copyOf(verdict);
    blocks = List.copyOf(blocks);
  }
}
