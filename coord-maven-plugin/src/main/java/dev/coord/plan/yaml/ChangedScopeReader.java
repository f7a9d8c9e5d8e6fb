package dev.coord.plan.yaml;

import dev.coord.plan.ChangedScope;
import dev.coord.plan.ChangedScope.Unmeasured;
import java.util.Map;
import java.util.Optional;

/** Reads {@code changed: true} and what goes with it. */
final class ChangedScopeReader {

  private static final int MOST_LINES = 1_000_000;

  private static final Map<String, Unmeasured> UNMEASURED = EnumWords.of(Unmeasured.class);

  private ChangedScopeReader() {}

  /** How changed lines are judged; empty where all lines are, and where it cannot be read. */
  static Optional<ChangedScope> read(MappingReader in) {
    Optional<Boolean> changed =
        RuleReader.flag(in, "changed", "Remove it: all lines are judged then.");
    Optional<Integer> floor =
        in.field("at_least_lines").flatMap(field -> in.scalars().integer(field, 1, MOST_LINES));
    if (in.has("at_least_lines") && !in.has("changed")) {
      in.context()
          .error(
              in.keyPlace("at_least_lines"),
              "\"at_least_lines\" is for changed lines, and there is no \"changed\"",
              "Add 'changed: true', or remove it.");
    }
    Optional<Unmeasured> unmeasured = in.has("changed") ? unmeasured(in) : Optional.empty();
    return changed.map(
        yes -> new ChangedScope(floor.orElse(0), unmeasured.orElse(Unmeasured.UNKNOWN)));
  }

  /** What sources are that no report mentions. */
  static Optional<Unmeasured> unmeasured(MappingReader in) {
    return in.word("unmeasured", UNMEASURED);
  }
}
