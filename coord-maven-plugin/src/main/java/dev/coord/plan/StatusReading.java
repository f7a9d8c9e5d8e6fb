package dev.coord.plan;

import java.util.Optional;

/**
 * What a status is understood to say.
 *
 * @param word the one state it plainly claims; empty when there is none
 * @param isUnclear whether it speaks of a state, and still claims none plainly
 */
record StatusReading(Optional<StatusWord> word, boolean isUnclear) {

  static final StatusReading NOTHING = new StatusReading(Optional.empty(), false);
  static final StatusReading UNCLEAR = new StatusReading(Optional.empty(), true);

  static StatusReading of(StatusWord word) {
    return new StatusReading(Optional.of(word), false);
  }

  boolean says(StatusWord one) {
    return word.filter(w -> w == one).isPresent();
  }

  boolean isNothing() {
    return word.isEmpty() && !isUnclear;
  }
}
