package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.between;
import static dev.coord.plan.PlanDiffs.gate;
import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.PlanDiff.Change;
import org.junit.jupiter.api.Test;

/** What a branch changes about who may change what. */
class BoundaryDiffTest {

  @Test
  void another_file_of_keys_is_told_and_the_first_one_where_signatures_wait_for_it() {
    String keys = "boundaries: {allowed_signers: keys}\n";
    String people = "people: [{id: ana, emails: [a@b]}]\n";
    String signed = people + gate("approved: {by: [ana], workstream: w, signature: true}");

    assertThat(told("", keys)).isEmpty();
    assertThat(told(signed, keys + signed))
        .singleElement()
        .asString()
        .endsWith("Whose keys are whose was told by no file and is by keys.");
    assertThat(told(keys, keys.replace("keys}", "others}")))
        .containsExactly(
            "SIGNERS_CHANGED base.yml:3:31 branch.yml:3:31"
                + " Whose keys are whose was told by keys and is by others.");
    assertThat(told(keys, "")).singleElement().asString().endsWith("and is by no file.");
  }

  @Test
  void a_branch_policy_that_asks_less_is_told_and_one_that_asks_more_is_not() {
    String strict =
        """
        boundaries:
          branches:
            target: main
            never: [release]
            protected: [main, develop]
            except: ["docs/**"]
            naming: "feature/*"
            behind_at_most: 10
            stale_after: 3 d
        """;
    String loose =
        """
        boundaries:
          branches:
            target: develop
            protected: [develop]
            except: ["docs/**", "src/**"]
            behind_at_most: 11
            stale_after: 4 d
        """;

    assertThat(told(loose, loose)).isEmpty();
    assertThat(told("", strict)).as("stricter").isEmpty();
    assertThat(told(strict, loose))
        .containsExactlyInAnyOrder(
            "POLICY_RELAXED base.yml:7:16 branch.yml:6:16"
                + " Anybody may commit to main directly.",
            "POLICY_RELAXED base.yml:8:13 branch.yml:7:13"
                + " src/** may be committed to protected branches directly.",
            "POLICY_RELAXED base.yml:6:12 branch.yml:5:5 Branches may be merged into release.",
            "POLICY_RELAXED base.yml:5:13 branch.yml:5:13"
                + " Branches go: main before, develop now.",
            "POLICY_RELAXED base.yml:9:13 branch.yml:5:5"
                + " Branches are named: feature/* before, anything now.",
            "POLICY_RELAXED base.yml:10:21 branch.yml:8:21"
                + " A branch may be behind: 10 commits before, 11 commits now.",
            "POLICY_RELAXED base.yml:11:18 branch.yml:9:18"
                + " A branch is stale after: 72 hours before, 96 hours now.");
  }

  @Test
  void a_dependency_that_is_removed_is_told_and_one_that_is_added_is_not() {
    String free = "workstreams: [{id: a}, {id: b}, {id: c}, {id: w}]\n";
    String waits = free.replace("{id: w}", "{id: w, depends_on: [a, b]}");

    assertThat(told(free, waits)).isEmpty();
    assertThat(told(waits, waits.replace("[a, b]", "[b, a, c]"))).isEmpty();
    assertThat(told(waits, waits.replace("[a, b]", "[b, c]")))
        .containsExactly(
            "DEPENDENCY_REMOVED base.yml:3:63 branch.yml:3:62"
                + " The workstream \"w\" no longer depends on a.");
    assertThat(told(waits, free)).hasSize(2);
  }

