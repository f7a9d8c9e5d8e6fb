package dev.coord.plan.yaml;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds approvals that do not name what they are of. Git tells who wrote the line with {@code says}
 * and nothing of the lines beside it: under another id, an approval of everything would be one of
 * something that nobody approved.
 */
final class ApprovalNames {

  private final List<Diagnostic> warnings = new ArrayList<>();

  private ApprovalNames() {}

  static List<Diagnostic> of(Plan plan) {
    ApprovalNames names = new ApprovalNames();
    plan.gates().forEach(names::gate);
    plan.taskLists()
        .flatMap(list -> list.tasks().stream())
        .flatMap(ApprovalNames::all)
        .forEach(
            task ->
                names.look(
                    "the task " + Words.quote(task.id()),
                    List.of(task.id(), task.text()),
                    task.doneWhen()));
    plan.handoffs()
        .forEach(
            handoff ->
                names.look(
                    "the handoff " + Words.quote(handoff.id()),
                    List.of(handoff.id(), handoff.title(), handoff.name()),
                    handoff.readyWhen()));
    plan.claims()
        .forEach(
            claim ->
                names.look(
                    "the claim " + Words.quote(claim.id()),
                    List.of(claim.id(), claim.says()),
                    claim.holdsWhen()));
    return List.copyOf(names.warnings);
  }

  private static Stream<Task> all(Task task) {
    return Stream.concat(Stream.of(task), task.tasks().stream().flatMap(ApprovalNames::all));
  }

  /** A gate that has the id of its rule has no name of its own; its text is all that names it. */
  private void gate(Gate gate) {
    boolean named = !gate.id().equals(gate.rule().name());
    List<String> names =
        Stream.concat(
                Stream.of(gate.id()).filter(id -> named),
                Stream.of(gate.title()).filter(title -> !title.equals(gate.id())))
            .toList();
    look("the gate " + Words.quote(gate.id()), names, Optional.of(gate.rule()));
  }

  private void look(String what, List<String> names, Optional<Rule> rule) {
    rule.stream()
        .flatMap(Rule::flat)
        .filter(ApprovedRule.class::isInstance)
        .map(ApprovedRule.class::cast)
        .filter(approved -> !approved.says().isEmpty() && !isNamed(approved.says(), names))
        .forEach(approved -> warn(what, names, approved));
  }

  /** Whether a text has one of the names as words; without any, whether it has more than one. */
  private static boolean isNamed(String says, List<String> names) {
    String words = words(says);
    return names.isEmpty()
        ? words.strip().contains(" ")
        : names.stream().map(ApprovalNames::words).anyMatch(name -> isIn(name, words));
  }

  private static boolean isIn(String name, String words) {
    return !name.isBlank() && words.contains(name);
  }

  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  private void warn(String what, List<String> names, ApprovedRule rule) {
    warnings.add(
        Diagnostic.warning(
            rule.origin().of("says"),
            Words.quote(rule.says()) + " does not name what is approved, " + what,
            "Let who approves name it, such as 'says: "
                + (names.isEmpty() ? "Ready to go live." : names.get(0) + " is approved.")
                + "'."));
  }
}
