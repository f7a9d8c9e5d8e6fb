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
  public TemplateMarkupOutputModel<?> code(String text, boolean cell) {
    return MarkdownOutputFormat.markup(MarkdownText.code(PlainText.code(text), cell));
  }

  @Override
  public TemplateMarkupOutputModel<?> inline(Inline.Rich text, boolean cell) {
    return MarkdownOutputFormat.markup(
        NormalForm.inline(prose.inline(text.markdown(), text.folder()), cell));
  }

  @Override
  public TemplateMarkupOutputModel<?> block(Block.Prose text) {
    return MarkdownOutputFormat.markup(
        NormalForm.block(prose.block(text.markdown(), text.folder())));
  }

  @Override
  public TemplateMarkupOutputModel<?> listing(String language, String text) {
    String lines = PlainText.block(text);
    String end = lines.endsWith("\n") ? "" : "\n";
    String fence = MarkdownText.fence(lines);
    return MarkdownOutputFormat.markup(fence + language + "\n" + lines + end + fence);
  }

  @Override
  public TemplateMarkupOutputModel<?> href(String url) {
    return MarkdownOutputFormat.markup(MarkdownText.destination(url));
  }
}