  @Test
  void a_conflict_that_is_settled_for_more_or_otherwise_is_told_and_for_less_is_not() {
    String base =
        "workstreams: [{id: a}, {id: b}, {id: c}]\n"
            + "boundaries: {conflicts: [{paths: [x, y], between: [a, b, c], resolution: merge_both}]}\n";

    assertThat(told(base, base.replace("[x, y]", "[y]"))).isEmpty();
    assertThat(told(base, base.replace("[a, b, c]", "[b, a]"))).isEmpty();
    assertThat(told(base, base.replaceAll("boundaries.*", ""))).as("removed").isEmpty();
    assertThat(told(base, base.replace("[x, y]", "[x, y, \"**\"]")))
        .containsExactly(
            "CONFLICT_SETTLED - branch.yml:4:41"
                + " Conflicts in ** between a and b and c are settled by merge_both.");
    assertThat(told(base.replace("[a, b, c]", "[a, b]"), base)).hasSize(2);
    assertThat(told(base, base.replace("merge_both", "owner_wins, winner: a")))
        .hasSize(2)
        .first()
        .asString()
        .endsWith("Conflicts in x between a and b and c are settled by owner_wins (a).");
  }

  @Test
  void workstreams_that_may_conflict_now_are_told_and_those_that_may_not_are_not() {
    String free = "workstreams: [{id: a}, {id: b}, {id: c}]\n";
    String base = free + "boundaries: {no_conflicts: [{between: [a, b], reason: R}]}\n";

    assertThat(told(free, base)).isEmpty();
    assertThat(told(base, base.replace("[a, b]", "[c, b, a]"))).isEmpty();
    assertThat(told(base, free))
        .containsExactly(
            "NO_CONFLICT_REMOVED base.yml:4:29 -"
                + " Between a and b conflicts are no longer ruled out.");
    assertThat(told(base, base.replace("[a, b]", "[a, c]"))).hasSize(1);
  }

  @Test
  void what_one_group_rules_out_may_be_ruled_out_by_several_pair_by_pair() {
    String free = "workstreams: [{id: a}, {id: b}, {id: c}]\nboundaries: {no_conflicts: [";
    String base = free + "{between: [a, b, c]}]}\n";

    assertThat(told(base, free + "{between: [a, b]}, {between: [c, b]}, {between: [a, c]}]}\n"))
        .isEmpty();
    assertThat(told(base, free + "{between: [a, b]}, {between: [b, c]}]}\n"))
        .containsExactly(
            "NO_CONFLICT_REMOVED base.yml:4:29 -"
                + " Between a and c conflicts are no longer ruled out.");
    assertThat(told(base, free + "{between: [a, b]}]}\n"))
        .singleElement()
        .asString()
        .endsWith("Between a and c, b and c conflicts are no longer ruled out.");
  }

  @Test
  void what_several_groups_settle_may_be_settled_by_one_pair_by_pair() {
    String start = "workstreams: [{id: a}, {id: b}, {id: c}]\nboundaries: {conflicts: [";
    String pair = "{paths: [x], between: [%s], resolution: merge_both}";
    String two = pair.formatted("a, b") + ", " + pair.formatted("b, c");
    String one = start + pair.formatted("a, b, c") + "]}\n";

    assertThat(told(start + two + ", " + pair.formatted("a, c") + "]}\n", one)).isEmpty();
    assertThat(told(start + two + "]}\n", one)).hasSize(1);
  }

  @Test
  void another_owner_of_a_workstream_is_told() {
    String base = "people: [{id: ana}, {id: ben}]\nworkstreams: [{id: a, owner: ana}, {id: b}]\n";

    assertThat(told(base, base.replace("owner: ana", "owner: ben")))
        .containsExactly(
            "OWNER_CHANGED base.yml:4:30 branch.yml:4:30 The owner of workstream \"a\" was ana and"
                + " is ben.");
    assertThat(told(base, base.replace(", owner: ana", "")))
        .containsExactly(
            "OWNER_CHANGED base.yml:4:30 branch.yml:4:15 The owner of workstream \"a\" was ana and"
                + " is not given.");
    assertThat(told(base, base.replace("{id: b}", "{id: b, owner: ben}")))
        .containsExactly(
            "OWNER_GIVEN base.yml:4:36 branch.yml:4:51 The owner of workstream \"b\" was not given"
                + " and is ben.");
  }

