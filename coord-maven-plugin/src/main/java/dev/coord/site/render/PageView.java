package dev.coord.site.render;

import freemarker.core.TemplateMarkupOutputModel;
import java.util.List;

/** A page and what surrounds it, as templates read it. */
final class PageView {

  private PageView() {}

  /**
   * The page itself.
   *
   * @param title plain text
   * @param tone what the verdict means
   * @param description the verdict as plain text
   * @param verdict the answer to the page's question, marked; written already
   * @param contents links to the sections of all parts of the page; empty where there are few
   * @param folded whether there are so many of these that they are shown when asked for
   * @param breadcrumbs from the first page down to the one above; empty on the first page
   * @param part number of this part of the page, from 1
   * @param parts how many parts the page has
   * @param steps links to the part before and after
   * @param jumps links to the parts around this one, this one among them; empty for a page of one
   * @param moved ids of sections and rows that stand on further parts; empty on those
   * @param neighbours links to the page before and after of the same kind
   * @param searches whether it is the page that runs the search
   * @param sorts whether it runs what sorts and filters long tables; it has one at least
   */
  public record Document(
      String title,
      String tone,
      String description,
      TemplateMarkupOutputModel<?> verdict,
      List<Link> contents,
      boolean folded,
      List<BlockView> blocks,
      List<Link> breadcrumbs,
      int part,
      int parts,
      List<Step> steps,
      List<Jump> jumps,
      List<Moved> moved,
      List<Neighbour> neighbours,
      boolean searches,
      boolean sorts) {}

  /**
   * What all pages share, with links as seen from this one.
   *
   * @param project the project's name
   * @param logo shown beside the project's name; at most one
   * @param generator name and version of what made the page
   * @param home the first page
   * @param assets folder of style and icon
   * @param planVersion the plan's files and commit
   * @param stamp time of the data
   * @param sources freshness of each source
   * @param navigation entries in their order, by their headings, already written
   * @param mirror this page as Markdown
   * @param status the machine-readable status
   * @param feed what changed between recorded runs
   * @param edit where the page's source is edited; at most one
   * @param canonical the published address; at most one
   */
  public record Frame(
      String project,
      List<Logo> logo,
      String generator,
      TemplateMarkupOutputModel<?> home,
      String assets,
      String planVersion,
      InlineView.Time stamp,
      List<String> sources,
      TemplateMarkupOutputModel<?> navigation,
      TemplateMarkupOutputModel<?> mirror,
      TemplateMarkupOutputModel<?> status,
      TemplateMarkupOutputModel<?> feed,
      List<TemplateMarkupOutputModel<?>> edit,
      List<TemplateMarkupOutputModel<?>> canonical) {}

  /** The team's image, as large as it is shown, in pixels of CSS. */
  public record Logo(TemplateMarkupOutputModel<?> href, int width, int height) {}

  /** A link. */
  public record Link(String text, TemplateMarkupOutputModel<?> href) {}

  /** A link to a neighbour: {@code prev} or {@code next}. */
  public record Step(String rel, int part, TemplateMarkupOutputModel<?> href) {}

  /**
   * A part of a long page.
   *
   * @param name what it holds, such as its first and last row; may be empty
   * @param here whether it is the part that is shown
   */
  public record Jump(int part, String name, boolean here, TemplateMarkupOutputModel<?> href) {}

  /** A section or row that stands on a further part of a long page. */
  public record Moved(String id, int part, TemplateMarkupOutputModel<?> href) {}

  /** A page of the same kind: {@code prev} or {@code next}, and its title. */
  public record Neighbour(String rel, String text, TemplateMarkupOutputModel<?> href) {}

  /** Entries of the navigation under a heading, which is empty for none. */
  public record Group(int number, String label, List<Entry> entries) {}

  /**
   * An entry of the navigation; the word is empty when it bears no mark. {@code current} is {@code
   * page} for this page, {@code true} for the one that this page is below, and empty otherwise.
   */
  public record Entry(
      String label, TemplateMarkupOutputModel<?> href, String tone, String word, String current) {}
}
