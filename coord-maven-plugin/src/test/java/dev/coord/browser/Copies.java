package dev.coord.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Copies of pages, each beside its page so that all links in it hold. */
final class Copies {

  private static final Pattern POLICY =
      Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");

  /** What the attack loads from elsewhere. */
  static final String TRACKER = "http://tracker.example/pixel.png";

  /** Three ways for a script to run, and one for somebody elsewhere to learn who reads. */
  private static final String ATTACK =
      """
      </h1>
      <script>parent.postMessage(["a script ran"], "*")</script>
      <script src="%sattack.js"></script>
      <img alt="" src="data:," onerror="parent.postMessage(['an attribute ran'], '*')">
      <img alt="" src="%s">
      """;

  private final Path folder;

  /** Puts beside the pages of a folder what their copies load. */
  Copies(Path folder) throws IOException {
    this.folder = folder;
    write("axe.js", Album.resource("/axe.min.js"));
    write("checks.js", Album.resource("/dev/coord/browser/checks.js"));
    write("probe.js", Album.resource("/dev/coord/browser/probe.js"));
    write("attack.js", "parent.postMessage([\"a script file ran\"], \"*\");");
  }

  /** A copy that tells the album what is wrong with its page. */
  String probed(String page) throws IOException {
    return write(page + ".probed.html", withoutPolicy(page, probe(page)));
  }

  /** A copy with scripts that must not run. */
  String attacked(String page) throws IOException {
    return write(page + ".attacked.html", attack(page, read(page)));
  }

  /** A copy with the same scripts, which nothing stops. */
  String defenceless(String page) throws IOException {
    return write(page + ".defenceless.html", attack(page, withoutPolicy(page, "")));
  }

  /** A page that breaks the rules. */
  String faulty(String beside) throws IOException {
    String html =
        """
        <!DOCTYPE html>
        <html>
        <head><meta charset="utf-8">%s</head>
        <body><div style="width: 400px; color: #ccc; background: #fff">Pale and wide</div>
        <img src="%s"><script>throw new Error("thrown")</script>
        </body>
        </html>
        """;
    return write(beside + ".faulty.html", html.formatted(probe(beside), TRACKER));
  }

  private String withoutPolicy(String page, String instead) throws IOException {
    Matcher policy = POLICY.matcher(read(page));
    assertThat(policy.find()).as("%s has a content security policy", page).isTrue();
    return policy.replaceFirst(Matcher.quoteReplacement(instead));
  }

  private static String attack(String page, String html) {
    assertThat(html).as(page).contains("</h1>");
    return html.replace("</h1>", ATTACK.formatted(up(page), TRACKER));
  }

  private static String probe(String page) {
    return Stream.of("axe", "checks", "probe")
        .map(name -> "<script src=\"%s%s.js\"></script>".formatted(up(page), name))
        .collect(Collectors.joining());
  }

  private static String up(String page) {
    return "../".repeat(page.split("/").length - 1);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }

  private String write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    return name;
  }
}
