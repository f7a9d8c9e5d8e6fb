package dev.coord.site.render;

import dev.coord.markdown.MarkdownText;
import dev.coord.markdown.NormalForm;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import freemarker.core.TemplateMarkupOutputModel;
import java.util.Optional;
import java.util.function.Function;

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
  public String sentence(String text, boolean cell) {
    return text(text);
  }

  @Override
  public String code(String text, boolean cell) {
    return MarkdownText.code(PlainText.code(text), cell);
  }

  @Override
  public String inline(
      Inline.Rich text, boolean cell, Function<Target, Optional<String>> addresses) {
    return NormalForm.inline(prose.inline(text, addresses), cell);
  }

  @Override
  public String block(Block.Prose text, Function<Target, Optional<String>> addresses) {
    return NormalForm.block(prose.block(text, addresses));
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
