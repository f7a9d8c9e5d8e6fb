package dev.coord.site.render;

import dev.coord.site.model.Site;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What must hold on every page; gives every violation with the page it is on. */
public final class HtmlRules {

  /** Written by others beside the pages. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("status\\.json|calendar\\.ics|feed\\.xml|workstreams/[A-Za-z0-9._-]+\\.md");

  /** Shown at any address, so that its links are whole where the site's own address is known. */
  private static final String NOT_FOUND = "404.html";

  private static final String SEARCH = "assets/search.js";
  private static final String TABLES = "assets/tables.js";

  /** Rows from which on a table can be sorted and filtered. */
  private static final int LONG_TABLE = 20;

  private static final int MOST_NODES = 3_000;

  /** Bytes on the wire, compressed; the page on the site tells them to users. */
  private static final int MOST_BYTES_OF_HTML = 30_000;

  private static final int MOST_BYTES_OF_SCRIPT = 5_000;
  private static final int MOST_BYTES_OF_STYLE = 8_000;

  private final Map<String, byte[]> files;
  private final Map<String, Document> pages = new TreeMap<>();
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final String base;

  private HtmlRules(Map<String, byte[]> files) {
    this.files = files;
    files.forEach(
        (name, content) -> {
          if (name.endsWith(".html")) {
            pages.put(name, Jsoup.parse(new String(content, StandardCharsets.UTF_8)));
          }
        });
    Element canonical = pages.get("index.html").selectFirst("link[rel=canonical]");
    base = canonical == null ? "" : canonical.attr("href").replaceFirst("index\\.html$", "");
  }

  /** All violations in the pages of a site. */
  public static List<String> violations(Site site) {
    return violations(new SiteRenderer().render(site));
  }

  /** All violations in a site's files. */
  public static List<String> violations(Map<String, byte[]> files) {
    HtmlRules rules = new HtmlRules(files);
    rules.pages.forEach(rules::checkIds);
    rules.pages.forEach(rules::checkPage);
    files.forEach(rules::checkWeight);
    return rules.violations;
  }

  private void checkIds(String name, Document page) {
    Set<String> found = new HashSet<>();
    for (Element element : page.select("[id]")) {
      require(found.add(element.id()), name, "id " + element.id() + " is there twice");
    }
    ids.put(name, found);
  }

  private void checkWeight(String name, byte[] content) {
    if (name.endsWith(".js")) {
      checkScript(name, new String(content, StandardCharsets.UTF_8));
      return;
    }
    int most = name.endsWith(".css") ? MOST_BYTES_OF_STYLE : MOST_BYTES_OF_HTML;
    if (!name.endsWith(".md")) {
      int bytes = Gzip.size(content);
      require(bytes <= most, name, bytes + " bytes, compressed");
    }
  }

  /** A script and, before that of the search, the list that it searches, an entry in each line. */
  private void checkScript(String name, String content) {
    if (!name.equals(SEARCH) && !name.equals(TABLES)) {
      violations.add(name + ": a script");
      return;
    }
    if (name.equals(TABLES)) {
      boolean used = pages.values().stream().anyMatch(HtmlRules::hasLongTable);
      require(used, name, "no page has a long table");
    }
    int script = name.equals(SEARCH) ? content.indexOf("]};\n") + 4 : 0;
    int bytes = Gzip.size(content.substring(script).getBytes(StandardCharsets.UTF_8));
    require(bytes <= MOST_BYTES_OF_SCRIPT, name, bytes + " bytes of script, compressed");
    long entries = content.substring(0, script).lines().count();
    int list = Gzip.size(content.substring(0, script).getBytes(StandardCharsets.UTF_8));
    require(list <= 1_000 + 60 * entries, name, list + " bytes of list, compressed");
  }

