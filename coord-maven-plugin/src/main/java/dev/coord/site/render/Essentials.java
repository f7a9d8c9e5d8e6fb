package dev.coord.site.render;

import freemarker.core.TemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What no page may be without, whatever a team's own templates make of the rest: what it is called,
 * the answer to its question, and that to which other pages lead.
 */
final class Essentials {

  private static final Pattern ID = Pattern.compile("\\sid=[\"']?([^\"'\\s>]+)");
  private static final String OURS = "Begin with coord's own template, and change that.";

  private Essentials() {}

  /**
   * What is wrong with a page, and with which template.
   *
   * @param problem one sentence without its full stop
   * @param remedy with its full stop
   */
  record Lack(String template, String problem, String remedy) {}

  /**
   * The first of what a page lacks.
   *
   * @param own whether a template is the team's own
   */
  static Optional<Lack> of(
      String written, PageView.Document page, Format format, Predicate<String> own) {
    String layout = "page" + format.templates();
    String blocks = "blocks" + format.templates();
    if (!own.test(layout) && !own.test(blocks)) {
      return Optional.empty();
    }
    if (written.isBlank()) {
      return Optional.of(new Lack(layout, "it writes nothing", OURS));
    }
    boolean html = !format.marksAreText();
    if (html && !written.contains("<main")) {
      return Optional.of(new Lack(layout, "a page has no <main>, its content", OURS));
    }
    if (html ? !written.contains("<h1") : !written.contains(format.text(page.title()))) {
      return Optional.of(new Lack(layout, "a page has no heading", "Print page.title in one."));
    }
    if (!written.contains(text(page.verdict()))) {
      return Optional.of(
          new Lack(
              layout, "a page does not answer its question", "Print page.verdict as it is, once."));
    }
    List<String> wanted = new ArrayList<>();
    collect(page.blocks(), html, wanted);
    boolean there =
        html
            ? ids(written).containsAll(wanted)
            : wanted.stream().allMatch(heading -> written.contains(format.text(heading)));
    return there
        ? Optional.empty()
        : Optional.of(
            new Lack(
                own.test(blocks) ? blocks : layout,
                "a page has not all of its sections and rows",
                html
                    ? "Print all of page.blocks, with the ids that links lead to."
                    : "Print all of page.blocks, with their headings."));
  }

  /** Ids of sections, tables and rows, or headings of sections. */
  private static void collect(List<BlockView> blocks, boolean ids, List<String> to) {
    for (BlockView block : blocks) {
      if (block instanceof BlockView.Section section) {
        to.add(ids ? section.id() : section.heading());
        collect(section.blocks(), ids, to);
      } else if (block instanceof BlockView.Callout callout) {
        collect(callout.blocks(), ids, to);
      } else if (block instanceof BlockView.Fold fold) {
        collect(fold.blocks(), ids, to);
      } else if (ids && block instanceof BlockView.Table table) {
        to.add(table.id());
        table.rows().forEach(row -> to.add(row.id()));
      }
    }
  }

  private static Set<String> ids(String html) {
    Set<String> ids = new HashSet<>();
    Matcher id = ID.matcher(html);
    while (id.find()) {
      ids.add(id.group(1));
    }
    return ids;
  }

  @SuppressWarnings("unchecked")
  private static <M extends TemplateMarkupOutputModel<M>> String text(
      TemplateMarkupOutputModel<?> markup) {
    try {
      M written = (M) markup;
      return written.getOutputFormat().getMarkupString(written);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }
}
