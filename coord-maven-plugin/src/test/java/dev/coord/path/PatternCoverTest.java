package dev.coord.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which patterns cover whatever another one does. */
class PatternCoverTest {

  private static boolean covers(String wide, String narrow) {
    return PathPattern.of(wide).covers(PathPattern.of(narrow));
  }

  @ParameterizedTest(name = "{0} covers all of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /src/      | /src/api/
          /src       | /src/
          /lib/**    | /lib/
          /lib/      | /lib/**
          /lib/*     | /lib/
          /lib/**/*  | /lib/
          **         | /pom.xml
          /**        | *.md
          **/        | /src/
          *.md       | /docs/a.md
          *.md       | docs/*.md/x
          target/    | /a/target/b
          a/**/b     | a/b/c
          a/**/b     | a/x/y/b
          a/**/b     | a/**/x/b
          /src/*/api | /src/a/api/x
          [ab].txt   | a.txt
          """)
  void covers_all_of(String wide, String narrow) {
    assertThat(covers(wide, narrow)).isTrue();
  }

  @ParameterizedTest(name = "{0} does not cover all of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /src/api/  | /src/
          /src/      | /src
          /src/      | src
          /lib/**    | /lib
          **/        | /pom.xml
          a/b        | a/**/b
          /src/      | /srv/
          *.md       | /docs/
          a.txt      | [ab].txt
          """)
  void does_not_cover(String wide, String narrow) {
    assertThat(covers(wide, narrow)).isFalse();
  }

  @Test
  void what_a_covered_pattern_matches_the_covering_one_matches() {
    List<PathPattern> patterns = patterns();
    List<String> paths = paths();
    int covering = 0;
    for (PathPattern wide : patterns) {
      for (PathPattern narrow : patterns) {
        if (wide.covers(narrow)) {
          covering++;
          assertThat(paths.stream().filter(narrow::matches))
              .as(wide + " covers " + narrow)
              .allMatch(wide::matches);
        }
      }
    }
    assertThat(covering).isGreaterThan(patterns.size());
  }

  @Test
  void the_index_leaves_out_no_pattern_that_covers() {
    List<PathPattern> patterns = patterns();
    PatternIndex index = new PatternIndex(patterns);
    for (PathPattern narrow : patterns) {
      assertThat(index.candidates(narrow).filter(i -> patterns.get(i).covers(narrow)).boxed())
          .containsExactlyElementsOf(
              IntStream.range(0, patterns.size())
                  .filter(i -> patterns.get(i).covers(narrow))
                  .boxed()
                  .toList());
    }
  }

  /** All patterns of up to three segments over a few names and wildcards. */
  private static List<PathPattern> patterns() {
    List<String> segments = List.of("a", "b", "*", "a*", "**");
    List<String> texts = new ArrayList<>(List.of("a", "b/", "*", "**", "**/", "*/", "a*", "a*/"));
    for (String first : segments) {
      texts.add("/" + first);
      texts.add("/" + first + "/");
      for (String second : segments) {
        texts.add(first + "/" + second);
        texts.add(first + "/" + second + "/");
        for (String third : segments) {
          texts.add(first + "/" + second + "/" + third);
          texts.add(first + "/" + second + "/" + third + "/");
        }
      }
    }
    return texts.stream().map(PathPattern::of).toList();
  }

  /** All paths of up to four names. */
  private static List<String> paths() {
    List<String> names = List.of("a", "b", "ab");
    List<String> paths = new ArrayList<>(names);
    for (int i = 0;
        i < paths.size() && paths.get(i).chars().filter(c -> c == '/').count() < 3;
        i++) {
      for (String name : names) {
        paths.add(paths.get(i) + "/" + name);
      }
    }
    return paths;
  }
}
