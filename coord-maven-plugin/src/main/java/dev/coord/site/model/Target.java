package dev.coord.site.model;

import java.util.Objects;
import java.util.regex.Pattern;

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

    private static final Pattern WEB = Pattern.compile("(?s)(https?://|mailto:).+");

    /**
     * Checks the scheme.
     *
     * @throws IllegalArgumentException when the scheme is another
     */
    public ToUrl {
      if (!WEB.matcher(url).matches()) {
        throw new IllegalArgumentException("not a link: " + url);
      }
    }
  }

  /**
   * A file of this site that is no page.
   *
   * @param path its path below the site's directory, such as {@code calendar.ics}
   */
  record ToFile(String path) implements Target {

    private static final Pattern NAMES =
        Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*");

    /**
     * Checks the path.
     *
     * @throws IllegalArgumentException when it could leave the site
     */
    public ToFile {
      if (!NAMES.matcher(path).matches()) {
        throw new IllegalArgumentException("not a file of the site: " + path);
      }
    }
  }

  /** A file of this site that is no page. */
  static Target file(String path) {
    return new ToFile(path);
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
