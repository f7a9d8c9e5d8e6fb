package dev.coord.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryPathTest {

  @ParameterizedTest
  @CsvSource({
    "../x, ../x/",
    "../x, ../a/../x",
    "../x, ./..//x/.",
    "../x, ..\\x",
    "., ./a/..",
    "/home/ana/x, //home/./ana/x"
  })
  void one_directory_is_one_however_it_is_written(String one, String other) {
    assertThat(DirectoryPath.of(one)).isEqualTo(DirectoryPath.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "../x, ../x, true",
    "../x/backend, ../x, true",
    "../x-old, ../x, false",
    "../X, ../x, false",
    "x, ../x, false",
    ".., ../x, false",
    "wt/x/y, wt/x, true",
    "wt, wt/x, false",
    "y, .., true",
    "y, ., true",
    "../y, ., true",
    ".., ., false",
    "../shop/wt/x, wt/x, true",
    "../wt/x, wt/x, false",
    "../../code/x, ../x, true",
    "../../code/y, ../x, false",
    "/home/ana/x/backend, ../x, true",
    "~/x, ../x, true",
    "C:\\code\\x, ../x, true",
    "/home/ana/y, ../x, false",
    "~, ../x, false",
    "/home/ana, ., true"
  })
  void a_directory_may_be_in_another_unless_what_is_written_forbids_it(
      String inner, String outer, boolean mayBe) {
    assertThat(DirectoryPath.of(inner).mayBeIn(DirectoryPath.of(outer))).isEqualTo(mayBe);
  }

  @Test
  void what_lies_around_is_told_from_the_inside_out() {
    assertThat(DirectoryPath.of("../x/y").around())
        .containsExactly(
            DirectoryPath.of("../x/y"), DirectoryPath.of("../x"), DirectoryPath.of(".."));
  }
}
