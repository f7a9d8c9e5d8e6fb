package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.coord.diagnostic.Location;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.testing.Rules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

  private static final String HANDOFF =
      """
      workstreams: [{id: a}, {id: b}, {id: c}]
      handoffs:
        - id: h
          kind: contract
          provider: a
          consumers: [b, c]
          status: planned
          signature: int f();
          ready_when: {path: {file: a/F.java, exists: true}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "provider: a | provider: b | has another provider",
        "provider: a | notes: N | has another provider",
        "[b, c] | [b] | is no longer for c",
        "status: planned | status: not_needed | is said not to be needed",
        "kind: contract | kind: stub | is of another kind",
        "int f() | long f() | has another signature",
        "a/F.java | a/G.java | is there when less is, or something else",
        "ready_when: {path: {file: a/F.java, exists: true}} | notes: N |"
            + " is there when less is, or something else",
      })
  void a_handoff_that_asks_less_or_something_else_is_told(String from, String to, String clause) {
    assertThat(between(HANDOFF, HANDOFF.replace(from, to)))
        .extracting(Change::kind, Change::subject, Change::sentence)
        .containsExactly(
            tuple(PlanDiff.Kind.HANDOFF_CHANGED, "h", "The handoff \"h\" " + clause + "."));
  }

  @Test
  void a_handoff_that_is_removed_is_told_and_what_is_claimed_of_it_or_asked_in_addition_is_not() {
    String free = HANDOFF.substring(0, HANDOFF.indexOf("handoffs:"));
    String file = "{path: {file: a/F.java, exists: true}}";

    assertThat(told(HANDOFF, free))
        .containsExactly("HANDOFF_REMOVED base.yml:5:5 - The handoff \"h\" is removed.");
    assertThat(told(free, HANDOFF)).isEmpty();
    assertThat(told(HANDOFF, HANDOFF.replace("status: planned", "status: ready"))).isEmpty();
    assertThat(told(HANDOFF, HANDOFF.replace("consumers: [b, c]", "notes: N"))).isEmpty();
    assertThat(
            told(
                HANDOFF, HANDOFF.replace(file, "{all: [" + file + ", {merged: {workstream: a}}]}")))
        .isEmpty();
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
  void a_gate_that_only_has_another_id_is_not_told() {
    String base = "gates: [{id: g, tests: {failed: = 0}, severity: warn}, {ownership: {}}]\n";

    assertThat(told(base, base.replace("id: g", "id: tests-pass"))).isEmpty();
    assertThat(told(base, base.replace("id: g", "id: h").replace("= 0", "<= 9")))
        .containsExactly("GATE_REMOVED base.yml:3:9 - The gate \"g\" is removed.");
    assertThat(
            told(base, base.replace("id: g", "id: h").replace("severity: warn", "severity: info")))
        .hasSize(1);
    assertThat(
            told(
                base,
                "gates: [{id: g, merged: {branch: b}}, {id: h, tests: {failed: = 0}, severity:"
                    + " warn}, {ownership: {}}]\n"))
        .as("its id is given to another gate")
        .isEmpty();
  }

  /** What is waived of the one would otherwise be waived of the other. */
  @Test
  void gates_that_change_their_ids_with_each_other_are_told() {
    String base = "gates: [{id: g, tests: {failed: = 0}}, {id: h, ownership: {}}]\n";
    String branch = "gates: [{id: h, tests: {failed: = 0}}, {id: g, ownership: {}}]\n";

    assertThat(between(base, branch)).extracting(Change::subject).containsExactly("g", "h");
  }

  private static final String A = "{path: {file: a, exists: true}}";
  private static final String B = "{path: {file: b, exists: true}}";
  private static final String LINES = "{coverage: {lines: '>= 70%'}}";
  private static final String MORE = "{coverage: {lines: '>= 80%'}}";

  static Stream<Arguments> stricter() {
    return Stream.of(
        arguments("all: [" + A + "]", "all: [" + A + ", " + B + "]"),
        arguments("all: [" + A + ", " + LINES + "]", "all: [" + A + ", " + MORE + "]"),
        arguments("any: [" + A + ", " + B + "]", "any: [" + A + "]"),
        arguments("any: [" + A + ", " + LINES + "]", "any: [" + MORE + ", " + A + "]"),
        arguments("any: [" + A + ", " + B + "]", "all: [" + A + ", " + B + "]"),
        arguments("path: {file: a, exists: true}", "all: [" + B + ", " + A + "]"),
        arguments("any: [" + A + ", " + B + "]", "path: {file: b, exists: true}"),
        arguments("not: " + MORE, "not: " + LINES),
        arguments("not: {all: [" + A + ", " + B + "]}", "not: " + A),
        arguments("not: " + A, "not: {any: [" + A + ", " + B + "]}"),
        arguments(
            "all: [" + A + ", {any: [" + LINES + ", " + B + "]}]",
            "all: [" + A + ", {any: [" + MORE + ", {all: [" + B + ", " + A + "]}]}]"));
  }

  @ParameterizedTest
  @MethodSource("stricter")
  void a_combination_that_asks_more_is_not_told_and_one_that_asks_less_is(
      String rule, String stricter) {
    assertThat(told(gate(rule), gate(stricter))).isEmpty();
    assertThat(told(gate(stricter), gate(rule))).hasSize(1);
  }

  @Test
  void a_combination_in_another_order_asks_the_same() {
    String both = "all: [" + A + ", {any: [" + B + ", " + LINES + "]}]";
    String turned = "all: [{any: [" + LINES + ", " + B + "]}, " + A + "]";

    assertThat(told(gate(both), gate(turned))).isEmpty();
    assertThat(told(gate(both), gate(turned.replace("any", "all")))).isEmpty();
    assertThat(told(gate(turned.replace("any", "all")), gate(both))).hasSize(1);
  }

  @Test
  void ownership_in_a_combination_is_not_what_it_is_alone() {
    assertThat(told(gate("ownership: {}"), gate("all: [{ownership: {}}]"))).hasSize(1);
  }

  @Test
  @Timeout(20)
  void rules_of_any_depth_are_compared_in_little_time() {
    assertThat(Implication.of(deep(">= 80%"), deep(">= 70%"))).isTrue();
    assertThat(Implication.of(deep(">= 70%"), deep(">= 80%"))).isFalse();
  }

  private static Rule deep(String lines) {
    Rule deep = Rules.lines(lines);
    for (int i = 0; i < 60; i++) {
      deep =
          Rules.all(
              Rules.any(deep, Rules.exists("b" + i)),
              Rules.any(Rules.all(deep, Rules.exists("c")), deep));
    }
    return deep;
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

    assertThat(Implication.implies(one.total().orElseThrow(), two.total().orElseThrow()))
        .isEqualTo(implies);
  }

  @Test
  void a_changed_rule_is_told() {
    assertThat(told(gate("tests: {failed: = 0}"), gate("ownership: {}")))
        .containsExactly(
            "RULE_CHANGED base.yml:4:24 branch.yml:4:28 The gate \"g\" asked for tests: {failed: = 0}"
                + " and asks for ownership: {merged: warn}.");
    assertThat(told(gate("path: {file: a, exists: true}"), gate("path: {file: b, exists: true}")))
        .containsExactly(
            "RULE_CHANGED base.yml:4:23 branch.yml:4:23 The gate \"g\" asked for path: {file: a, exists:"
                + " true} and asks for path: {file: b, exists: true}.");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "path: {file: a, contains: b} | path: {file: a, exists: true}"
            + " | asked for path: {file: a, contains: b} and asks for path: {file: a, exists: true}",
        "'any: [{path: {file: a, absent: true}}]' | 'any: [{not: {path: {file: c, exists: true}}}]'"
            + " | 'asked for any: [{path: {file: a, absent: true}}] and asks for"
            + " any: [{not: {path: {file: c, exists: true}}}]'",
        "'approved: {by: [ana], workstream: w}' | 'approved: {by: [ana, ben], workstream: w}'"
            + " | 'asked for approved: {by: [ana], workstream: w} and asks for"
            + " approved: {by: [ana, ben], workstream: w}'",
        "path: {file: a, contains: LONG} | path: {file: b, contains: LONG}"
            + " | has another \"path\" rule: another file",
        "'all: [{path: {file: a, contains: LONG}}, {path: {file: b, exists: true}}]'"
            + " | 'all: [{path: {file: a, contains: LONG}}, {tests: {failed: = 0}}]'"
            + " | 'has another \"all\" rule: without path: {file: b, exists: true} of those that"
            + " it had, and with tests: {failed: = 0} that it had not'",
      })
  void another_rule_is_told_with_what_was_asked_and_what_is(
      String before, String now, String clause) {
    String people = "people: [{id: ana}, {id: ben}]\n";
    String text = "x".repeat(200);

    assertThat(
            between(
                people + gate(before.replace("LONG", text)),
                people + gate(now.replace("LONG", text))))
        .extracting(Change::sentence)
        .containsExactly("The gate \"g\" " + clause + ".");
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
                "people: [{id: ana, emails: [a@b, c@d]}, {id: ben, email: b@b}, {id: bot, kind: bot}]",
                "people: [{id: ana, email: a@b}, {id: bot}, {id: dex, email: d@b}]"))
        .containsExactly(
            "PEOPLE_CHANGED base.yml:3:28 branch.yml:3:27 The person \"ana\" is no longer"
                + " recognised by each e-mail address.",
            "PEOPLE_CHANGED base.yml:3:41 - The person \"ben\" is removed.",
            "PEOPLE_CHANGED base.yml:3:80 branch.yml:3:33 The person \"bot\" was bot and is"
                + " human.",
            "PEOPLE_CHANGED - branch.yml:3:44 The person \"dex\" is added.");
  }

  @Test
  void who_is_taken_for_somebody_of_the_base_is_told_each_address() {
    assertThat(
            told(
                "people: [{id: ana, email: a@b}, {id: ben, email: b@b}, {id: cleo}]",
                "people: [{id: ana, emails: [a@b, B@b, c@d]}, {id: ben, email: n@b},"
                    + " {id: cleo, kind: bot, email: e@f}]"))
        .containsExactly(
            "IDENTITY_GIVEN base.yml:3:50 branch.yml:3:34 The person \"ana\" is recognised by an"
                + " e-mail address that was of \"ben\".",
            "IDENTITY_GIVEN base.yml:3:27 branch.yml:3:39 The person \"ana\" is recognised by"
                + " another e-mail address.",
            "IDENTITY_GIVEN base.yml:3:50 branch.yml:3:63 The person \"ben\" is recognised by"
                + " another e-mail address.",
            "IDENTITY_GIVEN base.yml:3:56 branch.yml:3:98 The person \"cleo\" is recognised by"
                + " another e-mail address.",
            "PEOPLE_CHANGED base.yml:3:50 branch.yml:3:63 The person \"ben\" is no longer"
                + " recognised by each e-mail address.",
            "IDENTITY_GIVEN base.yml:3:56 branch.yml:3:86 The person \"cleo\" was human and is"
                + " bot.");
  }

  @Test
  void a_new_person_with_the_address_of_another_is_told_whoever_that_is() {
    String base = "people: [{id: ana, email: a@b}]";

    assertThat(between(base, "people: [{id: ana}, {id: eve, email: a@b}]"))
        .extracting(Change::kind)
        .contains(PlanDiff.Kind.IDENTITY_GIVEN);
    assertThat(between(base, "people: [{id: ana, email: a@b}, {id: eve, email: e@b}]"))
        .extracting(Change::kind)
        .containsExactly(PlanDiff.Kind.PEOPLE_CHANGED);
  }

  private static final String FREEZE =
      """
      epics: [{id: p, kind: phase, start: 2026-01-05}]
      sprints: [{id: s, start: 2026-01-05}]
      events:
        - {id: code, kind: freeze, dates: 2026-01-05 to 2026-01-09, branches: [main, r]}
        - {id: docs, kind: freeze, days: 1-2, sprint: s}
        - {id: last, kind: freeze, phase_weeks: {p: 2}}
        - {id: talk, kind: review, dates: 2026-01-05}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to 2026-01-09 | to 2026-01-08 | code |"
            + " was 2026-01-05 to 2026-01-09 and is 2026-01-05 to 2026-01-08.",
        "2026-01-05 to | 2026-01-06 to | code |"
            + " was 2026-01-05 to 2026-01-09 and is 2026-01-06 to 2026-01-09.",
        "'dates: 2026-01-05 to 2026-01-09, b' | b | code |"
            + " was 2026-01-05 to 2026-01-09 and is at no time.",
        "[main, r] | [main] | code | is no longer about r.",
        "', branches: [main, r]' | '' | code | is no longer about r.",
        "'code, kind: freeze' | 'code, kind: review' | code |"
            + " (2026-01-05 to 2026-01-09) is removed.",
        "id: docs | id: other | docs | (days 1-2) is removed.",
        "1-2 | 1 | docs | was days 1-2 and is day 1.",
        "'id: s, start: 2026-01-05' | 'id: s, start: 2026-02-05' | docs |"
            + " is days 1-2 as before, but these are counted from another day.",
        "'phase, start: 2026-01-05' | 'phase, start: 2026-02-05' | last |"
            + " is week 2 of p as before, but these are counted from another day.",
      })
  void a_freeze_that_is_removed_or_for_less_is_told(
      String from, String to, String id, String clause) {
    assertThat(between(FREEZE, FREEZE.replace(from, to)))
        .extracting(Change::kind, Change::subject, Change::sentence)
        .containsExactly(
            tuple(PlanDiff.Kind.FREEZE_RELAXED, id, "The freeze \"" + id + "\" " + clause));
  }

  @Test
  void a_freeze_that_is_for_more_and_an_event_that_is_none_are_not_told() {
    String more =
        FREEZE
            .replace("2026-01-05 to 2026-01-09", "2026-01-04 to 2026-01-10")
            .replace("[main, r]", "[r, main, q]")
            .replace("  - {id: talk, kind: review, dates: 2026-01-05}\n", "");

    assertThat(told(FREEZE, more)).isEmpty();
    assertThat(told(more, FREEZE)).hasSize(2);
  }

  private static final String ACTION =
      """
      people: [{id: ana}, {id: ben}]
      workstreams: [{id: a}, {id: b}]
      actions:
        - {id: sign, title: Sign, who: ana, status: doing, blocks: [a, b]}
        - {id: tidy, title: Tidy, who: ana}
        - {id: past, title: Past, who: ana, status: done, blocks: [a]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status: doing | status: done | , which blocks a, b, was doing and is done.",
        "status: doing | status: dropped | , which blocks a, b, was doing and is dropped.",
        "'[a, b]' | '[b]' | ' no longer blocks a.'",
        "', blocks: [a, b]' | '' | ' no longer blocks a, b.'",
        "who: ana, status: doing | who: ben, status: doing |"
            + " ' was for ana to do and is for ben.'",
        "'  - {id: sign, title: Sign, who: ana, status: doing, blocks: [a, b]}' | '' |"
            + " ', which blocks a, b, is removed.'",
      })
  void an_open_action_that_lets_go_what_it_holds_up_is_told(String from, String to, String clause) {
    assertThat(between(ACTION, ACTION.replace(from, to)))
        .extracting(Change::kind, Change::subject, Change::sentence)
        .containsExactly(
            tuple(PlanDiff.Kind.ACTION_RELAXED, "sign", "The action \"sign\"" + clause));
  }

  @Test
  void an_action_that_holds_up_nothing_or_more_is_not_told() {
    assertThat(
            told(
                ACTION,
                ACTION
                    .replace("status: doing, blocks: [a, b]", "status: blocked, blocks: [b, a]")
                    .replaceAll("(?m)^.*id: (tidy|past).*\n", "")))
        .isEmpty();
    assertThat(told(ACTION.replace("[a, b]", "[a]"), ACTION)).isEmpty();
    assertThat(told(ACTION, ACTION.replace("id: tidy", "id: tidy, status: done"))).isEmpty();
  }

  @Test
  void a_gate_taken_off_a_wave_is_told_and_one_put_on_is_not() {
    String waves =
        "workstreams: [{id: w}]\n"
            + "gates: [{id: g, tests: {failed: = 0}}, {ownership: {}}]\n"
            + "merges: {waves: [{id: one, workstreams: [w], gates: [g, ownership]}]}\n";

    assertThat(told(waves, waves.replace("[g, ownership]", "[ownership]")))
        .containsExactly(
            "WAVE_RELAXED base.yml:5:53 branch.yml:5:53 The wave \"one\" no longer waits for g.");
    assertThat(told(waves.replace("[g, ownership]", "[g]"), waves)).isEmpty();
    assertThat(told(waves, waves.replaceAll("merges.*", "")))
        .singleElement()
        .asString()
        .endsWith("The wave \"one\", which waits for g, ownership, is removed.");
  }

  @Test
  void another_zone_of_dates_is_told() {
    Change change =
        PlanDiff.between(zoned("calendar: {zone: Europe/Berlin}"), zoned("calendar: {}")).get(0);

    assertThat(change.kind()).isEqualTo(PlanDiff.Kind.ZONE_CHANGED);
    assertThat(change.sentence())
        .isEqualTo("Dates were meant in the zone Europe/Berlin and are in UTC.");
  }

  private static Plan zoned(String calendar) {
    String text = "coord: 1\nproject: {name: Shop, " + calendar + "}\n";
    return new PlanReader()
        .read(
            List.of(new PlanFile("p.yml", Optional.empty(), text.getBytes(StandardCharsets.UTF_8))))
        .plan()
        .orElseThrow();
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
