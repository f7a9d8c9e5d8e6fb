package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  @Test
  void names_of_pages_are_safe() {
    assertThatCode(
            () ->
                FileNames.check(
                    Set.of(
                        "index.html",
                        "index.html.md",
                        "workstreams/td1.html",
                        "workstreams/A_b-1.2.html",
                        "assets/coord.css",
                        "status.json",
                        "console.html")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../evil.html",
        "a/../../evil.html",
        "a/..",
        "./a",
        "a//b",
        "a/",
        "a\\b",
        "C:evil",
        ".hidden",
        "-x",
        "a..html",
        "a.",
        "a b",
        "a\nb",
        "a\u0000b",
        "ä.html",
        "a:b",
        "a*b",
      })
  void a_name_that_could_mean_another_place_is_refused(String name) {
    assertThatThrownBy(() -> FileNames.check(Set.of(name)))
        .isInstanceOf(SiteWriteException.class)
        .hasMessage(
            "not a safe file name: "
                + PlainText.code(name)
                + ". Use ids of letters, digits, dots, dashes and underscores.");
  }

  @Test
  void a_name_that_is_too_long_for_a_file_system_is_refused() {
    assertThatThrownBy(() -> FileNames.check(Set.of("a".repeat(201))))
        .isInstanceOf(SiteWriteException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"con.html", "NUL", "workstreams/aux.html.md", "com1/index.html", "lpt9.x.y"})
  void names_of_devices_are_refused(String name) {
    assertThatThrownBy(() -> FileNames.check(Set.of(name)))
        .isInstanceOf(SiteWriteException.class)
        .hasMessageStartingWith("Windows reserves the name ")
        .hasMessageEndingWith(" shows.");
  }

  @Test
  void names_that_differ_by_case_alone_are_refused() {
    collide(
        "A.html and a.html are one file where case is not told apart. Rename one of them.",
        "a.html",
        "A.html");
    collide(
        "w/b.html and W/b.html are one file where case is not told apart. Rename one of them.",
        "W/b.html",
        "w/b.html");
    collide(
        "w/b.html and W are one file where case is not told apart. Rename one of them.",
        "W/a.html",
        "w/b.html");
    collide(
        "w/ and W are one file where case is not told apart. Rename one of them.", "W", "w/a.html");
  }

  private static void collide(String message, String... names) {
    assertThatThrownBy(() -> FileNames.check(new LinkedHashSet<>(List.of(names))))
        .isInstanceOf(SiteWriteException.class)
        .hasMessage(message);
  }
}
