package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanDiffTest {
  private static final String HEAD = "coord: 1\nproject: {name: Shop}\n";

  private static Plan plan(String file, String text) {
    return new PlanReader()
        .read(
            List.of(
                new PlanFile(
                    file, Optional.empty(), (HEAD + text).getBytes(StandardCharsets.UTF_8))))
        .plan()
        .orElseThrow();
  }

  private static List<Change> between(String base, String branch) {
    return PlanDiff.between(plan("base.yml", base), plan("branch.yml", branch));
  }

  /** Kind, places and sentence of each change. */
  private static List<String> told(String base, String branch) {
    return between(base, branch).stream()
        .map(
            change ->
                change.kind()
                    + " "
                    + change.base().map(Location::toString).orElse("-")
                    + " "
                    + change.branch().map(Location::toString).orElse("-")
                    + " "
                    + change.sentence())
        .toList();
  }

  private static String gate(String rule) {
    return "workstreams: [{id: w}]\ngates: [{id: g, " + rule + "}]\n";
  }

  @Test
  void equal_plans_do_not_differ_wherever_they_are_written() {
    String text =
        """
        people: [{id: ana, emails: [a@b]}]
        workstreams: [{id: w, owns: [a], keeps_off: [b], branch: c, base: d}]
        boundaries: {shared: [{paths: [x], mode: inform}], protected: [p], unowned: fail}
        gates:
          - coverage: {lines: ">= 80%", of: {paths: [a]}}
          - {id: all, all: [{path: {file: a, contains: b}}, {not: {declared: {by: ana}}}]}
        waivers: [{gate: coverage, owner: ana, reason: x, until: 2026-01-05}]
        evidence: {tests: [t.xml]}
        """;

    assertThat(told(text, "\n\n" + text)).isEmpty();
  }

  @Test
  void a_signature_that_is_no_longer_asked_for_is_told_and_one_that_is_is_not() {
    String people = "people: [{id: ana, emails: [a@b]}]\n";
    String plain = people + gate("approved: {by: [ana], workstream: w}");
    String signed = people + gate("approved: {by: [ana], workstream: w, signature: true}");

    assertThat(told(plain, signed)).isEmpty();
    assertThat(told(signed, plain)).singleElement().asString().startsWith("RULE_CHANGED");
  }

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
  void a_gate_that_is_removed_is_told() {
    List<Change> changes = between("gates: [{ownership: {}}, {tests: {failed: = 0}}]", "gates: []");

    assertThat(changes)
        .extracting(Change::sentence)
        .containsExactly("The gate \"ownership\" is removed.", "The gate \"tests\" is removed.");
    assertThat(changes.get(0).kind()).isEqualTo(PlanDiff.Kind.GATE_REMOVED);
    assertThat(changes.get(0).kind().area()).isEqualTo(PlanDiff.Area.GATES);
    assertThat(changes.get(0).subject()).isEqualTo("ownership");
    assertThat(changes.get(0).base()).contains(Location.of("base.yml", 3, 9));
    assertThat(changes.get(0).branch()).isEmpty();
  }

  @Test
  void what_makes_a_plan_stricter_is_not_told() {
    assertThat(
            told(
                gate("coverage: {lines: '>= 80%'}, severity: warn")
                    + "boundaries: {unowned: warn}\n"
                    + "waivers: [{gate: g, owner: o, reason: r, until: 2026-01-05}]",
                "workstreams: [{id: w, keeps_off: [x]}, {id: v}]\n"
                    + "gates: [{id: g, coverage: {lines: '> 80%', branches: '> 1%'}}, {ownership:"
                    + " {}}]\n"
                    + "boundaries: {unowned: fail, protected: [x]}\n"
                    + "waivers: [{gate: g, owner: o, reason: r, until: 2026-01-04}]"))
        .isEmpty();
  }

  @Test
  void a_lowered_severity_is_told() {
    assertThat(told(gate("ownership: {}"), gate("ownership: {}, severity: warn")))
        .containsExactly(
            "SEVERITY_LOWERED base.yml:4:9 branch.yml:4:42 The severity of gate \"g\" is lowered"
                + " from fail to warn.");
    assertThat(told(gate("ownership: {merged: fail}"), gate("ownership: {}")))
        .containsExactly(
            "SEVERITY_LOWERED base.yml:4:37 branch.yml:4:28 The gate \"g\" judged what is merged"
                + " with fail and does so with warn.");
    assertThat(told(gate("ownership: {}"), gate("ownership: {merged: fail}"))).isEmpty();
  }

  @Test
  void a_loosened_comparison_is_told() {
    assertThat(
            told(
                gate("coverage: {lines: '>= 70%', branches: '>= 60%'}"),
                gate("coverage: {lines: '>= 10%'}")))
        .containsExactly(
            "COMPARISON_LOOSENED base.yml:4:35 branch.yml:4:35 The gate \"g\" wanted lines >= 70%"
                + " and wants >= 10%.",
            "COMPARISON_LOOSENED base.yml:4:55 branch.yml:4:27 The gate \"g\" wanted branches >="
                + " 60% and no longer compares it.");
    assertThat(told(gate("tests: {duration: < 1 s}"), gate("tests: {duration: < 999 ms}")))
        .isEmpty();
    assertThat(told(gate("tests: {duration: < 1 s}"), gate("tests: {duration: < 1001 ms}")))
        .hasSize(1);
    assertThat(told(gate("tasks: {done: = 100%}"), gate("tasks: {done: '>= 99%'}"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "= 5, = 5, true",
    "= 5, = 6, false",
    ">= 5, = 5, false",
    "!= 5, = 5, false",
    "= 5, != 6, true",
    "= 5, != 5, false",
    "!= 5, != 5, true",
    "!= 5, != 6, false",
    "< 5, != 5, true",
    "<= 5, != 5, false",
    "<= 4, != 5, true",
    "< 6, != 5, false",
    "> 5, != 5, true",
    ">= 5, != 5, false",
    ">= 6, != 5, true",
    "> 4, != 5, false",
    "< 5, < 5, true",
    "<= 5, < 5, false",
    "<= 4, < 5, true",
    "= 4, < 5, true",
    "= 5, < 5, false",
    "> 1, < 5, false",
    "!= 5, < 5, false",
    "< 6, < 5, false",
    "< 5, <= 5, true",
    "<= 5, <= 5, true",
    "<= 6, <= 5, false",
    "= 5, <= 5, true",
    ">= 1, <= 5, false",
    "> 5, > 5, true",
    ">= 5, > 5, false",
    ">= 6, > 5, true",
    "= 6, > 5, true",
    "= 5, > 5, false",
    "< 9, > 5, false",
    "> 4, > 5, false",
    "> 5, >= 5, true",
    ">= 5, >= 5, true",
    ">= 4, >= 5, false",
    "= 5, >= 5, true",
    "= 4, >= 5, false",
    "<= 9, >= 5, false",
    "!= 1, >= 5, false"
  })
  void a_comparison_is_as_strict_as_another_if_no_number_meets_it_alone(
      String first, String second, boolean implies) {
    Rule.Tests one =
        (Rule.Tests) plan("a.yml", gate("tests: {total: '" + first + "'}")).gates().get(0).rule();
    Rule.Tests two =
        (Rule.Tests) plan("b.yml", gate("tests: {total: '" + second + "'}")).gates().get(0).rule();

    assertThat(RuleDiff.implies(one.total().orElseThrow(), two.total().orElseThrow()))
        .isEqualTo(implies);
  }

  @Test
  void a_changed_rule_is_told() {
    assertThat(told(gate("tests: {failed: = 0}"), gate("ownership: {}")))
        .containsExactly(
            "RULE_CHANGED base.yml:4:24 branch.yml:4:28 The gate \"g\" asked for \"tests\" and asks"
                + " for \"ownership\".");
    assertThat(told(gate("path: {file: a, exists: true}"), gate("path: {file: b, exists: true}")))
        .containsExactly(
            "RULE_CHANGED base.yml:4:23 branch.yml:4:23 The gate \"g\" has another \"path\" rule.");
    assertThat(
            told(
                gate("all: [{merged: {workstream: w}}, {tests: {failed: = 0}}]"),
                gate("all: [{merged: {workstream: w}}]")))
        .hasSize(1);
    assertThat(
            told(
                gate("not: {any: [{declared: {by: a, says: b}}]}"),
                gate("not: {any: [{declared: {by: a, says: c}}]}")))
        .hasSize(1);
  }

  @Test
  void a_comparison_with_the_baseline_that_is_dropped_or_tolerates_more_is_told() {
    String strict = gate("coverage: {lines: '> 1%', against: baseline}");
    String lax = gate("coverage: {lines: '> 1%', against: baseline, tolerance: 0.5%}");

    assertThat(told(strict, gate("coverage: {lines: '> 1%'}")))
        .singleElement()
        .asString()
        .startsWith("COMPARISON_LOOSENED ")
        .endsWith("wanted a fall against the baseline of <= 0% and no longer compares it.");
    assertThat(told(strict, lax))
        .singleElement()
        .asString()
        .endsWith("wanted a fall against the baseline of <= 0% and wants <= 0.5%.");
    assertThat(told(lax, strict)).isEmpty();
  }

  @Test
  void a_changed_scope_is_told() {
    assertThat(
            told(
                gate("coverage: {lines: '> 1%'}"),
                gate("coverage: {lines: '> 1%', of: {paths: [a]}}")))
        .containsExactly(
            "SCOPE_CHANGED base.yml:4:27 branch.yml:4:47 The gate \"g\" judged everything and"
                + " judges paths [a].");
    assertThat(
            told(
                gate("tests: {failed: = 0, of: {names: [a]}}"),
                gate("tests: {failed: = 0, of: {workstream: w}}")))
        .containsExactly(
            "SCOPE_CHANGED base.yml:4:42 branch.yml:4:42 The gate \"g\" judged names [a] and judges"
                + " workstream w.");
    assertThat(told(gate("tasks: {done: '> 1%'}"), gate("tasks: {workstream: w, done: '> 1%'}")))
        .containsExactly(
            "SCOPE_CHANGED base.yml:4:24 branch.yml:4:24 The gate \"g\" judged all tasks and judges"
                + " the tasks of workstream w.");
    assertThat(told(gate("ownership: {}"), gate("ownership: {}, applies_to: {workstreams: [w]}")))
        .containsExactly(
            "SCOPE_CHANGED base.yml:4:9 branch.yml:4:44 The gate \"g\" applied to the project and"
                + " applies to w.");
  }

  @Test
  void rules_about_plan_branches_and_commits_are_loosened_key_by_key() {
    assertThat(
            told(
                gate("plan: {contradictions: = 0, updated: 2026-01-05}"),
                gate("plan: {contradictions: <= 3}")))
        .containsExactly(
            "COMPARISON_LOOSENED base.yml:4:40 branch.yml:4:40 The gate \"g\" wanted contradictions"
                + " = 0 and wants <= 3.",
            "COMPARISON_LOOSENED base.yml:4:54 branch.yml:4:23 The gate \"g\" wanted updated"
                + " 2026-01-05 and no longer compares it.");
    assertThat(
            told(
                gate("branch: {branch: b, exists: true, naming: a/*, idle: < 2 d}"),
                gate("branch: {branch: b, naming: '*', idle: < 48 h}")))
        .hasSize(2);
    assertThat(
            told(
                gate("branch: {branch: b, exists: true}"),
                gate("branch: {branch: c, exists: true}")))
        .singleElement()
        .asString()
        .endsWith("judged branch b and judges branch c.");
    assertThat(
            told(
                gate("commits: {since: 2026-01-05, count: '> 5'}"),
                gate("commits: {since: 2025-01-05, count: '> 5'}")))
        .singleElement()
        .asString()
        .endsWith("judged the commits since 2026-01-05 and judges the commits since 2025-01-05.");
    assertThat(
            told(
                gate(
                    "commits: {message: a, authors: [ana], until: 2026-01-05, branch: b, added: '> 5'}"),
                gate(
                    "commits: {message: a, authors: [ana], until: 2026-01-05, branch: b, added: '> 4'}")))
        .hasSize(1);
  }

  @Test
  void rules_that_count_branches_and_files_are_loosened_key_by_key() {
    assertThat(
            told(
                gate("branches: {naming: a/*, since: 2026-01-05, count: = 3}"),
                gate("branches: {naming: b/*, until: 2026-01-06, count: <= 3}")))
        .hasSize(2)
        .first()
        .asString()
        .endsWith(
            "judged the branches named a/* with a last commit since 2026-01-05 and judges the"
                + " branches named b/* with a last commit until 2026-01-06.");
    assertThat(
            told(
                gate("files: {of: {paths: [/a]}, count: = 3, lines: '> 1', bytes: '> 1'}"),
                gate("files: {branch: b, count: = 3, lines: '> 0', characters: '> 0'}")))
        .hasSize(3)
        .first()
        .asString()
        .endsWith("judged paths [/a] and judges everything on b.");
    assertThat(
            told(
                gate("path: {file: pom.xml, names: a, version: '2'}"),
                gate("path: {file: pom.xml, names: a}")))
        .hasSize(1);
  }

  @Test
  void rules_about_tasks_are_loosened_key_by_key() {
    assertThat(
            told(
                gate("tasks: {workstream: w, done: '> 1%', count: '= 2', total: '= 3'}"),
                gate("tasks: {workstream: w, done: '> 1%', count: '= 3'}")))
        .hasSize(2);
    assertThat(told(gate("tasks: {epics: all, done: '> 1%'}"), gate("tasks: {done: '> 1%'}")))
        .singleElement()
        .asString()
        .endsWith("judged the tasks of all epics and judges all tasks.");
  }

  @Test
  void waivers_that_are_added_or_extended_are_told() {
    String gates = gate("ownership: {}");
    String base =
        gates
            + "waivers:\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-05}\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-06, paths: [b, a]}\n";
    String branch =
        gates
            + "waivers:\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-07}\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-06, paths: [a, b]}\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-06, paths: [a, b, c]}\n";

    assertThat(told(base, branch))
        .containsExactly(
            "WAIVER_EXTENDED base.yml:6:41 branch.yml:6:41 The waiver of \"g\" until 2026-01-07"
                + " ended on 2026-01-05 before.",
            "WAIVER_ADDED - branch.yml:8:3 A waiver of \"g\" for a, b, c until 2026-01-06 is"
                + " added.");
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
            "BRANCH_CHANGED base.yml:4:54 branch.yml:4:51 The branch of workstream \"a\" was f/a and"
                + " is f/b.",
            "BRANCH_CHANGED base.yml:4:5 branch.yml:4:62 The base of workstream \"a\" was not given"
                + " and is main~1.");
  }

  @Test
  void changed_people_are_told() {
    assertThat(
            told(
                "people: [{id: ana, email: a@b}, {id: ben, email: b@b}, {id: cleo}]",
                "people: [{id: ana, emails: [a@b, c@d]}, {id: cleo, kind: bot}, {id: dex}]"))
        .containsExactly(
            "PEOPLE_CHANGED base.yml:3:27 branch.yml:3:28 The person \"ana\" is recognised by other"
                + " e-mail addresses.",
            "PEOPLE_CHANGED base.yml:3:33 - The person \"ben\" is removed.",
            "PEOPLE_CHANGED base.yml:3:56 branch.yml:3:58 The person \"cleo\" was human and is"
                + " bot.",
            "PEOPLE_CHANGED - branch.yml:3:64 The person \"dex\" is added.");
  }

  @Test
  void a_changed_basis_is_told() {
    assertThat(
            told(
                "evidence: {tests: [a.xml, b.xml], coverage: [c.xml]}",
                "evidence: {tests: [b.xml], coverage: [c.xml]}"))
        .containsExactly(
            "EVIDENCE_CHANGED base.yml:3:19 branch.yml:3:19 The reports of tests were read from"
                + " a.xml, b.xml and are from b.xml.");
    assertThat(told("", "evidence: {coverage: [{files: c.xml, root: a}]}"))
        .containsExactly(
            "EVIDENCE_CHANGED base.yml:1:1 branch.yml:3:22 The reports of coverage were read from"
                + " the usual places and are from c.xml.");
    Plan base = plan("base.yml", "");
    Plan branch =
        new PlanReader()
            .read(
                List.of(
                    new PlanFile(
                        "branch.yml",
                        Optional.empty(),
                        "coord: 1\nproject: {name: Shop, integration_branch: next, release_branch: r}\n"
                            .getBytes(StandardCharsets.UTF_8))))
            .plan()
            .orElseThrow();
    assertThat(PlanDiff.between(base, branch))
        .extracting(Change::sentence)
        .containsExactly(
            "The integration branch was main and is next.",
            "The release branch was none and is r.");
  }
}
