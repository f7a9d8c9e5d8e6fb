package dev.coord.assess;

import dev.coord.diagnostic.Enumerated;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.ChangedLines.Doubt;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.FindingResults;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.KnownResults;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.ToolFinding;
import dev.coord.evidence.ToolFinding.Level;
import dev.coord.evidence.ToolFinding.NamedFile;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.NamePattern;
import dev.coord.plan.Scope;
import dev.coord.rule.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Counts what tools of analysis found in the scope of a rule. */
final class FindingCounts {

  /** Findings that are named one by one; the page on findings names more. */
  private static final int MOST_PLACES = 20;

  private final FindingsRule rule;
  private final FindingResults results;

  private FindingCounts(FindingsRule rule, FindingResults results) {
    this.rule = rule;
    this.results = results;
  }

  /**
   * How many findings there are of the level that a key stands for.
   *
   * @return unknown when no report is of the tool that is meant, when no file is in the scope, when
   *     it cannot be told whether a finding is in it, or what the baseline holds
   */
  static Observation<Facts.Count> of(
      FindingsRule rule, String key, Evidence evidence, ScopeFilter scopes) {
    return evidence
        .findings()
        .then(
            results -> {
              FindingCounts counts = new FindingCounts(rule, results);
              return counts.ofTools().then(tools -> counts.counted(key, tools, evidence, scopes));
            });
  }

  /** What a rule means of what was found, whether it is known or not, on changed lines or not. */
  static Observation<List<ToolFinding>> meant(
      FindingsRule rule, Evidence evidence, ScopeFilter scopes) {
    return evidence
        .findings()
        .then(
            results -> {
              FindingCounts counts = new FindingCounts(rule, results);
              return counts.ofTools().then(tools -> counts.inScope(evidence, scopes, false));
            })
        .map(all -> all.stream().filter(finding -> isCounted(rule, finding.level())).toList());
  }

  /** The same of the level that a key stands for, on changed lines alone where the rule says so. */
  static Observation<List<ToolFinding>> meant(
      FindingsRule rule, String key, Evidence evidence, ScopeFilter scopes) {
    return evidence
        .findings()
        .then(results -> new FindingCounts(rule, results).inScope(evidence, scopes, rule.changed()))
        .map(all -> ofLevel(key, all));
  }

  private static boolean isCounted(FindingsRule rule, Level level) {
    return rule.wanted().keySet().stream().anyMatch(key -> isOf(key, level));
  }

  /** The tools that are meant, of those that ran. */
  private Observation<List<String>> ofTools() {
    List<String> tools = results.tools().keySet().stream().filter(this::isMeant).toList();
    return tools.isEmpty()
        ? Observation.unknown(
            "no report is of "
                + rule.tool().orElseThrow()
                + ", only of "
                + Enumerated.of(List.copyOf(results.tools().keySet())),
            "Run the tool, or correct its name (" + rule.origin().of("tool").withCommit() + ").")
        : Observation.known(tools);
  }

  private boolean isMeant(String tool) {
    return rule.tool().map(name -> new NamePattern(name).matches(tool)).orElse(true);
  }

  private Observation<Facts.Count> counted(
      String key, List<String> tools, Evidence evidence, ScopeFilter scopes) {
    Observation<List<ToolFinding>> found = inScope(evidence, scopes, rule.changed());
    return rule.onlyNew()
        ? evidence.known().then(known -> found.map(all -> fresh(key, all, tools, known)))
        : found.map(all -> count(key, ofLevel(key, all), all.size(), tools, ""));
  }

  private static List<ToolFinding> ofLevel(String key, List<ToolFinding> findings) {
    return findings.stream().filter(finding -> isOf(key, finding.level())).toList();
  }

  /** Only what is new: of each level by itself, since one that is known may be of another level. */
  private Facts.Count fresh(
      String key, List<ToolFinding> found, List<String> tools, KnownResults known) {
    List<ToolFinding> levelled = ofLevel(key, found);
    List<ToolFinding> counted =
        known.fresh(results.findings(), levelled).stream().mapToObj(levelled::get).toList();
    int all = known.fresh(results.findings(), found).cardinality();
    int rest = found.size() - all;
    String told = rest + " known" + (rest == 0 ? "" : " since " + known.since());
    Facts.Count count = count(key, counted, all, tools, ", " + told);
    List<Proof> proof = new ArrayList<>(count.proof());
    proof.add(Proof.plan("baseline: " + told, known.place()).attested());
    return new Facts.Count(count.number(), count.counted(), count.remedy(), proof);
  }

  private Observation<List<ToolFinding>> inScope(
      Evidence evidence, ScopeFilter scopes, boolean onChanged) {
    Predicate<String> inScope = scopes.paths(rule.of());
    NamePattern named = new NamePattern(rule.rule().orElse("*"));
    List<ToolFinding> meant =
        results.findings().stream()
            .filter(finding -> isMeant(finding.tool()) && named.matches(finding.rule()))
            .toList();
    boolean everywhere = rule.of() instanceof Scope.Everything;
    return everywhere && !onChanged
        ? Observation.known(meant)
        : evidence
            .git()
            .then(
                git ->
                    everywhere
                        ? Observation.known(git)
                        : some(git, scopes.pathsBesidePlan(rule.of())))
            .then(
                git ->
                    onChanged
                        ? evidence.changed().then(lines -> changed(meant, lines, git, inScope))
                        : placed(meant, git, inScope));
  }

