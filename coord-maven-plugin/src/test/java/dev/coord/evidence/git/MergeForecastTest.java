package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Kind;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pairs are merged, and in which order waves are. */
class MergeForecastTest {

  @TempDir private Path directory;
  private TestRepository git;

  @BeforeEach
  void begin() {
    git = TestRepository.init(directory);
    git.write("shared.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n")
        .write("other.txt", "x\n")
        .commit("Begin");
  }

  private void branch(String name, String... pathsAndTexts) {
    git.checkout("main").startBranch(name);
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      git.write(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    git.commit("Work on " + name);
    git.checkout("main");
  }

  private MergeForecast forecast(List<ForecastQuestion.Wave> waves, String... branches) {
    return forecast(List.of(), waves, branches);
  }

  private MergeForecast forecast(
      List<ForecastQuestion.Queued> queue, List<ForecastQuestion.Wave> waves, String... branches) {
    List<BranchQuestion> questions =
        Arrays.stream(branches)
            .map(name -> new BranchQuestion(name, Optional.empty(), "main", Set.of(), false))
            .toList();
    return git.observe(
            TestRepository.forecast(
                questions,
                new ForecastQuestion(
                    List.of(branches), queue, waves, Optional.of("main"), Set.of())))
        .forecast()
        .optional()
        .orElseThrow();
  }

  private static ForecastQuestion.Wave wave(String id, String... branches) {
    return new ForecastQuestion.Wave(id, Optional.empty(), "main", List.of(branches));
  }

  private static List<String> told(List<MergeForecast.Step> steps) {
    return steps.stream().map(step -> step.branch() + " " + told(step.clashes())).toList();
  }

  private static String told(Observation<List<Clash>> clashes) {
    return clashes
        .map(
            all ->
                all.stream()
                    .map(c -> c.path() + " " + c.kind().words() + " " + c.with())
                    .toList()
                    .toString())
        .optional()
        .orElse("unknown");
  }

  @Test
  void branches_without_a_common_path_are_no_pair() {
    branch("a", "a.txt", "a\n");
    branch("b", "b.txt", "b\n");

    MergeForecast forecast = forecast(List.of(), "a", "b");

    assertThat(forecast.live()).containsExactly("a", "b");
    assertThat(forecast.pairs()).isEmpty();
    assertThat(forecast.now()).isEmpty();
  }

  @Test
  void branches_that_are_merged_or_not_begun_are_not_live() {
    branch("a", "a.txt", "a\n");
    git.merge("a");
    git.git("branch", "b");

    assertThat(forecast(List.of(), "a", "b", "gone")).isEqualTo(MergeForecast.NONE);
  }

  @Test
  void a_pair_with_a_common_path_is_merged_with_or_without_a_conflict() {
    branch("a", "shared.txt", "one\n2\n3\n4\n5\n6\n7\n8\n9\n");
    branch("b", "shared.txt", "1\n2\n3\n4\n5\n6\n7\n8\nnine\n");
    branch("c", "shared.txt", "uno\n2\n3\n4\n5\n6\n7\n8\n9\n");

    assertThat(forecast(List.of(), "a", "b", "c").pairs())
        .extracting(pair -> pair.ours() + pair.theirs() + " " + told(pair.clashes()))
        .containsExactly("ab []", "ac [shared.txt content []]", "bc []");
  }

  @Test
  void a_file_and_a_directory_of_one_name_make_a_pair() {
    branch("a", "new", "a\n");
    branch("b", "new/b.txt", "b\n");

    assertThat(forecast(List.of(), "a", "b").pairs())
        .extracting(pair -> told(pair.clashes()))
        .containsExactly("[new file and directory []]");
  }

  @Test
  void a_change_that_came_with_the_base_of_another_branch_conflicts_too() {
    branch("old", "shared.txt", "one\n2\n3\n4\n5\n6\n7\n8\n9\n");
    git.commit("shared.txt", "eins\n2\n3\n4\n5\n6\n7\n8\n9\n");
    branch("new", "other.txt", "y\n");

    MergeForecast forecast = forecast(List.of(), "old", "new");

    assertThat(forecast.pairs())
        .extracting(pair -> told(pair.clashes()))
        .containsExactly("[shared.txt content []]");
    assertThat(told(forecast.now())).containsExactly("old [shared.txt content []]");
  }

  @Test
  void the_queue_merges_each_into_what_those_before_leave() {
    branch("a", "shared.txt", "one\n2\n3\n4\n5\n6\n7\n8\n9\n");
    branch("b", "shared.txt", "uno\n2\n3\n4\n5\n6\n7\n8\n9\n");
    git.git("branch", "release");
    List<ForecastQuestion.Queued> queue =
        List.of(
            new ForecastQuestion.Queued("a", "main"),
            new ForecastQuestion.Queued("b", "main"),
            new ForecastQuestion.Queued("b", "release"));

    MergeForecast forecast = forecast(queue, List.of(), "a", "b");

    assertThat(told(forecast.queue()))
        .containsExactly("a []", "b [shared.txt content [a]]", "b []");
    assertThat(forecast.now()).isEmpty();
  }

  private static String numbers(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i <= to; i++) {
      text.append("line ").append(i).append('\n');
    }
    return text.toString();
  }

