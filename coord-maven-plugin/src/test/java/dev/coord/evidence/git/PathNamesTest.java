package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.path.RepoPaths;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathNamesTest {

  @Test
  void text_is_text() {
    for (String path : new String[] {"", "a/b.txt", "Umläute/\u4f60\u597d/\ud83d\ude00"}) {
      byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
      assertThat(PathNames.decode(bytes, bytes.length)).isEqualTo(path);
      assertThat(PathNames.encode(path)).isEqualTo(bytes);
    }
  }

  @Test
  void any_bytes_come_back_and_are_not_safe() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      assertThat(PathNames.encode(PathNames.decode(bytes, bytes.length))).isEqualTo(bytes);
    }
    byte[] latin = {'a', (byte) 0xe4};
    assertThat(PathNames.decode(latin, 2)).isEqualTo("a\udce4");
    assertThat(RepoPaths.isSafe(PathNames.decode(latin, 2))).isFalse();
  }

  @Test
  void only_the_given_length_counts() {
    assertThat(PathNames.decode(new byte[] {'a', 'b', -1}, 2)).isEqualTo("ab");
  }
}
