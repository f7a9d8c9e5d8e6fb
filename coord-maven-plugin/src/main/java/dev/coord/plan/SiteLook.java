package dev.coord.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes the site the team's own.
 *
 * @param title stands for the project's name on pages; one line of plain text
 * @param logo repository path of an image, {@code .svg} or {@code .png}
 * @param accent a colour, {@code #0b57a4}, in lower case
 */
public record SiteLook(
    Origin origin, Optional<String> title, Optional<String> logo, Optional<String> accent) {

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  /**
   * Checks that all parts are there.
   *
   * @throws IllegalArgumentException when the accent is no colour
   */
  public SiteLook {
    Parts.require(origin, title, logo, accent);
    if (accent.isPresent() && !COLOUR.matcher(accent.get()).matches()) {
      throw new IllegalArgumentException("no colour: " + accent.get());
    }
  }

  /** The look of coord itself. */
  public static SiteLook usual(Origin origin) {
    return new SiteLook(origin, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether the plan says anything of it. */
  public boolean isSaid() {
    return title.isPresent() || logo.isPresent() || accent.isPresent();
  }
}
