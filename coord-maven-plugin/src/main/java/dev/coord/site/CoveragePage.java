package dev.coord.site;

import dev.coord.assess.CoverageParts;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.Observation;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.UnmeasuredFile;
import dev.coord.plan.Comparison;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.Workstream;
import dev.coord.rule.Territory;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.Percent;
import dev.coord.site.draft.Sources;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where is it thin? */
final class CoveragePage {

  private static final String NOBODY = "";

  private final View view;
  private final Territory territory;
  private final CoverageLimits limits;
  private final Draft page = new Draft("coverage", "Coverage");

  private CoveragePage(View view) {
    this.view = view;
    this.territory = new Territory(view.assessment().rulebook());
    this.limits = CoverageLimits.of(view.assessment().rulebook());
  }

  static Page of(View view) {
    return new CoveragePage(view).build();
  }

  private Page build() {
    Observation<CoverageResults> coverage = view.assessment().evidence().coverage();
    Answer answer =
        coverage instanceof Observation.Unknown<CoverageResults> unknown
            ? without(unknown)
            : with(coverage.optional().orElseThrow());
    return page.page(
        answer, view.links().edit(view.assessment().rulebook().evidence().origin().self()));
  }

  private Answer without(Observation.Unknown<CoverageResults> unknown) {
    if (!Evidenced.asked(view, CoverageRule.class::isInstance)) {
      page.add(EmptyState.COVERAGE.block(unknown.reason() + ". " + unknown.remedy()));
      return Answer.of(Tone.NEUTRAL, "There is no report of coverage, and no rule asks for one.");
    }
    List<Sources.Missing> missing = view.missing(EnumSet.of(Sources.Kind.COVERAGE));
    Sources.banner(missing).ifPresent(page::add);
    Evidenced.gates(view, page, CoverageRule.class::isInstance);
    return Answer.of(Tone.UNKNOWN, "").without(missing);
  }

  private Answer with(CoverageResults results) {
    CoverageCount all = results.count();
    page.add(new Block.Paragraph(List.of(bar(all, limits.project()))));
    Evidenced.gates(view, page, CoverageRule.class::isInstance);
    new ChangedCoverageSection(view, page, territory::exclusiveOwnerIds).add(results);
    view.assessment().evidence().unmeasured().optional().ifPresent(this::unmeasured);
    Map<String, CoverageCount> owners = byOwner(results);
    owners(owners);
    people(results);
    Map<String, CoverageCount> modules = new TreeMap<>();
    for (FileCoverage file : results.files()) {
      String module = Modules.ofSource(file.path().orElse(file.name()));
      modules.merge(module, file.count(), CoverageCount::plus);
    }
    modules(modules);
    packages(results);
    files(results);
    Evidenced.reports(page, results.reports());
    return answer(all, owners);
  }

  private Answer answer(CoverageCount all, Map<String, CoverageCount> owners) {
    if (all.allLines() == 0) {
      return Answer.of(
          Tone.UNKNOWN, "How much is covered cannot be told: the reports know of no line.");
    }
    Line line =
        Line.of(
                share(all.lines(), all.allLines(), "line")
                    + Words.either(all.allLines(), " is", " are"))
            .text(" covered");
    if (all.allBranches() > 0) {
      line.text(", " + share(all.branches(), all.allBranches(), "branch"));
    }
    owners.entrySet().stream()
        .filter(e -> !e.getKey().equals(NOBODY) && e.getValue().allLines() > 0)
        .min(Comparator.comparing(Map.Entry::getValue, CoveragePage::thinner))
        .filter(e -> e.getValue().lines() < e.getValue().allLines())
        .ifPresent(
            e ->
                line.text("; it is thinnest in ")
                    .add(view.links().workstream(e.getKey()))
                    .text(", " + Percent.of(e.getValue().lines(), e.getValue().allLines())));
    return new Answer(Tone.INFO, line.text(".").list());
  }

  /** {@code 88.5% of 235 lines}. */
  private static String share(long covered, long all, String noun) {
    String many = noun.equals("branch") ? all + Words.either(all, " branch", " branches") : null;
    return Percent.of(covered, all) + " of " + (many == null ? Words.count(all, noun) : many);
  }

  /** The lower share first; of equal shares, the one with more to do. */
  private static int thinner(CoverageCount left, CoverageCount right) {
    int order =
        Long.compare(
            Math.multiplyExact(left.lines(), right.allLines()),
            Math.multiplyExact(right.lines(), left.allLines()));
    return order != 0 ? order : Long.compare(uncovered(right), uncovered(left));
  }

