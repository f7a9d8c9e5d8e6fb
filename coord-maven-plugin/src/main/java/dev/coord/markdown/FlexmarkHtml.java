package dev.coord.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Markdown to HTML by flexmark; what comes out is not safe yet. Instances are immutable and may be
 * used by many threads.
 */
final class FlexmarkHtml {
  static final int MAX_INLINE_NESTING = 32;

  private final Parser parser;
  private final HtmlRenderer renderer;

  private FlexmarkHtml(DataHolder options) {
    Parser.Builder builder =
        Parser.builder(options).customInlineParserFactory(BoundedInlineParser::new);
    if (Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR.get(options)) {
      // flexmark adds it only for its own inline parser.
      builder.paragraphPreProcessorFactory(new ReferencePreProcessorFactory());
    }
    parser = builder.build();
    renderer = HtmlRenderer.builder(options).build();
  }

  /**
   * GitHub's flavour with tables, task lists and strikethrough; bare URLs become links later, see
   * {@link BareUrls}.
   */
  static FlexmarkHtml forBlocks() {
    return new FlexmarkHtml(
        common(
                TablesExtension.create(),
                TaskListExtension.create(),
                StrikethroughExtension.create())
            .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
            .set(TablesExtension.COLUMN_SPANS, false)
            .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
            .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
            .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
            .set(TablesExtension.WITH_CAPTION, false)
            .set(TaskListExtension.TIGHT_ITEM_CLASS, HtmlAllowList.TASK)
            .set(TaskListExtension.LOOSE_ITEM_CLASS, HtmlAllowList.TASK)
            .set(TaskListExtension.ITEM_DONE_MARKER, taskMark("\u2611", "done"))
            .set(TaskListExtension.ITEM_NOT_DONE_MARKER, taskMark("\u2610", "not done")));
  }

  /** One paragraph: the marks of lists, headings and other blocks are text. */
  static FlexmarkHtml forOneParagraph() {
    return new FlexmarkHtml(
        common(StrikethroughExtension.create())
            .set(Parser.BLOCK_QUOTE_PARSER, false)
            .set(Parser.HEADING_PARSER, false)
            .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
            .set(Parser.THEMATIC_BREAK_PARSER, false)
            .set(Parser.LIST_BLOCK_PARSER, false)
            .set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
            .set(Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR, false));
  }

  /** A picture of a box with words for it, since a disabled checkbox cannot be read by everyone. */
  private static String taskMark(String box, String words) {
    return "<span class=\"%s\" role=\"img\" aria-label=\"%s\">%s</span> "
        .formatted(HtmlAllowList.TASK_MARK, words, box);
  }

  private static MutableDataSet common(Parser.ParserExtension... extensions) {
    return new MutableDataSet()
        .set(Parser.EXTENSIONS, List.of(extensions))
        .set(Parser.HTML_BLOCK_PARSER, false)
        .set(HtmlRenderer.ESCAPE_HTML, true)
        .set(HtmlRenderer.GENERATE_HEADER_ID, false)
        .set(HtmlRenderer.RENDER_HEADER_ID, false);
  }

  /**
   * The HTML of a text that {@link MarkdownLimits} lets pass, or nothing if it is nested too
   * deeply.
   */
  Optional<String> render(String text) {
    Node document = parser.parse(text);
    return isTooDeep(document) ? Optional.empty() : Optional.of(renderer.render(document));
  }

  /** Walks without recursion, since the renderer that would follow recurses for each level. */
  private static boolean isTooDeep(Node document) {
    Deque<Level> open = new ArrayDeque<>();
    open.push(new Level(document, 0, 0));
    while (!open.isEmpty()) {
      Level level = open.pop();
      if (level.containers() > MarkdownLimits.MAX_NESTING || level.inlines() > MAX_INLINE_NESTING) {
        return true;
      }
      for (Node child = level.node().getFirstChild(); child != null; child = child.getNext()) {
        open.push(level.below(child));
      }
    }
    return false;
  }

  /** A node with the number of containers and of inline nodes from the document down to it. */
  private record Level(Node node, int containers, int inlines) {
    Level below(Node child) {
      boolean container = child instanceof ListItem || child instanceof BlockQuote;
      return new Level(
          child, containers + (container ? 1 : 0), inlines + (child instanceof Block ? 0 : 1));
    }
  }
}
