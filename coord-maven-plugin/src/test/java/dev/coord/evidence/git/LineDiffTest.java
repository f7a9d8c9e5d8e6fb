package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
  void texts_that_would_take_too_long_are_replaced_as_a_whole() {
    String before = interleaved("old");
    String after = interleaved("new");
    List<Edit> exact = LineDiff.edits(text(before), text(after), 100_000_000);
    assertThat(exact).hasSize(1000);
    assertThat(LineDiff.edits(text(before), text(after), 1_000_000))
        .containsExactly(new Edit(1, 2000, 1, 2000));
  }

  @Test
  void lines_that_are_all_frequent_are_compared_within_the_same_bound() {
    String before = "a\nb\n".repeat(1000) + "c\n";
    String after = "x\n" + "b\na\n".repeat(1000);
    assertThat(LineDiff.edits(text(before), text(after), 100_000_000).size()).isGreaterThan(1);
    assertThat(LineDiff.edits(text(before), text(after), 100_000)).hasSize(1);
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
