package dev.coord.site.render;

import dev.coord.diagnostic.Location;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a team puts in the place of coord's templates, and adds to its style.
 *
 * @param directory where it is, as shown to the user; empty for the directory of the run
 * @param templates texts by the names of the templates that they stand for
 * @param style CSS that comes after coord's own; may be empty
 */
public record OwnTemplates(String directory, Map<String, String> templates, String style) {

  /** Nothing of a team's own. */
  public static final OwnTemplates NONE = new OwnTemplates("", Map.of(), "");

  /** The file whose content is added to the style. */
  public static final String STYLE = "custom.css";

  /**
   * Copies the templates.
   *
   * @throws IllegalArgumentException when a template has a name that coord has no template for
   */
  public OwnTemplates {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(style, "style");
    templates = Collections.unmodifiableMap(new TreeMap<>(templates));
    if (!Templates.NAMES.containsAll(templates.keySet())) {
      throw new IllegalArgumentException("no templates: " + templates.keySet());
    }
  }

  /** The names of files that can stand in the directory: the templates and {@value #STYLE}. */
  public static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(Templates.NAMES);
    names.add(STYLE);
    return Collections.unmodifiableSortedSet(names);
  }

  /** Whether there is nothing of a team's own. */
  public boolean isEmpty() {
    return templates.isEmpty() && style.isEmpty();
  }

  /** Where a file of the directory is. */
  public Location file(String name) {
    return place(name, 0, 0);
  }

  Location place(String name, int line, int column) {
    return Location.of(directory.isEmpty() ? name : directory + "/" + name, line, column);
  }
}
