package dev.coord.plan.yaml;

import static dev.coord.plan.yaml.Plans.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static final PlanFile PROJECT =
      file("coord/a.yml", "coord: 1\nproject: {name: Shop}\nboundaries: {unowned: fail}\n");

  @Test
  void lists_are_joined_in_the_order_of_the_files() {
    Plan plan =
        Plans.plan(
            PROJECT,
            file("coord/b.yml", "coord: 1\nworkstreams: [{id: b}]\ngates: [{ownership: {}}]\n"),
            file("coord/c.yml", "coord: 1\nworkstreams: [{id: a, depends_on: [b]}]\n"));

    assertThat(plan.files()).containsExactly("coord/a.yml", "coord/b.yml", "coord/c.yml");
    assertThat(plan.workstreams()).extracting(Workstream::id).containsExactly("b", "a");
    assertThat(plan.workstreams().get(1).origin().of("depends_on", 0))
        .hasToString("coord/c.yml:2:36");
    assertThat(plan.gates()).hasSize(1);
  }

  @Test
  void maps_are_joined_key_by_key_and_the_lists_in_them_end_to_end() {
    Plan plan =
        Plans.plan(
            file(
                "a.yml",
                "coord: 1\nproject: {name: Shop, calendar: {zone: Asia/Tokyo}}\n"
                    + "boundaries: {protected: [a], branches: {target: main}}\n"),
            file(
                "b.yml",
                "coord: 1\nproject: {tag: v1, calendar: {sprint_length: 5}}\n"
                    + "boundaries: {protected: [b], unowned: allow, branches: {never: [x]}}\n"
                    + "evidence: {tests: [t.xml]}\n"),
            file("c.yml", "coord: 1\nevidence: {coverage: [c.xml], tests: [u.xml]}\n"));

    assertThat(plan.project().tag()).contains("v1");
    assertThat(plan.project().origin().of("tag")).hasToString("b.yml:2:16");
    assertThat(plan.project().calendar().zone()).hasToString("Asia/Tokyo");
    assertThat(plan.project().calendar().sprintLength()).hasValue(5);
    assertThat(plan.boundaries().protectedPaths()).isEqualTo(PathPatterns.of("a", "b"));
    assertThat(plan.boundaries().origin().of("protected", 1)).hasToString("b.yml:3:26");
    assertThat(plan.boundaries().unowned()).isEqualTo(Unowned.ALLOW);
    assertThat(plan.boundaries().branches().target()).contains("main");
    assertThat(plan.boundaries().branches().never()).containsExactly("x");
    assertThat(plan.evidence().tests()).hasSize(2);
    assertThat(plan.evidence().coverage()).hasSize(1);
  }

  @Test
  void two_definitions_of_one_value_are_told_with_both_places() {
    assertThat(
            Plans.messages(
                PROJECT,
                file(
                    "coord/b.yml",
                    "coord: 1\nproject: {name: Store}\nboundaries: {unowned: warn}\n"),
                file("coord/c.yml", "coord: 1\nproject: Shop\n")))
        .containsExactly(
            "coord/b.yml:2:1: \"project\" is already written at coord/a.yml:2:1. Keep one of the"
                + " two; only lists and maps are joined.",
            "coord/b.yml:3:14: \"unowned\" is already written at coord/a.yml:3:14. Keep one of the"
                + " two; only lists and maps are joined.",
            "coord/c.yml:2:1: \"project\" is already written at coord/a.yml:2:1. Keep one of the"
                + " two; only lists and maps are joined.");
  }

  @Test
  void a_name_that_two_files_define_is_told_with_both_places() {
    assertThat(
            Plans.messages(
                PROJECT,
                file("coord/b.yml", "coord: 1\nproject: {tag: v1, name: Store}\n"),
                file("coord/c.yml", "coord: 1\nworkstreams: [{id: x}]\ngates: [{ownership: {}}]\n"),
                file(
                    "coord/d.yml", "coord: 1\nworkstreams: [{id: X}]\ngates: [{ownership: {}}]\n")))
        .containsExactly(
            "coord/b.yml:2:20: \"name\" is already written at coord/a.yml:2:11. Keep one of the"
                + " two; only lists and maps are joined.",
            "coord/d.yml:2:20: the workstream id \"X\" differs from \"x\" at coord/c.yml:2:20 by"
                + " case only. Give one of them another id.",
            "coord/d.yml:3:10: the gate id \"ownership\" is already used at coord/c.yml:3:10. Give"
                + " each gate of one rule an id of its own, such as 'id: ownership-checkout'.");
  }

  @Test
  void every_file_says_its_version() {
    assertThat(
            Plans.messages(
                PROJECT,
                file("coord/b.yml", "workstreams: [{id: b, colour: red}]\n"),
                file("coord/c.yml", "coord: 2\nnonsense: true\n")))
        .containsExactly(
            "coord/b.yml:1:1: the file does not say which version of the format it has. Write"
                + " 'coord: 1' on its first line.",
            "coord/b.yml:1:23: \"colour\" is not a key of a workstream. Known keys are base,"
                + " branch, critical, depends_on, due, duration, files, focus, id, keeps_off, launch,"
                + " level, merged_as, next, notes, owner, owns, phase, progress_file, start, status, tasks,"
                + " title, why, worktree.",
            "coord/c.yml:1:8: the version of the plan's format must be 1, the only one this version"
                + " of coord reads, but is \"2\". Write 'coord: 1', or use a newer coord.");
  }

  @Test
  void a_file_that_cannot_be_read_does_not_hide_mistakes_of_others_or_make_new_ones() {
    assertThat(
            Plans.messages(
                file("coord/a.yml", "coord: 1\nproject: {name: a}\nworkstreams: [{id: [in-a\n"),
                file(
                    "coord/b.yml",
                    "coord: 1\nworkstreams: [{id: a, owner: ana, depends_on: [in-a], ownr: x}]\n")))
        .containsExactly(
            "coord/a.yml:3:20: the list that begins here lacks a comma or its \"]\". Add it, and"
                + " put a text that holds brackets, commas or colons in quotes.",
            "coord/b.yml:2:55: \"ownr\" is not a key of a workstream. Perhaps \"owner\" was meant.");
  }

  @Test
  void names_are_checked_when_what_cannot_be_read_defines_others() {
    assertThat(
            Plans.messages(
                file("coord/a.yml", "coord: 1\nproject: {name: [Shop\npeople: *team\n"),
                file(
                    "coord/b.yml",
                    "coord: 1\nworkstreams: [{id: a, owner: ana, depends_on: [in-a]}]\n")))
        .containsExactly(
            "coord/a.yml:2:17: the list that begins here lacks a comma or its \"]\". Add it, and"
                + " put a text that holds brackets, commas or colons in quotes.",
            "coord/a.yml:3:9: aliases (\"*name\") are not allowed in a plan. Write the value out, or"
                + " put a text that begins with \"*\" in quotes.",
            "coord/b.yml:2:48: no workstream has the id \"in-a\". Known are a. Define it under"
                + " \"workstreams\", or mend the id.");
  }

  @Test
  void names_are_not_checked_when_a_whole_file_or_the_list_of_files_cannot_be_read() {
    PlanFile other =
        file("coord/b.yml", "coord: 1\nworkstreams: [{id: a, depends_on: [b]}]\nx: 1\n");
    String unknown = "coord/b.yml:3:1: \"x\" is not a key of a plan.";

    assertThat(Plans.messages(file("coord/a.yml", "- project\n"), other))
        .hasSize(2)
        .last(InstanceOfAssertFactories.STRING)
        .startsWith(unknown);
    assertThat(
            Plans.messages(
                file("coord/a.yml", "coord: 1\nproject: {name: a}\ninclude: [@b]\n"), other))
        .hasSize(2)
        .last(InstanceOfAssertFactories.STRING)
        .startsWith(unknown);
  }

  @Test
  void people_of_one_file_are_known_in_others() {
    assertThat(
            Plans.messages(
                PROJECT,
                file(
                    "coord/b.yml",
                    "coord: 1\nworkstreams: [{id: a, owner: ana}, {id: b, owner: an}]"),
                file("coord/c.yml", "coord: 1\npeople: [{id: ana}]\n")))
        .containsExactly(
            "coord/b.yml:2:51: no person has the id \"an\". Perhaps \"ana\" was meant.");
  }

  @Test
  void only_the_first_file_includes_others() {
    assertThat(
            Plans.messages(
                file("coord.yml", "coord: 1\ninclude: [more/*.yml]\nproject: {name: Shop}\n"),
                file("more/a.yml", "coord: 1\ninclude: [b.yml]\n")))
        .containsExactly(
            "more/a.yml:2:1: only the first file of a plan can include others, and that is"
                + " coord.yml. Move the patterns there.");
  }

  @Test
  void an_empty_file_of_several_is_not_called_the_plan_and_hides_nothing() {
    PlanFile full = file("coord/a.yml", "coord: 1\nproject: {name: Shop}\n");
    PlanFile dangling = file("coord/b.yml", "coord: 1\nactions: [{title: Sign, blocks: [one]}]\n");

    assertThat(Plans.messages(full, dangling, file("coord/e.yml", ""), file("coord/f.yml", "# no")))
        .containsExactly(
            "coord/b.yml:2:34: no gate, workstream or wave has the id \"one\". Define it under \"gates\","
                + " or mend the id.",
            "coord/e.yml:1:1: this file is empty. Begin it with 'coord: 1', or remove it.",
            "coord/f.yml:1:1: this file is empty. Begin it with 'coord: 1', or remove it.");
    assertThat(Plans.messages(full, file("coord/e.yml", "coord: 1\n"))).isEmpty();
  }

  @Test
  void a_plan_of_empty_files_lacks_its_project_too() {
    assertThat(Plans.messages(file("coord/a.yml", ""), file("coord/b.yml", "~")))
        .containsExactly(
            "coord/a.yml:1:1: the plan has no \"project\". Add for example 'project: {name: Shop}'.",
            "coord/a.yml:1:1: this file is empty. Begin it with 'coord: 1', or remove it.",
            "coord/b.yml:1:1: this file is empty. Begin it with 'coord: 1', or remove it.");
  }

  @Test
  void a_file_of_several_that_is_no_map_is_not_told_to_repeat_the_plan() {
    assertThat(
            Plans.messages(
                file("coord/a.yml", "coord: 1\nproject: {name: Shop}\n"),
                file("coord/b.yml", "hello")))
        .containsExactly(
            "coord/b.yml:1:1: a plan is a map of keys, but this is something else. Begin the file"
                + " with 'coord: 1', or remove it.");
  }

  @Test
  void a_key_that_may_stand_in_a_file_that_cannot_be_read_is_not_called_missing() {
    assertThat(
            Plans.messages(
                file("a.yml", "coord: 1\nproject: {purpose: Tea}\n"),
                file("b.yml", "coord: 2\nproject: {name: Shop}\n")))
        .containsExactly(
            "b.yml:1:8: the version of the plan's format must be 1, the only one this version of"
                + " coord reads, but is \"2\". Write 'coord: 1', or use a newer coord.");
  }
}