  private static long uncovered(CoverageCount count) {
    return count.allLines() - count.lines();
  }

  static Inline bar(long covered, long all, String noun) {
    String text =
        all == 0
            ? "no " + noun
            : Percent.of(covered, all) + " (" + covered + " of " + Words.count(all, noun) + ")";
    return new Inline.Shares(
        List.of(new Inline.Part(Tone.INFO, covered)), all - covered, Optional.empty(), text);
  }

  /** The same beside what is wanted of it, or of the project where nobody says. */
  private Inline bar(CoverageCount count, Optional<Comparison> own) {
    Inline.Shares plain = (Inline.Shares) bar(count.lines(), count.allLines(), "line");
    Optional<Comparison> wanted = own.or(limits::project).filter(any -> count.allLines() > 0);
    if (wanted.isEmpty()) {
      return plain;
    }
    String notation = wanted.get().toString();
    boolean below = own.filter(limit -> !isMet(limit, count)).isPresent();
    return new Inline.Shares(
        List.of(new Inline.Part(below ? Tone.WARNING : Tone.INFO, count.lines())),
        plain.rest(),
        Optional.of(
            new Inline.Limit(
                CoverageLimits.permille(wanted.get()),
                own.isPresent() ? "Wanted: " + notation : "The project wants " + notation)),
        plain.text() + (own.isPresent() ? ", wanted: " + notation : ""));
  }

  private static boolean isMet(Comparison limit, CoverageCount count) {
    return limit.metBy(BigDecimal.valueOf(count.lines()), BigDecimal.valueOf(count.allLines()));
  }

  /** What the marks in the bars stand for. */
  private List<Block> marks() {
    return limits.project().stream()
        .<Block>map(
            limit ->
                new Block.Paragraph(
                    Line.of(
                            "The mark in a bar: "
                                + limit
                                + ", what is wanted of the project, unless its row says otherwise.")
                        .list()))
        .toList();
  }

  static List<Inline> branches(CoverageCount count) {
    return count.allBranches() == 0
        ? Line.none()
        : Line.of(
                Percent.of(count.branches(), count.allBranches())
                    + " ("
                    + count.branches()
                    + " of "
                    + count.allBranches()
                    + ")")
            .list();
  }

  /** Counts by workstream in the plan's order; files of several count for each, of none at last. */
  private Map<String, CoverageCount> byOwner(CoverageResults results) {
    Map<String, CoverageCount> owners = new LinkedHashMap<>();
    for (Workstream workstream : view.assessment().rulebook().workstreams()) {
      owners.put(workstream.id(), CoverageCount.NONE);
    }
    for (FileCoverage file : results.files()) {
      List<String> of = owners(file);
      (of.isEmpty() ? List.of(NOBODY) : of)
          .forEach(id -> owners.merge(id, file.count(), CoverageCount::plus));
    }
    return owners;
  }

  private List<String> owners(FileCoverage file) {
    return file.path().map(territory::exclusiveOwnerIds).orElse(List.of());
  }

  /** Counts by the people who own workstreams; a file of several people counts for each. */
  private void people(CoverageResults results) {
    Map<String, CoverageCount> people = CoverageParts.owners(results, territory);
    Map<String, Integer> workstreams = new HashMap<>();
    for (Workstream workstream : view.assessment().rulebook().workstreams()) {
      workstream.owner().ifPresent(id -> workstreams.merge(id, 1, Integer::sum));
    }
    // Where each person owns one workstream, the table of workstreams says the same.
    if (workstreams.values().stream().allMatch(count -> count == 1)) {
      return;
    }
    TableDraft table =
        page.table("people-table", "Coverage of what each person's workstreams own")
            .columns("Owner", "Lines", "Branches")
            .number("Lines not covered");
    people.forEach(
        (id, count) ->
            table.row(
                Anchors.of("person", id),
                Tone.NEUTRAL,
                List.of(view.links().person(id)),
                List.of(bar(count, limits.person(id))),
                branches(count),
                notCovered(count)));
    if (!people.isEmpty()) {
      page.section("people", "By owner", table.table());
    }
  }

