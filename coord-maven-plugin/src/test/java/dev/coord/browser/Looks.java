package dev.coord.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/** Looks at pages in a tab, and writes down what is wrong with each. */
final class Looks {

  static final List<String> VIEWS = List.of("light 1280", "dark 1280", "light 375", "dark 375");

  /** What a page may shift while it loads. */
  private static final double MOST_SHIFT = 0.05;

  private static final int MOST_REQUESTS = 4;

  /** A4 between margins of a centimetre. */
  private static final int PAPER = 718;

  private static final int TAB = 9;

  private final Path folder;
  private final Tab tab;

  /** Findings by page and view. */
  private final Map<String, List<String>> findings = new TreeMap<>();

  /** What is left of 1280 pixels at 400 %, where text has to reflow. */
  private static final int ZOOMED = 320;

  private final Judged judged;

  /** What is known of one page need not be judged on the next; those who share that share work. */
  Looks(Path folder, Tab tab, Judged judged) throws IOException {
    this.folder = folder;
    this.tab = tab;
    this.judged = judged;
    tab.prepare(
        Album.resource("/axe.min.js")
            + Album.resource("/dev/coord/browser/checks.js")
            + Album.resource("/dev/coord/browser/reader.js"));
  }

  Map<String, List<String>> findings() {
    return findings;
  }

  /** Takes one page after the other, as long as there are any. */
  void everyView(Queue<String> pages) {
    for (String page = pages.poll(); page != null; page = pages.poll()) {
      everyView(page);
    }
  }

  /**
   * Opens a page once and looks at it in every view. Between schemes nothing but colours differs,
   * which {@code StyleTest} holds; so only these are judged again in the dark. The page as a whole
   * is judged at a desk; what looks alike is judged twice in each view.
   */
  void everyView(String page) {
    open(page, 375);
    judge(page, "light", 375, "shapes");
    note(page, "light 375", "sideways(375)");
    judge(page, "dark", 375, "colours");
    judge(page, "dark", 1280, "colours");
    judge(page, "light", 1280, "accessibility");
    note(page, "light 1280", "sideways(1280)");
    tab.show(PAPER, "light", "print");
    note(page, "paper", "paper(%d)".formatted(PAPER));
    tab.show(ZOOMED, "light", "screen");
    note(page, "400 %", "sideways(%d)".formatted(ZOOMED));
  }

  private void judge(String page, String scheme, int width, String check) {
    tab.show(width, scheme, "screen");
    String view = scheme + " " + width;
    JsonNode judgement = tab.evaluate(check + "(" + judged.known(view) + ")");
    judgement.get("names").forEach(name -> judged.add(view, name.asText()));
    add(page, view, judgement.get("found"));
  }

  /** Goes through a page with the keyboard, at a desk and on a phone. */
  void use(String page) {
    open(page, 1280);
    for (int width : List.of(1280, 375)) {
      tab.show(width, "light", "screen");
      tab.evaluate(
          "reader.focused.clear(); reader.faint.length = 0; document.activeElement.blur()");
      tab.press("Tab", TAB, tab.evaluate("controls().length").asInt() + 2);
      note(page, "keys " + width, "keyboard()");
    }
  }

  private void open(String page, int width) {
    tab.show(width, "light", "screen");
    URI address = folder.resolve(page).toUri();
    tab.open(address);
    String site = folder.resolve(page.split("/")[0]).toUri().toString();
    List<String> found = new ArrayList<>();
    tab.console().forEach(text -> found.add("console: " + text));
    List<String> requests =
        tab.requests().stream().filter(url -> !url.startsWith("data:")).toList();
    requests.stream()
        .filter(url -> !url.startsWith(site))
        .forEach(url -> found.add("request: " + url));
    if (requests.size() > MOST_REQUESTS) {
      found.add("requests: " + requests);
    }
    if (!requests.contains(address.toString())) {
      found.add("requests: not the page itself, but " + requests);
    }
    double shift = tab.evaluate("shift()").asDouble();
    if (shift > MOST_SHIFT) {
      found.add("shift: " + shift);
    }
    findings
        .computeIfAbsent(page + " (opened " + width + ")", key -> new ArrayList<>())
        .addAll(found);
  }

  private void note(String page, String view, String check) {
    add(page, view, tab.evaluate(check));
  }

  private void add(String page, String view, JsonNode found) {
    List<String> all = findings.computeIfAbsent(page + " (" + view + ")", key -> new ArrayList<>());
    found.forEach(text -> all.add(text.asText()));
  }
}
