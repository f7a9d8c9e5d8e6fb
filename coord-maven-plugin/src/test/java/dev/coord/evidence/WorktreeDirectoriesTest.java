package dev.coord.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorktreeDirectoriesTest {

  @ParameterizedTest
  @CsvSource({
    "../shop-a, ../shop-a",
    "../shop-a/, ../shop-a",
    "./../shop-a, ../shop-a",
    "../x/../shop-a, ../shop-a",
    "wt/a, wt/a",
    "., .",
    "./, .",
    "../../trees/a, ../../trees/a",
    "../trees/a, /home/ana/trees/a",
    "trees/a, /trees/a",
    "../../a, C:\\trees\\a"
  })
  void the_same_directory_is_the_same_however_it_is_written(String claimed, String seen) {
    assertThat(WorktreeDirectories.same(claimed, seen)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "../shop-a, ../shop-b",
    "shop-a, ../shop-a",
    "../../shop-a, ../shop-a",
    "../shop-a, .",
    "../trees/a, /home/ana/trees/b",
    "../trees/a, /a",
    "., /home/ana/shop",
    "../e/a, /home/tree/a"
  })
  void another_directory_is_another(String claimed, String seen) {
    assertThat(WorktreeDirectories.same(claimed, seen)).isFalse();
  }
}
