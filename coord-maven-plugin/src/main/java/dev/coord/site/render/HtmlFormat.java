package dev.coord.site.render;

import dev.coord.markdown.Urls;
import dev.coord.site.Block;
import dev.coord.site.Inline;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;

/** Content in HTML. */
final class HtmlFormat implements Format {

  private final Prose prose;

  HtmlFormat(Prose prose) {
    this.prose = prose;
  }

  @Override
  public String ending() {
    return ".html";
  }

  @Override
  public String templates() {
    return ".ftlh";
  }

  @Override
  public TemplateHTMLOutputModel written(String text) {
    return markup(text);
  }

  @Override
  public boolean marksAreText() {
    return false;
  }

  @Override
  public TemplateHTMLOutputModel code(String text, boolean cell) {
    return escaped(PlainText.code(text));
  }

  @Override
  public TemplateHTMLOutputModel inline(Inline.Rich text, boolean cell) {
    return markup(prose.inline(text.markdown(), text.folder()).html());
  }

  @Override
  public TemplateHTMLOutputModel block(Block.Prose text) {
    return markup(prose.block(text.markdown(), text.folder()).html());
  }

  @Override
  public TemplateHTMLOutputModel listing(String language, String text) {
    return escaped(PlainText.block(text));
  }

  @Override
  public TemplateHTMLOutputModel href(String url) {
    return escaped(Urls.encode(url));
  }

  private static TemplateHTMLOutputModel escaped(String text) {
    try {
      return HTMLOutputFormat.INSTANCE.fromPlainTextByEscaping(text);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TemplateHTMLOutputModel markup(String html) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(html);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }
}
