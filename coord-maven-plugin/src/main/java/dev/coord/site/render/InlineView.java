package dev.coord.site.render;

import freemarker.core.TemplateMarkupOutputModel;

/** A part of a line, as templates read it. */
sealed interface InlineView {

  /** Tells templates which part it is. */
  String kind();

  /** Plain text. */
  record Text(String text) implements InlineView {
    @Override
    public String kind() {
      return "text";
    }
  }

  /** Text that matters. */
  record Strong(String text) implements InlineView {
    @Override
    public String kind() {
      return "strong";
    }
  }

  /** Text to be read letter by letter, in the page's notation; {@code whole} when short. */
  record Code(TemplateMarkupOutputModel<?> content, boolean whole) implements InlineView {
    @Override
    public String kind() {
      return "code";
    }
  }

  /** A link; its content is plain text or code. */
  record Link(InlineView content, TemplateMarkupOutputModel<?> href, boolean external)
      implements InlineView {
    @Override
    public String kind() {
      return "link";
    }
  }

  /** A status. */
  record Badge(String tone, String word) implements InlineView {
    @Override
    public String kind() {
      return "badge";
    }
  }

  /** Text of the plan, already safe in the page's notation. */
  record Rich(TemplateMarkupOutputModel<?> content) implements InlineView {
    @Override
    public String kind() {
      return "rich";
    }
  }

  /** A share. */
  record Progress(int done, int total) implements InlineView {
    @Override
    public String kind() {
      return "progress";
    }
  }

  /** A point in time: for machines, and as shown. */
  record Time(String datetime, String text) implements InlineView {
    @Override
    public String kind() {
      return "time";
    }
  }
}
