package dev.coord.evidence.git;

import static dev.coord.evidence.MergeState.Kind.MERGED;
import static dev.coord.evidence.MergeState.Kind.NOT_STARTED;
import static dev.coord.evidence.MergeState.Kind.ON_LINE;
import static dev.coord.evidence.MergeState.Kind.UNMERGED;
import static dev.coord.evidence.Proof.Strength.ATTESTED;
import static dev.coord.evidence.Proof.Strength.OBSERVED;
import static dev.coord.evidence.git.TestRepository.branch;
import static dev.coord.evidence.git.TestRepository.merges;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchDelta.Basis;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.evidence.Proof.Strength;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeStateTest {

  private static final String ANA = "ana@example.org";
  private static final String BO = "Bo <bo@example.org>";

  @TempDir Path directory;

  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory).as(BO);
    repository.commit("readme", "1\n");
    repository.as("Ana <ana@example.org>");
  }

  @Test
  void a_branch_with_commits_of_its_own_is_unmerged() {
    repository.startBranch("work").commit("a", "1\n");
    repository.commit("b", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    MergeState state = state("work", UNMERGED, OBSERVED);
    assertThat(state.how()).isEqualTo("2 commits are not merged");
    BranchDelta delta = repository.delta("work");
    assertThat(delta.basis()).isEqualTo(Basis.LIVE);
    assertThat(delta.ahead()).isEqualTo(2);
    assertThat(delta.behind()).isEqualTo(1);
    assertThat(delta.base()).isEqualTo(id("main"));
    assertThat(delta.mergeBase()).isEqualTo(id("main~1"));
    assertThat(delta.tip()).isEqualTo(id("work"));
    assertThat(delta.baseName()).isEqualTo("main");
  }

  @Test
  void a_merge_commit_shows_what_it_brought() {
    repository.startBranch("work").commit("a", "1\n");
    repository.commit("b", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    String merge = repository.merge("work");
    repository.commit("a", "changed later\n");
    MergeState state = state("work", MERGED, OBSERVED);
    assertThat(state.merge().map(Commit::id)).contains(merge);
    BranchDelta delta = repository.delta("work");
    assertThat(delta.basis()).isEqualTo(Basis.MERGE);
    assertThat(delta.base()).isEqualTo(id(merge + "^1"));
    assertThat(delta.tip()).isEqualTo(id(merge + "^2"));
    assertThat(delta.changes()).extracting(FileChange::path).containsExactly("a", "b");
    assertThat(delta.commits()).extracting(Commit::subject).containsExactly("Change b", "Change a");
    assertThat(delta.ahead()).isEqualTo(2);
  }

  @Test
  void a_branch_merged_by_way_of_another_shows_its_own_commits_only() {
    repository.startBranch("inner").commit("inner", "1\n");
    repository.checkout("main").startBranch("outer").commit("outer", "1\n");
    repository.merge("inner");
    repository.checkout("main").commit("readme", "2\n");
    String merge = repository.merge("outer");
    MergeState state = state("inner", MERGED, OBSERVED);
    assertThat(state.merge().map(Commit::id)).contains(merge);
    assertThat(repository.delta("inner").changes())
        .extracting(FileChange::path)
        .containsExactly("inner");
    assertThat(repository.delta("outer").changes())
        .extracting(FileChange::path)
        .containsExactly("inner", "outer");
  }

  @Test
  void a_branch_that_went_on_after_its_merge_is_unmerged_again() {
    repository.startBranch("work").commit("a", "1\n");
    repository.checkout("main").merge("work");
    repository.checkout("work").commit("b", "1\n");
    state("work", UNMERGED, OBSERVED);
    assertThat(repository.delta("work").changes())
        .extracting(FileChange::path)
        .containsExactly("b");
  }

  @Test
  void a_squash_is_seen_by_its_content() {
    repository.startBranch("work").commit("a", "1\n");
    repository.commit("b", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    repository.git("merge", "-q", "--squash", "work");
    String squash = repository.commit("Add a and b (#7)");
    repository.commit("a", "changed later\n");
    MergeState state = state("work", MERGED, OBSERVED);
    assertThat(state.merge().map(Commit::id)).contains(squash);
    assertThat(state.how()).isEqualTo("one commit has the whole change");
    assertThat(repository.delta("work").basis()).isEqualTo(Basis.COPIED);
    assertThat(repository.delta("work").changes())
        .extracting(FileChange::path)
        .containsExactly("a", "b");
  }

  @Test
  void a_squash_is_seen_by_its_patch_when_other_lines_changed_before() {
    String lines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
    repository.commit("a", lines);
    repository.startBranch("work").commit("a", lines.replace("12\n", "twelve\n"));
    repository.checkout("main").commit("a", lines.replace("1\n2\n", "one\n2\n"));
    repository.git("merge", "-q", "--squash", "work");
    String squash = repository.commit("Twelve");
    repository.commit("a", "all new\n");
    MergeState state = state("work", MERGED, OBSERVED);
    assertThat(state.merge().map(Commit::id)).contains(squash);
  }

  @Test
  void a_squash_of_two_branches_is_seen_by_the_patch_of_each() {
    String lines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
    repository.write("b", lines).commit("a", lines);
    repository.startBranch("work").commit("a", lines.replace("12\n", "twelve\n"));
    repository.checkout("main").startBranch("more");
    repository.commit("b", lines.replace("12\n", "twelve\n"));
    repository.checkout("main").write("b", lines.replace("1\n2\n", "one\n2\n"));
    repository.commit("a", lines.replace("1\n2\n", "one\n2\n"));
    String both = lines.replace("1\n2\n", "one\n2\n").replace("12\n", "twelve\n");
    String squash = repository.write("a", both).commit("b", both);

    assertThat(state("work", MERGED, OBSERVED).merge().map(Commit::id)).contains(squash);
    assertThat(state("more", MERGED, OBSERVED).merge().map(Commit::id)).contains(squash);
  }

  @Test
  void the_same_patch_at_another_place_is_no_squash() {
    repository.commit("a", blocks(0));
    repository.startBranch("work").commit("a", blocks(1));
    repository.checkout("main").commit("a", blocks(5));
    state("work", UNMERGED, OBSERVED);
  }

  @Test
  void a_patch_is_at_its_place_when_lines_were_added_before_it() {
    repository.commit("a", blocks(0));
    repository.startBranch("work").commit("a", blocks(5));
    repository.checkout("main").commit("a", "new\n" + blocks(0));
    repository.git("merge", "-q", "--squash", "work");
    String squash = repository.commit("Five");
    repository.commit("a", "all new\n");
    assertThat(state("work", MERGED, OBSERVED).merge().map(Commit::id)).contains(squash);
  }

  @Test
  void the_same_patch_where_lines_were_added_is_no_squash() {
    repository.commit("a", blocks(0));
    repository.startBranch("work").commit("a", blocks(5));
    repository.checkout("main").commit("a", "new\n" + blocks(0));
    repository.commit("a", "new\n" + blocks(4));
    state("work", UNMERGED, OBSERVED);
  }

  @Test
  void a_squash_is_found_when_the_merge_base_came_into_the_target_later() {
    repository.startBranch("side");
    for (int i = 1; i <= 4; i++) {
      repository.commit("side" + i, "1\n");
    }
    repository.startBranch("g").commit("g", "1\n");
    repository.checkout("main").git("merge", "-q", "--squash", "g");
    String squash = repository.commit("All of g (#8)");
    repository.merge("side");
    MergeState state = state("g", MERGED, OBSERVED);
    assertThat(state.merge().map(Commit::id)).contains(squash);
  }

  @Test
  void a_squash_is_not_looked_for_before_the_branch_began() {
    repository.commit("g", "1\n");
    repository.commit("g", "2\n");
    repository.startBranch("side").commit("side", "1\n");
    repository.startBranch("g").commit("g", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    repository.merge("side");
    state("g", UNMERGED, OBSERVED);
  }

  @Test
  void a_rebased_branch_is_merged_when_its_last_commit_is() {
    repository.startBranch("work").commit("a", "1\n");
    repository.commit("b", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    repository.git("cherry-pick", "work~1");
    state("work", UNMERGED, OBSERVED);
    repository.git("cherry-pick", "work");
    String last = id("main");
    repository.commit("readme", "3\n");
    assertThat(state("work", MERGED, OBSERVED).merge().map(Commit::id)).contains(last);
  }

  @Test
  void a_similar_change_is_no_squash() {
    repository.startBranch("work").commit("a", "1\n");
    repository.checkout("main").commit("a", "one\n");
    repository.write("a", "1\n").write("more", "x\n").commit("Change a and more");
    repository.commit("a", "2\n");
    repository.checkout("work").commit("b", "1\n");
    state("work", UNMERGED, OBSERVED);
  }

  @Test
  void a_branch_without_net_change_is_unmerged() {
    repository.startBranch("work").commit("a", "1\n");
    repository.git("revert", "--no-edit", "HEAD");
    state("work", UNMERGED, OBSERVED);
  }

  @Test
  void a_branch_at_its_start_is_not_started() {
    repository.git("branch", "work");
    assertThat(state("work", NOT_STARTED, ATTESTED).how())
        .isEqualTo("by this clone's reflog no commit was ever made on it");
    repository.as(BO).commit("readme", "2\n");
    state("work", NOT_STARTED, ATTESTED);
    BranchDelta delta = delta(question("work", ANA));
    assertThat(delta.changes()).isEmpty();
    assertThat(delta.commits()).isEmpty();
    assertThat(delta.behind()).isEqualTo(1);
  }

  @Test
  void a_branch_at_its_start_has_no_commit_of_its_own_where_no_reflog_tells_more() {
    repository.git("branch", "work");
    repository.forgetReflogs();
    assertThat(state("work", ON_LINE, OBSERVED, ANA).how())
        .isEqualTo("it has no commit of its own");
  }

  @Test
  void a_rule_about_a_fast_forwarded_branch_sees_what_its_workstream_sees() {
    repository.startBranch("work").commit("a", "1\n");
    repository.checkout("main").git("merge", "-q", "--ff-only", "work");
    repository.as(BO).commit("readme", "2\n");
    MergeQuestion inMain = new MergeQuestion("work", "main");

    GitEvidence seen =
        repository.observe(
            GitQuestions.builder()
                .branches(List.of(question("work", ANA)))
                .merges(List.of(inMain))
                .build());

    MergeState byRule = seen.merges().get(inMain).optional().orElseThrow();
    assertThat(byRule.kind()).isEqualTo(MERGED);
    assertThat(byRule).isEqualTo(seen.branches().get("work").merge().optional().orElseThrow());
  }

  @Test
  void a_branch_begun_at_a_merge_by_one_of_its_people_is_not_started() {
    repository.startBranch("other").commit("a", "1\n");
    repository.checkout("main").merge("other");
    repository.git("branch", "work");
    repository.forgetReflogs();
    repository.as(BO).commit("readme", "2\n");
    state("work", ON_LINE, OBSERVED, ANA);
  }

  @Test
  void a_deleted_branch_is_found_by_the_subject_of_its_merge() {
    repository.startBranch("feature/x").commit("a", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    String merge = repository.merge("feature/x");
    String tip = id("feature/x");
    repository.git("branch", "-D", "feature/x");
    BranchEvidence evidence = repository.evidence(branch("feature/x"));
    MergeState state = evidence.merge().optional().orElseThrow();
    assertThat(state.kind()).isEqualTo(MERGED);
    assertThat(state.strength()).isEqualTo(ATTESTED);
    assertThat(state.merge().map(Commit::id)).contains(merge);
    assertThat(evidence.ref()).isEmpty();
    assertThat(evidence.tip().map(Commit::id)).contains(tip);
    assertThat(evidence.delta().optional().orElseThrow().changes())
        .extracting(FileChange::path)
        .containsExactly("a");
  }

  @Test
  void each_branch_of_an_octopus_is_found() {
    repository.startBranch("x").commit("x", "1\n");
    repository.checkout("main").startBranch("y").commit("y", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    repository.git("merge", "-q", "x", "y");
    repository.git("branch", "-D", "x", "y");
    assertThat(repository.delta("y").changes()).extracting(FileChange::path).containsExactly("y");
    assertThat(repository.delta("x").changes()).extracting(FileChange::path).containsExactly("x");
  }

  @Test
  void a_branch_that_is_alive_again_counts_before_a_subject() {
    repository.startBranch("work").commit("a", "1\n");
    repository.checkout("main").merge("work");
    repository.git("branch", "-D", "work");
    repository.git("branch", "work");
    state("work", MERGED, ATTESTED);
    repository.checkout("work").commit("b", "1\n");
    state("work", UNMERGED, OBSERVED);
  }

  @Test
  void a_branch_that_nothing_names_is_unknown_and_lists_where_it_was_looked_for() {
    repository.git("remote", "add", "origin", "https://example.org/x");
    repository.git("remote", "add", "upstream", "https://example.org/y");
    Observation<MergeState> merge = repository.evidence(branch("lost")).merge();
    Unknown<MergeState> unknown = (Unknown<MergeState>) merge;
    assertThat(unknown.reason())
        .isEqualTo(
            "the branch 'lost' was found nowhere (tried refs/heads, refs/remotes/origin,"
                + " refs/remotes/upstream) and no merge in 'main' names it");
    assertThat(unknown.remedy())
        .isEqualTo(
            "Fetch it (git fetch origin +refs/heads/lost:refs/remotes/origin/lost), say merged_as:"
                + " COMMIT where it was merged and deleted, or correct branch: in the plan.");
  }

  @Test
  void what_is_said_to_mend_a_missing_base_does_so_in_a_clone_of_one_branch() {
    repository.startBranch("work").commit("more", "1\n");
    Path place = directory.resolveSibling(directory.getFileName() + "-clone");
    repository.git("clone", "-q", "--single-branch", "-b", "work", ".", place.toString());
    TestRepository clone = TestRepository.at(place);
    Unknown<MergeState> unknown = (Unknown<MergeState>) clone.evidence(branch("work")).merge();

    String fetch = unknown.remedy().replaceAll(".*\\(git (.*?)\\).*", "$1");
    clone.git(fetch.split(" "));

    assertThat(clone.evidence(branch("work")).merge().isKnown()).isTrue();
  }

  @Test
  void a_merge_that_dropped_all_of_the_branch_is_one_that_says_so() {
    repository.startBranch("work").commit("a", "1\n");
    repository.checkout("main").commit("b", "1\n");
    repository.git("merge", "-q", "--no-ff", "-s", "ours", "-m", "Merge branch 'work'", "work");

    assertThat(repository.evidence(branch("work")).merge().optional().orElseThrow().how())
        .isEqualTo("its last commit was merged, by a merge that changed nothing");
  }

  @Test
  void a_missing_base_is_unknown_and_lists_where_it_was_looked_for() {
    repository.startBranch("work").commit("a", "1\n");
    BranchQuestion question =
        new BranchQuestion("work", Optional.empty(), "trunk", Set.of(), false);
    BranchEvidence evidence = repository.evidence(question);
    assertThat(((Unknown<BranchDelta>) evidence.delta()).reason())
        .isEqualTo(
            "the base 'trunk' was found nowhere (tried refs/heads/trunk,"
                + " refs/remotes/origin/trunk)");
    assertThat(evidence.tip()).isPresent();
  }

  @Test
  void the_base_itself_is_not_started() {
    repository.startBranch("x").commit("a", "1\n");
    repository.checkout("main").git("merge", "-q", "--no-ff", "-m", "Merge branch 'main'", "x");
    assertThat(state("main", NOT_STARTED, OBSERVED, ANA).how()).isEqualTo("it is the base itself");
  }

  @Test
  void a_branch_without_a_common_commit_is_unmerged_and_its_change_unknown() {
    repository.git("checkout", "-q", "--orphan", "pages");
    repository.commit("index.html", "x\n");
    state("pages", UNMERGED, OBSERVED);
    assertThat(((Unknown<BranchDelta>) repository.evidence(branch("pages")).delta()).reason())
        .isEqualTo("'pages' and 'main' have no common commit");
    assertThat(((Unknown<?>) repository.evidence(branch("pages")).delta()).remedy())
        .startsWith("Rebase 'pages' onto 'main' (git rebase --root --onto main pages)");
  }

  @Test
  void a_tag_may_be_a_base_and_never_hides_a_branch() {
    repository.git("tag", "-a", "-m", "Release", "v1");
    repository.startBranch("work").commit("a", "1\n");
    repository.git("tag", "main", "work");
    repository.git("tag", "hidden", "work");
    assertThat(delta(question("work")).base()).isEqualTo(id("refs/heads/main"));
    BranchQuestion againstTag = new BranchQuestion("work", Optional.empty(), "v1", Set.of(), false);
    assertThat(delta(againstTag).base()).isEqualTo(id("v1^{commit}"));
    assertThat(repository.evidence(branch("hidden")).merge()).isInstanceOf(Unknown.class);
  }

  @Test
  void a_tip_can_be_given_for_a_detached_head() {
    repository.startBranch("work").commit("a", "1\n");
    String tip = id("work");
    repository.checkout("main").git("branch", "-D", "work");
    BranchQuestion question = new BranchQuestion("work", Optional.of(tip), "main", Set.of(), false);
    BranchEvidence evidence = repository.evidence(question);
    assertThat(evidence.ref()).isEmpty();
    assertThat(evidence.delta().optional().orElseThrow().tip()).isEqualTo(tip);
    BranchQuestion wrong =
        new BranchQuestion("work", Optional.of("beefbeef"), "main", Set.of(), false);
    assertThat(((Unknown<BranchDelta>) repository.evidence(wrong).delta()).reason())
        .isEqualTo("the commit 'beefbeef' given for branch 'work' is not in the repository");
  }

  @Test
  void pairs_of_branches_are_answered_too() {
    repository.startBranch("x").commit("x", "1\n");
    repository.checkout("main").startBranch("y").merge("x");
    MergeQuestion inY = new MergeQuestion("x", "y");
    MergeQuestion inMain = new MergeQuestion("x", "main");
    var answers = repository.observe(merges(inY, inMain)).merges();
    assertThat(answers.get(inY).optional().orElseThrow().kind()).isEqualTo(MERGED);
    assertThat(answers.get(inMain).optional().orElseThrow().kind()).isEqualTo(UNMERGED);
  }

  /** Twelve blocks that differ in nothing but that one of them, counted from 1, says 2. */
  private static String blocks(int changed) {
    StringBuilder text = new StringBuilder();
    for (int block = 1; block <= 12; block++) {
      text.append("[server]\nport=1\nhost=a\nuser=b\ntimeout=").append(block == changed ? 2 : 1);
      text.append("\nretry=1\nproxy=a\ncache=b\n\n");
    }
    return text.toString();
  }

  private MergeState state(
      String name, MergeState.Kind kind, Strength strength, String... authors) {
    MergeState state =
        repository.evidence(question(name, authors)).merge().optional().orElseThrow();
    assertThat(state.kind()).as(state.how()).isEqualTo(kind);
    assertThat(state.strength()).isEqualTo(strength);
    return state;
  }

  private BranchDelta delta(BranchQuestion question) {
    return repository.delta(question);
  }

  private static BranchQuestion question(String name, String... authors) {
    return branch(name, authors);
  }

  private String id(String committish) {
    return repository.git("rev-parse", committish);
  }
}
