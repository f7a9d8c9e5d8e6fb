package dev.coord.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The kinds of pages that the page about the site tells users of. */
public final class PageKinds {

  private static final Path TOLD =
      Path.of("").toAbsolutePath().resolveSibling("docs/site.md").normalize();
  private static final Pattern NAME = Pattern.compile("`([a-z0-9]+(?:/ID)?\\.html)`");

  private PageKinds() {}

  /** All of them, such as {@code gates.html} and {@code sprints/ID.html}. */
  public static SortedSet<String> all() throws IOException {
    TreeSet<String> kinds = new TreeSet<>();
    String pages = Files.readString(TOLD).split("\n## Pages\n")[1].split("\nThe first")[0];
    for (String row : pages.lines().filter(line -> line.startsWith("| `")).toList()) {
      NAME.matcher(row.split("\\|")[1])
          .results()
          .map(MatchResult::group)
          .map(name -> name.replace("`", ""))
          .forEach(kinds::add);
    }
    return kinds;
  }

  /** The kind of a page, whichever part of it: {@code gates.html} of {@code gates-2.html}. */
  public static String of(String page) {
    return page.contains("/")
        ? page.replaceFirst("/.*", "/ID.html")
        : page.replaceFirst("-\\d+\\.html$", ".html");
  }

  /**
   * Of each kind the page that comes first; of those that are one of many, and of the kinds that
   * are told, also the other with the most on it. What else continues a page has its rows alone.
   */
  static List<String> ofEachKind(Map<String, byte[]> site, Set<String> continued) {
    List<String> sampled = new ArrayList<>();
    byKind(site)
        .forEach(
            (kind, pages) -> {
              sampled.add(pages.get(0));
              if (kind.endsWith("/ID.html") || continued.contains(kind)) {
                pages.stream()
                    .skip(1)
                    .max(Comparator.comparingInt(page -> site.get(page).length))
                    .ifPresent(sampled::add);
              }
            });
    return sampled;
  }

  /** The pages of a site by their kinds; a page comes before the parts that continue it. */
  static Map<String, List<String>> byKind(Map<String, byte[]> site) {
    Map<String, List<String>> kinds = new TreeMap<>();
    site.keySet().stream()
        .filter(file -> file.endsWith(".html"))
        .sorted(Comparator.comparing(String::length).thenComparing(page -> page))
        .forEach(page -> kinds.computeIfAbsent(of(page), kind -> new ArrayList<>()).add(page));
    return kinds;
  }
}
