package dev.coord.publish.feed;

import dev.coord.assess.Judged;
import dev.coord.markdown.MarkdownText;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Workstream;
import dev.coord.rule.Permission.Answer;
import dev.coord.site.draft.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a workstream may change, may change under a condition, and must not change. */
final class BriefTerritory {

  private static final int NAMED = 3;
  private static final int LONG = 120;

  private final Briefs briefs;
  private final Workstream workstream;
  private final Workstream ruled;
  private final Boundaries boundaries;
  private final String ofPaths;

  /**
   * That of a workstream, by the version of the plan that judges.
   *
   * @param ofPaths what tells of any path whether it may be changed, Markdown
   */
  BriefTerritory(Briefs briefs, Workstream workstream, String ofPaths) {
    this.briefs = briefs;
    this.ofPaths = ofPaths;
    this.workstream = workstream;
    this.ruled = briefs.assessment.rulebook().workstream(workstream.id()).orElse(workstream);
    this.boundaries = briefs.assessment.rulebook().boundaries();
  }

  List<String> owns() {
    List<String> items = new ArrayList<>(codes(ruled.owns()));
    String file = workstream.origin().self().file();
    if (!file.isEmpty() && isItsOwn(file)) {
      items.add(0, code(file) + ", the plan file that defines it");
    }
    return items;
  }

  private boolean isItsOwn(String file) {
    return !ruled.owns().matches(file) && answers(file, Answer.YES);
  }

  private boolean answers(String file, Answer expected) {
    return briefs.permissions.of(asking(), List.of(file)).stream()
        .anyMatch(answer -> answer.answer() == expected);
  }

  private Judged asking() {
    return new Judged(
        Judged.Kind.WORKSTREAM, workstream.branch(), Optional.of(workstream.id()), "a brief");
  }

  List<String> askFirst() {
    List<String> items = new ArrayList<>();
    for (Shared shared : boundaries.shared()) {
      boolean steward = shared.steward().equals(ruled.owner());
      if (shared.mode() != Boundaries.Mode.STEWARD || steward) {
        items.add(some(shared.paths()) + ": " + condition(shared));
      } else {
        items.add(
            some(shared.paths())
                + ": only "
                + code(shared.steward().orElseThrow())
                + " changes it, so ask for it"
                + words(shared));
      }
    }
    if (boundaries.unowned() == Unowned.WARN) {
      items.add("paths that nobody owns: a change of one warns");
    }
    return items;
  }

  private String condition(Shared shared) {
    String rule =
        switch (shared.mode()) {
          case COORDINATE ->
              "agree on it with "
                  + shared.steward().map(this::code).orElse("whom it concerns")
                  + ", and say so in each commit: "
                  + code("Coordinated-with: ID");
          case INFORM -> "tell the others; it warns";
          case APPEND_ONLY -> "add lines only";
          case STEWARD ->
              "only "
                  + code(shared.steward().orElseThrow())
                  + " changes it, who owns this workstream";
        };
    return rule + words(shared);
  }

  private String words(Shared shared) {
    return shared.condition().isEmpty()
        ? ""
        : ". " + MarkdownText.escape(briefs.texts.ofMarkdown(shared.condition(), LONG));
  }

  List<String> never() {
    List<String> items = new ArrayList<>(codes(ruled.keepsOff()));
    if (!boundaries.protectedPaths().isEmpty()) {
      items.add("protected paths that it does not own: " + some(boundaries.protectedPaths()));
    }
    others().ifPresent(items::add);
    if (boundaries.unowned() == Unowned.FAIL) {
      items.add("paths that nobody owns");
    }
    return items;
  }

  private Optional<String> others() {
    boolean owner =
        briefs
            .assessment
            .rulebook()
            .workstream(workstream.id())
            .filter(w -> !w.owns().isEmpty())
            .isPresent();
    int number = briefs.owners.size() - (owner ? 1 : 0);
    if (number == 0) {
      return planFiles();
    }
    List<String> named =
        briefs.owners.stream()
            .filter(w -> !w.id().equals(workstream.id()))
            .limit(NAMED)
            .map(w -> some(w.owns()) + " (" + code(w.id()) + ")")
            .toList();
    return Optional.of(
        "paths of other workstreams: "
            + Words.some(named, number)
            + "; "
            + ofPaths
            + " tells of any path");
  }

  /**
   * Where nobody owns a path, those who have a plan file of their own still own that. Each of many
   * briefs asks of a few of many files.
   */
  private Optional<String> planFiles() {
    List<String> files =
        briefs.assessment.plan().workstreams().stream()
            .filter(other -> !other.id().equals(workstream.id()))
            .map(other -> other.origin().self().file())
            .distinct()
            .filter(file -> !file.isEmpty() && answers(file, Answer.NO))
            .limit(NAMED + 1)
            .map(this::code)
            .toList();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "plan files of other workstreams"
            + (files.size() > NAMED
                ? ", such as " + Words.list(files.subList(0, NAMED))
                : ": " + Words.list(files)));
  }

  private String some(PathPatterns patterns) {
    return Words.list(codes(patterns), NAMED);
  }

  private List<String> codes(PathPatterns patterns) {
    return patterns.patterns().stream().map(PathPattern::text).map(this::code).toList();
  }

  private String code(String text) {
    return MarkdownText.code(briefs.texts.of(text, LONG), false);
  }
}
