package dev.coord.markdown;

import java.util.List;
import org.jsoup.Jsoup;

/** What the headings of a text say. */
public final class HeadingTexts {

  private HeadingTexts() {}

  /** Plain texts of the headings of all levels, in order. */
  public static List<String> of(SafeHtml html) {
    return html.html().contains("<h")
        ? Jsoup.parseBodyFragment(html.html()).select("h1, h2, h3, h4, h5, h6").eachText()
        : List.of();
  }
}
