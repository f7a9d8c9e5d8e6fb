package dev.coord.site.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole site as data.
 *
 * @param project the project's name; plain text
 * @param generator name and version of what made it: {@code coord 1.0}
 * @param stampTime the time that pages print as their data's time
 * @param planVersion the plan's files and commit, as shown in the footer
 * @param sources freshness of each source, one line each, for the footer
 * @param siteUrl address the site is published at, with a slash at its end
 * @param links where relative links in texts of the plan lead
 * @param navigation entries in their order
 * @param pages all pages; their paths differ by more than case
 */
public record Site(
    String project,
    String generator,
    Instant stampTime,
    String planVersion,
    List<String> sources,
    Optional<String> siteUrl,
    RelativeLinks links,
    List<Entry> navigation,
    List<Page> pages) {

  /**
   * An entry of the navigation.
   *
   * @param label plain text
   * @param path path of the page it leads to
   * @param tone how it is marked; neutral for no mark
   * @param group heading that it stands under; plain text, empty for none
   */
  public record Entry(String label, String path, Tone tone, String group) {
    /** An entry under no heading. */
    public Entry(String label, String path, Tone tone) {
      this(label, path, tone, "");
    }

    /** Checks that all parts are there. */
    public Entry {
      Objects.requireNonNull(group, "group");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(tone, "tone");
    }
  }

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when two pages would become one file where case is not told
   *     apart
   */
  public Site {
    Objects.requireNonNull(stampTime, "stampTime");
    Objects.requireNonNull(siteUrl, "siteUrl");
    Objects.requireNonNull(links, "links");
    sources = List.copyOf(sources);
    navigation = List.copyOf(navigation);
    pages = List.copyOf(pages);
    long distinct = pages.stream().map(p -> p.path().toLowerCase(Locale.ROOT)).distinct().count();
    if (distinct != pages.size()) {
      throw new IllegalArgumentException("two pages have one path");
    }
  }
}
