package dev.coord.site;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Kind;
import dev.coord.evidence.MergeForecast.Pair;
import dev.coord.evidence.MergeForecast.Step;
import dev.coord.evidence.Observation;
import dev.coord.site.model.Block;
import dev.coord.site.model.Lanes;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Matrix;
import dev.coord.site.model.Target;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What would conflict, on the page of merges and on those of workstreams. */
class ForecastSectionTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b}
        - {id: c, branch: feature/c}
      boundaries:
        conflicts: [{paths: [/pom.xml], between: [a, b], resolution: owner_wins, winner: a}]
      """;
  private static final String WAVES =
      "merges: {waves: [{id: w, title: First wave, workstreams: [a, b, c]}]}\n";
  private static final Observation<List<Clash>> CLEAN = Observation.known(List.of());

  private static Evidences live() {
    return evidence()
        .active("feature/a", Deltas.changing("x.txt"))
        .active("feature/b", Deltas.changing("x.txt"))
        .active("feature/c", Deltas.changing("x.txt"));
  }

  private static Observation<List<Clash>> clash(String path, Kind kind, String... with) {
    return Observation.known(
        List.of(new Clash(path, kind, List.of(with), List.of(), false, List.of())));
  }

  private static MergeForecast forecast() {
    return new MergeForecast(
        List.of("feature/a", "feature/b", "feature/c"),
        List.of(
            new Pair("feature/a", "feature/b", clash("pom.xml", Kind.CONTENT)),
            new Pair("feature/a", "feature/c", clash("new.txt", Kind.BOTH_ADDED)),
            new Pair(
                "feature/b", "feature/c", Observation.unknown("no common commit", "Mend it."))),
        3,
        List.of(new Step("feature/c", "main", clash("old.txt", Kind.DELETED_AND_CHANGED))),
        List.of(
            new MergeForecast.Wave(
                "w",
                List.of(
                    new Step("feature/a", "main", CLEAN),
                    new Step("feature/b", "main", clash("pom.xml", Kind.CONTENT, "feature/a"))))));
  }

  private static String text(String plan, MergeForecast forecast, String page) {
    Assessment assessment = Cases.written(plan).evidence(live().forecast(forecast)).assess();
    return Pages.text(Pages.of(assessment, page));
  }

  @Test
  void pairs_show_file_kind_and_what_the_plan_says() {
    assertThat(text(PLAN, forecast(), "merges"))
        .contains("## Conflict forecast #forecast")
        .contains("3 pairs of live branches: 6 may touch the same path, and 2 conflict.")
        .contains("Whether 3 more pairs conflict cannot be told: there are more than coord merges.")
        .contains("`pom.xml` | content | the version of ")
        .contains("`new.txt` | both added | [warning: no resolution]")
        .contains("[unknown: unknown] no common commit | Mend it.");
  }

  @Test
  void branches_that_conflict_with_what_they_go_into_are_listed() {
    assertThat(text(PLAN, forecast(), "merges"))
        .contains("into `main` | `old.txt` | deleted and changed | [warning: no resolution]");
  }

  @Test
  void why_no_resolution_counts_stands_beside_the_file() {
    Clash clash =
        new Clash(
            "old.txt",
            Kind.CONTENT,
            List.of(),
            List.of(),
            true,
            List.of(),
            Optional.of("the two have 2 merge bases"));
    MergeForecast forecast =
        new MergeForecast(
            List.of("feature/c"),
            List.of(),
            0,
            List.of(new Step("feature/c", "main", Observation.known(List.of(clash)))),
            List.of());

    assertThat(text(PLAN, forecast, "merges"))
        .contains(
            "`old.txt` | content | [warning: no resolution] whose changes it is with cannot be told:"
                + " the two have 2 merge bases");
  }

  @Test
  void waves_name_the_members_that_came_before() {
    assertThat(text(PLAN + WAVES, forecast(), "merges"))
        .contains("Conflicts of First wave, merged in its order")
        .contains("`pom.xml` | content with ");
  }

  @Test
  void a_workstream_lists_what_it_would_conflict_with() {
    assertThat(text(PLAN, forecast(), "workstreams/c"))
        .contains("## What it would conflict with #conflicts")
        .contains("`main` | `old.txt`")
        .contains("`new.txt` | both added")
        .doesNotContain("pom.xml");
  }

  @Test
  void without_a_common_path_the_page_says_so() {
    MergeForecast nothing =
        new MergeForecast(List.of("feature/a", "feature/b"), List.of(), 0, List.of(), List.of());

    assertThat(text(PLAN, nothing, "merges"))
        .contains("No pair of the 2 live branches touches the same path.")
        .contains("The branches that are not merged do not conflict.");
    assertThat(text(PLAN, nothing, "workstreams/a")).doesNotContain("#conflicts");
  }

  @Test
  void a_wave_without_conflicts_says_so() {
    MergeForecast clean =
        new MergeForecast(
            List.of("feature/a"),
            List.of(),
            0,
            List.of(),
            List.of(new MergeForecast.Wave("w", List.of(new Step("feature/a", "main", CLEAN)))));

    assertThat(text(PLAN + WAVES, clean, "merges"))
        .contains("Only one workstream has a branch that is not merged yet.")
        .contains(" merges without a conflict, in its order.");
  }

  @Test
  void pairs_that_conflict_are_drawn_as_a_matrix_of_their_branches() {
    Assessment assessment = Cases.written(PLAN).evidence(live().forecast(forecast())).assess();
    Block.Figure figure = Figures.one(Pages.of(assessment, "merges"));
    Matrix matrix = (Matrix) figure.picture();

    assertThat(matrix.marks()).extracting(Mark::name).containsExactly("a", "b", "c");
    assertThat(matrix.pairs())
        .extracting(
            pair ->
                pair.mark().name()
                    + " "
                    + pair.sign()
                    + " "
                    + pair.mark().tone()
                    + " "
                    + pair.mark().note())
        .containsExactly(
            "a and b 1 NEUTRAL 1 file",
            "a and c 1 WARNING 1 file",
            "b and c ? UNKNOWN cannot be told");
    assertThat(figure.table()).isEqualTo(Target.page("merges", "forecast-pairs"));
  }

  @Test
  void the_lanes_of_waves_hold_what_each_of_them_merges() {
    MergeForecast none = MergeForecast.NONE;
    Assessment assessment = Cases.written(PLAN + WAVES).evidence(live().forecast(none)).assess();
    Block.Figure figure = Figures.one(Pages.of(assessment, "merges"));
    Lanes lanes = (Lanes) figure.picture();

    assertThat(figure.description())
        .isEqualTo("Not through, or not known to be: 1 of 1 wave, first First wave.");
    assertThat(lanes.lanes().get(0).head().note()).isEqualTo("not merged");
    assertThat(lanes.lanes().get(0).marks()).extracting(Mark::name).containsExactly("a", "b", "c");
    assertThat(lanes.lanes().get(0).more()).isZero();
  }
}
