package dev.coord.site.render;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import freemarker.core.TemplateMarkupOutputModel;
import java.util.Optional;
import java.util.function.Function;

/** How safe content is written in one notation; the one door for markup into templates. */
interface Format {

  /** Ending of the pages' files. */
  String ending();

  /** Ending of the names of the templates. */
  String templates();

  /** A plain text, escaped as templates escape it. */
  String text(String text);

  /**
   * A plain text that is read as a sentence, and never stands in an attribute.
   *
   * @param cell whether it stands in a cell of a table, whose room may be small
   */
  String sentence(String text, boolean cell);

  /** What is written in this notation already, for templates. */
  TemplateMarkupOutputModel<?> written(String text);

  /**
   * Whether marks are characters of the text, as in Markdown, so that links name headings alone.
   */
  boolean marksAreText();

  /** Text to be read letter by letter; cells of tables may need more care. */
  String code(String text, boolean cell);

  /**
   * Markdown of the plan in one line.
   *
   * @param addresses where the page finds what a link leads to
   */
  String inline(Inline.Rich text, boolean cell, Function<Target, Optional<String>> addresses);

  /**
   * Markdown of the plan.
   *
   * @param addresses where the page finds what a link leads to
   */
  String block(Block.Prose text, Function<Target, Optional<String>> addresses);

  /** The lines of a listing in a language, which is letters and digits. */
  String listing(String language, String text);

  /** A relative or allowed address. */
  String href(String url);

  /** The same for templates. */
  default TemplateMarkupOutputModel<?> link(String url) {
    return written(href(url));
  }
}
