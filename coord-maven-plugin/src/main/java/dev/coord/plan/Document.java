package dev.coord.plan;

/**
 * A Markdown file that is published as a page.
 *
 * @param id the id the plan uses
 * @param title the name shown; the id when none was written
 * @param file path from the root of the repository; never empty
 */
public record Document(Origin origin, String id, String title, String file) {
  /**
   * Checks id and path.
   *
   * @throws IllegalArgumentException when the id is none or no file is named
   */
  public Document {
    Parts.require(origin, title);
    Ids.require(id);
    if (file.isEmpty()) {
      throw new IllegalArgumentException("a page has a file");
    }
  }
}
