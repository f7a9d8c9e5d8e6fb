package dev.coord.docs;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of the documentation.
 *
 * @param name path from the root of the repository
 * @param text the whole page
 */
record Document(String name, String text) {

  private static final Path ROOT = root();

  /** Many tests ask for those of one page. */
  private static final Map<Document, List<Code>> BLOCKS = new ConcurrentHashMap<>();

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} .*$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * A block of code.
   *
   * @param language what stands behind the fence
   * @param comments what the comments right above say, in order
   * @param line number of its first line on the page
   */
  record Code(String language, String text, List<String> comments, int line) {

    /** What a comment such as {@code refused: ...} says, for each of them. */
    List<String> comments(String key) {
      return comments.stream()
          .filter(comment -> comment.startsWith(key + ": "))
          .map(comment -> comment.substring(key.length() + 2))
          .toList();
    }

    /** The same where one is enough. */
    Optional<String> said(String key) {
      return comments(key).stream().findFirst();
    }
  }

  /** The directory that holds the modules. */
  private static Path root() {
    try {
      Path classes =
          Path.of(Document.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Document of(String name) {
    try {
      return new Document(name, Files.readString(file(name), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pages that people read. */
  static List<Document> all() {
    List<String> names = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md"));
    names.addAll(List.of("sample-project/README.md", "coord-site-templates/MODEL.md"));
    try (var files = Files.list(ROOT.resolve("docs"))) {
      files
          .map(file -> "docs/" + file.getFileName())
          .filter(f -> f.endsWith(".md"))
          .sorted()
          .forEach(names::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names.stream().map(Document::of).toList();
  }

  /** Path from the root of the repository to where a relative link leads. */
  String target(String path) {
    Path to = file(name).getParent().resolve(path).normalize();
    return ROOT.relativize(to).toString().replace('\\', '/');
  }

  static Path file(String name) {
    return ROOT.resolve(name);
  }

  private Node tree() {
    return Parser.builder().build().parse(text);
  }

  /** The blocks of code in their order. */
  List<Code> code() {
    return BLOCKS.computeIfAbsent(this, Document::blocks);
  }

  private List<Code> blocks() {
    List<Code> blocks = new ArrayList<>();
    for (Node node : tree().getDescendants()) {
      if (node instanceof FencedCodeBlock block) {
        blocks.add(
            new Code(
                block.getInfo().toString(),
                block.getContentChars().toString().replace("\r", ""),
                comments(block),
                block.getStartLineNumber() + 2));
      }
    }
    return List.copyOf(blocks);
  }

  private static List<String> comments(Node block) {
    List<String> comments = new ArrayList<>();
    for (Node above = block.getPrevious();
        above instanceof HtmlCommentBlock;
        above = above.getPrevious()) {
      comments.add(0, above.getChars().toString().strip().replaceAll("^<!--\\s*|\\s*-->$", ""));
    }
    return comments;
  }

  /** Where the page's links lead. */
  List<String> links() {
    List<String> links = new ArrayList<>();
    for (Node node : tree().getDescendants()) {
      if (node instanceof LinkNodeBase link) {
        links.add(link.getUrl().toString());
      }
    }
    return links;
  }

  /** The ids that GitHub gives to the headings. */
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new LinkedHashSet<>();
    for (Node node : tree().getDescendants()) {
      if (node instanceof Heading heading) {
        String id =
            heading
                .getText()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        int before = seen.merge(id, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? id : id + "-" + before);
      }
    }
    return anchors;
  }

  /** What stands below a heading, up to the next one of any level. */
  String section(String heading) {
    Matcher start = Pattern.compile("(?m)^#{1,6} " + Pattern.quote(heading) + "$").matcher(text);
    if (!start.find()) {
      throw new AssertionError(name + " has no heading " + heading);
    }
    Matcher end = HEADING.matcher(text);
    return text.substring(start.end(), end.find(start.end()) ? end.start() : text.length());
  }

  /** The cells of a table of a section, by its first heading; without heading and separator. */
  List<List<String>> table(String section, String firstHeading) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : section(section).lines().toList()) {
      if (line.startsWith("| " + firstHeading + " |")) {
        inside = true;
      } else if (!line.startsWith("|")) {
        inside = false;
      } else if (inside && !line.startsWith("|---")) {
        rows.add(cells(line));
      }
    }
    if (rows.isEmpty()) {
      throw new AssertionError(name + ", " + section + ": no table of " + firstHeading);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    String inner = line.strip().substring(1, line.strip().length() - 1);
    return Pattern.compile("\\|").splitAsStream(inner).map(String::strip).toList();
  }

  /** The words in backticks. */
  static List<String> words(String markdown) {
    return CODE.matcher(markdown).results().map(found -> found.group(1)).toList();
  }
}
