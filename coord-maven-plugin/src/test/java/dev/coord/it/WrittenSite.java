package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A site as it lies on disk. */
record WrittenSite(Path directory) {

  Document page(String name) {
    return Jsoup.parse(text(name + ".html"), "", org.jsoup.parser.Parser.htmlParser());
  }

  /** The first sentence of a page. */
  String verdict(String page) {
    return page(page).select("p.verdict").text();
  }

  /** The page's verdict has this colour, and this text is on the page. */
  WrittenSite shows(String page, String tone, String... texts) {
    Document document = page(page);
    assertThat(document.select("p.verdict").attr("class")).isEqualTo("verdict " + tone);
    assertThat(document.body().text()).contains(texts);
    return this;
  }

  Json status() {
    return Json.read(bytes("status.json"));
  }

  /** {@code status.json} has this result. */
  Json status(String result) {
    Json status = status();
    assertThat(status.text("result")).isEqualTo(result);
    return status;
  }

  String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  boolean has(String file) {
    return Files.exists(directory.resolve(file));
  }

  private byte[] bytes(String file) {
    try {
      return Files.readAllBytes(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content of every file, by its path. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    paths().forEach((name, path) -> files.put(name, text(name)));
    return files;
  }

  /** When each file was last written. */
  Map<String, FileTime> times() {
    Map<String, FileTime> times = new TreeMap<>();
    paths()
        .forEach(
            (name, path) -> {
              try {
                times.put(name, Files.getLastModifiedTime(path));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return times;
  }

  private Map<String, Path> paths() {
    try (Stream<Path> walk = Files.walk(directory)) {
      Map<String, Path> paths = new TreeMap<>();
      walk.filter(Files::isRegularFile)
          .forEach(path -> paths.put(directory.relativize(path).toString(), path));
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
