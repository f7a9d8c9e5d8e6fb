package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.ForecastQuestion;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of which merged branches the changes are that others conflict with. */
class LandingsTest {

  private static final String LINES = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

  @TempDir Path directory;

  private TestRepository repository;

  /** Two branches are merged, each with a line of one file; two more change the same lines. */
  @BeforeEach
  void make() {
    repository = TestRepository.init(directory.resolve("shop"));
    repository.commit("file", LINES);
    for (String name : List.of("one", "nine")) {
      String line = name.equals("one") ? "1" : "9";
      for (String state : List.of("live", "merged")) {
        repository.git("checkout", "-q", "-b", state + "-" + name, "main");
        repository.commit("file", LINES.replace(line, state));
        repository.checkout("main");
      }
    }
    for (String name : List.of("merged-one", "merged-nine")) {
      repository.merge(name);
      repository.commit("other", name + "\n");
    }
  }

  @Test
  void a_conflict_names_the_merged_branch_whose_line_it_is_about() {
    assertThat(clash("live-one").landed()).containsExactly("merged-one");
    assertThat(clash("live-one").others()).isFalse();
    assertThat(clash("live-nine").landed()).containsExactly("merged-nine");
    assertThat(clash("live-nine").others()).isFalse();
  }

  @Test
  void a_file_that_a_merged_branch_deleted_or_added_too_names_it() {
    repository.git("checkout", "-q", "-b", "live-both", "main");
    repository.commit("added", "live\n");
    repository.commit("other", "live\n");
    repository.git("checkout", "-q", "-b", "merged-both", "main");
    repository.git("rm", "-q", "other");
    repository.commit("added", "merged\n");
    repository.checkout("main").merge("merged-both");

    assertThat(clashes("live-both"))
        .extracting(Clash::path, Clash::kind, Clash::landed, Clash::others)
        .containsExactlyInAnyOrder(
            tuple("added", Kind.BOTH_ADDED, List.of("merged-both"), false),
            tuple("other", Kind.DELETED_AND_CHANGED, List.of("merged-both"), false));
  }

  @Test
  void a_directory_in_the_place_of_a_file_names_the_branch_that_made_it() {
    repository.git("checkout", "-q", "-b", "live-place", "main");
    repository.commit("place", "live\n");
    repository.git("checkout", "-q", "-b", "merged-place", "main");
    repository.commit("place/inside", "merged\n");
    repository.checkout("main").merge("merged-place");

    assertThat(clashes("live-place"))
        .extracting(Clash::kind, Clash::landed)
        .containsExactly(tuple(Kind.FILE_AND_DIRECTORY, List.of("merged-place")));
  }

  @Test
  void what_more_changes_landed_than_are_merged_cannot_be_told() throws IOException {
    assertThat(landed("live-one", 2))
        .isEqualTo(new Landings.Landed(List.of("merged-one"), false, Optional.empty()));
    assertThat(landed("live-one", 1))
        .isEqualTo(Landings.Landed.untold("more than 1 changes landed in files that conflict"));
  }

  private Landings.Landed landed(String branch, int most) throws IOException {
    Map<String, BranchEvidence> all = repository.observe(questions(branch)).branches();
    RepositoryLocation location =
        RepositoryLocation.find(repository.directory()).optional().orElseThrow();
    RepositoryFormat format =
        RepositoryFormat.read(location.commonDirectory()).optional().orElseThrow();
    try (ObjectStore store = new ObjectStore(location)) {
      ObjectId head = new References(store, location, format).commit("HEAD").orElseThrow();
      Internals git = new Internals(location, format, store, head);
      MemoryMerge merges = new MemoryMerge(git, git.head());
      CommitNode main = node(git, "main");
      CommitNode tip = node(git, branch);
      TreeMerge.Conflict conflict = new TreeMerge.Conflict(Kind.CONTENT, List.of());
      return new Landings(git, merges, all, most).landed(main, tip, "file", conflict);
    }
  }

  private CommitNode node(Internals git, String branch) throws IOException {
    return git.graph().node(ObjectId.fromString(repository.git("rev-parse", branch)));
  }

  private Clash clash(String branch) {
    assertThat(clashes(branch)).hasSize(1);
    return clashes(branch).get(0);
  }

  private List<Clash> clashes(String branch) {
    return repository.observe(questions(branch)).forecast().optional().orElseThrow().now().stream()
        .map(step -> step.clashes().optional().orElseThrow())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Clash::path))
        .toList();
  }

  private GitQuestions questions(String live) {
    List<BranchQuestion> branches = new ArrayList<>();
    for (String line : repository.git("branch", "--format=%(refname:short)").lines().toList()) {
      if (line.startsWith("merged-") || line.equals(live)) {
        branches.add(TestRepository.branch(line));
      }
    }
    return TestRepository.forecast(
        branches,
        new ForecastQuestion(List.of(live), List.of(), List.of(), Optional.empty(), Set.of(live)));
  }
}
