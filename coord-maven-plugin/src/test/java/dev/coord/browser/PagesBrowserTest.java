package dev.coord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.browser.Album.View;
import dev.coord.browser.Chromium.Message;
import dev.coord.browser.Chromium.Visit;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages as a browser sees them, opened from the disk and from a server. Runs with {@code
 * -Pbrowser}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserTest {

  /** The site whose pages are measured. */
  private static final String SAMPLE = "failing/";

  private static final String FIRST = SAMPLE + "index.html";

  /** Not there, and deeper than any page. */
  private static final String MISSING = "no/such/page.html";

  /** The sites that hold whatever may be too wide; the others say less of the same. */
  private static final List<String> WIDEST = List.of("hostile/", "blocks/");

  private static final List<String> KINDS =
      List.of(
          "index",
          "sprints",
          "workstreams",
          "actions",
          "gates",
          "ownership",
          "claims",
          "metrics",
          "git",
          "tests",
          "coverage",
          "project",
          "contents",
          "404");

  private final List<String> pages = new ArrayList<>();

  /** Those that run a script: the search, and those with a long table. */
  private final Set<String> running = new TreeSet<>();

  /** The pages as they are, and their copies with scripts that must not run. */
  private final Album shipped = new Album("shipped");

  private final Map<String, List<String>> said = new TreeMap<>();
  private Visit shippedVisit;

  /** The same from a server. */
  private final List<String> served = new ArrayList<>();

  private final Album published = new Album("published");
  private final Map<String, List<String>> saidServed = new TreeMap<>();
  private final List<String> missing = new ArrayList<>();
  private Visit servedVisit;
  private URI address;

  /** Copies that look at themselves; two albums, as a small machine has two processors. */
  private final List<Album> probed = List.of(new Album("probed-1"), new Album("probed-2"));

  private final Map<String, List<String>> findings = new TreeMap<>();

  /** What shows that the checks can fail. */
  private final Album control = new Album("control");

  private final Map<String, List<String>> caught = new TreeMap<>();
  private Visit controlVisit;
  private final List<String> invalid = new ArrayList<>();
  private final List<String> invalidControl = new ArrayList<>();
  private Path sites;
  private Chromium chromium;

  @BeforeAll
  void look_at_all_pages(@TempDir Path temporary) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("sites"));
    sites = folder;
    Path root = Files.createDirectory(temporary.resolve("published"));
    pages.addAll(BrowserSites.write(folder));
    fill(new Copies(folder));
    Path broken = Files.writeString(temporary.resolve("broken.html"), "<p id=a><p id=a><b>");

    chromium = Chromium.find();
    ExecutorService workers = Executors.newFixedThreadPool(probed.size());
    try (LocalServer server = new LocalServer(root)) {
      address = server.address();
      served.addAll(BrowserSites.publish(root, address.toString()));
      publish(new Copies(root));
      running.addAll(running(folder, pages));
      running.addAll(running(root, served));
      List<Future<Visit>> visits = new ArrayList<>();
      for (Album album : probed) {
        visits.add(workers.submit(() -> chromium.open(album.write(folder).toUri(), temporary)));
      }
      Future<Visit> first =
          workers.submit(() -> chromium.open(shipped.write(folder).toUri(), temporary));
      Future<Visit> http =
          workers.submit(
              () ->
                  chromium.open(
                      address.resolve(published.write(root).getFileName().toString()), temporary));
      Future<Visit> last =
          workers.submit(() -> chromium.open(control.write(folder).toUri(), temporary));
      Future<List<String>> faults =
          workers.submit(() -> ValidHtml.faults(folder, pages, temporary));
      invalidControl.addAll(
          workers
              .submit(
                  () ->
                      ValidHtml.faults(
                          temporary, List.of(broken.getFileName().toString()), temporary))
              .get());
      for (int i = 0; i < probed.size(); i++) {
        findings.putAll(probed.get(i).answers(visits.get(i).get()));
      }
      shippedVisit = first.get();
      said.putAll(shipped.answers(shippedVisit));
      servedVisit = http.get();
      saidServed.putAll(published.answers(servedVisit));
      controlVisit = last.get();
      caught.putAll(control.answers(controlVisit));
      invalid.addAll(faults.get());
      missing.addAll(server.missing());
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<String> running(Path folder, List<String> pages) throws IOException {
    List<String> running = new ArrayList<>();
    for (String page : pages) {
      if (Files.readString(folder.resolve(page)).contains("<script src=")) {
        running.add(page);
      }
    }
    return running;
  }

  /** Every page wide in the dark and narrow in light; one site of all kinds in light and wide. */
  private void fill(Copies copies) throws IOException {
    for (String page : pages) {
      shipped.addSilent(page, View.LIGHT);
      shipped.addSilent(copies.attacked(page), View.LIGHT);
      String copy = copies.probed(page);
      probed.get(0).add(copy, View.DARK);
      probed.get(1).add(copy, View.PHONE);
      if (WIDEST.stream().anyMatch(page::startsWith)) {
        probed.get(1).add(copy, View.NARROWEST);
        probed.get(0).add(copy, View.TABLE);
        probed.get(0).add(copy, View.SIDE);
      }
      if (page.startsWith(SAMPLE)) {
        probed.get(page.length() % 2).add(copy, View.LIGHT);
      }
    }
    probed.get(1).add(copies.probed(FIRST), View.MENU);
    String faulty = copies.faulty(FIRST);
    control.add(faulty, View.PHONE);
    control.add(faulty, View.DARK);
    control.addSilent(copies.defenceless(FIRST), View.LIGHT);
  }

  private void publish(Copies copies) throws IOException {
    for (String page : served) {
      published.addSilent(page, View.LIGHT);
      published.addSilent(copies.attacked(page), View.LIGHT);
    }
    published.addSilent(MISSING, View.LIGHT);
  }

  @Test
  void every_kind_of_page_is_looked_at_in_every_state() {
    for (String state : List.of("failing", "passing", "unknown", "empty", "hostile")) {
      assertThat(pages)
          .as(state)
          .containsAll(KINDS.stream().map(kind -> state + "/" + kind + ".html").toList());
    }
    assertThat(pages)
        .contains("many-rows/tasks-2.html", "bad-plan/index.html", "bad-plan/404.html")
        .anyMatch(page -> page.startsWith("failing/sprints/"))
        .anyMatch(page -> page.startsWith("failing/workstreams/"));
    assertThat(running)
        .contains("many-rows/tasks.html", "failing/search.html")
        .doesNotContain("failing/index.html");
    assertThat(findings).hasSizeGreaterThan(2 * pages.size());
    assertThat(found("set-up: ")).isEmpty();
    assertThat(found(Album.SILENCE)).isEmpty();
  }

  @Test
  void everybody_can_read_and_use_every_page() {
    assertThat(found("axe: ")).isEmpty();
  }

  @Test
  void no_page_scrolls_sideways() {
    assertThat(found("width: ")).isEmpty();
  }

  @Test
  void every_page_is_valid_html() {
    assertThat(invalid).isEmpty();
    assertThat(invalidControl).anyMatch(fault -> fault.contains("Duplicate ID"));
  }

  @Test
  void no_page_has_anything_to_tell_the_console() {
    assertThat(told(shippedVisit)).isEmpty();
    assertThat(told(servedVisit)).allMatch(message -> message.source().endsWith(MISSING));
  }

  @Test
  void no_page_asks_the_network_for_anything() {
    assertThat(shippedVisit.requests()).isEmpty();
    assertThat(foreign()).isEmpty();
    assertThat(servedVisit.requests()).contains(address + "assets/coord.css");
  }

  @Test
  void nothing_is_missing_on_a_server_but_what_was_asked_for_in_vain() {
    assertThat(missing).containsExactly("/" + MISSING);
  }

  @Test
  void the_policy_of_every_page_stops_every_script_and_every_foreign_image() {
    assertThat(said).hasSize(2 * pages.size());
    assertThat(said).allSatisfy(this::saysNothing);
    assertThat(pages)
        .allSatisfy(
            page ->
                assertThat(refused(shippedVisit, "/sites/" + page))
                    .as(page)
                    .hasSize(stopped(page)));
  }

  private void saysNothing(String page, List<String> words) {
    assertThat(words).as(page).isEqualTo(expected(page));
  }

  /** A page that runs a file of the site runs any such file: coord writes all of them. */
  private List<String> expected(String look) {
    boolean runs = running.stream().anyMatch(page -> look.startsWith(page + ".attacked.html"));
    return List.of(runs ? "a script file ran" : Album.SILENCE);
  }

  private boolean isHit(Map.Entry<String, List<String>> page) {
    return !page.getValue().equals(expected(page.getKey()));
  }

  private int stopped(String page) {
    return running.contains(page) ? 3 : 4;
  }

  @Test
  void the_policy_holds_on_a_server_too() {
    assertThat(saidServed).hasSize(2 * served.size() + 1);
    assertThat(saidServed).allSatisfy(this::saysNothing);
    assertThat(served)
        .allSatisfy(
            page ->
                assertThat(refused(servedVisit, address + page)).as(page).hasSize(stopped(page)));
  }

  @Test
  void a_fault_of_any_kind_is_found() {
    assertThat(caught.get(FIRST + ".faulty.html (light 375 shapes)"))
        .anySatisfy(found -> assertThat(found).startsWith("set-up: has no style"))
        .anySatisfy(found -> assertThat(found).startsWith("width: scrolls to 4"))
        .anySatisfy(found -> assertThat(found).startsWith("axe: color-contrast: "))
        .anySatisfy(found -> assertThat(found).startsWith("axe: image-alt: "));
    assertThat(caught.get(FIRST + ".faulty.html (dark 1280 wholly)"))
        .anySatisfy(found -> assertThat(found).startsWith("axe: html-has-lang: "))
        .anySatisfy(found -> assertThat(found).startsWith("axe: document-title: "));
    assertThat(controlVisit.console())
        .extracting(Message::text)
        .contains("\"Uncaught Error: thrown\"");
    assertThat(controlVisit.requests()).isNotEmpty().containsOnly(Copies.TRACKER);
    assertThat(caught.get(FIRST + ".defenceless.html (light 1280 shapes)"))
        .containsExactly("a script ran");
  }

  @Test
  void the_documentation_says_what_is_measured_of_the_sample(@TempDir Path temporary)
      throws Exception {
    Map<String, List<String>> sample = new TreeMap<>();
    findings.forEach(
        (look, told) -> {
          if (look.startsWith(SAMPLE)) {
            sample.put(look.substring(SAMPLE.length()), told);
          }
        });
    List<String> ofSample =
        pages.stream()
            .filter(page -> page.startsWith(SAMPLE))
            .map(page -> page.substring(SAMPLE.length()))
            .toList();

    new Experience(chromium, temporary, sites.resolve(SAMPLE), ofSample, sample)
        .stands(told(shippedVisit).isEmpty() && shippedVisit.requests().isEmpty());
  }

  /** Written where whoever runs the profile finds it; the log of a build shows it, too. */
  @AfterAll
  void sum_up() throws IOException {
    Map<String, Integer> views = new TreeMap<>();
    findings
        .keySet()
        .forEach(look -> views.merge(look.replaceAll(".*\\((.*) \\S+\\)$", "$1"), 1, Integer::sum));
    List<String> lines =
        List.of(
            "pages    %d in %d sites, and %d from a server"
                .formatted(
                    pages.size(),
                    new TreeSet<>(pages.stream().map(page -> page.split("/")[0]).toList()).size(),
                    served.size()),
            "looks    %d, by scheme and width: %s".formatted(findings.size(), views),
            "attacks  %d of 4 kinds, %d came through"
                .formatted(
                    4 * (pages.size() + served.size()),
                    said.entrySet().stream().filter(this::isHit).count()
                        + saidServed.entrySet().stream().filter(this::isHit).count()),
            "findings axe %d, sideways %d, console %d, foreign requests %d, invalid HTML %d"
                .formatted(
                    found("axe: ").size(),
                    found("width: ").size(),
                    told(shippedVisit).size(),
                    shippedVisit.requests().size() + foreign().size(),
                    invalid.size()));
    String summary = "The pages in Chromium\n  " + String.join("\n  ", lines) + "\n";
    System.getLogger("browser").log(System.Logger.Level.INFO, summary);
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("browser-summary.txt"),
        summary,
        StandardCharsets.UTF_8);
  }

  private List<String> found(String kind) {
    return findings.entrySet().stream()
        .flatMap(
            page ->
                page.getValue().stream()
                    .filter(text -> text.startsWith(kind))
                    .map(text -> page.getKey().replace(".probed.html", "") + ": " + text))
        .toList();
  }

  private static List<Message> told(Visit visit) {
    return visit.console().stream()
        .filter(message -> !message.source().endsWith(".attacked.html"))
        .toList();
  }

  private List<String> foreign() {
    return servedVisit.requests().stream()
        .filter(url -> !url.startsWith(address.toString()))
        .toList();
  }

  private static List<Message> refused(Visit visit, String page) {
    return visit.console().stream()
        .filter(message -> message.source().endsWith(page + ".attacked.html"))
        .filter(message -> message.text().contains("Content Security Policy"))
        .toList();
  }
}
