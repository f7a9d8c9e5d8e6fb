package dev.coord.site.render;

import dev.coord.site.Inline;
import freemarker.core.TemplateMarkupOutputModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is the same on many pages of a site, written once in a notation: the navigation, and lines
 * that lead nowhere, such as the status in a cell. May be used by several threads at once.
 */
final class Pieces {

  /** Different lines that are kept; what few words say is said by far fewer. */
  private static final int MOST_LINES = 2_000;

  private final Templates templates;
  private final Format format;
  private final Map<List<Inline>, List<InlineView>> lines = new ConcurrentHashMap<>();
  private final Map<Object, TemplateMarkupOutputModel<?>> navigations = new ConcurrentHashMap<>();

  Pieces(Templates templates, Format format) {
    this.templates = templates;
    this.format = format;
  }

  /** The views of a line; of a line of words alone, one view of all of it. */
  List<InlineView> line(List<Inline> content, Supplier<List<InlineView>> views) {
    if (content.size() > 3 || !content.stream().allMatch(Pieces::isWords)) {
      return views.get();
    }
    List<InlineView> known = lines.get(content);
    if (known == null) {
      known = views.get();
      if (lines.size() < MOST_LINES) {
        known = List.of(new InlineView.Rich(write("line", Map.of("content", known))));
        lines.put(content, known);
      }
    }
    return known;
  }

  /** Whether a part looks the same wherever it stands. */
  private static boolean isWords(Inline inline) {
    return inline instanceof Inline.Text || inline instanceof Inline.Badge;
  }

  /**
   * The navigation.
   *
   * @param place equal for pages with the same one
   */
  TemplateMarkupOutputModel<?> navigation(Object place, Supplier<List<PageView.Group>> groups) {
    return navigations.computeIfAbsent(
        place, any -> write("navigation", Map.of("groups", groups.get())));
  }

  private TemplateMarkupOutputModel<?> write(String name, Map<String, Object> model) {
    byte[] written = templates.render(name + format.templates(), model);
    return format.written(new String(written, StandardCharsets.UTF_8));
  }
}