  @Test
  void what_goes_on_with_the_branch_under_another_id_is_held_to_the_same() {
    String base =
        "workstreams: [{id: a}, {id: w, branch: f/w, keeps_off: [/k/], depends_on: [a]}]\n";

    assertThat(told(base, base.replace("{id: w,", "{id: v,")))
        .containsExactly("WORKSTREAM_REMOVED base.yml:3:24 - The workstream \"w\" is removed.");
    assertThat(told(base, "workstreams: [{id: a}, {id: v, branch: f/w}]\n"))
        .containsExactly(
            "WORKSTREAM_REMOVED base.yml:3:24 - The workstream \"w\" is removed.",
            "KEEPS_OFF_REDUCED base.yml:3:57 branch.yml:3:24 The workstream \"w\" need no longer"
                + " keep off /k/.",
            "DEPENDENCY_REMOVED base.yml:3:76 branch.yml:3:24 The workstream \"w\" no longer"
                + " depends on a.");
  }

  @Test
  void what_was_given_up_may_be_taken_out_of_what_is_waited_for() {
    String waits =
        "workstreams: [{id: a}, {id: w, depends_on: [a], launch: {wait_for: [a, w2]}}, {id: w2}]\n";
    String free = "workstreams: [{id: a}, {id: w}, {id: w2}]\n";

    assertThat(between(waits, free))
        .extracting(Change::sentence)
        .containsExactly(
            "The workstream \"w\" no longer depends on a.",
            "The workstream \"w\" no longer waits for a before its launch.",
            "The workstream \"w\" no longer waits for w2 before its launch.");
    assertThat(between(waits.replace("{id: a}", "{id: a, status: dropped}"), free))
        .extracting(Change::sentence)
        .containsExactly("The workstream \"w\" no longer waits for w2 before its launch.");
  }

  @Test
  void changed_boundaries_are_told() {
    String base =
        """
        workstreams:
          - {id: a, owns: [x, y], keeps_off: [p, q], branch: f/a}
          - {id: b}
        boundaries:
          unowned: fail
          protected: [k, l]
          shared:
            - {paths: [s1, s2], mode: coordinate}
            - {paths: [s3], mode: steward, steward: ana}
        """;
    String branch =
        """
        workstreams:
          - {id: a, owns: [y, z], keeps_off: [q], branch: f/b, base: main~1}
          - {id: c, owns: ["/**"]}
        boundaries:
          protected: [l]
          shared:
            - {paths: [s1, s4], mode: inform}
            - {paths: [s3], mode: steward, steward: ben}
        """;

    assertThat(told(base, branch))
        .containsExactly(
            "PROTECTED_REDUCED base.yml:8:15 branch.yml:7:14 k is no longer protected.",
            "UNOWNED_RELAXED base.yml:7:12 branch.yml:7:3 Changes of paths that nobody owns: fail"
                + " before, warn now.",
            "SHARED_CHANGED base.yml:10:16 branch.yml:9:16 s1 was shared in the mode coordinate and"
                + " is in the mode inform.",
            "SHARED_REMOVED base.yml:10:20 - s2 is no longer shared; its mode was coordinate.",
            "SHARED_CHANGED base.yml:11:16 branch.yml:10:16 s3 was shared in the mode steward (ana)"
                + " and is in the mode steward (ben).",
            "SHARED_ADDED - branch.yml:9:20 s4 is shared in the mode inform.",
            "OWNS_WIDENED base.yml:4:19 branch.yml:4:23 The workstream \"a\" owns z in addition.",
            "OWNS_NARROWED base.yml:4:20 branch.yml:4:19 The workstream \"a\" no longer owns x.",
            "KEEPS_OFF_REDUCED base.yml:4:39 branch.yml:4:38 The workstream \"a\" need no longer"
                + " keep off p.",
            "WORKSTREAM_REMOVED base.yml:5:5 - The workstream \"b\" is removed.",
            "TERRITORY_TAKEN - branch.yml:5:20 The new workstream \"c\" owns /**, and with it paths"
                + " of a and b (base.yml), and k, which is protected, and s1, which is shared.",
            "BRANCH_CHANGED base.yml:4:54 branch.yml:4:51 The branch of workstream \"a\" was f/a and"
                + " is f/b.",
            "BRANCH_CHANGED base.yml:4:5 branch.yml:4:62 The base of workstream \"a\" was not given"
                + " and is main~1.");
  }
}
