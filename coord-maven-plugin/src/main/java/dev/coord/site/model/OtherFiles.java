package dev.coord.site.model;

import java.util.List;
import java.util.Optional;

/** The files beside the pages by their paths, which pages link and others write. */
public final class OtherFiles {

  /** Everything that the plan puts on days; there where it dates anything. */
  public static final String CALENDAR = "calendar.ics";

  /** What changed between recorded runs. */
  public static final String FEED = "feed.xml";

  /** The list of a site's texts for agents. */
  public static final String LLMS = "llms.txt";

  /** The addresses of all pages; there where the site's own is known. */
  public static final String SITEMAP = "sitemap.xml";

  /**
   * Keeps GitHub Pages from running Jekyll on a site that is served from a branch: it would make a
   * page of each Markdown file, that of a brief in the place of its workstream's page.
   */
  public static final String NO_JEKYLL = ".nojekyll";

  /** Those that stand once in a site and that agents may look for. */
  public static final List<String> LISTED =
      List.of(CALENDAR, FEED, badge("overall"), badge("gates"), badge("coverage"));

  private static final String WORKSTREAM_BADGES = "workstreams/";

  private OtherFiles() {}

  /** The brief of a workstream. */
  public static String brief(String workstream) {
    return "workstreams/" + workstream + ".md";
  }

  /**
   * A badge.
   *
   * @param name {@code overall}, {@code gates}, {@code coverage}, or {@code workstreams/ID}
   */
  public static String badge(String name) {
    return "badges/" + name + ".svg";
  }

  /** The badge of a workstream. */
  public static String workstreamBadge(String workstream) {
    return badge(WORKSTREAM_BADGES + workstream);
  }

  /** The workstream whose badge has a path; empty where it is none of these. */
  public static Optional<String> workstreamOfBadge(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String id = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    return Optional.of(id).filter(named -> path.equals(workstreamBadge(named)));
  }

  /** What one of {@link #LISTED} is. */
  public static String description(String path) {
    return switch (path) {
      case CALENDAR -> "sprints, events, merge waves and deadlines, to subscribe to";
      case FEED -> "what changed between recorded runs, as Atom";
      default -> "a badge to embed";
    };
  }
}
