package dev.coord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.browser.Chromium.Visit;
import dev.coord.site.render.Gzip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What the documentation says of how the site of the sample is to read, measured; with {@code
 * -Dcoord.golden=write}, the documentation is told.
 */
final class Experience {

  private static final Path DOCUMENTATION = Path.of("../docs/site.md");
  private static final String FIRST = "index.html";
  private static final String SEARCH = "search.html";

  /**
   * Servers show it in the place of pages, from wherever they are: it is none to open by itself.
   */
  private static final String MISSING = "404.html";

  /** Begins what a page says of the colour of its text. */
  private static final String INK = "ink: ";

  private static final Pattern ROWS =
      Pattern.compile(
          "(?m)(?<=^\\| pages \\| kB gz \\(of it JS\\) .{0,200}\\n\\|[-|]{0,99}\\n)(\\|.*\\n)+");

  private final Chromium chromium;
  private final Path temporary;
  private final Path folder;
  private final List<String> pages;
  private final Map<String, List<String>> found;

  /**
   * Of a site.
   *
   * @param temporary where a browser may write
   * @param found what each page said in light, in dark and on a phone, by the page and how it was
   *     looked at
   */
  Experience(
      Chromium chromium,
      Path temporary,
      Path folder,
      List<String> pages,
      Map<String, List<String>> found) {
    this.chromium = chromium;
    this.temporary = temporary;
    this.folder = folder;
    this.pages = pages.stream().filter(page -> !page.equals(MISSING)).toList();
    this.found = Map.copyOf(found);
  }

  /**
   * Compares the documentation with what is measured.
   *
   * @param silent whether the pages opened from the disk without a word
   */
  void stands(boolean silent) throws Exception {
    assertThat(found.values()).isNotEmpty().allMatch(said -> said.get(0).startsWith(INK + "rgb"));
    boolean opens = silent && searches();
    Optional<Lighthouse> lighthouse = Lighthouse.find(chromium);
    String heaviest = pages.stream().max(Comparator.comparingInt(this::weight)).orElseThrow();

    String documentation = Files.readString(DOCUMENTATION, StandardCharsets.UTF_8);
    Matcher rows = ROWS.matcher(documentation);
    assertThat(rows.find()).as("%s has the table", DOCUMENTATION).isTrue();
    List<String> said = rows.group().lines().map(row -> lastCell(row)).toList();
    List<Optional<String>> scores = scores(lighthouse, List.of(FIRST, heaviest));
    String measured =
        row("dashboard", List.of(FIRST), opens, scores.get(0).orElse(said.get(0)))
            + row(
                "the worst of " + pages.size(),
                pages,
                opens,
                scores.get(1).orElse(said.get(said.size() - 1)));
    Files.writeString(Path.of("target/experience.md"), measured, StandardCharsets.UTF_8);
    System.getLogger("browser").log(System.Logger.Level.INFO, "The sample\n" + measured);
    if ("write".equals(System.getProperty("coord.golden"))) {
      Files.writeString(
          DOCUMENTATION,
          documentation.substring(0, rows.start()) + measured + documentation.substring(rows.end()),
          StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(DOCUMENTATION, StandardCharsets.UTF_8))
        .as("what is measured has changed. If that is intended, write it with -Dcoord.golden=write")
        .contains(measured);
  }

  /** Whether the search finds something from the disk. */
  private boolean searches() throws Exception {
    Visit search = chromium.open(folder.toUri().resolve(SEARCH + "#q=refund%20single"), temporary);
    return !search.dom().select("#_found a").isEmpty();
  }

  private List<Optional<String>> scores(Optional<Lighthouse> lighthouse, List<String> measured)
      throws Exception {
    if (lighthouse.isEmpty()) {
      return measured.stream().map(page -> Optional.<String>empty()).toList();
    }
    List<Optional<String>> scores = new ArrayList<>();
    try (LocalServer server = new LocalServer(folder)) {
      Optional<Lighthouse.Scores> worst = Optional.empty();
      for (String page : measured) {
        Lighthouse.Scores one = lighthouse.get().scores(server.address().resolve(page), temporary);
        worst = Optional.of(worst.map(one::worse).orElse(one));
        scores.add(worst.map(Lighthouse.Scores::toString));
      }
    }
    return scores;
  }

  private String row(String what, List<String> of, boolean opens, String lighthouse) {
    List<String> told =
        found.entrySet().stream()
            .filter(look -> of.stream().anyMatch(page -> look.getKey().startsWith(page + ".")))
            .flatMap(look -> look.getValue().stream())
            .toList();
    List<String> axe = told.stream().filter(text -> text.startsWith("axe: ")).toList();
    long rules = axe.stream().map(text -> text.split(": ")[1]).distinct().count();
    int page = of.stream().mapToInt(this::weight).max().orElseThrow();
    int script = of.stream().mapToInt(this::scripts).max().orElseThrow();
    return "| "
        + String.join(
            " | ",
            what,
            kilobytes(page) + " (" + kilobytes(script) + ")",
            rules + "/" + axe.size(),
            told.stream().anyMatch(text -> text.startsWith("width: ")) ? "scrolls" : "fits",
            of.stream().allMatch(this::isDark) ? "yes" : "no",
            of.stream().allMatch(this::isWholeWithoutScripts) ? "full" : "partly",
            opens ? "yes, search too" : "no",
            lighthouse)
        + " |\n";
  }

  /** Bytes of a page and of all that it loads, packed. */
  private int weight(String page) {
    return Gzip.size(bytes(folder.resolve(page)))
        + loaded(page, "link[rel=stylesheet], link[rel=icon]", "href")
        + scripts(page);
  }

  private int scripts(String page) {
    return loaded(page, "script", "src");
  }

  private int loaded(String page, String elements, String attribute) {
    return document(page).select(elements).eachAttr(attribute).stream()
        .mapToInt(name -> Gzip.size(bytes(folder.resolve(page).resolveSibling(name).normalize())))
        .sum();
  }

  private boolean isDark(String page) {
    return found.entrySet().stream()
            .filter(look -> look.getKey().startsWith(page + "."))
            .map(look -> look.getValue().get(0))
            .distinct()
            .count()
        == 2;
  }

  /** Nothing waits for a script but the search, which leads to an index then. */
  private boolean isWholeWithoutScripts(String page) {
    Document document = document(page);
    return document.select("script").isEmpty()
        || page.equals(SEARCH) && !document.select("main a[href=contents.html]").isEmpty();
  }

  private Document document(String page) {
    return Jsoup.parse(new String(bytes(folder.resolve(page)), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kilobytes(int bytes) {
    return String.format(Locale.ROOT, "%d", Math.round(bytes / 1000.0));
  }

  private static String lastCell(String row) {
    List<String> cells = List.of(row.split("\\|"));
    return cells.get(cells.size() - 1).strip();
  }
}
