package dev.coord.site.render;

import dev.coord.markdown.Markdown;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import java.util.Optional;

/** Where the pages of a site and their rows are, for pages of other generators. */
public final class Addresses {

  private final SiteMap map;

  /** The addresses of a site that is not written, as {@link SiteRenderer} would write it. */
  public Addresses(Site site) {
    this(new SiteMap(site, new Prose(new Markdown(), site.links())));
  }

  Addresses(SiteMap map) {
    this.map = map;
  }

  /**
   * The address relative to the site's first page, such as {@code gates-2.html#gate-speed}; of an
   * element that does not exist that of its page, and empty where there is no such page.
   */
  public Optional<String> of(Target.ToPage target) {
    return map.address(target);
  }
}
