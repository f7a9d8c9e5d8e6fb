package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartsTest {

  @Test
  void what_is_in_no_part_stays_empty_and_the_limit_is_a_mark_with_words() {
    InlineView.Shares bar =
        Charts.shares(
            new Inline.Shares(
                List.of(new Inline.Part(Tone.INFO, 3)),
                1,
                Optional.of(new Inline.Limit(800, "Wanted: >= 80%")),
                "75%"));

    assertThat(bar.parts()).containsExactly(new InlineView.Part("info", 0, 750));
    assertThat(bar.limits()).containsExactly(new InlineView.Limit(800, "Wanted: ≥ 80%"));
  }

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
