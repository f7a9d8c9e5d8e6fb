package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8WriterTest {

  private final Utf8Writer writer = new Utf8Writer();

  private String written() {
    return new String(writer.take(), StandardCharsets.UTF_8);
  }

  @Test
  void texts_and_characters_are_written_one_after_the_other() throws IOException {
    writer.write("abc", 1, 1);
    writer.write("déf");
    writer.write(new char[] {'x', 'y', '→', 'z'}, 1, 3);
    writer.write('!');
    writer.write("");
    writer.append("…");
    assertThat(written()).isEqualTo("bdéfy→z!…");
  }

  @Test
  void a_pair_of_surrogates_may_come_in_two_texts() throws IOException {
    writer.write("a\uD83D");
    writer.write(new char[] {'\uDE80', 'b'});
    assertThat(written()).isEqualTo("a\uD83D\uDE80b");
  }

  @Test
  void half_a_pair_is_a_question_mark_wherever_it_stands() throws IOException {
    writer.write("\uDE80a\uD83D");
    writer.write("b\uD83D");
    assertThat(written()).isEqualTo("?a?b?");
  }

  @Test
  void random_texts_in_random_pieces_are_encoded_as_the_platform_does() throws IOException {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      Utf8Writer pieces = new Utf8Writer();
      StringBuilder whole = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        StringBuilder piece = new StringBuilder();
        for (int n = random.nextInt(40); n > 0; n--) {
          int kind = random.nextInt(10);
          piece.append(
              kind < 7
                  ? (char) (' ' + random.nextInt(95))
                  : kind < 8 ? (char) random.nextInt(0x800) : (char) random.nextInt(0x10000));
        }
        whole.append(piece);
        if (random.nextBoolean()) {
          pieces.write(piece.toString());
        } else {
          pieces.write(piece.toString().toCharArray());
        }
      }
      assertThat(pieces.take()).isEqualTo(whole.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void what_was_taken_is_not_there_the_next_time() throws Exception {
    Utf8Writer writer = new Utf8Writer();
    writer.write("the first page, \ud83d");
    byte[] first = writer.take();
    writer.write("\ude00");

    assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("the first page, ?");
    assertThat(new String(writer.take(), StandardCharsets.UTF_8)).isEqualTo("?");
    assertThat(writer.take()).isEmpty();
  }
}