  @Test
  void a_change_of_a_file_that_the_other_renamed_is_merged_at_its_new_name() {
    git.commit("Cart.java", numbers(1, 20));
    branch("change", "Cart.java", "first\n" + numbers(2, 20));
    branch("clash", "Cart.java", "erste\n" + numbers(2, 20));
    git.startBranch("rename").git("rm", "-q", "Cart.java");
    git.write("Basket.java", numbers(1, 19) + "last\n").commit("Rename");
    git.startBranch("both").write("Basket.java", "uno\n" + numbers(2, 19) + "last\n");
    git.commit("Rename and change");
    git.checkout("main");

    assertThat(forecast(List.of(), "change", "rename", "both").pairs())
        .extracting(pair -> pair.ours() + " " + pair.theirs() + " " + told(pair.clashes()))
        .containsExactly(
            "change rename []", "change both [Basket.java content []]", "rename both []");
    Clash clash =
        forecast(List.of(), "clash", "both")
            .pairs()
            .get(0)
            .clashes()
            .optional()
            .orElseThrow()
            .get(0);
    assertThat(clash.otherNames()).containsExactly("Cart.java");
  }

  @Test
  void two_files_that_were_renamed_to_one_name_conflict_there() {
    git.write("one.txt", numbers(1, 20)).commit("two.txt", numbers(31, 50));
    for (String[] side :
        new String[][] {{"a", "one.txt", "two.txt"}, {"b", "two.txt", "one.txt"}}) {
      git.startBranch(side[0]).git("mv", side[1], "both.txt");
      git.write(
          side[2], "more\n" + numbers(side[0].equals("a") ? 31 : 1, side[0].equals("a") ? 50 : 20));
      git.commit("Rename");
      git.checkout("main");
    }

    assertThat(forecast(List.of(), "a", "b").pairs())
        .extracting(pair -> told(pair.clashes()))
        .containsExactly("[both.txt two files renamed to one name []]");
  }

  @Test
  void a_file_put_into_a_directory_that_the_other_renamed_makes_a_pair_and_conflicts() {
    git.write("old/a.txt", numbers(1, 9)).commit("old/b.txt", numbers(11, 19));
    branch("add", "old/new.txt", "new\n");
    git.startBranch("move").git("mv", "old", "moved");
    git.commit("Move");
    git.checkout("main");

    MergeForecast forecast = forecast(List.of(wave("w", "move", "add")), "add", "move");

    assertThat(forecast.pairs())
        .extracting(pair -> told(pair.clashes()))
        .containsExactly("[moved/new.txt in a renamed directory []]");
    assertThat(told(forecast.waves().get(0).steps()))
        .containsExactly("move []", "add [moved/new.txt in a renamed directory [move]]");
  }

  @Test
  void a_file_that_a_renamed_directory_brings_back_to_its_old_name_conflicts_there() {
    git.write("src/a/one.txt", numbers(1, 9)).write("lib/keep.txt", "k\n");
    git.commit("lib/two.txt", numbers(11, 19));
    git.startBranch("x").git("mv", "lib/two.txt", "src/a/two.txt");
    git.commit("Move two");
    git.checkout("main").startBranch("y").git("mv", "src/a/one.txt", "lib/one.txt");
    git.commit("Move the directory");
    git.checkout("main");

    for (String[] pair : new String[][] {{"x", "y"}, {"y", "x"}}) {
      assertThat(forecast(List.of(), pair).pairs())
          .extracting(one -> told(one.clashes()))
          .containsExactly("[lib/two.txt in a renamed directory []]");
    }
  }

  @Test
  void after_a_file_met_a_directory_the_directory_has_the_name() {
    branch("file", "x", "file\n");
    branch("one", "x/f", "f\n");
    branch("two", "x/g", "g\n");

    assertThat(
            told(
                forecast(List.of(wave("w", "file", "one", "two")), "file", "one", "two")
                    .waves()
                    .get(0)
                    .steps()))
        .containsExactly("file []", "one [x file and directory [file]]", "two []");
  }

  @Test
  void a_branch_that_adds_to_a_directory_that_was_renamed_since_conflicts_with_its_target() {
    git.write("old/a.txt", numbers(1, 9)).commit("old/b.txt", numbers(11, 19));
    branch("add", "old/new.txt", "new\n");
    git.git("mv", "old", "moved");
    git.commit("Move");

    assertThat(told(forecast(List.of(), "add").now()))
        .containsExactly("add [moved/new.txt in a renamed directory []]");
  }

