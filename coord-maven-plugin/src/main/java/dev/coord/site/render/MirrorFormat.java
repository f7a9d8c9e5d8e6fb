package dev.coord.site.render;

import dev.coord.markdown.MarkdownText;
import dev.coord.markdown.NormalForm;
import dev.coord.site.Block;
import dev.coord.site.Inline;
import freemarker.core.TemplateMarkupOutputModel;

/** Content in Markdown. */
final class MirrorFormat implements Format {

  private final Prose prose;

  MirrorFormat(Prose prose) {
    this.prose = prose;
  }

  @Override
  public String ending() {
    return ".html.md";
  }

  @Override
  public String templates() {
    return ".md.ftl";
  }

  @Override
  public TemplateMarkupOutputModel<?> written(String text) {
    return MarkdownOutputFormat.markup(text);
  }

  @Override
  public boolean marksAreText() {
    return true;
  }

  @Override
  public String text(String text) {
    return MarkdownText.escape(text);
  }

  @Override
  public String cell(String text) {
    return text(text);
  }

  @Override
  public String code(String text, boolean cell) {
    return MarkdownText.code(PlainText.code(text), cell);
  }

  @Override
  public String inline(Inline.Rich text, boolean cell) {
    return NormalForm.inline(prose.inline(text.markdown(), text.folder()), cell);
  }

  @Override
  public String block(Block.Prose text) {
    return NormalForm.block(prose.block(text.markdown(), text.folder()));
  }

  @Override
  public String listing(String language, String text) {
    String lines = PlainText.block(text);
    String end = lines.endsWith("\n") ? "" : "\n";
    String fence = MarkdownText.fence(lines);
    return fence + language + "\n" + lines + end + fence;
  }

  @Override
  public String href(String url) {
    return MarkdownText.destination(url);
  }
}
