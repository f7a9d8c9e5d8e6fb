package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.engine.PlanSource.Entry;
import dev.coord.plan.Baseline;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.BaselineReader;
import dev.coord.plan.yaml.BaselineReading;
import dev.coord.plan.yaml.PlanFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The baseline as a version of the repository has it.
 *
 * @param baseline empty when there is none, or when it cannot be used
 * @param problems what is wrong with it: a baseline that cannot be read is not an empty one
 */
record BaselineFile(Optional<Baseline> baseline, List<Diagnostic> problems) {

  static final BaselineFile NONE = new BaselineFile(Optional.empty(), List.of());

  BaselineFile {
    Objects.requireNonNull(baseline, "baseline");
    problems = List.copyOf(problems);
  }

  /**
   * Reads the baseline of a plan.
   *
   * @param plan which has at least one file
   */
  static BaselineFile of(Plan plan, PlanSource source) {
    String path = Baseline.path(plan);
    Entry entry = source.entry(path);
    return switch (entry) {
      case NONE -> NONE;
      case FILE -> read(path, source);
      case DIRECTORY, LINK, FOREIGN, SPECIAL ->
          new BaselineFile(
              Optional.empty(),
              List.of(
                  PlanLocator.irregular(
                      Location.ofFile(source.displayed(path)), "a baseline", "this", entry)));
    };
  }

  private static BaselineFile read(String path, PlanSource source) {
    BaselineReading reading =
        new BaselineReader()
            .read(
                new PlanFile(
                    source.displayed(path),
                    source.commit(),
                    source.read(path, BaselineReader.MAX_BYTES + 1)));
    return new BaselineFile(reading.baseline(), reading.problems());
  }
}
