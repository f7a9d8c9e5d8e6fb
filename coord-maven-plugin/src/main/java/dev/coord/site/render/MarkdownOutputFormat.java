package dev.coord.site.render;

import dev.coord.markdown.MarkdownText;
import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;

/** Escapes for Markdown what templates of the Markdown mirrors print. */
final class MarkdownOutputFormat extends CommonMarkupOutputFormat<MarkdownOutputFormat.Markup> {

  static final MarkdownOutputFormat INSTANCE = new MarkdownOutputFormat();

  private MarkdownOutputFormat() {}

  /** Markdown that is safe already. */
  static Markup markup(String markdown) {
    return new Markup(null, markdown);
  }

  @Override
  public String getName() {
    return "Markdown";
  }

  @Override
  public String getMimeType() {
    return "text/markdown";
  }

  @Override
  public void output(String text, Writer to) throws IOException {
    to.write(MarkdownText.escape(text));
  }

  @Override
  public String escapePlainText(String text) {
    return MarkdownText.escape(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String name) throws TemplateModelException {
    return false;
  }

  @Override
  protected Markup newTemplateMarkupOutputModel(String text, String markup) {
    return new Markup(text, markup);
  }

  /** A piece of Markdown. */
  static final class Markup extends CommonTemplateMarkupOutputModel<Markup> {
    private Markup(String text, String markup) {
      super(text, markup);
    }

    @Override
    public MarkdownOutputFormat getOutputFormat() {
      return INSTANCE;
    }
  }
}
