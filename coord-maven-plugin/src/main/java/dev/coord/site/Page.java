package dev.coord.site;

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
