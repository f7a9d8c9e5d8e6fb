package dev.coord.publish.feed;

import dev.coord.assess.WorkstreamState;
import dev.coord.markdown.MarkdownText;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.model.OtherFiles;
import dev.coord.site.model.Page;
import dev.coord.site.model.PlainLine;
import dev.coord.site.model.Site;
import java.util.List;
import java.util.Set;

/**
 * {@code llms.txt}, as <a href="https://llmstxt.org">llmstxt.org</a> describes it: what the site
 * is, and its texts for agents with what each of them answers, by relative links.
 */
final class LlmsTxt {

  /** The first page stands above the others, and two have nothing to tell. */
  private static final Set<String> NO_TEXTS = Set.of("index", Page.NOT_FOUND, Page.SEARCH);

  private static final int LONG = 200;
  private static final int TITLE = 100;

  private final PlainTexts texts;
  private final StringBuilder text = new StringBuilder();

  private LlmsTxt(PlainTexts texts) {
    this.texts = texts;
  }

  /**
   * The text.
   *
   * @param workstreams those that have a brief
   * @param others paths of further files that are written, in order
   */
  static String of(
      Site site,
      SiteFrame frame,
      List<WorkstreamState> workstreams,
      PlainTexts texts,
      List<String> others) {
    LlmsTxt file = new LlmsTxt(texts);
    file.head(site, frame);
    file.section("Start here");
    file.link("Everything as JSON", "status.json", "described by schema/status-1.schema.json");
    site.pages().stream().filter(p -> p.path().equals("index")).forEach(file::page);
    if (!workstreams.isEmpty()) {
      file.section("Briefs");
      workstreams.forEach(file::brief);
    }
    List<Page> pages = site.pages().stream().filter(LlmsTxt::isOther).toList();
    if (!pages.isEmpty()) {
      file.section("Pages");
      pages.forEach(file::page);
    }
    file.section("Optional");
    others.forEach(path -> file.link(path, path, OtherFiles.description(path)));
    return file.text.toString();
  }

  private static boolean isOther(Page page) {
    return !NO_TEXTS.contains(page.path());
  }

  private void head(Site site, SiteFrame frame) {
    text.append("# ").append(plain(site.project(), TITLE)).append("\n\n> ");
    text.append("The plan of a team beside what git and reports show of it. Plan ");
    text.append(plain(frame.planVersion(), TITLE));
    text.append(", data of ").append(PlainLine.of(frame.stampTime())).append(", by ");
    text.append(plain(frame.generator(), TITLE)).append(".\n");
  }

  private void section(String heading) {
    text.append("\n## ").append(heading).append("\n\n");
  }

  private void page(Page page) {
    link(
        page.title(),
        page.path() + ".html.md",
        PlainLine.of(page.verdict(), source -> texts.ofMarkdown(source, LONG)));
  }

  private void brief(WorkstreamState state) {
    link(
        state.id(),
        OtherFiles.brief(state.id()),
        "what it owns, must not touch, waits for and does next; " + state.observed().words());
  }

  private void link(String name, String path, String words) {
    text.append("- [").append(plain(name, TITLE)).append("](").append(path).append(")");
    text.append(words.isEmpty() ? "" : ": " + plain(words, LONG)).append('\n');
  }

  private String plain(String words, int most) {
    return MarkdownText.escape(texts.of(words, most));
  }
}
