package dev.coord.docs;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans that pages show, whole ones and parts of one. */
final class ExamplePlan {

  /** The keys that a part of a plan can begin with. */
  private static final Set<String> KEYS =
      Set.of(
          "project",
          "people",
          "workstreams",
          "sprints",
          "events",
          "boundaries",
          "gates",
          "metrics",
          "waivers",
          "actions",
          "risks",
          "testing",
          "environments",
          "playbooks",
          "decisions",
          "reports",
          "scenarios",
          "pages",
          "claims",
          "epics",
          "evidence");

  private static final String FILE = "coord.yml";

  private ExamplePlan() {}

  /** Whether a text is a plan or a part of one. */
  static boolean isPlan(String text) {
    return isWhole(text) || KEYS.contains(firstKey(text));
  }

  static boolean isWhole(String text) {
    return firstKey(text).equals("coord");
  }

  private static String firstKey(String text) {
    String plan = text.replaceFirst("^(#.*\\R|\\R)+", "");
    return plan.substring(0, Math.max(0, plan.indexOf(':')));
  }

  /** Reads a plan, or a part of one together with what it needs. */
  static PlanReading read(String text) {
    if (isWhole(text)) {
      return read(List.of(file(FILE, text)));
    }
    List<String> rest = new ArrayList<>(List.of("coord: 1"));
    if (!has(text, "project")) {
      rest.add("project: {name: Shop}");
    }
    if (!has(text, "workstreams")) {
      rest.add("workstreams:");
      rest.add("  - {id: checkout, branch: feature/checkout}");
      rest.add("  - {id: catalog, branch: feature/catalog}");
    } else if (has(text, "gates") && text.contains("checkout") && !text.contains("id: checkout")) {
      rest.add("workstreams: [{id: checkout, branch: feature/checkout}]");
    }
    if (!has(text, "sprints")) {
      rest.add("sprints: [{id: sprint-1, start: 2026-01-05, end: 2026-01-16}]");
    }
    return read(List.of(part(FILE, text), file("rest.yml", String.join("\n", rest))));
  }

  private static boolean has(String text, String key) {
    return text.lines().anyMatch(line -> line.startsWith(key + ":"));
  }

  static PlanReading read(List<PlanFile> files) {
    return new PlanReader().read(files);
  }

  /** A part of a plan as a file of its own; its lines keep their numbers. */
  static PlanFile part(String path, String text) {
    return file(path, text + (text.endsWith("\n") ? "" : "\n") + "coord: 1\n");
  }

  static PlanFile file(String path, String text) {
    return new PlanFile(path, Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> messages(PlanReading reading) {
    return reading.diagnostics().stream().map(Diagnostic::message).toList();
  }
}
