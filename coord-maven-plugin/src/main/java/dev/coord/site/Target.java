package dev.coord.site;

import java.util.Objects;

/** Where a link leads. */
public sealed interface Target {

  /**
   * A page of this site.
   *
   * @param path the page's path without ending, such as {@code workstreams/td1}
   * @param fragment id of an element of that page, or empty
   */
  record ToPage(String path, String fragment) implements Target {
    /** Checks that both are there. */
    public ToPage {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(fragment, "fragment");
    }
  }

  /**
   * A place elsewhere.
   *
   * @param url an https, http or mailto address
   */
  record ToUrl(String url) implements Target {
    /**
     * Checks the scheme.
     *
     * @throws IllegalArgumentException when the scheme is another
     */
    public ToUrl {
      if (!url.matches("(?s)(https?://|mailto:).+")) {
        throw new IllegalArgumentException("not a link: " + url);
      }
    }
  }

  /** A place elsewhere. */
  static Target url(String url) {
    return new ToUrl(url);
  }

  /** A page of this site. */
  static Target page(String path) {
    return new ToPage(path, "");
  }

  /** An element of a page of this site. */
  static Target page(String path, String fragment) {
    return new ToPage(path, fragment);
  }
}
