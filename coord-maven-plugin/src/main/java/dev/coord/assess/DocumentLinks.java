package dev.coord.assess;

import dev.coord.evidence.Observation;
import dev.coord.plan.Document;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.TextLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds links of published documents to what the plan does not define. In the plan's own texts that
 * is a mistake; a document is another file, which must not break the plan.
 */
final class DocumentLinks {

  private final List<Plan> plans;

  private DocumentLinks(Plan plan, Plan rulebook) {
    this.plans = List.of(plan, rulebook);
  }

  /** One finding for each document that has such links; its place is the first of them. */
  static List<Finding> of(Plan plan, Plan rulebook, Map<String, Observation<String>> documents) {
    DocumentLinks links = new DocumentLinks(plan, rulebook);
    List<Finding> findings = new ArrayList<>();
    for (Document document : plan.handbook().pages()) {
      Optional.ofNullable(documents.get(document.id()))
          .flatMap(Observation::optional)
          .flatMap(text -> links.finding(document.file(), text))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> finding(String file, String text) {
    List<TextLink> dangling = TextLink.in(text).stream().filter(link -> !isKnown(link)).toList();
    if (dangling.isEmpty()) {
      return Optional.empty();
    }
    TextLink first = dangling.get(0);
    int more = dangling.size() - 1;
    String named = first.kind().word() + ":" + first.id();
    return Optional.of(
        new Finding(
            Finding.Kind.UNLISTED,
            Severity.WARN,
            "",
            file
                + " links to "
                + named
                + (more > 0 ? " and " + more + " more" : "")
                + ", which the plan does not define",
            "Mend the id, or define it in the plan.",
            Optional.of(DocumentTexts.place(file, text, first.offset())),
            List.of()));
  }

  private boolean isKnown(TextLink link) {
    return switch (link.kind()) {
      case WORKSTREAM -> any(plan -> plan.workstream(link.id()).stream());
      case GATE -> any(plan -> plan.gate(link.id()).stream());
      case PERSON ->
          plans.stream().allMatch(plan -> plan.people().isEmpty())
              || any(plan -> plan.person(link.id()).stream());
      case SPRINT -> any(plan -> plan.sprint(link.id()).stream());
      case PAGE ->
          any(plan -> plan.handbook().pages().stream().filter(d -> d.id().equals(link.id())));
    };
  }

  private boolean any(Function<Plan, Stream<?>> found) {
    return plans.stream().flatMap(found).findAny().isPresent();
  }
}
