package dev.coord.site.render;

import dev.coord.markdown.Markdown;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import java.util.Optional;

/** Where the pages of a site and their rows are, for pages of other generators. */
public final class Addresses {

  private final SiteMap map;

  /** The addresses of a site, as {@link SiteRenderer} writes it. */
  public Addresses(Site site) {
    map = new SiteMap(site, new Prose(new Markdown(), site.links()));
  }

  /**
   * The address relative to the site's first page, such as {@code gates-2.html#gate-speed}; of an
   * element that does not exist that of its page, and empty where there is no such page.
   */
  public Optional<String> of(Target.ToPage target) {
    return map.address(target);
  }
}
