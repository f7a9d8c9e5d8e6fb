package dev.coord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.render.HtmlRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reader meets on the sites of the demonstration, of a plan that a team had, and of 300
 * workstreams with 5,000 tasks, 2,000 tests and 300 covered files. All pages of the first two; of
 * the large one, for each kind the first page, and where there are many of a kind, or many parts of
 * a list of tests or files, the other with the most on it. Runs with {@code -Pbrowser}.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSitesBrowserTest {

  /** Written by others beside the pages, or not in a browser. */
  private static final String PAGES = ".*\\.(html|md|css|js|svg|png)";

  private static final Set<String> LONG = Set.of("tests.html", "coverage.html");

  private final Map<String, Map<String, byte[]>> sites = new TreeMap<>();
  private final Set<String> viewed = new LinkedHashSet<>();
  private final Map<String, String> used = new TreeMap<>();
  private final Map<String, List<String>> findings = new TreeMap<>();
  private final Map<String, List<String>> caught = new TreeMap<>();
  private final List<String> invalid = new ArrayList<>();
  private Path folder;
  private Tab tab;

  @BeforeAll
  void look_at_the_sites(@TempDir Path temporary) throws Exception {
    folder = Files.createDirectory(temporary.resolve("sites"));
    sites.putAll(RealSites.write(folder, temporary));
    for (String site : List.of(RealSites.SAMPLE, RealSites.SEED, RealSites.LARGE)) {
      Map<String, List<String>> kinds = PageKinds.byKind(sites.get(site));
      List<String> pages =
          site.equals(RealSites.LARGE)
              ? PageKinds.ofEachKind(sites.get(site), LONG)
              : kinds.values().stream().flatMap(List::stream).toList();
      pages.forEach(page -> viewed.add(site + "/" + page));
      kinds.forEach((kind, all) -> used.putIfAbsent(kind, site + "/" + all.get(0)));
    }
    Chromium chromium = Chromium.find();
    ExecutorService workers = Executors.newFixedThreadPool(2);
    tab = chromium.tab(temporary);
    try (Tab other = chromium.tab(temporary)) {
      Judged judged = new Judged();
      Looks first = new Looks(folder, tab, judged);
      Looks second = new Looks(folder, other, judged);
      Queue<String> pages = new ConcurrentLinkedQueue<>(viewed);
      Future<?> seen = workers.submit(() -> second.everyView(pages));
      Future<List<String>> faults =
          workers.submit(() -> ValidHtml.faults(folder, List.copyOf(viewed), temporary));
      used.values().forEach(first::use);
      first.everyView(pages);
      seen.get();
      invalid.addAll(faults.get());
      findings.putAll(second.findings());
      String faulty = Faults.page(folder);
      first.use(faulty);
      first.everyView(faulty);
      first
          .findings()
          .forEach((look, found) -> (look.startsWith(faulty) ? caught : findings).put(look, found));
    } finally {
      workers.shutdownNow();
    }
  }

  @AfterAll
  void close() {
    tab.close();
  }

  @Test
  void every_kind_of_page_is_on_one_of_the_sites_and_told_in_the_docs() throws Exception {
    assertThat(sites.get(RealSites.LARGE).keySet().stream().filter(f -> f.endsWith(".html")))
        .hasSizeGreaterThan(LargePlan.WORKSTREAMS);
    assertThat(viewed.stream().map(RealSitesBrowserTest::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(PageKinds.all());
    assertThat(used.keySet()).containsExactlyElementsOf(PageKinds.all());
  }

  @Test
  void the_sample_shows_what_its_reports_tell() {
    assertThat(text("sample/tests.html")).contains("65 passed of 65");
    assertThat(text("sample/coverage.html"))
        .contains("Refunds.java")
        .doesNotContain("Missing source");
  }

  @Test
  void pages_of_2000_tests_and_300_files_are_looked_at_where_they_are_long() {
    assertThat(viewed)
        .contains("large/tests.html", "large/coverage.html")
        .anyMatch(page -> page.matches("large/tests-\\d+\\.html"))
        .anyMatch(page -> page.matches("large/coverage-\\d+\\.html"));
    assertThat(text("large/tests.html"))
        .contains(" of " + LargeReports.TESTS + " tests failed", "Filter these rows");
    assertThat(text("large/coverage.html")).doesNotContain("Missing source");
    assertThat(asked(RealSites.LARGE, "warehouses217.java"))
        .anyMatch(at -> at.matches("coverage-\\d+\\.html#file-.*217\\.java"));
  }

  @Test
  void every_kind_of_page_is_looked_at_in_both_schemes_wide_and_narrow() throws Exception {
    Set<String> looks =
        findings.keySet().stream()
            .map(look -> kind(look.split(" ")[0]) + look.replaceFirst("^\\S+", ""))
            .collect(Collectors.toSet());
    for (String kind : PageKinds.all()) {
      assertThat(looks)
          .as(kind)
          .contains(Looks.VIEWS.stream().map(v -> kind + " (" + v + ")").toArray(String[]::new))
          .contains(kind + " (paper)", kind + " (keys 375)", kind + " (keys 1280)");
    }
  }

  @Test
  void everybody_can_read_and_use_every_page() {
    assertThat(found("axe: ")).isEmpty();
  }

  @Test
  void no_page_and_no_table_is_wider_than_its_room() {
    assertThat(found("width: ")).isEmpty();
  }

  @Test
  void no_page_has_anything_to_tell_the_console() {
    assertThat(found("console: ")).isEmpty();
  }

  @Test
  void no_page_asks_for_anything_but_its_own_few_files() {
    assertThat(found("request: ")).isEmpty();
    assertThat(found("requests: ")).isEmpty();
  }

  @Test
  void nothing_moves_while_a_page_loads() {
    assertThat(found("shift: ")).isEmpty();
  }

  @Test
  void the_keyboard_reaches_everything_and_shows_where_it_is() {
    assertThat(found("keyboard: ")).isEmpty();
    assertThat(found("focus: ")).isEmpty();
  }

  @Test
  void paper_shows_what_a_screen_folds_and_cuts_nothing() {
    assertThat(found("paper: ")).isEmpty();
  }

  @Test
  void every_page_is_valid_html() {
    assertThat(invalid).isEmpty();
  }

  @Test
  void no_link_is_dead_and_every_page_is_as_light_as_it_should_be() {
    sites.forEach(
        (name, files) -> {
          Map<String, byte[]> pages = new TreeMap<>(files);
          pages.keySet().removeIf(file -> !file.matches(PAGES));
          assertThat(HtmlRules.violations(pages)).as(name).isEmpty();
        });
  }

  @Test
  void a_fault_of_any_kind_is_found() {
    assertThat(caught.values().stream().flatMap(List::stream).map(text -> text.split(": ")[0]))
        .contains(
            "axe",
            "width",
            "console",
            "request",
            "requests",
            "shift",
            "keyboard",
            "focus",
            "paper");
  }

  @Test
  void what_looks_unlike_the_rows_before_it_is_judged_in_every_view() {
    assertThat(caught.entrySet())
        .filteredOn(look -> Looks.VIEWS.stream().anyMatch(v -> look.getKey().contains(v)))
        .hasSize(Looks.VIEWS.size())
        .allSatisfy(
            look ->
                assertThat(look.getValue())
                    .anyMatch(
                        text -> text.contains("color-contrast") && text.contains("after many"))
                    .anyMatch(
                        text -> text.contains("color-contrast") && text.contains("by its place"))
                    .noneMatch(text -> text.contains("Three")));
  }

  @Test
  void what_is_searched_is_found_by_its_beginning_and_with_a_typo_from_the_disk() {
    assertThat(asked(RealSites.SAMPLE, "refunds-cov"))
        .first()
        .isEqualTo("gates.html#gate-refunds-coverage.lines");
    assertThat(asked(RealSites.SAMPLE, "chekcout")).contains("workstreams/checkout.html");
    assertThat(asked(RealSites.SAMPLE, "chk-2"))
        .first()
        .isEqualTo("workstreams/checkout.html#task-chk-2");
    assertThat(asked(RealSites.SAMPLE, "Refunds.jav"))
        .anyMatch(at -> at.startsWith("coverage.html#file-") && at.endsWith("refunds.java"));
    assertThat(asked(RealSites.SEED, "risks")).contains("risks.html");
    assertThat(asked(RealSites.LARGE, "ws-217")).first().isEqualTo("workstreams/ws-217.html");
    assertThat(asked(RealSites.LARGE, "w217.3"))
        .first()
        .isEqualTo("workstreams/ws-217.html#task-w217.3");
    assertThat(asked(RealSites.LARGE, "done-118"))
        .anyMatch(at -> at.endsWith("#gate-done-118.done"));
  }

  @Test
  void where_no_script_runs_every_page_says_the_same_and_the_search_leads_to_the_index() {
    List<String> pages = List.of("sample/index.html", "sample/gates.html", "large/search.html");
    Map<String, String> with = texts(pages);
    tab.scripts(false);
    try {
      Map<String, String> without = texts(pages);
      assertThat(without.get("sample/index.html"))
          .isNotEmpty()
          .isEqualTo(with.get("sample/index.html"));
      assertThat(without.get("sample/gates.html"))
          .isNotEmpty()
          .isEqualTo(with.get("sample/gates.html"));
      assertThat(
              tab.evaluate(
                      "document.querySelector(\"main a[href='contents.html']\").checkVisibility()")
                  .asBoolean())
          .isTrue();
    } finally {
      tab.scripts(true);
    }
  }

  private String text(String page) {
    return texts(List.of(page)).get(page);
  }

  private Map<String, String> texts(List<String> pages) {
    Map<String, String> texts = new TreeMap<>();
    for (String page : pages) {
      tab.open(folder.resolve(page).toUri());
      texts.put(page, tab.evaluate("document.body.innerText").asText());
    }
    return texts;
  }

  private List<String> asked(String site, String query) {
    tab.open(folder.resolve(site).resolve("search.html").toUri());
    tab.evaluate(
        """
        document.getElementById("_query").value = "%s";
        document.getElementById("_query").dispatchEvent(new Event("input"));
        """
            .formatted(query));
    List<String> found = new ArrayList<>();
    tab.evaluate(
            "[...document.querySelectorAll(\"#_found a\")].map((a) => a.getAttribute(\"href\"))")
        .forEach(address -> found.add(address.asText()));
    return found;
  }

  private static String kind(String page) {
    return PageKinds.of(page.substring(page.indexOf('/') + 1));
  }

  private List<String> found(String what) {
    return findings.entrySet().stream()
        .flatMap(
            look ->
                look.getValue().stream()
                    .filter(text -> text.startsWith(what))
                    .map(text -> look.getKey() + ": " + text))
        .toList();
  }
}