  /** Where nothing is, nothing can be found. */
  private Observation<GitEvidence> some(GitEvidence git, Predicate<String> inScope) {
    return git.sources().paths().stream().anyMatch(inScope)
        ? Observation.known(git)
        : Observation.unknown(
            "no tracked file fits of:, so there is nothing to find anything in",
            "Correct of: (" + rule.origin().of("of").withCommit() + ").");
  }

  private static Observation<List<ToolFinding>> placed(
      List<ToolFinding> findings, GitEvidence git, Predicate<String> inScope) {
    Optional<ToolFinding> unplaced = unplaced(findings, git, inScope);
    return unplaced.isPresent()
        ? untold(unplaced.get())
        : Observation.known(
            findings.stream().filter(f -> f.path().filter(inScope).isPresent()).toList());
  }

  private Observation<List<ToolFinding>> changed(
      List<ToolFinding> findings, ChangedLines lines, GitEvidence git, Predicate<String> inScope) {
    Optional<String> untold =
        findings.stream()
            .flatMap(finding -> finding.path().stream())
            .filter(path -> lines.untold().containsKey(path) && inScope.test(path))
            .findFirst();
    Set<String> named = new HashSet<>();
    findings.forEach(finding -> finding.path().filter(inScope).ifPresent(named::add));
    Optional<String> edited = lines.writtenAfter(results.reports(), named::contains);
    if (edited.isPresent()) {
      return Observation.unknown(
          edited.get() + " was edited or checked out after the reports of findings were written",
          "Run the analysis again, so that it looks at what lies there.");
    }
    if (untold.isPresent()) {
      Doubt doubt = lines.untold().get(untold.get());
      return Observation.unknown(
          doubt.of(untold.get()), doubt.remedy() + ", or let the tool leave it out.");
    }
    Predicate<String> changed = path -> lines.files().containsKey(path) && inScope.test(path);
    return placed(findings, git, changed)
        .map(all -> all.stream().filter(finding -> touches(finding, lines)).toList());
  }

  /** A finding about a whole file is on each of its lines. */
  private static boolean touches(ToolFinding finding, ChangedLines lines) {
    List<LineSpan> spans = lines.files().get(finding.path().orElseThrow());
    return finding.first() == 0
        || spans.stream()
            .anyMatch(span -> span.first() <= finding.last() && finding.first() <= span.last());
  }

  /**
   * A finding of which it cannot be told whether it is in the scope: it names no file, or one that
   * could be one of several.
   */
  private static Optional<ToolFinding> unplaced(
      List<ToolFinding> findings, GitEvidence git, Predicate<String> inScope) {
    List<ToolFinding> homeless =
        findings.stream()
            .filter(f -> f.path().isEmpty() && !f.file().map(NamedFile::elsewhere).orElse(false))
            .toList();
    if (homeless.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    git.sources().paths().stream().filter(inScope).forEach(path -> names.add(last(path)));
    return homeless.stream()
        .filter(f -> f.file().map(file -> names.contains(last(file.name()))).orElse(true))
        .findFirst();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static <T> Observation<T> untold(ToolFinding finding) {
    return finding.file().isEmpty()
        ? Observation.unknown(
            finding.check() + " names no file (" + finding.report() + "), so it may be anywhere",
            "Name the tools or rules that are meant (tool:, rule:), or judge all files.")
        : Observation.unknown(
            "which committed file "
                + finding.place()
                + " is, of which "
                + finding.check()
                + " tells, cannot be told ("
                + finding.report()
                + ")",
            "Name the report's root under evidence.findings.");
  }

  private Facts.Count count(
      String key, List<ToolFinding> counted, int all, List<String> tools, String beside) {
    List<Proof> proof = new ArrayList<>();
    counted.stream().limit(MOST_PLACES).map(FindingCounts::proof).forEach(proof::add);
    if (proof.isEmpty()) {
      int reports = results.reports().size();
      proof.add(
          Proof.report(
              reports + (reports == 1 ? " report" : " reports"),
              Location.ofFile(results.reports().get(0).path())));
    }
    int leftOut = tools.stream().mapToInt(name -> results.tools().get(name).leftOut()).sum();
    return new Facts.Count(
        counted.size(),
        (key.equals("total") ? "" : key + " of ")
            + all
            + (rule.onlyNew() ? " new" : "")
            + (all == 1 ? " finding" : " findings")
            + (rule.changed() ? " on changed lines by " : " by ")
            + Enumerated.of(tools)
            + beside
            + (leftOut == 0 ? "" : ", " + leftOut + " left out"),
        "Mend what was found"
            + counted.stream()
                .findFirst()
                .map(worst -> ", first " + worst.check() + " in " + where(worst))
                .orElse("")
            + ".",
        proof);
  }

  private static boolean isOf(String key, Level level) {
    return switch (key) {
      case "errors" -> level == Level.ERROR;
      case "warnings" -> level == Level.WARNING;
      case "notes" -> level == Level.NOTE;
      default -> true;
    };
  }

  private static String where(ToolFinding finding) {
    String place = finding.place().isEmpty() ? finding.report() : finding.place();
    return finding.first() == 0 ? place : place + ":" + finding.first();
  }

  private static Proof proof(ToolFinding finding) {
    String text = finding.check() + (finding.message().isEmpty() ? "" : ": " + finding.message());
    return finding
        .path()
        .map(
            path ->
                Proof.file(
                    text,
                    finding.first() == 0
                        ? Location.ofFile(path)
                        : Location.of(path, finding.first(), 1)))
        .orElseGet(
            () ->
                Proof.report(
                    text + (finding.place().isEmpty() ? "" : " (" + where(finding) + ")"),
                    Location.ofFile(finding.report())));
  }
}
