package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherWordsTest {

  private static List<String> told(String plan) {
    String project = plan.startsWith("project") ? "" : "project: {name: Shop}\n";
    return Plans.messages("coord: 1\n" + project + plan + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "project: {name: Shop, sprint_length: 10} | It belongs under \"calendar\".",
        "project: {name: Shop, zone: UTC} | It belongs under \"calendar\".",
        "workstreams: [{id: a, prompt_file: x}] | It belongs under \"launch\".",
        "workstreams: [{id: a, reviewer: ana}] | ; \"reviewer\" is one of merges.queue.",
        "holidays: [2026-01-01] | ; \"holidays\" is one of project.calendar.",
        "epics: [{id: a, number: 3}] | It belongs under \"issues\".",
        "sprints: [{id: a, outputs: [x]}] | It belongs under \"blocks\".",
        "gates: [{coverage: {lines: \">= 80%\", applies_to: {waves: [x]}}}] | ; \"applies_to\" is one of gates.",
        "risks: [{id: a, owner: ana, triggered_when: {files: {paths: [x], count: \"= 1\"}}}]"
            + " | It belongs under \"of\".",
      })
  void a_key_of_another_level_says_where_it_belongs(String plan, String remedy) {
    assertThat(told(plan)).anySatisfy(mistake -> assertThat(mistake).endsWith(remedy));
  }

  @Test
  void a_key_of_some_rules_is_not_sent_to_one_of_them() {
    assertThat(told("gates: [{tests: {failed: \"= 0\"}, until: 2026-01-01}]"))
        .singleElement()
        .asString()
        .contains("\"until\" is not a key of a gate. Known keys are ")
        .doesNotContain("belongs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phases: [] | epics",
        "tracks: [] | workstreams",
        "risks: [{id: a, probability: low}] | likelihood",
        "actions: [{title: x, assignee: ana}] | who",
        "actions: [{title: x, deadline: 2026-01-01}] | when",
        "environments: [{id: a, name: x}] | title",
        "workstreams: [{id: a, dependencies: [b]}, {id: b}] | depends_on",
      })
  void a_key_that_documents_call_otherwise_is_proposed(String plan, String key) {
    assertThat(told(plan))
        .anySatisfy(mistake -> assertThat(mistake).endsWith("Perhaps \"" + key + "\" was meant."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "workstreams: [{id: a, tasks: [{text: x, state: in progress}]}] | state: doing",
        "workstreams: [{id: a, tasks: [{text: x, state: IN_PROGRESS}]}] | state: doing",
        "workstreams: [{id: a, tasks: [{text: x, state: Complete}]}] | state: done",
        "workstreams: [{id: a, tasks: [{text: x, state: ✅}]}] | state: done",
        "workstreams: [{id: a, tasks: [{text: x, state: cancelled}]}] | state: dropped",
        "risks: [{id: a, owner: x, impact: High - could delay all}] | impact: high",
        "risks: [{id: a, owner: x, impact: critical}] | impact: very_high",
        "risks: [{id: a, owner: x, impact: Very High}] | impact: very_high",
        "risks: [{id: a, owner: x, status: resolved}] | status: closed",
        "decisions: [{id: a, status: approved}] | status: accepted",
        "events: [{id: a, kind: retrospective}] | kind: ceremony",
      })
  void a_word_of_documents_is_told_in_those_of_the_plan(String plan, String meant) {
    assertThat(told(plan))
        .singleElement()
        .asString()
        .endsWith("Perhaps '" + meant + "' was meant.");
  }

  @Test
  void a_word_that_can_mean_several_things_is_not_guessed() {
    assertThat(told("risks: [{id: a, owner: x, likelihood: Medium-High}]"))
        .singleElement()
        .asString()
        .endsWith("Write one of these words.");
    assertThat(told("risks: [{id: a, owner: x, status: monitoring}]"))
        .singleElement()
        .asString()
        .endsWith("Write one of these words.");
  }
}
