package dev.coord.site.render;

import dev.coord.markdown.HeadingTexts;
import dev.coord.site.model.Block;
import dev.coord.site.model.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fragments by which forges reach the headings of a page in Markdown: small letters, dashes for
 * spaces, no punctuation, and a number for each heading that was there before. A table and its rows
 * are reached by the heading above them.
 */
final class MirrorHeadings {

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]");

  private final Prose prose;
  private final Map<String, Integer> before = new HashMap<>();
  private final Map<String, String> byId = new HashMap<>();

  private MirrorHeadings(Prose prose) {
    this.prose = prose;
  }

  /** The fragments of a page by the ids of its elements; none for what no heading is above. */
  static Map<String, String> of(Page page, Prose prose) {
    MirrorHeadings headings = new MirrorHeadings(prose);
    headings.fragment(PlainText.title(page.title()));
    headings.add(page.blocks(), Optional.empty());
    return headings.byId;
  }

  private void add(List<Block> blocks, Optional<String> above) {
    for (Block block : blocks) {
      if (block instanceof Block.Section section) {
        Optional<String> here = fragment(PlainText.title(section.heading()));
        here.ifPresent(fragment -> byId.putIfAbsent(section.id(), fragment));
        add(section.blocks(), here);
        continue;
      }
      if (block instanceof Block.Prose text) {
        // Headings in texts of the plan take fragments, too.
        HeadingTexts.of(prose.block(text)).forEach(this::fragment);
      } else if (block instanceof Block.Table table && above.isPresent()) {
        byId.putIfAbsent(table.id(), above.get());
        table.rows().forEach(row -> byId.putIfAbsent(row.id(), above.get()));
      }
      add(Blocks.children(block), above);
    }
  }

  /** The fragment of the next heading of the page; empty where nothing of it is left. */
  private Optional<String> fragment(String heading) {
    String small = heading.strip().toLowerCase(Locale.ROOT);
    String base = PUNCTUATION.matcher(small).replaceAll("").replace(' ', '-');
    int times = before.merge(base, 1, Integer::sum) - 1;
    if (base.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(times == 0 ? base : base + "-" + times);
  }
}
