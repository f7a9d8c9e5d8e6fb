package dev.coord.markdown;

/**
 * A well-formed fragment of HTML5 that may stand in a page without escaping.
 *
 * <p>Only {@link Markdown} makes instances: the factory is private to this package, so that holding
 * one proves that the text went through the allow-list. Two are equal if their fragments are.
 */
public final class SafeHtml {
  private final String html;

  private SafeHtml(String html) {
    this.html = html;
  }

  static SafeHtml of(String html) {
    return new SafeHtml(html);
  }

  /** The fragment; empty if there is nothing to show. */
  public String html() {
    return html;
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return html.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SafeHtml that && html.equals(that.html);
  }

  @Override
  public int hashCode() {
    return html.hashCode();
  }

  /** The same as {@link #html()}. */
  @Override
  public String toString() {
    return html;
  }
}
