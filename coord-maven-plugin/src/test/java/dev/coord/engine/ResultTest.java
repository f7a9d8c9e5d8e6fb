package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.assess.Overall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PASSED")
  void a_failure_says_why(Overall overall) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Result(overall, List.of(), List.of(), ""))
        .withMessage("a failure says why");
  }

  @Test
  void lines_are_copied() {
    List<String> commands = new ArrayList<>(List.of("::error::x"));
    Result result = new Result(Overall.PASSED, List.of(), commands, "");

    commands.clear();

    assertThat(result.commands()).containsExactly("::error::x");
  }
}
