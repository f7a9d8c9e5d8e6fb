package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Kind;
import dev.coord.evidence.MergeForecast.Pair;
import dev.coord.evidence.MergeForecast.Step;
import dev.coord.evidence.Observation;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a forecast means to gates and findings. */
class ConflictForecastTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b}
        - {id: c, branch: feature/c}
      boundaries:
        conflicts: [{paths: [/pom.xml], between: [a, b], resolution: consult}]
      merges: {waves: [{id: w, workstreams: [a, b]}]}
      gates:
      """;

  private static Evidences live(String... branches) {
    Evidences seen = evidence();
    Stream.of(branches).forEach(name -> seen.active("feature/" + name, Deltas.changing("x")));
    return seen;
  }

  private static Observation<List<Clash>> clash(String path, String... with) {
    return Observation.known(
        List.of(new Clash(path, Kind.CONTENT, List.of(with), List.of(), false, List.of())));
  }

  private static MergeForecast forecast(Pair... pairs) {
    return new MergeForecast(
        List.of("feature/a", "feature/b", "feature/c"), List.of(pairs), 0, List.of(), List.of());
  }

  private static Pair pair(String left, String right, Observation<List<Clash>> clashes) {
    return new Pair("feature/" + left, "feature/" + right, clashes);
  }

  private static List<String> rows(String gate, Evidences seen) {
    return Cases.written(PLAN + "  - " + gate + "\n").evidence(seen).assess().gates().stream()
        .map(row -> row.outcome() + " " + row.verdict().measured())
        .toList();
  }

  private static List<String> findings(Evidences seen) {
    return Cases.written(PLAN + "  - tests: {failed: \"= 0\"}\n")
        .evidence(seen)
        .assess()
        .findings()
        .stream()
        .filter(finding -> finding.kind() == Finding.Kind.CONFLICT)
        .map(Finding::text)
        .toList();
  }

  @Test
  void files_count_once_however_many_pairs_conflict_in_them() {
    Evidences seen =
        live("a", "b", "c")
            .forecast(
                forecast(
                    pair("a", "b", clash("pom.xml")),
                    pair("a", "c", clash("pom.xml")),
                    pair("b", "c", clash("x.txt"))));

    assertThat(rows("conflicts: {files: \"= 0\", unresolved: \"= 0\"}", seen))
        .containsExactly("FAILED 2", "FAILED 2");
    assertThat(rows("conflicts: {of: {workstream: a}, files: \"= 1\"}", seen))
        .containsExactly("PASSED 1");
    assertThat(
            rows("conflicts: {of: {paths: [\"*.md\"]}, files: \"= 0\"}", seen.tracked("README.md")))
        .containsExactly("PASSED 0");
  }

  @Test
  void a_rule_that_means_no_file_or_no_branch_judged_nothing() {
    Evidences seen = live("a", "b", "c").forecast(forecast()).tracked("README.md");
    String nowhere =
        """
        workstreams: [{id: x}, {id: y, branch: feature/y}]
        merges: {waves: [{id: w, workstreams: [x]}]}
        gates:
        """;

    assertThat(rows("conflicts: {of: {paths: [\"*.txt\"]}, files: \"= 0\"}", seen))
        .containsExactly("UNKNOWN judged nothing: no tracked file fits of:");
    assertThat(
            Stream.of("wave: w", "of: {workstream: x}")
                .map(of -> "  - conflicts: {" + of + ", files: \"= 0\"}\n")
                .map(gate -> Cases.written(nowhere + gate).evidence(seen).assess().gates().get(0))
                .map(row -> row.outcome() + " " + row.verdict().measured()))
        .containsOnly("UNKNOWN judged nothing: no workstream that is meant names a branch");
  }

  @Test
  void what_the_plan_resolves_is_no_finding() {
    Evidences seen =
        live("a", "b", "c")
            .forecast(forecast(pair("a", "b", clash("pom.xml")), pair("b", "c", clash("pom.xml"))));

    assertThat(rows("conflicts: {of: {workstream: a}, unresolved: \"= 0\"}", seen))
        .containsExactly("PASSED 0");
    assertThat(findings(seen)).containsExactly("feature/b and feature/c would conflict in pom.xml");
  }

  private static List<String> findingsOf(Clash... clashes) {
    return findings(
        live("b", "c")
            .merged("feature/a", Deltas.changing("pom.xml"))
            .forecast(
                new MergeForecast(
                    List.of("feature/b"),
                    List.of(),
                    0,
                    List.of(new Step("feature/b", "main", Observation.known(List.of(clashes)))),
                    List.of())));
  }

  private static Clash landed(boolean others, String... branches) {
    return new Clash("pom.xml", Kind.CONTENT, List.of(), List.of(branches), others, List.of());
  }

  @Test
  void why_no_resolution_counts_is_told_once() {
    Optional<String> why = Optional.of("more than 10000 changes landed in files that conflict");
    List<Clash> clashes =
        Stream.of("pom.xml", "other.xml")
            .map(path -> new Clash(path, Kind.CONTENT, List.of(), List.of(), true, List.of(), why))
            .toList();
    assertThat(findingsOf(clashes.toArray(Clash[]::new)))
        .containsExactly(
            "feature/b would conflict with main in pom.xml, other.xml; whose changes it is with"
                + " cannot be told: more than 10000 changes landed in files that conflict");
  }

  @Test
  void what_a_merged_workstream_brought_is_resolved_as_with_its_branch() {
    assertThat(findingsOf(landed(false, "feature/a"))).isEmpty();
    assertThat(List.of(landed(true), landed(true, "feature/a"), landed(false, "feature/a", "x")))
        .allSatisfy(
            clash ->
                assertThat(findingsOf(clash))
                    .containsExactly("feature/b would conflict with main in pom.xml"));
  }

  @Test
  void a_wave_counts_what_its_members_meet() {
    MergeForecast wave =
        new MergeForecast(
            List.of("feature/a", "feature/b", "feature/c"),
            List.of(),
            0,
            List.of(),
            List.of(
                new MergeForecast.Wave(
                    "w", List.of(new Step("feature/b", "main", clash("x", "feature/a"))))));

    assertThat(rows("conflicts: {wave: w, files: \"= 0\"}", live("a", "b", "c").forecast(wave)))
        .containsExactly("FAILED 1");
    assertThat(rows("conflicts: {files: \"= 0\"}", live("a", "b", "c").forecast(wave)))
        .containsExactly("PASSED 0");
  }

  @Test
  void what_only_a_wave_brings_about_is_a_finding_and_what_a_pair_tells_is_told_once() {
    MergeForecast wave =
        new MergeForecast(
            List.of("feature/a", "feature/b", "feature/c"),
            List.of(pair("a", "b", clash("x"))),
            0,
            List.of(new Step("feature/c", "main", clash("z"))),
            List.of(
                new MergeForecast.Wave(
                    "w",
                    List.of(
                        new Step("feature/b", "main", clash("x", "feature/a")),
                        new Step("feature/c", "main", clash("z")))),
                new MergeForecast.Wave(
                    "later",
                    List.of(
                        new Step("feature/b", "release", clash("pom.xml", "feature/a")),
                        new Step("feature/c", "release", clash("y", "feature/a", "feature/b"))))));

    assertThat(findings(live("a", "b", "c").forecast(wave)))
        .containsExactlyInAnyOrder(
            "feature/c would conflict with main in z",
            "feature/a and feature/b would conflict in x",
            "feature/c would conflict in wave later with release as it is by then, in y");
  }

  @Test
  void more_findings_than_anybody_reads_are_counted() {
    List<Step> steps =
        IntStream.range(0, 25)
            .mapToObj(i -> new Step("feature/a", "into-" + i, clash("x")))
            .toList();
    Evidences seen =
        live("a", "b", "c")
            .forecast(new MergeForecast(List.of("feature/a"), List.of(), 0, steps, List.of()));

    assertThat(findings(seen)).hasSize(21).contains("5 more merges would conflict");
  }

  @Test
  void what_cannot_be_told_is_unknown_unless_it_is_too_much_already() {
    Observation<List<Clash>> untold = Observation.unknown("no common commit", "Mend it.");

    assertThat(
            rows(
                "conflicts: {files: \"= 0\"}",
                live("a", "b", "c").forecast(forecast(pair("a", "b", untold)))))
        .containsExactly("UNKNOWN no common commit");
    assertThat(
            rows(
                "conflicts: {files: \"= 0\"}",
                live("a", "b", "c")
                    .forecast(forecast(pair("a", "b", untold), pair("a", "c", clash("x"))))))
        .containsExactly("FAILED 1");
  }

  @Test
  void a_branch_that_is_nowhere_is_unknown() {
    assertThat(rows("conflicts: {files: \"= 0\"}", live("a", "b").gone("feature/c")))
        .allMatch(row -> row.startsWith("UNKNOWN "));
  }

  @Test
  void more_pairs_than_are_merged_are_unknown() {
    MergeForecast many =
        new MergeForecast(List.of("feature/a", "feature/b"), List.of(), 7, List.of(), List.of());

    assertThat(rows("conflicts: {files: \"= 0\"}", live("a", "b", "c").forecast(many)))
        .containsExactly("UNKNOWN there are 7 pairs of branches more than coord merges");
  }
}
