package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans that were hit at random, from seeds that never change. */
class FuzzTest {
  private static final int PLANS_PER_SEED = 50;
  private static final List<String> SCRAPS =
      List.of(
          "",
          " ",
          "\n",
          "\t",
          "  ",
          "- ",
          ": ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\"",
          "'",
          "&a ",
          "*a",
          "!t ",
          "|",
          ">",
          "<<: ",
          "---\n",
          "...\n",
          "%T\n",
          "#",
          "? ",
          "@",
          "`",
          "~",
          "null",
          "no",
          "010",
          "1.9",
          "-1",
          "99999999999999999999",
          "\\",
          "\"\\0\"",
          "\u0000",
          "\u2028",
          "𝒳",
          "é",
          "../..",
          "**",
          "[x] ",
          "{}",
          "[]",
          ">= 80%",
          "id: checkout",
          "2026-02-30",
          "depends_on: [checkout]",
          "\r",
          "\uFEFF");

  private static byte[] large() throws IOException {
    try (InputStream in = FuzzTest.class.getResourceAsStream("large.yml")) {
      return in.readAllBytes();
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_plan_hit_at_random_gives_a_plan_or_places(int seed) throws IOException {
    byte[] large = large();
    Random random = new Random(seed);
    PlanReader reader = new PlanReader();
    for (int i = 0; i < PLANS_PER_SEED; i++) {
      PlanFile file = new PlanFile("coord.yml", Optional.empty(), mutated(large, random));

      PlanReading reading = reader.read(List.of(file));
      reader.includes(file);
      ClaimsReading claims = reader.claims(file, "checkout");

      assertThat(reading.plan().isEmpty())
          .isEqualTo(reading.diagnostics().stream().anyMatch(Diagnostic::isError));
      assertThat(claims.workstream().isPresent()).isEqualTo(claims.diagnostics().isEmpty());
      assertThat(reading.diagnostics())
          .allSatisfy(FuzzTest::isOneLineWithAPlace)
          .hasSizeLessThanOrEqualTo(Problems.SHOWN + 1);
    }
  }

  private static void isOneLineWithAPlace(Diagnostic diagnostic) {
    assertThat(diagnostic.message())
        .matches("coord\\.yml:[1-9][0-9]*:[1-9][0-9]*: [^\\p{Cntrl}]+[^.]\\. [^\\p{Cntrl}]+\\.")
        .hasSizeLessThan(600);
  }

  private static byte[] mutated(byte[] plan, Random random) {
    byte[] bytes = plan;
    int hits = 1 + random.nextInt(4);
    for (int i = 0; i < hits; i++) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + random.nextInt(random.nextBoolean() ? 3 : 40));
      byte[] scrap =
          random.nextInt(8) == 0
              ? new byte[] {(byte) random.nextInt(256)}
              : random.nextInt(4) == 0
                  ? Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(200)))
                  : SCRAPS.get(random.nextInt(SCRAPS.size())).getBytes(StandardCharsets.UTF_8);
      bytes = replaced(bytes, at, end, scrap);
    }
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + by.length);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
    return result;
  }
}
