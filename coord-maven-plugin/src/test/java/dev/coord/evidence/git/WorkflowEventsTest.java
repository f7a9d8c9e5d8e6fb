package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What starts a workflow; {@code ~} stands for the end of a line. */
class WorkflowEventsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "on: workflow_dispatch                                    | workflow_dispatch",
        "\"on\": [\"pull_request\", 'schedule']                   | pull_request schedule",
        "{name: CI, on: {pull_request: , schedule: [{cron: x}]}}  | pull_request schedule",
        "on: [~  pull_request, # push~  schedule]                 | pull_request schedule",
        "on: &events~  'pull_request':~    branches: [push]       | pull_request",
        "on:~- pull_request~jobs: {a: &a {}, b: *a}               | pull_request",
        "? on~: pull_request                                      | pull_request",
        "name: >~  on: push~on: >-~  pull_request                 | pull_request",
        "on: push                                                 | push tag",
        "on:~  push:~    paths: [x]                               | push tag",
        "on:~  push:~    branches: [tags]                         | push",
        "on:~  push:~    branches: [x]~    tags: ['v*']           | push tag",
        "on:~  push:~    branches-ignore: [x]                     | push",
        "on: [create]                                             | create tag",
        "on:~  release:~    types: [published]                    | release tag",
      })
  void events_are_read_however_they_are_written(String yaml, String events) {
    assertThat(WorkflowEvents.of(yaml.replace('~', '\n')).orElseThrow())
        .containsExactlyInAnyOrder(events.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x: push",
        "on:",
        "on: null",
        "on: []",
        "on: {}",
        "on: [push, {x: y}]",
        "on: !x push",
        "x: &x push~on: *x",
        "x: &x {push: }~on: {<<: *x}",
        "on: push~on: pull_request",
        "on: push~---~on: pull_request",
        "on: [push",
        "- on: push",
      })
  void of_what_cannot_be_read_for_certain_nothing_is_told(String yaml) {
    String text = yaml.replace('~', '\n');

    assertThat(WorkflowEvents.of(text)).isEmpty();
    assertThat(WorkflowEvents.in("schedule").test(text.getBytes())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"schedule, false", "push, true", "schedule|push, true"})
  void one_of_the_events_will_do(String wanted, boolean found) {
    assertThat(WorkflowEvents.in(wanted).test("on: push".getBytes())).isEqualTo(found);
  }
}
