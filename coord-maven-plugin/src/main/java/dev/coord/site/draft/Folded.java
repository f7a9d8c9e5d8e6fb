package dev.coord.site.draft;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import java.util.ArrayList;
import java.util.List;

/** A list that shows its first lines and folds the others. */
public final class Folded {

  private Folded() {}

  /** The lines, those after the first {@code most} under {@code n more}. */
  public static List<Block> of(boolean ordered, List<List<Inline>> lines, int most) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Items(ordered, lines.subList(0, Math.min(most, lines.size()))));
    if (lines.size() > most) {
      List<List<Inline>> rest = lines.subList(most, lines.size());
      blocks.add(new Block.Fold(rest.size() + " more", List.of(new Block.Items(false, rest))));
    }
    return blocks;
  }
}
