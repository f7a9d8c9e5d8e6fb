package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Progress.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckListTest {

  @Test
  void items_of_every_kind_are_read_with_their_depth() {
    assertThat(
            items(
                """
                # Progress

                - [x] Basket
                  - [ ] Totals
                    * [X] *Cents*
                  + [ ]   Taxes  \s
                - [x]no space is no item
                - [-] nor is this
                1. [x] First
                2) [ ] Second
                \t- [x] Tabbed
                - [ ]
                > - [x] Quoted
                text - [x] inside
                """))
        .containsExactly(
            "3 0 true Basket",
            "4 1 false Totals",
            "5 2 true *Cents*",
            "6 1 false Taxes",
            "9 0 true First",
            "10 0 false Second",
            "11 1 true Tabbed",
            "12 0 false ",
            "13 1 true Quoted");
  }

  @Test
  void the_boxes_of_the_plan_are_items_too_and_what_was_given_up_is_none() {
    assertThat(items("- [~] At work\n- [!] Blocked\n- [-] Given up\n- [x] Done\n"))
        .containsExactly("1 0 false At work", "2 0 false Blocked", "4 0 true Done");
  }

  @Test
  void what_stands_in_a_comment_is_no_item() {
    assertThat(
            items(
                """
                <!-- - [x] one -->
                <!--
                - [x] two
                --> - [x] after it, in the middle of a line
                - [x] three <!-- why -->
                - [ ] four <!--
                - [x] five -->
                - [ ] six
                """))
        .containsExactly(
            "4 0 true after it, in the middle of a line",
            "5 0 true three",
            "6 0 false four",
            "8 0 false six");
  }

  @Test
  void what_stands_in_fenced_code_is_no_item() {
    assertThat(
            items(
                """
                ```
                - [x] code
                ~~~
                - [x] code still
                ````
                - [x] item
                ~~~ md
                - [ ] code
                ```
                ~~~
                - [ ] last
                ```
                - [x] never closed
                """))
        .containsExactly("6 0 true item", "11 0 false last");
  }

  @Test
  void a_text_forges_neither_line_nor_direction() {
    assertThat(items("- [x] a\u001b[31m\u202eb\u200b\u0000c\r\n- [ ] d"))
        .containsExactly("1 0 true a [31mb c", "2 0 false d");
  }

  @Test
  void reading_stops_behind_the_limit() {
    assertThat(CheckList.items("- [ ] x\n".repeat(9), 3)).hasSize(4);
  }

  private static List<String> items(String markdown) {
    return CheckList.items(markdown, 100).stream().map(CheckListTest::words).toList();
  }

  private static String words(Item item) {
    return item.line() + " " + item.depth() + " " + item.done() + " " + item.text();
  }
}
