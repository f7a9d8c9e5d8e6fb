package dev.coord.site.model;

import java.util.function.UnaryOperator;

/**
 * What a picture shows, as words and numbers: no sizes, no colours. A table shows the same. All
 * texts are plain and hostile; writers escape them.
 */
public sealed interface Picture
    permits Bullets, Columns, Gantt, Graph, Grid, Lanes, Lines, Matrix, Strip, Tree {

  /** The same with other texts; where its marks lead stays as it is. */
  Picture reworded(UnaryOperator<String> change);
}
