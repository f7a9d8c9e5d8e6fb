package dev.coord.site;

import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import java.util.ArrayList;
import java.util.List;

/** What a rule of many parts comes to: in one sentence, and part by part. */
final class RuleParts {

  /** As many are told in one sentence with what is known of each. */
  private static final int FEW = 2;

  private RuleParts() {}

  /** Whether all that is known of its parts is too much for one sentence, and not all the same. */
  static boolean areMany(Verdict verdict) {
    return verdict.parts().size() > FEW
        && verdict.parts().stream().map(part -> part.verdict().summary()).distinct().count() > 1;
  }

  /** {@code Of 7 parts, 3 hold and 4 cannot be told}. */
  static String sentence(Verdict verdict) {
    List<String> counts = new ArrayList<>();
    count(counts, verdict, "holds", "hold", Outcome.PASSED);
    count(
        counts,
        verdict,
        "does not hold",
        "do not hold",
        Outcome.FAILED,
        Outcome.WAIVED,
        Outcome.BASELINED);
    count(counts, verdict, "cannot be told", "cannot be told", Outcome.UNKNOWN);
    return "Of " + Words.count(verdict.parts().size(), "part") + ", " + Words.list(counts);
  }

  private static void count(
      List<String> counts, Verdict verdict, String one, String several, Outcome... outcomes) {
    List<Outcome> of = List.of(outcomes);
    long number =
        verdict.parts().stream().filter(part -> of.contains(part.verdict().outcome())).count();
    if (number > 0) {
      counts.add(number + " " + Words.either(number, one, several));
    }
  }

  /** A line for each part that does not hold, or for each where all do. */
  static Block items(View view, Verdict verdict) {
    boolean passed = verdict.outcome() == Outcome.PASSED;
    return new Block.Items(
        false,
        verdict.parts().stream()
            .filter(part -> passed || part.verdict().outcome() != Outcome.PASSED)
            .map(part -> item(view, part))
            .toList());
  }

  private static List<Inline> item(View view, Verdict.Part part) {
    Line line =
        new Line()
            .badge(Tones.ofMetric(part.verdict().outcome()), part.verdict().outcome().word())
            .text(" ")
            .code(RuleNotation.of(part.rule()))
            .text(": " + view.brief(part.verdict().summary()));
    String remedy = part.verdict().remedy();
    return (remedy.isEmpty() ? line : line.text(". " + remedy)).list();
  }

  /** A row for each part. */
  static Block table(View view, Draft page, String id, String caption, Verdict verdict) {
    TableDraft table =
        page.table(id + "-table", caption)
            .columns("Part", "Outcome", "How it is known", "What to do");
    int number = 0;
    for (Verdict.Part part : verdict.parts()) {
      Verdict judged = part.verdict();
      table.row(
          Anchors.of(id, String.valueOf(++number)),
          Tones.ofMetric(judged.outcome()),
          new Line().code(RuleNotation.of(part.rule())).list(),
          new Line().badge(Tones.ofMetric(judged.outcome()), judged.outcome().word()).list(),
          Line.of(view.brief(judged.summary())).cell(),
          Line.of(judged.remedy()).cell());
    }
    return table.table();
  }
}
