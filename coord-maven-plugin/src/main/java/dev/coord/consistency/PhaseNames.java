package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Phases that workstreams name, against those that the plan defines: by id, by title, or by what
 * stands before the colon or dash of a title. A text that begins as no phase does is the team's own
 * word for something else.
 */
final class PhaseNames {

  private final List<Epic> phases;

  private PhaseNames(Plan plan) {
    this.phases = plan.epics().stream().filter(e -> e.kind() == Epic.Kind.PHASE).toList();
  }

  static Stream<Contradiction> of(Plan plan) {
    PhaseNames names = new PhaseNames(plan);
    return plan.workstreams().stream()
        .filter(w -> !w.phase().isEmpty())
        .flatMap(workstream -> names.look(workstream).stream());
  }

  private Optional<Contradiction> look(Workstream workstream) {
    String said = plain(workstream.phase());
    List<Epic> named =
        phases.stream().filter(phase -> names(phase).anyMatch(said::equals)).toList();
    List<Epic> listing =
        phases.stream().filter(p -> p.workstreams().contains(workstream.id())).toList();
    if (named.isEmpty()) {
      return phases.stream()
          .filter(phase -> names(phase).anyMatch(name -> first(name).equals(first(said))))
          .findFirst()
          .map(
              like ->
                  contradiction(
                      workstream,
                      "no phase is called that, as " + like.title() + " is",
                      like.origin().self(),
                      "Name a phase that is defined, or define it."));
    }
    return listing.stream()
        .filter(phase -> named.stream().noneMatch(listing::contains))
        .findFirst()
        .map(
            phase ->
                contradiction(
                    workstream,
                    phase.id() + " lists it, and " + named.get(0).id() + " does not",
                    phase.origin().of("workstreams"),
                    "Name the phase that it belongs to in both."));
  }

  private static Contradiction contradiction(
      Workstream workstream, String found, Location against, String remedy) {
    return new Contradiction(
        workstream.id(),
        "phase: " + workstream.phase(),
        workstream.origin().of("phase"),
        found,
        List.of(against),
        remedy);
  }

  private static Stream<String> names(Epic phase) {
    return Stream.of(
            phase.id(), phase.title(), phase.title().split("\\s*(?:[:(]|\\s\\p{Pd})", 2)[0])
        .map(PhaseNames::plain);
  }

  private static String first(String plain) {
    return plain.split(" ", 2)[0];
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", " ").strip();
  }
}