  private List<String> merged(String attributes) {
    git.commit(".gitattributes", attributes);
    branch("a", "shared.txt", "one\n2\n3\n4\n5\n6\n7\n8\n9\n");
    branch("b", "shared.txt", "1\n2\n3\n4\n5\n6\n7\n8\nnine\n");
    branch("c", "shared.txt", "uno\n2\n3\n4\n5\n6\n7\n8\n9\n");
    return forecast(List.of(), "a", "b", "c").pairs().stream()
        .map(pair -> pair.ours() + pair.theirs() + " " + told(pair.clashes()))
        .toList();
  }

  private List<String> ofGit() {
    return List.of("a b", "a c", "b c").stream()
        .map(
            pair ->
                pair.replace(" ", "")
                    + (git.git(
                                "-c",
                                "alias.m=!f() { git merge-tree --write-tree --name-only"
                                    + " --no-messages $1 $2 || true; }; f",
                                "m",
                                pair.substring(0, 1),
                                pair.substring(2))
                            .contains("shared.txt")
                        ? " conflict"
                        : " []"))
        .toList();
  }

  private static List<String> verdicts(List<String> told) {
    return told.stream()
        .map(one -> one.endsWith(" []") ? one : one.substring(0, 2) + " conflict")
        .toList();
  }

  @Test
  void a_file_that_is_not_merged_by_lines_conflicts_wherever_both_changed_it() {
    List<String> told = merged("# By hand\n*.txt text\nshared.txt binary\n");

    assertThat(told)
        .containsExactly(
            "ab [shared.txt binary []]", "ac [shared.txt binary []]", "bc [shared.txt binary []]");
    assertThat(verdicts(told)).isEqualTo(ofGit());
  }

  @Test
  void a_file_with_the_lines_of_both_does_not_conflict() {
    List<String> told = merged("[attr]log merge=union\n*.txt -merge\n/shared.txt log\n");

    assertThat(told).containsExactly("ab []", "ac []", "bc []");
    assertThat(verdicts(told)).isEqualTo(ofGit());
  }

  @Test
  void a_branch_does_not_bring_the_attributes_by_which_it_is_merged() {
    branch("a", "shared.txt", "one\n2\n3\n4\n5\n6\n7\n8\n9\n");
    branch("b", "shared.txt", "uno\n2\n3\n4\n5\n6\n7\n8\n9\n", ".gitattributes", "* merge=union\n");
    git.checkout("b");

    assertThat(forecast(List.of(), "a", "b").pairs())
        .extracting(pair -> told(pair.clashes()))
        .containsExactly("[shared.txt content []]");
  }

  @Test
  void a_driver_that_is_configured_makes_the_merge_unknown_and_one_that_is_not_is_none() {
    List<String> unset = merged("*.txt merge=ours-only\n");
    git.git("config", "merge.ours-only.driver", "true");

    assertThat(unset).containsExactly("ab []", "ac [shared.txt content []]", "bc []");
    assertThat(verdicts(unset)).isNotEqualTo(ofGit());
    assertThat(forecast(List.of(), "a", "b").pairs())
        .extracting(pair -> told(pair.clashes()))
        .containsExactly("unknown");
  }

  @Test
  void attributes_nearer_to_the_file_come_first_and_those_of_the_repository_before_all()
      throws IOException {
    git.write(".gitattributes", "*.txt -merge\n").write("near/.gitattributes", "*.txt merge\n");
    git.write("near/x.txt", numbers(1, 9)).commit("far/x.txt", numbers(1, 9));
    for (String[] side :
        new String[][] {{"a", "first\n", "line 9\n"}, {"b", "line 1\n", "last\n"}}) {
      String text = side[1] + numbers(2, 8) + side[2];
      branch(side[0], "near/x.txt", text, "far/x.txt", text);
    }

    assertThat(forecast(List.of(), "a", "b").pairs())
        .extracting(pair -> told(pair.clashes()))
        .containsExactly("[far/x.txt binary []]");
    Files.createDirectories(directory.resolve(".git/info"));
    Files.writeString(directory.resolve(".git/info/attributes"), "x.txt merge=union\n");
    assertThat(forecast(List.of(), "a", "b").pairs())
        .extracting(pair -> told(pair.clashes()))
        .containsExactly("[]");
  }

