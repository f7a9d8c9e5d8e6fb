package dev.coord.site.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something that is drawn and named.
 *
 * @param name what it is called
 * @param note its state in words, such as {@code 2 working days late}; may be empty. What a colour
 *     says is said here, too
 * @param target what tells more about it
 */
public record Mark(String name, Tone tone, String note, Optional<Target> target) {
  /** Checks that all parts are there. */
  public Mark {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(tone, "tone");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(target, "target");
  }

  Mark reworded(UnaryOperator<String> change) {
    return new Mark(change.apply(name), tone, change.apply(note), target);
  }

  static List<Mark> reworded(List<Mark> marks, UnaryOperator<String> change) {
    return marks.stream().map(mark -> mark.reworded(change)).toList();
  }
}
