package dev.coord.site;

import dev.coord.assess.MetricResult;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.Metric;
import dev.coord.plan.MetricRule;
import dev.coord.plan.Quantity;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Are we getting better? */
final class MetricsPage {

  private static final String NOT_JUDGED = "not judged";

  /** What a target begins with that is a comparison. */
  private static final Pattern OPERATOR = Pattern.compile("^(!=|[<>]=?|[=≤≥])\\s*");

  private static final int PROOFS_IN_A_CELL = 2;

  private final View view;
  private final List<MetricResult> metrics;
  private final Draft page = new Draft("metrics", "Metrics");
  private final List<Block> parts = new ArrayList<>();

  private MetricsPage(View view) {
    this.view = view;
    this.metrics = view.assessment().metrics();
  }

  static Page of(View view) {
    return new MetricsPage(view).build();
  }

  private Page build() {
    List<Sources.Missing> missing =
        view.missing(metrics.stream().flatMap(m -> m.metric().rule().stream()));
    Sources.banner(missing).ifPresent(page::add);
    if (metrics.isEmpty()) {
      page.add(EmptyState.METRICS.block());
    }
    for (Metric.Category category : Metric.Category.values()) {
      List<MetricResult> of =
          metrics.stream().filter(m -> m.metric().category() == category).toList();
      if (!of.isEmpty()) {
        category(category, of);
      }
    }
    new RecordedSections(view, page).add();
    return page.page(
        answer().besides(missing),
        metrics.isEmpty()
            ? view.links().edit(view.plan().project().origin().self())
            : view.links().edit(metrics.get(0).metric().origin().self()));
  }

  private Answer answer() {
    if (metrics.isEmpty()) {
      return Answer.of(Tone.NEUTRAL, "Nothing is measured: the plan has no metrics.");
    }
    List<Verdict> verdicts =
        metrics.stream()
            .filter(m -> !m.declared())
            .flatMap(m -> m.verdicts().stream().filter(v -> !isUntold(m, v)))
            .toList();
    long met = verdicts.stream().filter(v -> v.outcome() == Outcome.PASSED).count();
    long attested =
        verdicts.stream().filter(v -> v.outcome() == Outcome.PASSED && v.attested()).count();
    String word = attested > 0 ? ", " + attested + " by somebody's word alone" : "";
    long unknown = verdicts.stream().filter(v -> v.outcome() == Outcome.UNKNOWN).count();
    long declared = metrics.stream().filter(MetricResult::declared).count();
    String byHand =
        Words.count(declared, "metric")
            + Words.either(declared, " is", " are")
            + " declared by hand"
            + missed(declared);
    if (verdicts.isEmpty()) {
      String none = declared < metrics.size() ? "No target is judged" : "Nothing is measured";
      String said = declared == 0 ? "" : (declared < metrics.size() ? "; " : ": ") + byHand;
      return Answer.of(Tone.NEUTRAL, none + said + untold() + ".");
    }
    long missed = verdicts.stream().filter(v -> v.outcome() == Outcome.FAILED).count();
    String rest =
        (missed > 0 && unknown > 0
                ? "; " + missed + Words.either(missed, " is", " are") + " missed"
                : "")
            + (unknown > 0 ? "; " + unknown + " cannot be told" : "")
            + (declared > 0 ? "; " + byHand : "")
            + untold();
    Tone judged = attested > 0 ? Tone.INFO : Tone.GOOD;
    Tone known = met + unknown < verdicts.size() ? Tone.WARNING : judged;
    Tone tone = known == Tone.WARNING || unknown == 0 ? known : Tone.UNKNOWN;
    return Answer.of(
        tone,
        met
            + " of "
            + Words.count(verdicts.size(), "target")
            + (met == 1 || verdicts.size() == 1 ? " is" : " are")
            + " met"
            + word
            + rest
            + ".");
  }

  /** Numbers set by hand that are not what the plan wants. */
  private String missed(long declared) {
    long missed =
        metrics.stream()
            .filter(MetricResult::declared)
            .flatMap(m -> m.verdicts().stream())
            .filter(v -> v.outcome() == Outcome.FAILED)
            .count();
    if (missed == 0) {
      return "";
    }
    String which = missed == declared ? " and" : ", and " + missed + " of them";
    return which + Words.either(missed, " misses its target", " miss their targets");
  }

