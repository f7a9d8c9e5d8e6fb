package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.Inline;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {

  @Test
  void a_line_goes_from_the_left_to_the_right_and_up_where_numbers_rise() {
    InlineView.Sparkline line =
        Charts.sparkline(new Inline.Sparkline("runs", "from 1 to 9", List.of(0, 500, 1000)));

    assertThat(line.outline()).isEqualTo("M0 17L50 10L100 3");
    assertThat(line.end()).isEqualTo(3);
    assertThat(line.bars()).isEqualTo("▁▅█");
  }

  @Test
  void three_hundred_runs_stay_in_the_box() {
    InlineView.Sparkline line =
        Charts.sparkline(new Inline.Sparkline("runs", "", Collections.nCopies(300, 1000)));

    assertThat(line.outline()).startsWith("M0 3").endsWith("L100 3");
    assertThat(line.bars()).hasSize(300);
  }
}
