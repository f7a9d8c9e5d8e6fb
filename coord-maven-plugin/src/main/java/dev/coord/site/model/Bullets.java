package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Measured numbers against their thresholds: a bullet graph each, on a scale of its own. */
public record Bullets(List<Bullet> bullets) implements Picture {

  private static final int WHOLE = 1000;

  /** Copies the collection. */
  public Bullets {
    bullets = List.copyOf(bullets);
  }

  @Override
  public Bullets reworded(UnaryOperator<String> change) {
    return new Bullets(bullets.stream().map(bullet -> bullet.reworded(change)).toList());
  }

  /**
   * A number against its threshold. Places are thousandths of the scale, 0 to 1000.
   *
   * @param mark what is measured; its note is what it comes to, in a word
   * @param measured the number with its unit
   * @param required the threshold with its sign and unit
   * @param value where the number is
   * @param threshold where the threshold is
   * @param wanted where the number is to be
   */
  public record Bullet(
      Mark mark, String measured, String required, int value, int threshold, Range wanted) {
    /**
     * Checks the places.
     *
     * @throws IllegalArgumentException when one leaves the scale
     */
    public Bullet {
      Objects.requireNonNull(mark, "mark");
      Objects.requireNonNull(measured, "measured");
      Objects.requireNonNull(required, "required");
      Objects.requireNonNull(wanted, "wanted");
      if (value < 0 || value > WHOLE || threshold < 0 || threshold > WHOLE) {
        throw new IllegalArgumentException("beyond the scale: " + value + ", " + threshold);
      }
    }

    private Bullet reworded(UnaryOperator<String> change) {
      return new Bullet(
          mark.reworded(change),
          change.apply(measured),
          change.apply(required),
          value,
          threshold,
          wanted);
    }
  }

  /**
   * A part of the scale.
   *
   * @param from where it begins, 0 or more
   * @param to where it ends, not before its beginning and at most 1000
   */
  public record Range(int from, int to) {
    /**
     * Checks the places.
     *
     * @throws IllegalArgumentException when they are in no order, or leave the scale
     */
    public Range {
      if (from < 0 || to < from || to > WHOLE) {
        throw new IllegalArgumentException("no part of the scale: " + from + " to " + to);
      }
    }
  }
}
