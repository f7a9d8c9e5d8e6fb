package dev.coord.plan;

import dev.coord.diagnostic.Location;
import dev.coord.path.KnownPaths;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Two plans, of a base and of a branch, and what is told of their differences. */
final class PlanDiffs {

  static final String HEAD = "coord: 1\nproject: {name: Shop}\n";

  static Plan plan(String file, String text) {
    return new PlanReader()
        .read(
            List.of(
                new PlanFile(
                    file, Optional.empty(), (HEAD + text).getBytes(StandardCharsets.UTF_8))))
        .plan()
        .orElseThrow();
  }

  static List<Change> between(String base, String branch) {
    return between(base, branch, List.of());
  }

  private static List<Change> between(String base, String branch, List<String> tracked) {
    return PlanDiff.between(
        plan("base.yml", base),
        plan("branch.yml", branch),
        new KnownPaths(() -> new TreeSet<>(tracked)));
  }

  /** Kind, places and sentence of each change. */
  static List<String> told(String base, String branch) {
    return told(base, branch, List.of());
  }

  /** The same where the base tracks files. */
  static List<String> told(String base, String branch, List<String> tracked) {
    return between(base, branch, tracked).stream()
        .map(
            change ->
                change.kind()
                    + " "
                    + change.base().map(Location::toString).orElse("-")
                    + " "
                    + change.branch().map(Location::toString).orElse("-")
                    + " "
                    + change.sentence())
        .toList();
  }

  static String gate(String rule) {
    return "workstreams: [{id: w}]\ngates: [{id: g, " + rule + "}]\n";
  }

  private PlanDiffs() {}
}
