package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract that is said to be ready, beside the code of its files. */
class SignatureClaimsTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams:
        - {id: a, branch: f/a, owns: [/api.py]}
        - {id: b, branch: f/b, owns: [/web/]}
      handoffs:
        - {id: k, kind: contract, provider: a, consumers: [b], %s}
      """;

  private static final String AGREED = "signature: \"def get(a, b):\"";

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory);
    plan("status: ready, paths: [/api.py], " + AGREED);
    project.file("api.py", "def get(\n    a,\n    b,\n):\n    pass\n").commit("Agree");
  }

  private void plan(String keys) {
    project.file("coord.yml", PLAN.formatted(keys));
  }

  private List<String> said() throws IOException {
    new Coord().site(Settings.in(directory).build());
    return Files.readString(directory.resolve("target/coord/claims.html.md"))
        .lines()
        .filter(line -> line.contains("signature: "))
        .toList();
  }

  @Test
  void code_that_holds_the_signature_agrees_and_names_the_file() throws IOException {
    assertThat(said())
        .singleElement()
        .asString()
        .contains("signature: def get(a, b):", "agrees** api.py holds it");
  }

  @Test
  void code_that_was_changed_and_merged_contradicts_and_names_the_file() throws IOException {
    project.branch("f/a").file("api.py", "def fetch(a): pass\n").commit("Change it");
    assertThat(said()).singleElement().asString().contains("agrees** api.py holds it on main");

    project.checkout("main").merge("f/a");
    assertThat(said()).singleElement().asString().contains("contradicts** api.py does not hold it");
  }

  @Test
  void what_stands_in_a_comment_of_the_code_is_not_what_was_agreed() throws IOException {
    project.branch("f/a").file("web", "x").commit("Work");
    project.checkout("main").merge("f/a");
    plan("status: ready, paths: [/api.py], signature: \"def get(a, b)\"");
    project.file("api.py", "# def get(a, b):\ndef fetch(a): # was def get(a, b)\n").commit("No");
    assertThat(said()).singleElement().asString().contains("contradicts** api.py does not hold it");

    plan("status: ready, paths: [/Api.java], signature: \"int f();\"");
    project.file("Api.java", "interface A { // int f();\n/* int f();\n*/ }\n").commit("Nor so");
    assertThat(said()).singleElement().asString().contains("contradicts** Api.java does not");

    project.file("Api.java", "interface A { /* it */ int f(); } // f\n").commit("So it is");
    assertThat(said()).singleElement().asString().contains("agrees** Api.java holds it");

    plan("status: ready, paths: [/Api.java], signature: \"int f(); // f\"");
    project.file("Api.java", "interface A { int f(); // f\n}\n").commit("With its comment");
    assertThat(said()).singleElement().asString().contains("agrees** Api.java holds it");
  }

  @Test
  void what_the_branch_of_its_provider_holds_is_agreed_there() throws IOException {
    project.file("api.py", "def fetch(a): pass\n").commit("Change it");
    project.branch("f/a").file("api.py", "def get(a, b): pass\n").commit("Change it back");
    project.checkout("main");

    assertThat(said()).singleElement().asString().contains("agrees** api.py holds it on f/a");
  }

  @Test
  void one_of_several_files_will_do_and_all_that_lack_it_are_named() throws IOException {
    plan("status: ready, paths: [/api.py, /lib/], " + AGREED);
    project.file("lib/x.py", "x = 1\n").commit("A library");
    assertThat(said()).singleElement().asString().contains("agrees** api.py holds it");

    project.file("api.py", "y = 1\n").commit("Change it");
    project.git("branch", "f/a");
    assertThat(said())
        .singleElement()
        .asString()
        .contains("contradicts** api.py and lib/x.py do not hold it, here or on f/a");
  }

  @Test
  void a_file_that_cannot_be_read_beside_one_that_lacks_it_leaves_it_unknown() throws IOException {
    plan("status: ready, paths: [/api.py, /lib.py], " + AGREED);
    project.file("api.py", "y = 1\n").file("lib.py", "\0").commit("Change it");

    assertThat(said())
        .singleElement()
        .asString()
        .contains("unknown** api.py does not hold it, and 'lib.py' is binary");
  }

  /** Where nothing was agreed, or nothing can be looked into, and what is said of its status. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "status: planned, paths: [/api.py], " + AGREED,
        "status: ready, " + AGREED,
        "status: ready, paths: [/gone.py], " + AGREED,
        "status: ready, paths: [/api.py]",
      })
  void nothing_is_said_of_code_that_is_not_there_or_was_not_agreed(String keys) throws IOException {
    plan(keys);
    project.commit("Plan it");

    assertThat(said()).isEqualTo(List.of());
  }
}
