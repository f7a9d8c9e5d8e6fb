package dev.coord.evidence.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  private static final String MARK = "\uFEFF";
  private static final List<Charset> MARKED =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private static byte[] utf8(byte[] bytes) throws IOException {
    return PlainText.utf8(new ByteArrayInputStream(bytes)).readAllBytes();
  }

  private static String text(byte[] bytes) throws IOException {
    return new String(utf8(bytes), StandardCharsets.UTF_8);
  }

  @Test
  void a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text() throws IOException {
    for (Charset charset : MARKED) {
      assertThat(text((MARK + "SF:é€😀\n").getBytes(charset))).isEqualTo("SF:é€😀\n");
      assertThat(text(MARK.getBytes(charset))).isEmpty();
    }
  }

  @Test
  void text_without_a_mark_is_as_it_is() throws IOException {
    for (String same : List.of("", "S", "SF", "SF:", "SF:é\n")) {
      assertThat(text(same.getBytes(StandardCharsets.UTF_8))).isEqualTo(same);
    }
    byte[] latin = {'S', (byte) 0xE9, (byte) 0xFF, (byte) 0xFE};
    assertThat(utf8(latin)).isEqualTo(latin);
  }

  @Test
  void characters_of_two_halves_stay_whole_wherever_a_buffer_ends() throws IOException {
    for (String before : List.of("", "x")) {
      String text = before + "😀".repeat(20_000);
      assertThat(text((MARK + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(text);
    }
  }

  @Test
  void half_a_character_at_the_end_is_replaced() throws IOException {
    byte[] half = {(byte) 0xFE, (byte) 0xFF, 0, 'S', (byte) 0xD8, 0};
    assertThat(text(half)).hasSize(2).startsWith("S");
  }

  @Test
  void single_bytes_are_those_of_the_text() throws IOException {
    InputStream in =
        PlainText.utf8(new ByteArrayInputStream((MARK + "é").getBytes(StandardCharsets.UTF_16LE)));
    assertThat(in.read(new byte[0], 0, 0)).isZero();
    assertThat(in.read()).isEqualTo(0xC3);
    assertThat(in.read()).isEqualTo(0xA9);
    assertThat(in.read()).isEqualTo(-1);
  }
}
