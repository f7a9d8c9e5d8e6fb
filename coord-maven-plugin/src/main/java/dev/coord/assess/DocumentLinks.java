package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.path.RelativePath;
import dev.coord.plan.Document;
import dev.coord.plan.Plan;
import dev.coord.plan.RelativeLink;
import dev.coord.plan.Severity;
import dev.coord.plan.TextLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds links of published documents to what the plan does not define, and to files and headings
 * that are not there. In the plan's own texts the first is a mistake; a document is another file,
 * which must not break the plan.
 */
final class DocumentLinks {

  /** Where it is, a path may be one of a submodule, whose files are not tracked here. */
  private static final String SUBMODULES = ".gitmodules";

  private final List<Plan> plans;
  private final Observation<SortedSet<String>> tracked;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, DocumentHeadings> headings = new HashMap<>();

  private DocumentLinks(Plan plan, Plan rulebook, Observation<GitEvidence> git) {
    this.plans = List.of(plan, rulebook);
    this.tracked = git.map(GitEvidence::trackedFiles);
  }

  /** For each document with such links one finding of each kind; its place is the first of them. */
  static List<Finding> of(
      Plan plan,
      Plan rulebook,
      Map<String, Observation<String>> documents,
      Observation<GitEvidence> git) {
    DocumentLinks links = new DocumentLinks(plan, rulebook, git);
    for (Document document : plan.handbook().pages()) {
      Optional.ofNullable(documents.get(document.id()))
          .flatMap(Observation::optional)
          .ifPresent(text -> links.texts.put(document.file(), text));
    }
    List<Finding> findings = new ArrayList<>();
    for (Document document : plan.handbook().pages()) {
      Optional.ofNullable(documents.get(document.id()))
          .flatMap(Observation::optional)
          .ifPresent(
              text -> {
                links.undefined(document.file(), text).ifPresent(findings::add);
                links.nowhere(document.file(), text).ifPresent(findings::add);
              });
    }
    return findings;
  }

  /** Links to files that are not tracked, and to headings that a published file does not have. */
  private Optional<Finding> nowhere(String file, String text) {
    List<RelativeLink> dead =
        RelativeLink.in(text).stream().filter(link -> leadsNowhere(file, link)).toList();
    if (dead.isEmpty()) {
      return Optional.empty();
    }
    RelativeLink first = dead.get(0);
    return Optional.of(
        finding(
            file,
            first.path() + (first.fragment().isEmpty() ? "" : "#" + first.fragment()),
            dead.size() - 1,
            "where no tracked file or heading is",
            "Mend the link, or add and commit what it leads to.",
            DocumentTexts.place(file, text, first.offset())));
  }

  /** What leaves the repository leads to the forge, as {@code ../../issues}, or cannot be told. */
  private boolean leadsNowhere(String file, RelativeLink link) {
    String folder = file.substring(0, Math.max(0, file.lastIndexOf('/')));
    Optional<String> path =
        link.path().isEmpty() ? Optional.of(file) : RelativePath.of(folder, link.path());
    return path.filter(
            to -> texts.containsKey(to) ? headings(to).lacks(link.fragment()) : isUntracked(to))
        .isPresent();
  }

  /** Whether neither a file nor a directory of that name is tracked; not where that is unknown. */
  private boolean isUntracked(String path) {
    return !path.isEmpty()
        && tracked
            .optional()
            .filter(all -> !all.contains(path) && !all.contains(SUBMODULES))
            .filter(
                all ->
                    all.tailSet(path + "/").stream()
                        .limit(1)
                        .noneMatch(f -> f.startsWith(path + "/")))
            .isPresent();
  }

  private DocumentHeadings headings(String file) {
    return headings.computeIfAbsent(
        file, any -> DocumentHeadings.of(RelativeLink.prose(texts.get(file))));
  }

  /** Links to what the plan does not define. */
  private Optional<Finding> undefined(String file, String text) {
    List<TextLink> dangling = TextLink.in(text).stream().filter(link -> !isKnown(link)).toList();
    if (dangling.isEmpty()) {
      return Optional.empty();
    }
    TextLink first = dangling.get(0);
    return Optional.of(
        finding(
            file,
            first.kind().word() + ":" + first.id(),
            dangling.size() - 1,
            "which the plan does not define",
            "Mend the id, or define it in the plan.",
            DocumentTexts.place(file, text, first.offset())));
  }

  private static Finding finding(
      String file, String link, int more, String wrong, String remedy, Location place) {
    return new Finding(
        Finding.Kind.UNLISTED,
        Severity.WARN,
        "",
        file + " links to " + link + (more > 0 ? " and " + more + " more" : "") + ", " + wrong,
        remedy,
        Optional.of(place),
        List.of());
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
