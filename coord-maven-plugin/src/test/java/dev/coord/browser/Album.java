package dev.coord.browser;

import dev.coord.browser.Chromium.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** A page that shows others one by one in a frame, because a frame can be as narrow as a phone. */
final class Album {

  /** How a page is looked at: what is written in one view, what is drawn in each. */
  enum View {
    LIGHT("light", 1280, "shapes"),
    DARK("dark", 1280, "wholly"),
    PHONE("light", 375, "shapes"),
    MENU("dark", 375, "with-menu"),
    /** The least width at which WCAG 2.2 (1.4.10) wants no scrolling in two directions. */
    NARROWEST("light", 320, "briefly"),
    /** Just too wide for tables to become stacks. */
    TABLE("light", 720, "briefly"),
    /** Just wide enough for the navigation to stand beside the page. */
    SIDE("light", 1024, "briefly");

    private final String scheme;
    private final int width;
    private final String how;

    View(String scheme, int width, String how) {
      this.scheme = scheme;
      this.width = width;
      this.how = how;
    }
  }

  /** What a page said that was expected to say nothing, or did not say when it should. */
  static final String SILENCE = "silence";

  private final String name;
  private final List<String> entries = new ArrayList<>();

  Album(String name) {
    this.name = name;
  }

  /** Shows a page that reports about itself. */
  void add(String page, View view) {
    add(page, view, false);
  }

  /** Shows a page that can say nothing. */
  void addSilent(String page, View view) {
    add(page, view, true);
  }

  private void add(String page, View view, boolean silent) {
    entries.add(
        "{page: \"%s\", scheme: \"%s\", width: %d, how: \"%s\", silent: %b}"
            .formatted(page, view.scheme, view.width, view.how, silent));
  }

  /** Writes the album into the directory that the names of its pages start from. */
  Path write(Path folder) throws IOException {
    String html =
        "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>Album</title>\n"
            + "<link rel=\"icon\" href=\"data:,\">\n<body>\n<script>\n"
            + resource("/dev/coord/browser/album.js")
            + "showAll([\n"
            + String.join(",\n", entries)
            + "]);\n</script>\n";
    return Files.writeString(folder.resolve(name + ".html"), html, StandardCharsets.UTF_8);
  }

  /** The answers by page and view, in order; an entry for every one that was shown. */
  Map<String, List<String>> answers(Visit visit) {
    Map<String, List<String>> answers = new TreeMap<>();
    for (Element entry : visit.dom().select("section")) {
      answers.put(
          entry.attr("data-page") + " (" + entry.attr("data-view") + ")",
          entry.select("p").stream().map(Element::text).collect(Collectors.toList()));
    }
    if (answers.size() != entries.size()) {
      throw new AssertionError(
          "%s: only %d of %d pages were shown".formatted(name, answers.size(), entries.size()));
    }
    return answers;
  }

  static String resource(String name) throws IOException {
    try (InputStream in = Album.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name + " is missing: run the tests with -Pbrowser");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
