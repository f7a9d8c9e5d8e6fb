package dev.coord.publish.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/** The addresses of a site's pages, as sitemaps.org describes them; they are always absolute. */
final class Sitemap {

  private Sitemap() {}

  /**
   * The sitemap.
   *
   * @param siteUrl where the site is published, with a slash at its end
   * @param files paths of the site's files; of these, pages that can be looked for are listed
   */
  static String of(String siteUrl, Instant stamp, Collection<String> files) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    String day = stamp.atZone(ZoneOffset.UTC).toLocalDate().toString();
    files.stream()
        .filter(file -> file.endsWith(".html") && !file.equals("404.html"))
        .sorted()
        .forEach(
            file ->
                xml.append("<url><loc>")
                    .append(Xml.escaped(siteUrl + file))
                    .append("</loc><lastmod>")
                    .append(day)
                    .append("</lastmod></url>\n"));
    return xml.append("</urlset>\n").toString();
  }
}
