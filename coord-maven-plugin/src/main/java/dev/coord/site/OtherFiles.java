package dev.coord.site;

import java.util.List;

/** The files beside the pages by their paths, which pages link and others write. */
public final class OtherFiles {

  /** Everything that the plan puts on days; there where it dates anything. */
  public static final String CALENDAR = "calendar.ics";

  /** The list of a site's texts for agents. */
  public static final String LLMS = "llms.txt";

  /** Those that stand once in a site and that agents may look for. */
  public static final List<String> LISTED = List.of(CALENDAR);

  private OtherFiles() {}

  /** The brief of a workstream. */
  public static String brief(String workstream) {
    return "workstreams/" + workstream + ".md";
  }

  /** What one of {@link #LISTED} is. */
  public static String description(String path) {
    return switch (path) {
      case CALENDAR -> "sprints, events, merge waves and deadlines, to subscribe to";
      default -> throw new IllegalArgumentException("not a listed file: " + path);
    };
  }
}
