package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.BranchLine;
import dev.coord.evidence.BranchLine.Kind;
import dev.coord.evidence.BranchLine.Place;
import dev.coord.evidence.Observation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a branch was, commit after commit, beside {@code git log --first-parent}. */
class LineReaderTest {

  private static final long LONG_AGO = 978_307_200;

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.commit("readme", "1\n");
  }

  private Observation<BranchLine> read(String branch, Optional<Instant> since) {
    return repository.line(branch, since);
  }

  private List<Place> places(String branch) {
    return read(branch, Optional.empty()).optional().orElseThrow().places();
  }

  private List<String> firstParents(String branch) {
    return List.of(repository.git("log", "--first-parent", "--format=%H", branch).split("\n"));
  }

  @Test
  void the_line_is_that_of_the_first_parents() {
    repository.startBranch("x").commit("a", "1\n");
    repository.checkout("main").commit("b", "1\n");
    repository.merge("x");
    repository.commit("c", "1\n");

    assertThat(places("main"))
        .extracting(Place::kind)
        .containsExactly(Kind.COMMIT, Kind.MERGE, Kind.COMMIT, Kind.ROOT);
    assertThat(places("main"))
        .extracting(place -> place.commit().id())
        .containsExactlyElementsOf(firstParents("main"));
    assertThat(places("main").get(1).names()).containsExactly("x");
    assertThat(places("main").get(1).merged()).containsExactly(repository.git("rev-parse", "x"));
    assertThat(places("main").get(0).commit().paths()).containsExactly("c");
  }

  @Test
  void both_sides_of_a_pull_belong_to_the_line() {
    repository.startBranch("theirs");
    String theirs = repository.commit("a", "1\n");
    repository.checkout("main");
    String mine = repository.commit("b", "1\n");
    repository.git(
        "merge", "-q", "--no-ff", "-m", "Merge branch 'main' of example.org:x/y", "theirs");

    assertThat(places("main"))
        .extracting(place -> place.commit().id(), Place::kind)
        .contains(tuple(theirs, Kind.COMMIT), tuple(mine, Kind.COMMIT))
        .hasSize(4);
    assertThat(places("main").get(0).kind()).isEqualTo(Kind.PULL);
    assertThat(firstParents("main")).doesNotContain(theirs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Merge branch 'main' into x",
        "Merge branch 'origin/main' into x - Resolve conflicts",
        "Merge remote-tracking branch 'origin/main' into x # Please enter a message"
      })
  void a_branch_that_merged_the_target_and_became_it_is_no_commit_of_the_target(String subject) {
    repository.startBranch("x");
    String own = repository.commit("a", "1\n");
    repository.checkout("main");
    String main = repository.commit("b", "1\n");
    repository.checkout("x").git("merge", "-q", "--no-ff", "-m", subject, "main");
    repository.checkout("main").git("merge", "-q", "--ff-only", "x");

    assertThat(firstParents("main")).contains(own).doesNotContain(main);
    assertThat(places("main"))
        .extracting(place -> place.commit().id())
        .contains(main)
        .doesNotContain(own);
    assertThat(places("main").get(0).into()).contains("x");
  }

  @Test
  void what_a_service_squashed_is_told_by_the_number_of_its_request() {
    repository.write("a", "1\n").commit("Add a (#12)");
    repository.write("b", "1\n").commit("Add b (see #12)");

    assertThat(places("main")).extracting(Place::request).containsExactly(false, true, false);
  }

  @Test
  void what_is_older_than_asked_for_is_left_out() {
    repository.commit("a", "1\n");
    String newest = repository.commit("b", "1\n");
    Instant time =
        Instant.ofEpochSecond(Long.parseLong(repository.git("log", "-1", "--format=%ct")));

    assertThat(read("main", Optional.of(time)).optional().orElseThrow().places())
        .extracting(place -> place.commit().id())
        .containsExactly(newest);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 25})
  void what_lies_above_a_commit_that_belongs_belongs_whatever_its_clock_says(int backdated) {
    repository.commit("before", "1\n");
    String first = repository.commit("a", "1\n");
    Instant started = timeOf(first);
    for (int i = 0; i < backdated; i++) {
      repository.commit("b", i + "\n");
      repository.redate(LONG_AGO);
    }

    assertThat(read("main", Optional.of(started)).optional().orElseThrow().places())
        .extracting(place -> place.commit().id())
        .containsExactly(
            repository.git("rev-list", "--first-parent", first + "^..main").split("\n"));
  }

  @Test
  void a_side_that_was_pulled_in_and_is_older_does_not_belong() {
    repository.startBranch("theirs").commit("a", "1\n");
    String old = repository.redate(LONG_AGO);
    repository.checkout("main");
    String mine = repository.commit("b", "1\n");
    repository.git(
        "merge", "-q", "--no-ff", "-m", "Merge branch 'main' of example.org:x/y", "theirs");

    assertThat(places("main")).extracting(place -> place.commit().id()).contains(old, mine);
    assertThat(read("main", Optional.of(timeOf(mine))).optional().orElseThrow().places())
        .extracting(place -> place.commit().id())
        .containsExactly(repository.git("rev-parse", "main"), mine);
  }

  private Instant timeOf(String commit) {
    return Instant.ofEpochSecond(
        Long.parseLong(repository.git("show", "-s", "--format=%ct", commit)));
  }

  @Test
  void a_branch_that_is_not_there_has_no_line() {
    BranchLine line = read("nowhere", Optional.empty()).optional().orElseThrow();

    assertThat(line.ref()).isEmpty();
    assertThat(line.places()).isEmpty();
  }

  @Test
  void a_shallow_clone_is_unknown_and_names_fetch_depth() {
    repository.commit("a", "1\n");
    repository.git("clone", "-q", "--depth", "1", "file://" + directory, "clone");
    TestRepository clone = TestRepository.at(directory.resolve("clone"));
    repository = clone;

    assertThat(read("main", Optional.empty()))
        .isInstanceOfSatisfying(
            Observation.Unknown.class,
            unknown -> assertThat(unknown.remedy()).contains("fetch-depth: 0"));
  }
}
