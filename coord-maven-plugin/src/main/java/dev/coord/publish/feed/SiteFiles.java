package dev.coord.publish.feed;

import dev.coord.assess.ProjectHistory;
import dev.coord.site.SiteFrame;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files beside the pages that other programs read, by their paths in the site.
 *
 * <p>The same history and frame give the same bytes.
 */
public final class SiteFiles {

  private SiteFiles() {}

  /** The files of a site that shows an assessment. */
  public static Map<String, byte[]> of(ProjectHistory past, SiteFrame frame) {
    return new TreeMap<>(new Briefs(past.assessment(), frame).files());
  }
}
