package dev.coord.site.render.picture;

import static dev.coord.site.render.picture.SamplePictures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Axis.Tick;
import dev.coord.site.model.Gantt;
import dev.coord.site.model.Gantt.Bar;
import dev.coord.site.model.Gantt.Bar.Shape;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GanttDrawingTest {

  private static Bar bar(String name, long start, long end, long latest, boolean critical) {
    return new Bar(
        new Mark(name, Tone.INFO, "", Optional.of(Target.page("workstreams/" + name))),
        Shape.WORK,
        start,
        end,
        latest,
        critical,
        OptionalLong.empty());
  }

  private static DrawnPicture drawn(Bar... bars) {
    return DrawnPicture.of(
        new Gantt(
            new Axis(Optional.of(MONDAY), 10),
            Optional.of(new Tick(5, "today, 2026-11-21")),
            List.of(bars)));
  }

  @Test
  void a_bar_is_as_long_as_the_work_and_stands_where_it_begins() {
    DrawnPicture drawn = drawn(bar("a", 0, 5, 5, true), bar("b", 5, 10, 10, true));

    assertThat(drawn.shares("a rect", "x")).containsExactly(0.6, 50.0);
    assertThat(drawn.shares("a rect", "width")).containsExactly(49.4, 49.4);
  }

  @Test
  void today_stands_on_its_day_and_says_which_it_is() {
    DrawnPicture drawn = drawn(bar("a", 0, 5, 5, true));

    assertThat(drawn.shares(".now", "x1")).containsExactly(50.0);
    assertThat(drawn.texts()).contains("today, 2026-11-21");
  }

  @Test
  void what_is_critical_has_a_shape_of_its_own_and_a_key() {
    DrawnPicture drawn = drawn(bar("a", 0, 5, 5, true), bar("b", 0, 2, 5, false));

    assertThat(drawn.all("a rect", "class")).containsExactly("full", "bare");
    assertThat(drawn.keys()).containsExactly("critical", "at the earliest", "float", "today");
    assertThat(drawn.shares(".slack", "x1")).containsExactly(20.3);
    assertThat(drawn.shares(".slack", "x2")).containsExactly(50.0);
  }

  @Test
  void what_is_late_reaches_from_its_day_to_today() {
    Bar late =
        new Bar(
            new Mark("a", Tone.WARNING, "3 days late", Optional.empty()),
            Shape.WORK,
            0,
            2,
            2,
            false,
            OptionalLong.of(2));

    DrawnPicture drawn = drawn(late);

    assertThat(drawn.shares(".late", "x")).containsExactly(20.3);
    assertThat(drawn.shares(".late", "width")).containsExactly(29.7);
    assertThat(drawn.texts()).contains("a 3 days late");
    assertThat(drawn.svg().select("g.warning > title").text()).isEqualTo("a: 3 days late");
  }

  @Test
  void a_bar_leads_to_what_it_is_about() {
    assertThat(drawn(bar("a", 0, 5, 5, true)).all("a", "href"))
        .containsExactly("workstreams/a.html#");
  }

  @Test
  void a_name_stays_in_the_picture_wherever_its_bar_is() {
    DrawnPicture drawn =
        drawn(bar("a", 0, 1, 1, true), bar("b", 4, 5, 5, true), bar("c", 9, 10, 10, true));

    assertThat(drawn.all("a text", "text-anchor")).containsExactly("", "middle", "end");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 300})
  void rows_do_not_touch_each_other_and_the_picture_holds_them_all(int bars) {
    DrawnPicture drawn = DrawnPicture.of(SamplePictures.gantt("x", bars));
    List<Double> lines = drawn.shares(":is(a, g) > text", "y");
    int height = Integer.parseInt(drawn.svg().attr("height"));

    assertThat(lines).hasSize(bars).isSorted().doesNotHaveDuplicates();
    for (int i = 1; i < lines.size(); i++) {
      assertThat(lines.get(i) - lines.get(i - 1)).isGreaterThanOrEqualTo(36);
    }
    assertThat(lines.get(bars - 1) + 18).isLessThan(height);
    assertThat(drawn.drawing().wide()).isFalse();
  }

  @Test
  void long_names_are_cut_and_told_whole_beside_the_pointer() {
    String name = "a-workstream-with-a-name-of-sixty-four-characters";
    DrawnPicture drawn = drawn(bar(name, 0, 5, 5, true));

    assertThat(drawn.texts()).contains("a-workstream-with-a-name-…");
    assertThat(drawn.svg().select("a > title").text()).isEqualTo(name);
  }

  @Test
  void dates_that_would_run_into_each_other_are_left_out() {
    DrawnPicture week =
        DrawnPicture.of(
            new Gantt(
                new Axis(Optional.of(MONDAY), 7),
                Optional.empty(),
                List.of(bar("a", 0, 7, 7, true))));

    assertThat(week.texts()).contains("2026-11-16", "2026-11-20").doesNotContain("2026-11-18");
    assertThat(week.all(".rule", "x1")).hasSize(4);
  }
}
