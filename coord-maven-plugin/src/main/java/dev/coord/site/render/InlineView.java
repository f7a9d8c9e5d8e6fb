package dev.coord.site.render;

import freemarker.core.TemplateMarkupOutputModel;
import java.util.List;

/** A part of a line, as templates read it. */
sealed interface InlineView {

  /** Plain text. */
  record Text(String text) implements InlineView {}

  /** Text that matters. */
  record Strong(String text) implements InlineView {}

  /** Text to be read letter by letter, in the page's notation; {@code whole} when short. */
  record Code(TemplateMarkupOutputModel<?> content, boolean whole) implements InlineView {}

  /** A link; its content is plain text or code. It is {@code whole} when a short id with dashes. */
  record Link(
      InlineView content, TemplateMarkupOutputModel<?> href, boolean external, boolean whole)
      implements InlineView {}

  /** A status. */
  record Badge(String tone, String word) implements InlineView {}

  /** Text of the plan, already safe in the page's notation. */
  record Rich(TemplateMarkupOutputModel<?> content) implements InlineView {}

  /** A share. */
  record Progress(int done, int total, List<TemplateMarkupOutputModel<?>> links)
      implements InlineView {}

  /** Parts of a whole, which is 1000 long; at most one limit. */
  record Shares(List<Part> parts, List<Limit> limits, String text) implements InlineView {}

  /** Where parts are to reach, 0 to 1000, and the same in words. */
  record Limit(int at, String text) {}

  /** A part of a whole: where it begins, and how long it is. */
  record Part(String tone, int start, int length) {}

  /**
   * How a number changed: a line in a box 100 wide and 20 high, how high it ends, and the same as a
   * character for each number.
   */
  record Sparkline(String title, String text, String outline, int end, String bars)
      implements InlineView {}

  /** A point in time: for machines, and as shown. */
  record Time(String datetime, String text) implements InlineView {}
}
