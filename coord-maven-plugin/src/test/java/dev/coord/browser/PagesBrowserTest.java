package dev.coord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.browser.Album.View;
import dev.coord.browser.Chromium.Message;
import dev.coord.browser.Chromium.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a browser sees them, opened from the disk. Runs with {@code -Pbrowser}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserTest {

  private static final String FIRST = "failing/index.html";

  private final List<String> pages = new ArrayList<>();

  /** The pages as they are, and their copies with scripts that must not run. */
  private final Album shipped = new Album("shipped");

  private final Map<String, List<String>> said = new TreeMap<>();
  private Visit shippedVisit;

  /** Copies that look at themselves; two albums, as a small machine has two processors. */
  private final List<Album> probed = List.of(new Album("probed-1"), new Album("probed-2"));

  private final Map<String, List<String>> findings = new TreeMap<>();

  /** What shows that the checks can fail. */
  private final Album control = new Album("control");

  private final Map<String, List<String>> caught = new TreeMap<>();
  private Visit controlVisit;

  @BeforeAll
  void look_at_all_pages(@TempDir Path temporary) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("sites"));
    pages.addAll(BrowserSites.write(folder));
    fill(new Copies(folder));

    Chromium chromium = Chromium.find();
    ExecutorService workers = Executors.newFixedThreadPool(probed.size());
    try {
      List<Future<Visit>> visits = new ArrayList<>();
      for (Album album : probed) {
        visits.add(workers.submit(() -> chromium.open(album.write(folder), temporary)));
      }
      Future<Visit> first = workers.submit(() -> chromium.open(shipped.write(folder), temporary));
      Future<Visit> last = workers.submit(() -> chromium.open(control.write(folder), temporary));
      for (int i = 0; i < probed.size(); i++) {
        findings.putAll(probed.get(i).answers(visits.get(i).get()));
      }
      shippedVisit = first.get();
      said.putAll(shipped.answers(shippedVisit));
      controlVisit = last.get();
      caught.putAll(control.answers(controlVisit));
    } finally {
      workers.shutdownNow();
    }
  }

  /** Every page in light, in dark, wide and narrow; one site of all kinds in each of these. */
  private void fill(Copies copies) throws IOException {
    for (String page : pages) {
      shipped.addSilent(page, View.LIGHT);
      shipped.addSilent(copies.attacked(page), View.LIGHT);
      String copy = copies.probed(page);
      probed.get(0).add(copy, View.DARK);
      probed.get(1).add(copy, View.PHONE);
      probed.get(1).add(copy, View.NARROWEST);
      probed.get(0).add(copy, View.TABLE);
      probed.get(0).add(copy, View.SIDE);
      if (page.startsWith("failing/")) {
        probed.get(page.length() % 2).add(copy, View.LIGHT);
      }
    }
    probed.get(1).add(copies.probed(FIRST), View.MENU);
    control.add(copies.faulty(FIRST), View.PHONE);
    control.addSilent(copies.defenceless(FIRST), View.LIGHT);
  }

  @Test
  void every_page_is_looked_at_as_meant() {
    assertThat(pages)
        .hasSizeGreaterThan(30)
        .contains("failing/index.html", "many-rows/tasks-2.html", "bad-plan/index.html");
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
  void no_page_has_anything_to_tell_the_console() {
    assertThat(shippedVisit.console())
        .filteredOn(message -> !message.source().endsWith(".attacked.html"))
        .isEmpty();
  }

  @Test
  void no_page_asks_the_network_for_anything() {
    assertThat(shippedVisit.requests()).isEmpty();
  }

  @Test
  void the_policy_of_every_page_stops_every_script() {
    assertThat(said)
        .allSatisfy((page, words) -> assertThat(words).as(page).containsExactly(Album.SILENCE));
    assertThat(pages).allSatisfy(page -> assertThat(refusals(page)).as(page).hasSize(3));
  }

  @Test
  void a_fault_of_any_kind_is_found() {
    assertThat(caught.get(FIRST + ".faulty.html (light 375 wholly)"))
        .anySatisfy(found -> assertThat(found).startsWith("set-up: has no style"))
        .anySatisfy(found -> assertThat(found).startsWith("width: scrolls to 4"))
        .anySatisfy(found -> assertThat(found).startsWith("axe: color-contrast: "))
        .anySatisfy(found -> assertThat(found).startsWith("axe: image-alt: "))
        .anySatisfy(found -> assertThat(found).startsWith("axe: html-has-lang: "))
        .anySatisfy(found -> assertThat(found).startsWith("axe: document-title: "));
    assertThat(controlVisit.console())
        .extracting(Message::text)
        .contains("\"Uncaught Error: thrown\"");
    assertThat(controlVisit.requests()).containsExactly("http://tracker.example/pixel.png");
    assertThat(caught.get(FIRST + ".defenceless.html (light 1280 wholly)"))
        .containsExactly("a script ran");
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

  private List<Message> refusals(String page) {
    return shippedVisit.console().stream()
        .filter(message -> message.source().endsWith("/sites/" + page + ".attacked.html"))
        .filter(message -> message.text().contains("Content Security Policy"))
        .toList();
  }
}
