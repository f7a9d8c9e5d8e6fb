package dev.coord.evidence.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.SourceFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrackedFilesTest {

  private static final List<String> ANYWHERE = List.of("");

  private final TrackedFiles files =
      tracked(
          "C.java",
          "app/src/main/java/a/C.java",
          "app/src/main/java9/a/C.java",
          "core/src/main/java/a/C.java",
          "core/src/main/java/a/D.java",
          "core/src/main/java/xa/D.java",
          "other/core/a/E.java",
          "x/core/src/a/F.java",
          "y/src/a/F.java");

  private static TrackedFiles tracked(String... paths) {
    return new TrackedFiles(SourceFiles.of(List.of(paths)));
  }

  @Test
  void a_path_is_looked_for_below_each_directory_in_turn() {
    assertThat(files.at(List.of("core", ""), "C.java").only()).contains("C.java");
    assertThat(files.at(List.of("core"), "C.java").isEmpty()).isTrue();
    assertThat(files.at(List.of("core", "app"), "src/main/java/a/C.java").only())
        .contains("core/src/main/java/a/C.java");
  }

  @Test
  void an_ending_is_of_whole_segments() {
    assertThat(files.endingIn("a/D.java")).containsExactly("core/src/main/java/a/D.java");
    assertThat(files.endingIn("D.java"))
        .containsExactlyInAnyOrder("core/src/main/java/a/D.java", "core/src/main/java/xa/D.java");
    assertThat(files.endingIn(".java")).isEmpty();
    assertThat(files.endingIn("b/D.java")).isEmpty();
  }

  @Test
  void a_whole_path_ends_in_itself() {
    assertThat(files.endingIn("C.java"))
        .containsExactlyInAnyOrder(
            "C.java",
            "app/src/main/java/a/C.java",
            "app/src/main/java9/a/C.java",
            "core/src/main/java/a/C.java");
  }

  @Test
  void two_that_fit_are_both_named() {
    TrackedFiles.Match match = files.endingIn(ANYWHERE, "D.java", List.of(), "");
    assertThat(match.isAmbiguous()).isTrue();
    assertThat(match.only()).isEmpty();
    assertThat(match.candidates())
        .containsExactly("core/src/main/java/a/D.java", "core/src/main/java/xa/D.java");
  }

  @Test
  void the_nearest_directory_that_has_any_decides() {
    assertThat(files.endingIn(List.of("core", ""), "a/C.java", List.of(), "").only())
        .contains("core/src/main/java/a/C.java");
    assertThat(files.endingIn(List.of("cor", "core"), "a/C.java", List.of(), "").only())
        .contains("core/src/main/java/a/C.java");
  }

  @Test
  void the_usual_place_decides_between_several() {
    assertThat(files.endingIn(List.of("app"), "a/C.java", List.of(), "").isAmbiguous()).isTrue();
    assertThat(files.endingIn(List.of("app"), "a/C.java", List.of("src/main/java"), "").only())
        .contains("app/src/main/java/a/C.java");
  }

  @Test
  void a_module_is_preferred_by_its_name_but_not_by_a_package_of_that_name() {
    assertThat(files.endingIn(ANYWHERE, "a/F.java", List.of(), "core").only())
        .contains("x/core/src/a/F.java");
    assertThat(files.endingIn(ANYWHERE, "a/F.java", List.of(), "a").isAmbiguous()).isTrue();
    assertThat(files.endingIn(ANYWHERE, "a/F.java", List.of(), "none").isAmbiguous()).isTrue();
  }

  @Test
  void nothing_fits_among_no_files() {
    assertThat(tracked().endingIn(ANYWHERE, "a", List.of(), "").isEmpty()).isTrue();
  }

  private static TrackedFiles linked(Map<String, String> links, String... paths) {
    return new TrackedFiles(new SourceFiles(new TreeSet<>(List.of(paths)), new TreeMap<>(links)));
  }

  @Test
  void a_link_stands_for_the_file_where_it_leads() {
    TrackedFiles linked = linked(Map.of("web/a.py", "src/a.py"), "src/a.py", "web/a.py");

    assertThat(linked.at(ANYWHERE, "web/a.py").only()).contains("src/a.py");
    assertThat(linked.endingIn(ANYWHERE, "a.py", List.of(), "").only()).contains("src/a.py");
    assertThat(linked.named("a.py")).containsExactly("src/a.py");
  }

  @Test
  void a_link_to_a_directory_stands_for_the_files_below_it() {
    TrackedFiles linked =
        linked(
            Map.of("src", "code", "code/self", "", "code/b.py", "lib/b.py"),
            "code/a.py",
            "code/b.py",
            "code/self",
            "lib/b.py",
            "src");

    assertThat(linked.at(ANYWHERE, "src/a.py").only()).contains("code/a.py");
    assertThat(linked.at(ANYWHERE, "src/b.py").only()).contains("lib/b.py");
    assertThat(linked.at(ANYWHERE, "src/self/src/self/code/a.py").only()).contains("code/a.py");
    assertThat(linked.at(ANYWHERE, "src/gone.py").isEmpty()).isTrue();
    assertThat(linked.at(ANYWHERE, "src").isEmpty()).isTrue();
  }
}
