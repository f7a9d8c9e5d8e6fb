package dev.coord.site;

import dev.coord.rule.Verdict;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Block;
import dev.coord.site.model.Bullets;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was measured against what is required; of many, the first are drawn. */
final class ThresholdPicture {

  private static final int WHOLE = 1000;

  /** Bullets that can be taken in on a page that has more to say. */
  private static final int MOST = 24;

  private final List<Bullets.Bullet> bullets = new ArrayList<>();
  private int rows;

  /**
   * Adds a verdict; one without a number is counted alone.
   *
   * @param mark its name and, as its note, what it comes to in a word
   */
  ThresholdPicture add(Mark mark, Verdict verdict) {
    rows++;
    verdict
        .gauge()
        .ifPresent(
            gauge ->
                bullets.add(
                    new Bullets.Bullet(
                        mark,
                        verdict.measured(),
                        verdict.required(),
                        gauge.permille(),
                        gauge.thresholdPermille(),
                        wanted(gauge))));
    return this;
  }

  private static Bullets.Range wanted(Verdict.Gauge gauge) {
    int threshold = gauge.thresholdPermille();
    return switch (gauge.operator()) {
      case AT_LEAST, GREATER -> new Bullets.Range(threshold, WHOLE);
      case AT_MOST, LESS -> new Bullets.Range(0, threshold);
      case EQUAL -> new Bullets.Range(threshold, threshold);
      case NOT_EQUAL -> new Bullets.Range(0, WHOLE);
    };
  }

  /**
   * The picture; empty when nothing has a number.
   *
   * @param noun what the rows of the table are, in the plural
   * @param counted says how often each of the words is said that they come to
   */
  Optional<Block> figure(
      String title, String noun, Function<List<String>, String> counted, Target table) {
    if (bullets.isEmpty()) {
      return Optional.empty();
    }
    List<Bullets.Bullet> drawn = bullets.subList(0, Math.min(MOST, bullets.size()));
    return Optional.of(
        new Block.Figure(
            title,
            scope(noun)
                + counted.apply(bullets.stream().map(bullet -> bullet.mark().note()).toList())
                + (bullets.size() > 1 ? ". Each bar has a scale of its own, from 0." : "."),
            new Bullets(drawn),
            bullets.size() - drawn.size(),
            table));
  }

  private String scope(String noun) {
    int numbers = bullets.size();
    return numbers == rows
        ? ""
        : "Of "
            + rows
            + " "
            + noun
            + ", "
            + numbers
            + Words.either(numbers, " has", " have")
            + " a number to compare: ";
  }
}
