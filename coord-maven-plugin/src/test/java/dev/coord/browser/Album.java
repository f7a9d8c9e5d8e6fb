package dev.coord.browser;

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
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page that shows others one by one in a frame, because a frame can be as narrow as a phone. */
final class Album {

  /** How a page is looked at. */
  enum View {
    LIGHT("light", 1280),
    DARK("dark", 1280),
    PHONE("light", 375);

    private final String scheme;
    private final int width;

    View(String scheme, int width) {
      this.scheme = scheme;
      this.width = width;
    }

    @Override
    public String toString() {
      return scheme + " " + width;
    }
  }

  /** What a page said that was expected to say nothing, or did not say when it should. */
  static final String SILENCE = "silence";

  private final List<String> entries = new ArrayList<>();

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
        "{page: \"%s\", scheme: \"%s\", width: %d, silent: %b}"
            .formatted(page, view.scheme, view.width, silent));
  }

  /** Writes the album into the directory that the names of its pages start from. */
  Path write(Path folder, String name) throws IOException {
    String html =
        "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>Album</title>\n<body>\n<script>\n"
            + resource("/dev/coord/browser/album.js")
            + "showAll([\n"
            + String.join(",\n", entries)
            + "]);\n</script>\n";
    return Files.writeString(folder.resolve(name), html, StandardCharsets.UTF_8);
  }

  /** The answers by page and view, in order; an entry for every one that was shown. */
  Map<String, List<String>> answers(Document dom) {
    Map<String, List<String>> answers = new TreeMap<>();
    for (Element entry : dom.select("section")) {
      answers.put(
          entry.attr("data-page") + " (" + entry.attr("data-view") + ")",
          entry.select("p").stream().map(Element::text).collect(Collectors.toList()));
    }
    if (answers.size() != entries.size()) {
      throw new AssertionError(
          "only %d of %d pages were shown".formatted(answers.size(), entries.size()));
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
