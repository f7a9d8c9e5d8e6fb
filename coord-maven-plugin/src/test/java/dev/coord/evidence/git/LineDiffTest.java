package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.junit.jupiter.api.Test;

class LineDiffTest {

  private static final long STEPS = 1_000_000;

  @Test
  void equal_texts_have_no_edits() {
    assertThat(LineDiff.edits(text("a\nb\n"), text("a\nb\n"), STEPS)).isEmpty();
    assertThat(LineDiff.edits(text(""), text(""), STEPS)).isEmpty();
  }

  @Test
  void what_is_inserted_is_not_a_replacement() {
    assertThat(LineDiff.edits(text("a\nc\n"), text("a\nb\nc\n"), STEPS))
        .containsExactly(new Edit(1, 1, 1, 2));
    assertThat(LineDiff.edits(text("a\n"), text("b\na\nc\n"), STEPS))
        .containsExactly(new Edit(0, 0, 0, 1), new Edit(1, 1, 2, 3));
  }

  @Test
  void a_missing_end_of_line_is_an_edit() {
    assertThat(LineDiff.edits(text("a\nb"), text("a\nb\n"), STEPS))
        .containsExactly(new Edit(1, 2, 1, 2));
  }

  @Test
  void long_texts_with_many_edits_are_cut_at_lines_that_occur_once() {
    String before = interleaved("old");
    String after = interleaved("new");
    List<Edit> exact = LineDiff.edits(text(before), text(after), 100_000_000);
    assertThat(exact).hasSize(1000);
    assertThat(LineDiff.edits(text(before), text(after), 100_000)).isEqualTo(exact);
  }

  @Test
  void anchors_that_changed_places_are_not_both_used() {
    String before = interleaved("old") + "x\ny\n" + interleaved("older");
    String after = interleaved("new") + "y\nx\n" + interleaved("newer");
    assertThat(LineDiff.edits(text(before), text(after), 100_000))
        .isNotEmpty()
        .isSortedAccordingTo(Comparator.comparing(Edit::getBeginA))
        .isSortedAccordingTo(Comparator.comparing(Edit::getBeginB));
  }

  @Test
  void frequent_lines_that_would_take_too_long_are_replaced_as_a_whole() {
    String before = "a\nb\n".repeat(1000) + "c\n";
    String after = "x\n" + "b\na\n".repeat(1000);
    assertThat(LineDiff.edits(text(before), text(after), 100_000_000).size()).isGreaterThan(1);
    assertThat(LineDiff.edits(text(before), text(after), 100_000))
        .containsExactly(new Edit(0, 2001, 0, 2001));
  }

  @Test
  void edits_turn_one_text_into_the_other_whatever_the_bound() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      List<String> before = words(random);
      List<String> after = words(random);
      List<Edit> edits =
          LineDiff.edits(
              text(String.join("", before)), text(String.join("", after)), random.nextInt(5000));
      List<String> turned = new ArrayList<>();
      int at = 0;
      for (Edit edit : edits) {
        turned.addAll(before.subList(at, edit.getBeginA()));
        turned.addAll(after.subList(edit.getBeginB(), edit.getEndB()));
        at = edit.getEndA();
      }
      turned.addAll(before.subList(at, before.size()));
      assertThat(turned).isEqualTo(after);
    }
  }

  private static List<String> words(Random random) {
    return random.ints(random.nextInt(60), 0, 40).mapToObj(n -> "word " + n + "\n").toList();
  }

  private static String interleaved(String word) {
    return IntStream.range(0, 1000)
        .mapToObj(n -> "same " + n + "\n" + word + " " + n + "\n")
        .collect(Collectors.joining());
  }

  private static RawText text(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }
}
