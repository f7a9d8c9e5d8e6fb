package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.LibraryVersions.Fit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of libraries, claimed and in build files. */
class LibraryVersionsTest {

  private static Fit fit(String written, String claimed) {
    int file = written.indexOf(' ');
    return LibraryVersions.fit(written.substring(0, file), written.substring(file + 1), claimed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "package.json ^1.3.0            ; >=1.3",
        "package.json ~1.3.0            ; >= 1.3",
        "package.json >=1.3.0 <2.0.0    ; >=1.3",
        "package.json >= 1.3.0 < 2.0.0  ; >=1.3, <2",
        "package.json 1.x               ; >=1",
        "package.json 1.3               ; >=1.3,<1.4",
        "package.json >1.3              ; >=1.4",
        "package.json <=1.3             ; <1.4",
        "package.json 1.2.3 - 2.3       ; >=1.2.3 <2.4",
        "package.json ^1.2 || ^2        ; ^1.2||^2",
        "package.json ^2 || ^3.1        ; >=1.3",
        "package.json ^1.2 || >=2       ; >=1.2",
        "package.json ^0.2.3            ; >=0.2.3 <0.3",
        "package.json ^0.0.3            ; ~0.0.3",
        "package.json ^1.3.0            ; ^1.3",
        "package.json ^1.3.0            ; 1.3.0",
        "pyproject.toml ^1.3            ; >=1.3",
        "pyproject.toml ^1.3            ; >=1.3,<2.0",
        "requirements.txt ~=2.28        ; >=2.28",
        "requirements.txt ~=2.28        ; >=2.28,<3",
        "requirements.txt ==2.28.*      ; >=2.28",
        "requirements.txt >2.28         ; >=2.28",
        "requirements.txt >=1.3.0       ; >= 1.3.0",
        "requirements.txt >=1.3.0 , <2  ; >=1.3.0",
        "requirements.txt <2,>=1.3      ; >=1.3,<2.0",
        "requirements.txt >=1.3,!=1.4   ; >=1.3",
        "requirements.txt !=1.4.*,>=1.3 ; >=1.3,!=1.4.2",
        "requirements.txt ==1.3.0       ; 1.3.0",
        "requirements.txt ===1.3        ; ==1.3.0",
        "requirements.txt ==1.10        ; >=1.9",
        "a.txt ==1.3rc1                 ; 1.3RC1",
        "Cargo.toml 1.3                 ; ^1.3",
        "Cargo.toml 1.3                 ; >=1.3,<2",
        "pom.xml 1.3.0                  ; ==1.3.0",
        "pom.xml 1.4.0                  ; >=1.3",
        "pom.xml 1.3.0.Final            ; >=1.3",
        "pom.xml [1.0,2.0)              ; [1.0, 2.0)",
        "pom.xml [1.0,1.5),(1.5,2.0)    ; >=1,!=1.5",
        "pom.xml [1.3]                  ; 1.3",
        "pom.xml [1.3,)                 ; >=1.3",
        "build.gradle 1.+               ; >=1",
        "build.gradle 1.3!!             ; >=1.3",
        "go.mod v1.2.3                  ; V1.2.3",
        "x.txt ==3.2.1                  ; *"
      })
  void a_build_file_asks_for_what_is_claimed(String written, String claimed) {
    assertThat(fit(written, claimed)).isEqualTo(Fit.AS_CLAIMED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "requirements.txt >=1.2         ; >=1.3",
        "package.json ^1.2.9            ; >=1.3",
        "package.json ^1.3 || ^1.1      ; >=1.3",
        "package.json 1.x               ; >=1.3",
        "package.json 1                 ; ^1.3",
        "package.json *                 ; >=1.3",
        "package.json ^0.3.0            ; ^0.4",
        "pom.xml 1.2.9                  ; >=1.3",
        "pom.xml 1.2.9                  ; 1.3",
        "pom.xml 1.2                    ; ==1.3",
        "pom.xml 1.30                   ; 1.3",
        "pom.xml 2                      ; <2",
        "pom.xml [1.0,)                 ; [1.0,2.0)",
        "requirements.txt ~=1.3         ; ~=1.3.0",
        "requirements.txt >=1.3         ; >=1.3,<2",
        "requirements.txt <2            ; >=1.3",
        "requirements.txt >=1.3         ; >1.3",
        "requirements.txt >=1.3         ; >=1.3,!=1.4",
        "Cargo.toml 1.3                 ; ==1.3",
        "build.gradle 1.+               ; >=1.3"
      })
  void a_build_file_asks_for_something_else(String written, String claimed) {
    assertThat(fit(written, claimed)).isEqualTo(Fit.OTHERWISE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pom.xml 1.3-rc1                      ; >=1.3",
        "pom.xml 33.0-jre                     ; 33.0-android",
        "pom.xml 1.99999999999999999999       ; >=1.3",
        "build.gradle latest.release          ; >=1.3",
        "requirements.txt 1!2.0               ; >=1.3",
        "requirements.txt ~=2                 ; >=1.3",
        "requirements.txt <1,>=2              ; >=1.3",
        "requirements.txt >=1.3rc1,<1.3       ; >=1.2",
        "pom.xml [1.0,2.0                     ; >=1",
        "pom.xml []                           ; >=1",
        "package.json <0.0.0                  ; >=1",
        "package.json ^1.2                    ; 1.3",
        "pom.xml 1.3.5                        ; 1.3",
        "pom.xml 1.3                          ; newest"
      })
  void what_is_not_understood_is_not_told(String written, String claimed) {
    assertThat(fit(written, claimed)).isEqualTo(Fit.UNTOLD);
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
  @ValueSource(strings = {"3.x or newer", "latest", "at least 1.3", "1.3 (LTS)", ",", ""})
  void words_about_a_version_are_none(String text) {
    assertThat(LibraryVersions.isVersion(text)).isFalse();
  }
}
