package dev.coord.site.model;

import java.util.List;
import java.util.function.UnaryOperator;

/** Many things of one kind at a glance, one sign each. */
public record Strip(List<Mark> marks) implements Picture {
  /** Copies the collection. */
  public Strip {
    marks = List.copyOf(marks);
  }

  @Override
  public Strip reworded(UnaryOperator<String> change) {
    return new Strip(Mark.reworded(marks, change));
  }
}