  @Test
  void a_wave_merges_each_into_what_those_before_leave() {
    branch("a", "shared.txt", "one\n2\n3\n4\n5\n6\n7\n8\n9\n");
    branch("b", "other.txt", "y\n");
    branch("c", "shared.txt", "uno\n2\n3\n4\n5\n6\n7\n8\nnueve\n", "other.txt", "z\n");
    branch("d", "shared.txt", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n");

    MergeForecast forecast =
        forecast(List.of(wave("first", "a", "b"), wave("second", "c", "d")), "a", "b", "c", "d");

    assertThat(forecast.waves())
        .extracting(MergeForecast.Wave::id)
        .containsExactly("first", "second");
    assertThat(told(forecast.waves().get(0).steps())).containsExactly("a []", "b []");
    assertThat(told(forecast.waves().get(1).steps()))
        .containsExactly("c [other.txt content [b], shared.txt content [a]]", "d []");
  }

  @Test
  void a_wave_into_a_branch_to_come_begins_where_that_is_made_from() {
    branch("a", "shared.txt", "one\n2\n3\n4\n5\n6\n7\n8\n9\n");

    List<ForecastQuestion.Wave> waves =
        List.of(
            new ForecastQuestion.Wave("w", Optional.of("main"), "release", List.of("a")),
            new ForecastQuestion.Wave("x", Optional.empty(), "nowhere", List.of("a")));

    assertThat(forecast(waves, "a").waves())
        .extracting(one -> told(one.steps()))
        .containsExactly(List.of("a []"), List.of("a unknown"));
  }

  @Test
  void branches_without_a_common_commit_are_unknown() {
    branch("a", "shared.txt", "a\n");
    git.git("checkout", "-q", "--orphan", "lone");
    git.commit("shared.txt", "lone\n");
    git.git("checkout", "-q", "main");

    assertThat(forecast(List.of(), "a", "lone").live()).containsExactly("a");
  }

  @Test
  void each_of_many_pairs_conflicts_as_it_does_alone() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      names.add("line" + i);
      branch("line" + i, "shared.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n".replace(i + "\n", "x\n"));
    }
    names.addAll(List.of("added", "deleted", "yonder", "zigzag"));
    branch("added", "shared.txt", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    git.startBranch("deleted").git("rm", "-q", "shared.txt");
    git.commit("Delete it");
    git.checkout("main");
    branch("yonder", "shared.txt", "1\n2\n3\n4\n5\n6\n7\n8\ny\n");
    branch("zigzag", "other.txt", "z\n");
    String zigzag = git.git("rev-parse", "zigzag");
    git.checkout("zigzag").git("merge", "-q", "--no-ff", "-m", "To and", "yonder");
    git.checkout("yonder").git("merge", "-q", "--no-ff", "-m", "fro", zigzag);
    git.checkout("main");
    assertThat(git.git("merge-base", "--all", "yonder", "zigzag").lines()).hasSize(2);

    List<MergeForecast.Pair> pairs = forecast(List.of(), names.toArray(String[]::new)).pairs();

    assertThat(pairs).hasSizeGreaterThanOrEqualTo(PairForecast.FEW);
    assertThat(pairs.stream().filter(pair -> pair.clashes().optional().orElseThrow().isEmpty()))
        .hasSizeBetween(10, pairs.size() - 10);
    for (MergeForecast.Pair pair : pairs) {
      assertThat(forecast(List.of(), pair.ours(), pair.theirs()).pairs()).containsExactly(pair);
    }
  }

  @Test
  void more_pairs_than_are_merged_are_counted() {
    StringBuilder all = new StringBuilder();
    String main = git.git("rev-parse", "main");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      names.add("w" + i);
      all.append("commit refs/heads/w" + i + "\ncommitter A <a@b> 1700001000 +0000\ndata 1\nx\n")
          .append("from " + main + "\nM 100644 inline hot.txt\ndata 2\n" + (10 + i) + "\n\n");
    }
    git.gitWithInput(all.toString().getBytes(), "fast-import", "--quiet");

    MergeForecast forecast = forecast(List.of(), names.toArray(String[]::new));

    assertThat(forecast.pairs()).hasSize(MergeForecaster.MOST_PAIRS);
    assertThat(forecast.left()).isEqualTo(70 * 69 / 2 - MergeForecaster.MOST_PAIRS);
    assertThat(forecast.pairs().get(0).clashes().optional().orElseThrow())
        .containsExactly(
            new Clash("hot.txt", Kind.BOTH_ADDED, List.of(), List.of(), false, List.of()));
  }

  @Test
  void nothing_is_written() throws IOException {
    branch("a", "shared.txt", "one\n2\n3\n4\n5\n6\n7\n8\n9\n");
    branch("b", "shared.txt", "uno\n2\n3\n4\n5\n6\n7\n8\n9\n");
    Map<String, Long> before = files();

    assertThat(forecast(List.of(wave("w", "a", "b")), "a", "b").pairs()).hasSize(1);

    assertThat(files()).isEqualTo(before);
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  files.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return files;
  }
}