  /** Sources that no report mentions, where a rule asks for them. */
  private void unmeasured(List<UnmeasuredFile> files) {
    if (files.isEmpty()) {
      return;
    }
    List<UnmeasuredFile> longest = new ArrayList<>(files);
    longest.sort(
        Comparator.comparingInt(UnmeasuredFile::lines)
            .reversed()
            .thenComparing(UnmeasuredFile::path));
    TableDraft table =
        page.table("unmeasured-table", "Sources that no report mentions, the longest first")
            .columns("File")
            .number("Lines")
            .columns("Owner");
    for (UnmeasuredFile file : Evidenced.shown(longest)) {
      table.row(
          Anchors.of("unmeasured", file.path()),
          Tone.WARNING,
          List.of(view.links().file(file.path())),
          Line.of(Integer.toString(file.lines())).list(),
          view.links().workstreams(territory.exclusiveOwnerIds(file.path())));
    }
    page.section(
        "unmeasured", "In no report", Evidenced.with(table, "unmeasured file", files.size()));
  }

  private void packages(CoverageResults results) {
    Map<String, CoverageCount> packages = CoverageParts.packages(results);
    TableDraft table =
        page.table("packages-table", "Coverage of each package, the thinnest first")
            .columns("Package", "Lines", "Branches")
            .number("Lines not covered");
    List<Map.Entry<String, CoverageCount>> sorted =
        packages.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(CoveragePage::thinner))
            .toList();
    for (Map.Entry<String, CoverageCount> row : Evidenced.shown(sorted)) {
      CoverageCount count = row.getValue();
      table.row(
          Anchors.of("package", row.getKey()),
          Tone.NEUTRAL,
          row.getKey().isEmpty()
              ? Line.of("in no package").list()
              : new Line().code(row.getKey()).list(),
          List.of(bar(count.lines(), count.allLines(), "line")),
          branches(count),
          notCovered(count));
    }
    page.section("packages", "By package", Evidenced.with(table, "package", sorted.size()));
  }

  private void owners(Map<String, CoverageCount> owners) {
    TableDraft table =
        page.table("territories-table", "Coverage of what each workstream owns")
            .columns("Workstream", "Lines", "Branches")
            .number("Lines not covered");
    owners.forEach(
        (id, count) ->
            table.row(
                Anchors.of("territory", id.equals(NOBODY) ? "nobody" : id),
                Tone.NEUTRAL,
                id.equals(NOBODY)
                    ? Line.of("owned by nobody").list()
                    : List.of(view.links().workstream(id)),
                List.of(bar(count, limits.workstream(id))),
                branches(count),
                notCovered(count)));
    if (!owners.isEmpty()) {
      page.section(
          "territories",
          "By workstream",
          Stream.concat(marks().stream(), Stream.of(table.table())).toList());
    }
  }

  /** How many lines lack a test; the files tell which. */
  private static List<Inline> notCovered(CoverageCount count) {
    return List.of(Inline.link(Long.toString(uncovered(count)), Target.page("coverage", "files")));
  }

  private void modules(Map<String, CoverageCount> modules) {
    TableDraft table =
        page.table("modules-table", "Coverage of each module")
            .columns("Module", "Lines", "Branches")
            .number("Lines not covered");
    modules.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(CoveragePage::thinner))
        .forEach(
            row ->
                table.row(
                    Anchors.of("module", row.getKey()),
                    Tone.NEUTRAL,
                    new Line().code(row.getKey()).list(),
                    List.of(bar(row.getValue().lines(), row.getValue().allLines(), "line")),
                    branches(row.getValue()),
                    notCovered(row.getValue())));
    page.section("modules", "By module", table.table());
  }

  private void files(CoverageResults results) {
    List<FileCoverage> files = new ArrayList<>(results.files());
    files.sort(Comparator.comparing(FileCoverage::count, CoveragePage::thinner));
    TableDraft table =
        page.table("files-table", "Coverage of each file, the thinnest first")
            .columns("File", "Lines", "Branches", "Lines not covered", "Owner");
    for (FileCoverage file : Evidenced.shown(files)) {
      CoverageCount count = file.count();
      table.row(
          Anchors.of("file", file.path().orElse(file.name())),
          Tone.NEUTRAL,
          file.path()
              .map(path -> List.of(view.links().file(path)))
              .orElseGet(() -> unplaced(file, results)),
          List.of(bar(count.lines(), count.allLines(), "line")),
          branches(count),
          Line.of(LineRanges.uncovered(file)).cell(),
          view.links().workstreams(owners(file)));
    }
    page.section("files", "By file", Evidenced.with(table, "file", files.size()));
  }

  /** A file that the reports alone know. */
  private List<Inline> unplaced(FileCoverage file, CoverageResults results) {
    Target reports =
        view.links().reports("coverage", results.reports().stream().map(ReportFile::path).toList());
    return new Line()
        .code(file.name())
        .text(" (no tracked file fits, see the ")
        .add(Inline.link(Words.either(results.reports().size(), "report", "reports"), reports))
        .text(")")
        .list();
  }
}
