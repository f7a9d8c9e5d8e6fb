package dev.coord.markdown;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes safe HTML as Markdown again: whatever was in the source, the result holds only what the
 * allow-list let through, closes all that it opens, and reads alike in every Markdown reader.
 */
public final class NormalForm {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "ul",
          "ol",
          "li",
          "blockquote",
          "pre",
          "hr",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");

  private static final Pattern BREAK = Pattern.compile(" *\\\\\n *");
  private static final Pattern BREAKS_AT_THE_END = Pattern.compile("(?:\\\\\n)+$");
  private static final Pattern SPACES_AT_THE_END = Pattern.compile("(?m) +$");

  private NormalForm() {}

  /** Blocks as Markdown, without a line feed at the end. */
  public static String block(SafeHtml html) {
    return SimpleForm.ofParagraph(html.html())
        .map(String::strip)
        .orElseGet(() -> blocks(Jsoup.parseBodyFragment(html.html()).body()));
  }

  /**
   * A line as Markdown, without a line feed.
   *
   * @param cell whether it is to stand in a cell of a table
   */
  public static String inline(SafeHtml html, boolean cell) {
    if (html.html().indexOf('<') < 0 && html.html().indexOf('&') < 0) {
      return text(html.html()).strip();
    }
    return SimpleForm.of(html.html(), cell)
        .orElseGet(() -> line(Jsoup.parseBodyFragment(html.html()).body().childNodes(), cell))
        .strip();
  }

  private static String blocks(Element parent) {
    return blocks(parent, "\n\n");
  }

  private static String blocks(Element parent, String gap) {
    List<String> blocks = new ArrayList<>();
    List<Node> run = new ArrayList<>();
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
        addParagraph(run, blocks);
        blocks.add(block(element));
      } else {
        run.add(node);
      }
    }
    addParagraph(run, blocks);
    blocks.removeIf(String::isEmpty);
    return String.join(gap, blocks);
  }

  private static void addParagraph(List<Node> run, List<String> blocks) {
    blocks.add(paragraph(run));
    run.clear();
  }

  private static String paragraph(List<Node> nodes) {
    String line = line(nodes, false).strip();
    return line.indexOf('\n') < 0
        ? line
        : BREAKS_AT_THE_END.matcher(BREAK.matcher(line).replaceAll("\\\\\n")).replaceAll("");
  }

  private static String block(Element element) {
    String name = element.normalName();
    return switch (name) {
      case "p" -> paragraph(element.childNodes());
      case "ul", "ol" -> list(element);
      case "blockquote" -> indent(blocks(element), "> ", "> ");
      case "pre" -> listing(element);
      case "hr" -> "---";
      case "table" -> table(element);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
      default -> blocks(element);
    };
  }

  private static String heading(Element element) {
    String text = line(element.childNodes(), true).strip();
    return text.isEmpty() ? "" : "#".repeat(element.normalName().charAt(1) - '0') + " " + text;
  }

  private static String listing(Element element) {
    String text = element.wholeText();
    String fence = MarkdownText.fence(text);
    String language = element.select("code").attr("class").replace("language-", "");
    return fence + language + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence;
  }

  private static String list(Element list) {
    boolean ordered = list.normalName().equals("ol");
    int number = number(list.attr("start"));
    boolean loose = list.children().stream().anyMatch(NormalForm::holdsParagraph);
    String gap = loose ? "\n\n" : "\n";
    List<String> items = new ArrayList<>();
    for (Element item : list.children()) {
      String marker = ordered ? number++ + ". " : "- ";
      items.add(indent(blocks(item, gap), marker, " ".repeat(marker.length())));
    }
    return String.join(gap, items);
  }

  private static boolean holdsParagraph(Element item) {
    return item.children().stream().anyMatch(child -> child.nameIs("p"));
  }

  private static int number(String start) {
    return start.matches("\\d{1,9}") ? Integer.parseInt(start) : 1;
  }

  private static String indent(String text, String first, String others) {
    String indented = first + text.replace("\n", "\n" + others);
    return SPACES_AT_THE_END.matcher(indented).replaceAll("");
  }

  private static String table(Element table) {
    List<Element> rows = table.select("tr");
    if (rows.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    for (Element row : rows) {
      List<String> cells =
          row.children().stream().map(c -> line(c.childNodes(), true).strip()).toList();
      lines.add("| " + String.join(" | ", cells) + " |");
    }
    lines.add(
        1, rows.get(0).children().stream().map(NormalForm::rule).collect(joining("", "|", "")));
    return String.join("\n", lines);
  }

  private static String rule(Element heading) {
    return switch (heading.className()) {
      case "md-left" -> " :--- |";
      case "md-center" -> " :---: |";
      case "md-right" -> " ---: |";
      default -> " --- |";
    };
  }

  static String line(List<Node> nodes, boolean cell) {
    return nodes.stream().map(node -> inline(node, cell)).collect(joining());
  }

  private static String inline(Node node, boolean cell) {
    if (node instanceof TextNode text) {
      return text(text.getWholeText());
    }
    if (!(node instanceof Element element)) {
      return "";
    }
    return switch (element.normalName()) {
      case "br" -> cell ? " " : "\\\n";
      case "code" -> MarkdownText.code(element.wholeText().replace('\n', ' '), cell);
      case "strong", "b" -> wrap("**", element, cell);
      case "em", "i" -> wrap("*", element, cell);
      case "del", "s" -> wrap("~~", element, cell);
      case "a" -> link(element, cell);
      case "img" -> MarkdownText.escape(element.attr("alt"));
      case "span" -> isTaskMark(element) ? taskMark(element) : line(element.childNodes(), cell);
      default -> line(element.childNodes(), cell);
    };
  }

  static String text(String text) {
    return MarkdownText.escape(text); // which also makes one space of many
  }

  private static boolean isTaskMark(Element element) {
    return element.hasClass(HtmlAllowList.TASK_MARK);
  }

  private static String taskMark(Element element) {
    return element.attr("aria-label").equals("done") ? "[x]" : "[ ]";
  }

  private static String wrap(String mark, Element element, boolean cell) {
    return wrap(mark, line(element.childNodes(), cell));
  }

  static String wrap(String mark, String text) {
    String bare = text.strip();
    // A mark beside a space would not open or close.
    return bare.isEmpty() ? text : text.replace(bare, mark + bare + mark);
  }

  private static String link(Element element, boolean cell) {
    String text = line(element.childNodes(), cell).strip();
    String url = element.attr("href");
    return url.isEmpty() ? text : "[" + text + "](" + MarkdownText.destination(url) + ")";
  }
}
