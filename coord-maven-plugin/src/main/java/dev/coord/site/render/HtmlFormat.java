package dev.coord.site.render;

import dev.coord.markdown.Highlighter;
import dev.coord.markdown.Urls;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.Optional;
import java.util.function.Function;

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
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(text);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean marksAreText() {
    return false;
  }

  @Override
  public String text(String text) {
    return escaped(Units.bound(text));
  }

  private static String escaped(String text) {
    return HTMLOutputFormat.INSTANCE.escapePlainText(text);
  }

  @Override
  public String sentence(String text, boolean cell) {
    String sentence = Days.whole(text(text));
    return cell ? Seams.in(sentence) : sentence;
  }

  @Override
  public String code(String text, boolean cell) {
    String code = escaped(PlainText.code(text));
    return cell ? Seams.in(code) : code;
  }

  @Override
  public String inline(
      Inline.Rich text, boolean cell, Function<Target, Optional<String>> addresses) {
    String html = prose.inline(text, addresses).html();
    return cell ? Seams.in(html) : html;
  }

  @Override
  public String block(Block.Prose text, Function<Target, Optional<String>> addresses) {
    return prose.block(text, addresses).html();
  }

  @Override
  public String listing(String language, String text) {
    return Highlighter.html(language, PlainText.block(text)).html();
  }

  @Override
  public String href(String url) {
    return escaped(Urls.encode(url));
  }
}