  /** Whether it is what its rule wants, and nobody can tell whether it is what its target does. */
  private static boolean isUntold(MetricResult metric, Verdict verdict) {
    return metric.aside() && verdict.outcome() == Outcome.PASSED;
  }

  /** Numbers of which nobody can tell whether they are what the plan wants. */
  private String untold() {
    long untold =
        metrics.stream()
            .filter(
                m ->
                    m.declared()
                        ? m.verdicts().isEmpty() && !m.metric().target().isBlank()
                        : m.verdicts().stream().anyMatch(v -> isUntold(m, v)))
            .count();
    return untold == 0
        ? ""
        : "; "
            + untold
            + " cannot be held against "
            + Words.either(untold, "its target", "their targets");
  }

  /** Why a value set by hand is not held against its target. */
  private static String why(Metric metric) {
    return metric.target().isBlank()
        ? ""
        : "; a target is judged where both are numbers in one unit";
  }

  /** Whether the title says enough: a measured number has no other name. */
  private static boolean isAlone(Metric metric, Verdict verdict) {
    return verdict.key().isEmpty()
        || metric.rule().filter(MetricRule.class::isInstance).isPresent();
  }

  private void category(Metric.Category category, List<MetricResult> of) {
    List<Block> blocks = new ArrayList<>();
    ThresholdPicture picture = new ThresholdPicture();
    TableDraft table =
        page.table(
                category.word() + "-table", "Values and targets of " + category.word() + " metrics")
            .columns("Metric", "Baseline", "Now", "Trend", "Target", "By", "State")
            .columns("How it is known", "Plan line");
    for (MetricResult result : of) {
      if (result.declared() && result.verdicts().isEmpty()) {
        declared(table, result.metric());
      }
      for (Verdict verdict : result.verdicts()) {
        measured(table, picture, result, verdict);
      }
    }
    String word = category.word();
    picture
        .figure(
            "Now against target: " + word,
            "metrics",
            Words::counted,
            Target.page("metrics", word + "-table"))
        .ifPresent(blocks::add);
    blocks.add(table.table());
    blocks.addAll(parts);
    parts.clear();
    page.section(word, word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1), blocks);
  }

  /** What is known of a rule of many parts; each of them stands below the table. */
  private Line parts(Metric metric, Verdict verdict) {
    String id = page.anchor(Anchors.of("parts", metric.id()));
    parts.add(
        new Block.Section(
            id,
            metric.title() + ", part by part",
            List.of(RuleParts.table(view, page, id, "What is known of each part", verdict))));
    return Line.of(RuleParts.sentence(verdict) + ": ")
        .add(Inline.link("part by part", Target.page("metrics", id)));
  }

  private void measured(
      TableDraft table, ThresholdPicture picture, MetricResult result, Verdict verdict) {
    Metric metric = result.metric();
    boolean word = verdict.outcome() == Outcome.PASSED && verdict.attested();
    boolean untold = isUntold(result, verdict);
    Tone tone = untold ? Tone.NEUTRAL : word ? Tone.INFO : Tones.ofMetric(verdict.outcome());
    String state = untold ? NOT_JUDGED : word(verdict.outcome()) + (word ? " by word" : "");
    String label = metric.title() + (isAlone(metric, verdict) ? "" : " (" + verdict.key() + ")");
    String row =
        Anchors.of("metric", metric.id() + (verdict.key().isEmpty() ? "" : "." + verdict.key()));
    Optional<Target> target = Optional.of(Target.page("metrics", row));
    picture.add(new Mark(label, tone, state, target), verdict);
    Line how =
        // What is not observed says so itself.
        Line.of(
                result.declared()
                    ? "declared: somebody wrote the value down, "
                    : verdict.attested() ? "" : "measured: ")
            .addAll(view.proofs().of(verdict.proof(), PROOFS_IN_A_CELL));
    if (result.aside()) {
      how.text("; " + verdict.summary() + ", and the target " + metric.target() + " is not judged");
    }
    if (RuleParts.areMany(verdict)) {
      how = parts(metric, verdict);
    } else if (verdict.outcome() == Outcome.UNKNOWN) {
      how = Line.of(view.brief(verdict.summary()) + ". " + verdict.remedy());
    }
    table.row(
        row,
        tone,
        title(label, metric, RuleParts.areMany(verdict)),
        withUnit(metric.baseline(), metric),
        verdict.outcome() == Outcome.UNKNOWN || isDeclared(metric) || RuleParts.areMany(verdict)
            ? Line.none()
            : metric
                .rule()
                .map(rule -> MeasuredLinks.measured(view, rule, verdict))
                .orElseGet(() -> withUnit(verdict.measured(), metric)),
        trend(metric, verdict),
        target(result, verdict),
        by(result),
        new Line().badge(tone, state).list(),
        how.list(),
        List.of(view.links().place(metric.origin().self())));
  }

  /**
   * Its name with its rule.
   *
   * @param below whether the rule stands below, part by part
   */
  private static List<Inline> title(String label, Metric metric, boolean below) {
    Line line = Line.of(label);
    metric
        .rule()
        .filter(rule -> !below && !isDeclared(metric))
        .ifPresent(rule -> line.text(" ").code(RuleNotation.of(rule)));
    return metric.notes().isEmpty()
        ? line.list()
        : line.text(". ").rich(metric.notes(), metric.origin().of("notes")).list();
  }

  private void declared(TableDraft table, Metric metric) {
    table.row(
        Anchors.of("metric", metric.id()),
        Tone.NEUTRAL,
        title(metric.title(), metric, false),
        withUnit(metric.baseline(), metric),
        withUnit(metric.value().orElse(""), metric),
        MetricTrend.of(view, metric.id(), metric.value().orElse("")),
        withUnit(metric.target(), metric),
        by(new MetricResult(metric, List.of())),
        new Line().badge(Tone.NEUTRAL, NOT_JUDGED).list(),
        Line.of("declared: somebody wrote the value down" + why(metric)).list(),
        List.of(view.links().place(metric.origin().of("value"))));
  }

  private List<Inline> trend(Metric metric, Verdict verdict) {
    String key = verdict.key().isEmpty() ? metric.id() : metric.id() + "." + verdict.key();
    boolean known = verdict.outcome() != Outcome.UNKNOWN;
    return MetricTrend.of(view, key, known ? verdict.measured() : "");
  }

  /** The day by which it is wanted; past it, what is not seen to be met is overdue. */
  private List<Inline> by(MetricResult result) {
    return result
        .metric()
        .by()
        .map(
            day -> {
              Line line = new Line().add(new Inline.Day(day));
              boolean late = view.isPast(Optional.of(day)) && !result.met();
              return (late ? line.text(" ").badge(Tone.WARNING, "overdue") : line).list();
            })
        .orElseGet(Line::none);
  }

  /** Whether somebody's word is all that tells; who says what stands under how it is known. */
  private static boolean isDeclared(Metric metric) {
    return metric.rule().filter(DeclaredRule.class::isInstance).isPresent();
  }

  /** What the rule wants, and what the team wants beyond it. */
  private static List<Inline> target(MetricResult result, Verdict verdict) {
    Metric metric = result.metric();
    boolean judged = !result.declared() && !isDeclared(metric);
    if (result.aside()) {
      return Line.of(verdict.required() + "; target " + metric.target()).cell();
    }
    if (judged && verdict.required().endsWith(" and " + metric.target())) {
      return Line.of(verdict.required()).cell();
    }
    return metric.target().isEmpty()
        ? isDeclared(metric) ? Line.none() : Line.of(verdict.required()).cell()
        : withUnit(metric.target(), metric);
  }

  /** A value with its metric's unit, where it is a number without one. */
  static List<Inline> withUnit(String value, Metric metric) {
    boolean bare =
        value.codePoints().noneMatch(Character::isDigit)
            || metric.unit().isEmpty()
            || value.endsWith(metric.unit())
            || Quantity.of(OPERATOR.matcher(value).replaceFirst(""), "")
                .filter(quantity -> !quantity.unit().isEmpty())
                .isPresent();
    return new Line().text(bare ? value : value + " " + metric.unit()).cell();
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "met";
      case UNKNOWN -> "unknown";
      case FAILED, WAIVED, BASELINED -> "missed";
    };
  }
}
