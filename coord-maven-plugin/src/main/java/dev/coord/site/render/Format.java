package dev.coord.site.render;

import dev.coord.site.Block;
import dev.coord.site.Inline;
import freemarker.core.TemplateMarkupOutputModel;

/** How safe content is written in one notation; the one door for markup into templates. */
interface Format {

  /** Ending of the pages' files. */
  String ending();

  /** Ending of the names of the templates. */
  String templates();

  /** What a template of this notation wrote. */
  TemplateMarkupOutputModel<?> written(String text);

  /**
   * Whether marks are characters of the text, as in Markdown, so that links cannot name elements.
   */
  boolean marksAreText();

  /** Text to be read letter by letter; cells of tables may need more care. */
  TemplateMarkupOutputModel<?> code(String text, boolean cell);

  /** Markdown of the plan in one line. */
  TemplateMarkupOutputModel<?> inline(Inline.Rich text, boolean cell);

  /** Markdown of the plan. */
  TemplateMarkupOutputModel<?> block(Block.Prose text);

  /** The lines of a listing in a language, which is letters and digits. */
  TemplateMarkupOutputModel<?> listing(String language, String text);

  /** A relative or allowed address. */
  TemplateMarkupOutputModel<?> href(String url);
}
