package dev.coord.plan.yaml;

import java.util.function.Consumer;

/**
 * Why the YAML parser could not go on.
 *
 * @param offset where in the file it stopped
 * @param owed whether it stumbled over what was refused before it on the same line
 * @param words adds the message
 */
record Fault(int offset, boolean owed, Consumer<Problems> words) {
  void tell(Problems problems) {
    if (!owed) {
      words.accept(problems);
    }
  }
}
