package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of git's own t1402-check-ref-format.sh that are about names of branches. */
class GitNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"foo/bar", "foo", "feature/a.b", "a@b", "a{b", "é", "1", "a-b_c+d,e=f"})
  void good_names_are_good(String name) {
    assertThat(GitNames.problem(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "foo.",
        "foo/",
        "/foo",
        "foo//bar",
        ".foo",
        "foo/.bar",
        "foo..bar",
        "foo/./bar",
        "foo.lock",
        "foo.lock/bar",
        "foo@{bar",
        "@",
        "-foo",
        "HEAD",
        "foo bar",
        "foo~",
        "foo^",
        "foo:bar",
        "foo?",
        "foo*",
        "foo[",
        "foo\\bar",
        "foo\tbar",
        "foo\u007fbar",
        "foo\u0085bar",
        "refs/heads/foo"
      })
  void names_that_git_refuses_are_refused(String name) {
    assertThat(GitNames.problem(name)).isPresent();
  }

  @Test
  void names_have_a_length() {
    assertThat(GitNames.problem("x".repeat(200))).isEmpty();
    assertThat(GitNames.problem("x".repeat(201))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.0", "main~3", "main^", "origin/main^2~1", "0123456789abcdef"})
  void a_base_is_anything_that_names_a_commit(String base) {
    assertThat(
            Plans.messages(
                "coord: 1\nproject: {name: Shop}\nworkstreams: [{id: a, base: " + base + "}]"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HEAD",
        "HEAD~1",
        "a..b",
        "\"@{u}\"",
        "\":/fix\"",
        "\"main^{tree}\"",
        "main:pom.xml"
      })
  void a_base_that_moves_or_is_no_commit_is_refused(String base) {
    assertThat(
            Plans.messages(
                "coord: 1\nproject: {name: Shop}\nworkstreams: [{id: a, base: " + base + "}]"))
        .hasSize(1);
  }
}
