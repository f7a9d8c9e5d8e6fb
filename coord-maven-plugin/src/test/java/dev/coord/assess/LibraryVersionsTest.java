package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of libraries, claimed and in build files. */
class LibraryVersionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ">=1.3.0       ; >= 1.3.0",
        ">=1.3         ; >=1.3.0",
        ">=1.3.0 , <2  ; >=1.3.0",
        "<2,>=1.3      ; >=1.3,<2.0",
        "==1.3.0       ; 1.3.0",
        "1.4.0         ; >=1.3",
        "==1.10        ; >=1.9",
        "^1.2 || ^2; ^1.2||^2",
        "[1.0,2.0)     ; [1.0, 2.0)",
        "v1.2.3        ; V1.2.3"
      })
  void a_build_file_asks_for_what_is_claimed(String written, String claimed) {
    assertThat(LibraryVersions.asksFor(written, claimed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.3",
        ">= 1.3, < 2",
        "^1.2 || ^2",
        "~=1.3",
        "[1.0,2.0)",
        "[1.0,)",
        "v1.2",
        "3.x",
        "*"
      })
  void a_version_is_what_a_build_file_could_write(String text) {
    assertThat(LibraryVersions.isVersion(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.x or newer", "latest", "at least 1.3", "1.3 (LTS)", ","})
  void words_about_a_version_are_none(String text) {
    assertThat(LibraryVersions.isVersion(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ">=1.4.0       ; >=1.3.0",
        "1.2.9         ; >=1.3",
        "1.3.0         ; ==1.3.0",
        "^1.3.0        ; 1.3.0",
        "~=1.3         ; ~=1.3.0",
        ">=1.3         ; >=1.3,<2",
        "1.3           ; <2",
        ">=1           ; ','",
        "1.99999999999 ; >=1.3"
      })
  void a_build_file_asks_for_something_else(String written, String claimed) {
    assertThat(LibraryVersions.asksFor(written, claimed)).isFalse();
  }
}
