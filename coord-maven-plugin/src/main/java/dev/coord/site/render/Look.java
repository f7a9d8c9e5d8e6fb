package dev.coord.site.render;

import java.util.Objects;
import java.util.Optional;

/**
 * What a plan gives its site to look like.
 *
 * @param logo shown beside the project's name
 * @param accent a colour, {@code #rrggbb}
 */
public record Look(Optional<Logo> logo, Optional<String> accent) {

  /** Coord's own look. */
  public static final Look USUAL = new Look(Optional.empty(), Optional.empty());

  /** Checks that all parts are there. */
  public Look {
    Objects.requireNonNull(logo, "logo");
    Objects.requireNonNull(accent, "accent");
  }

  /**
   * An image, which is harmless also where it is opened by itself.
   *
   * @param file its name in the site's folder of assets
   * @param content bytes; not copied, never changed
   * @param width in any unit, at least 1
   * @param height in the same unit, at least 1
   */
  public record Logo(String file, byte[] content, int width, int height) {
    /** How high it is shown, in pixels of CSS. */
    static final int HEIGHT = 28;

    /** How wide it is shown at most. */
    static final int MOST_WIDTH = 160;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException when it has none
     */
    public Logo {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(content, "content");
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException("no size: " + width + " x " + height);
      }
    }

    /** How wide it is shown, so that nothing moves when it arrives. */
    int shownWidth() {
      long shown = Math.round((double) HEIGHT * width / height);
      return (int) Math.max(1, Math.min(MOST_WIDTH, shown));
    }
  }
}
