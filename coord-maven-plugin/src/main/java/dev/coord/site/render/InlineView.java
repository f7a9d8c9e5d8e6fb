package dev.coord.site.render;

import freemarker.core.TemplateMarkupOutputModel;

/** A part of a line, as templates read it. */
sealed interface InlineView {

  /** Plain text. */
  record Text(String text) implements InlineView {}

  /** Text that matters. */
  record Strong(String text) implements InlineView {}

  /** Text to be read letter by letter, in the page's notation; {@code whole} when short. */
  record Code(TemplateMarkupOutputModel<?> content, boolean whole) implements InlineView {}

  /** A link; its content is plain text or code. */
  record Link(InlineView content, TemplateMarkupOutputModel<?> href, boolean external)
      implements InlineView {}

  /** A status. */
  record Badge(String tone, String word) implements InlineView {}

  /** Text of the plan, already safe in the page's notation. */
  record Rich(TemplateMarkupOutputModel<?> content) implements InlineView {}

  /** A share. */
  record Progress(int done, int total) implements InlineView {}

  /** A point in time: for machines, and as shown. */
  record Time(String datetime, String text) implements InlineView {}
}
