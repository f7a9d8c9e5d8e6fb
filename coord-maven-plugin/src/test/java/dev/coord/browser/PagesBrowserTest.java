package dev.coord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.browser.Album.View;
import dev.coord.browser.Chromium.Message;
import dev.coord.browser.Chromium.Visit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a browser sees them, opened from the disk. Runs with {@code -Pbrowser}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserTest {

  /** Copies beside the page they are of, so that all links in them hold. */
  private static final String PROBED = ".probed.html";

  private static final String ATTACKED = ".attacked.html";
  private static final String FAULTY = "failing/faulty.html";

  private static final Pattern POLICY =
      Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");

  private static final String ATTACK =
      """
      <script>parent.postMessage(["a script element ran"], "*")</script>
      <script src="%s"></script>
      <img src="data:," onerror="parent.postMessage(['an attribute ran'], '*')">
      """;

  private final List<String> pages = new ArrayList<>();
  private final Map<String, List<String>> findings = new TreeMap<>();
  private final Map<String, List<String>> answers = new TreeMap<>();
  private List<Message> console;
  private List<String> requests;
  private List<String> faultyRequests;
  private List<Message> faultyConsole;

  @BeforeAll
  void look_at_all_pages(@TempDir Path temporary) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("sites"));
    Chromium chromium = Chromium.find();
    pages.addAll(BrowserSites.write(folder));
    write(folder, "axe.js", Album.resource("/axe.min.js"));
    write(folder, "probe.js", Album.resource("/dev/coord/browser/probe.js"));
    write(folder, "attack.js", "parent.postMessage([\"a script file ran\"], \"*\");");

    Album shipped = new Album();
    Album probed = new Album();
    for (String page : pages) {
      String html = Files.readString(folder.resolve(page), StandardCharsets.UTF_8);
      write(folder, page + ATTACKED, attacked(page, html));
      write(folder, page + PROBED, probed(page, html));
      shipped.addSilent(page, View.LIGHT);
      shipped.addSilent(page + ATTACKED, View.LIGHT);
      for (View view : View.values()) {
        probed.add(page + PROBED, view);
      }
    }
    write(folder, FAULTY, faulty());
    probed.add(FAULTY, View.PHONE);

    Visit first = chromium.open(shipped.write(folder, "shipped.html"), temporary.resolve("1"));
    answers.putAll(shipped.answers(first.dom()));
    console = first.console();
    requests = first.requests();
    Visit second = chromium.open(probed.write(folder, "probed.html"), temporary.resolve("2"));
    findings.putAll(probed.answers(second.dom()));
    faultyConsole = second.console();
    faultyRequests = second.requests();
  }

  @Test
  void every_page_is_looked_at_in_light_in_dark_and_on_a_phone() {
    assertThat(pages)
        .hasSizeGreaterThan(30)
        .contains("failing/index.html", "many-rows/tasks-2.html");
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
    assertThat(console).filteredOn(message -> !message.source().endsWith(ATTACKED)).isEmpty();
  }

  @Test
  void no_page_asks_the_network_for_anything() {
    assertThat(requests).isEmpty();
  }

  @Test
  void no_script_runs_in_any_page() {
    assertThat(answers.values())
        .allSatisfy(said -> assertThat(said).containsExactly(Album.SILENCE));
    assertThat(pages).allSatisfy(page -> assertThat(refusals(page)).as(page).hasSize(3));
  }

  @Test
  void a_fault_of_any_kind_is_found() {
    String page = FAULTY + " (" + View.PHONE + ")";
    assertThat(findings.get(page))
        .anySatisfy(found -> assertThat(found).startsWith("width: scrolls to 4"))
        .anySatisfy(found -> assertThat(found).startsWith("axe: color-contrast: "))
        .anySatisfy(found -> assertThat(found).startsWith("axe: image-alt: "))
        .anySatisfy(found -> assertThat(found).startsWith("axe: html-has-lang: "))
        .anySatisfy(found -> assertThat(found).startsWith("axe: document-title: "));
    assertThat(faultyConsole).extracting(Message::text).contains("\"Uncaught Error: thrown\"");
    assertThat(faultyRequests).containsExactly("http://tracker.example/pixel.png");
  }

  private List<String> found(String kind) {
    return findings.entrySet().stream()
        .filter(page -> !page.getKey().startsWith(FAULTY))
        .flatMap(
            page ->
                page.getValue().stream()
                    .filter(text -> text.startsWith(kind))
                    .map(text -> page.getKey().replace(PROBED, "") + ": " + text))
        .toList();
  }

  private List<Message> refusals(String page) {
    return console.stream()
        .filter(message -> message.source().endsWith("/sites/" + page + ATTACKED))
        .filter(message -> message.text().contains("Content Security Policy"))
        .toList();
  }

  private static String attacked(String page, String html) {
    return html.replace("</h1>", "</h1>\n" + ATTACK.formatted(up(page) + "attack.js"));
  }

  private static String probed(String page, String html) {
    Matcher policy = POLICY.matcher(html);
    assertThat(policy.find()).as("%s has a content security policy", page).isTrue();
    return policy.replaceFirst(Matcher.quoteReplacement(probe(page)));
  }

  private static String probe(String page) {
    return "<script src=\"%1$saxe.js\"></script><script src=\"%1$sprobe.js\"></script>"
        .formatted(up(page));
  }

  private static String faulty() {
    return """
        <!DOCTYPE html>
        <html>
        <head><meta charset="utf-8"><link rel="stylesheet" href="assets/coord.css">%s</head>
        <body><div style="width: 400px; color: #ccc; background: #fff">Pale and wide</div>
        <img src="http://tracker.example/pixel.png"><script>throw new Error("thrown")</script>
        </body>
        </html>
        """
        .formatted(probe(FAULTY));
  }

  private static String up(String page) {
    return "../".repeat(page.split("/").length - 1);
  }

  private static void write(Path folder, String name, String content) {
    BrowserSites.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }
}