  private void checkPage(String name, Document page) {
    checkHead(name, page);
    checkStructure(name, page);
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String key = attribute.getKey();
        require(!key.startsWith("on") && !key.equals("style"), name, "attribute " + key);
        if (key.equals("href") || key.equals("src") || key.equals("popovertarget")) {
          String target = key.equals("popovertarget") ? "#" : "";
          checkAddress(name, element, target + attribute.getValue());
        }
      }
    }
  }

  private void checkHead(String name, Document page) {
    Element policy = page.head().selectFirst("meta[http-equiv=Content-Security-Policy]");
    require(policy != null, name, "no content security policy");
    if (policy != null) {
      String content = policy.attr("content");
      require(content.contains("default-src 'none'"), name, "policy: " + content);
      String scripts =
          scripts(name, page).isEmpty() ? "script-src 'none';" : "script-src 'self' file:;";
      require(content.contains(scripts), name, "policy: " + content);
      require(content.contains("require-trusted-types-for 'script'"), name, "policy: " + content);
      require(!content.contains("unsafe"), name, "policy: " + content);
      boolean first =
          page.head().select("link, script, style").first().siblingIndex() > policy.siblingIndex();
      require(first, name, "something is loaded before the policy");
    }
    require(page.select("html[lang]").size() == 1, name, "no language");
    require(!page.title().isBlank(), name, "no title");
    require(page.select("meta[name=viewport]").size() == 1, name, "no viewport");
    require(page.select("style, iframe, base, form").isEmpty(), name, "inline or active");
    require(
        page.select("script").stream().map(Element::outerHtml).toList().equals(scripts(name, page)),
        name,
        "scripts");
    int requests = 1 + page.select("link[rel=stylesheet], link[rel=icon], img, script").size();
    require(requests <= 4, name, requests + " requests");
  }

  /** What a page runs: the search page that, a page with a long table that, any other nothing. */
  private static List<String> scripts(String name, Document page) {
    String up = "../".repeat(name.split("/", -1).length - 1);
    String script = name.equals("search.html") ? SEARCH : hasLongTable(page) ? TABLES : "";
    return script.isEmpty()
        ? List.of()
        : List.of(
            "<script src=\""
                + up
                + script
                + (script.equals(TABLES) ? "\" defer blocking=\"render\"" : "\" defer")
                + "></script>");
  }

  private static boolean hasLongTable(Document page) {
    return page.select("table[id]").stream()
        .anyMatch(table -> table.select("> tbody > tr").size() >= LONG_TABLE);
  }

  private void checkStructure(String name, Document page) {
    for (String landmark : List.of("header", "main", "footer", "h1")) {
      require(page.select(landmark).size() == 1, name, "not one " + landmark);
    }
    Element afterTitle = page.selectFirst("h1 + p.verdict");
    require(afterTitle != null, name, "the verdict is not the first sentence");
    require(page.body().child(0).is("a.skip"), name, "no skip link");
    for (Element table : page.select("table:not(.prose table)")) {
      require(table.selectFirst("caption") != null, name, "a table without caption");
      require(table.select("tbody tr").size() > 0, name, "an empty table");
      boolean can = table.hasAttr("id") && table.select("> tbody > tr").size() >= LONG_TABLE;
      require(can == table.hasAttr("data-all"), name, "sorted or not: " + table.id());
      require(table.select("th:not([scope])").isEmpty(), name, "a heading without scope");
    }
    int above = 0;
    for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
      int level = heading.normalName().charAt(1) - '0';
      require(level <= above + 1, name, "a level is skipped above " + heading.outerHtml());
      above = level;
    }
    int nodes = page.getAllElements().size();
    require(nodes <= MOST_NODES, name, nodes + " elements");
  }

  private void checkAddress(String name, Element element, String given) {
    String address = given;
    if (name.equals(NOT_FOUND) && !base.isEmpty() && given.startsWith(base)) {
      address = given.substring(base.length());
    }
    if (address.matches("(https?://|mailto:).*")) {
      boolean link = element.is("a, link[rel=canonical]");
      require(link, name, "loads from elsewhere: " + address);
      return;
    }
    require(!address.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*"), name, "scheme: " + address);
    require(!address.startsWith("/"), name, "not relative: " + address);
    int hash = address.indexOf('#');
    String path = hash < 0 ? address : address.substring(0, hash);
    String file = path.isEmpty() ? name : resolved(name, path);
    boolean exists = files.containsKey(file) || ELSEWHERE.matcher(file).matches();
    require(exists, name, "leads nowhere: " + address);
    if (hash >= 0 && exists) {
      boolean found = ids.getOrDefault(file, Set.of()).contains(address.substring(hash + 1));
      require(found, name, "no such element: " + address);
    }
  }

  private static String resolved(String from, String address) {
    List<String> segments = new ArrayList<>(List.of(from.split("/")));
    segments.remove(segments.size() - 1);
    for (String segment : address.split("/")) {
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          return "outside: " + address;
        }
        segments.remove(segments.size() - 1);
      } else {
        segments.add(segment);
      }
    }
    return String.join("/", segments);
  }

  private void require(boolean holds, String page, String problem) {
    if (!holds) {
      violations.add(page + ": " + problem);
    }
  }
}
