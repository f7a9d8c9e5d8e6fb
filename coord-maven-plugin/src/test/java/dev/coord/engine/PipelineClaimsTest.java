package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pipelines of the plan beside the workflows of GitHub; {@code ~} stands for the end of a line. */
class PipelineClaimsTest {

  private static final String FILE = ".github/workflows/ci.yml";

  @TempDir Path directory;

  private List<String> contradictions(String file, String trigger, String on) throws IOException {
    GitProject project = GitProject.in(directory);
    project.file(
        "coord.yml",
        """
        coord: 1
        project: {name: Shop, integration_branch: main}
        environments: [{id: ci, pipelines: [{file: %s, trigger: "%s"}]}]
        """
            .formatted(file, trigger));
    project.file(FILE, "name: CI\n" + on.replace('~', '\n') + "\njobs: {}\n").commit("Build");
    new Coord().site(Settings.in(directory).build());
    return Files.readString(directory.resolve("target/coord/claims.html.md"))
        .lines()
        .filter(line -> line.contains("contradicts** "))
        .toList();
  }

  @Test
  void a_directory_is_no_workflow() throws IOException {
    assertThat(contradictions(".github/workflows", "push", "on: push"))
        .singleElement()
        .asString()
        .contains("contradicts** .github/workflows is a directory");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "push                   | on: workflow_dispatch                           | push",
        "push                   | on: [pull_request, schedule]                    | push",
        "pull requests          | on:~  push:~    branches: [main]                | pull_request",
        "push and pull requests | on:~- push                                      | pull_request",
        "every week             | on:~  push:~    branches: [schedule]            | schedule",
        "by hand                | on: {push: {branches: [main]}}                  | workflow_dispatch",
        "each tag               | on:~  push:~    branches: [main]                | tag",
      })
  void a_trigger_that_the_workflow_does_not_name_contradicts(String trigger, String on, String no)
      throws IOException {
    assertThat(contradictions(FILE, trigger, on))
        .singleElement()
        .asString()
        .contains("contradicts** the \"on\" of " + FILE + " does not name " + no);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "push to main           | on: push",
        "pull requests, weekly  | on:~  pull_request:~  schedule:~    - cron: '0 0 * * 1'",
        "a push of a tag        | 'on':~  push:~    tags: ['v*']",
        "not on a push          | on: workflow_dispatch",
        "each merge into main   | on: workflow_dispatch",
        "push                   | x: workflow_dispatch",
      })
  void what_the_workflow_names_and_what_words_do_not_tell_contradicts_nothing(
      String trigger, String on) throws IOException {
    assertThat(contradictions(FILE, trigger, on)).isEqualTo(List.of());
  }
}
