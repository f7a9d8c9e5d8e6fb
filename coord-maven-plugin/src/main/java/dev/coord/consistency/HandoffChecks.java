package dev.coord.consistency;

import dev.coord.plan.Handoff;
import dev.coord.plan.Handoff.Kind;
import dev.coord.plan.Handoff.Status;
import dev.coord.plan.Plan;
import dev.coord.schedule.TaskIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the plan says in two ways of what workstreams hand over. */
final class HandoffChecks {

  private HandoffChecks() {}

  static Stream<Contradiction> of(Plan plan) {
    return Stream.of(
            plan.handoffs().stream().flatMap(h -> toItself(h).stream()),
            plan.handoffs().stream().flatMap(h -> unfinished(plan, h).stream()),
            plan.handoffs().stream().flatMap(h -> foreign(h).stream()),
            versions(plan).stream())
        .flatMap(found -> found);
  }

  /** Whoever adds libraries or secrets may need them, too; nobody waits for files of his own. */
  private static Optional<Contradiction> toItself(Handoff handoff) {
    int index = handoff.provider().map(handoff.consumers()::indexOf).orElse(-1);
    if (index < 0 || handoff.kind() == Kind.LIBRARY || handoff.kind() == Kind.SECRET) {
      return Optional.empty();
    }
    return Optional.of(
        new Contradiction(
            subject(handoff),
            "provider: " + handoff.provider().get(),
            handoff.origin().of("provider"),
            handoff.provider().get() + " is one of its consumers, too",
            List.of(handoff.origin().of("consumers", index)),
            "Name another provider, or remove it from the consumers."));
  }

  private static Optional<Contradiction> unfinished(Plan plan, Handoff handoff) {
    return handoff
        .task()
        .filter(task -> handoff.status() == Status.READY)
        .flatMap(plan::task)
        .filter(TaskIndex::isOpen)
        .map(
            task ->
                new Contradiction(
                    subject(handoff),
                    "status: ready",
                    handoff.origin().of("status"),
                    "its task " + handoff.task().get() + " is " + task.state().word(),
                    List.of(task.origin().of("state")),
                    "Correct the state of the task, or the status of the handoff."));
  }

  /** A task of another workstream than the one that provides what it brings. */
  private static Optional<Contradiction> foreign(Handoff handoff) {
    return handoff
        .provider()
        .filter(
            provider -> handoff.task().filter(task -> !task.startsWith(provider + "/")).isPresent())
        .map(
            provider ->
                new Contradiction(
                    subject(handoff),
                    "provider: " + provider,
                    handoff.origin().of("provider"),
                    "task " + handoff.task().orElseThrow() + ", which brings it, is of another one",
                    List.of(handoff.origin().of("task")),
                    "Name a task of the provider, or whose task it is as the provider."));
  }

  /** Each library of which another version is asked for than one before it asks for. */
  private static List<Contradiction> versions(Plan plan) {
    Map<String, List<Handoff>> asked = new LinkedHashMap<>();
    List<Contradiction> found = new ArrayList<>();
    for (Handoff handoff : plan.handoffs()) {
      boolean counts =
          handoff.kind() == Kind.LIBRARY
              && handoff.status() != Status.NOT_NEEDED
              && !handoff.version().isEmpty();
      if (counts) {
        List<Handoff> before =
            asked.computeIfAbsent(
                handoff.name().toLowerCase(Locale.ROOT), any -> new ArrayList<>());
        before.stream()
            .filter(other -> isOfOneFile(handoff, other) && LibraryVersions.differ(handoff, other))
            .findFirst()
            .ifPresent(other -> found.add(version(handoff, other)));
        before.add(handoff);
      }
    }
    return found;
  }

  /** Each build file may have a version of its own. */
  private static boolean isOfOneFile(Handoff one, Handoff other) {
    return one.file().isEmpty() || other.file().isEmpty() || one.file().equals(other.file());
  }

  private static Contradiction version(Handoff handoff, Handoff before) {
    return new Contradiction(
        subject(handoff),
        "version: " + handoff.version(),
        handoff.origin().of("version"),
        "handoff " + before.id() + " wants " + before.name() + " " + before.version(),
        List.of(before.origin().of("version")),
        "Agree on one version of the library.");
  }

  private static String subject(Handoff handoff) {
    return "handoff " + handoff.id();
  }
}
