package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mistake with the exact messages it leads to. In the tables, {@code ===} begins a mistake in
 * a plan that has its first two lines already, {@code =!=} one with all of its lines; {@code >>>}
 * stands before the messages.
 */
class MistakesTest {
  private static final String HEAD = "coord: 1\nproject: {name: Shop}\n";

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_told_with_its_place_and_remedy(String plan, List<String> messages) {
    PlanReading reading = Plans.read(plan);

    assertThat(reading.diagnostics()).map(Diagnostic::message).isEqualTo(messages);
    assertThat(reading.plan()).isEmpty();
  }

  @Test
  void the_tables_hold_many_mistakes() throws IOException {
    assertThat(mistakes()).hasSizeGreaterThan(200);
  }

  static Stream<Arguments> mistakes() throws IOException {
    List<Arguments> mistakes = new ArrayList<>();
    for (String table :
        List.of(
            "syntax",
            "recovery",
            "values",
            "records",
            "plan",
            "epics",
            "claims",
            "handoffs",
            "events",
            "handbook",
            "testing",
            "reports",
            "scenarios",
            "rules",
            "merges",
            "launches")) {
      mistakes.addAll(mistakes("mistakes-" + table + ".txt"));
    }
    return mistakes.stream();
  }

  private static List<Arguments> mistakes(String table) throws IOException {
    List<Arguments> mistakes = new ArrayList<>();
    for (String mistake : text(table).split("(?m)^(?==[=!]= )")) {
      if (!mistake.isEmpty()) {
        int title = mistake.indexOf('\n');
        int messages = mistake.indexOf("\n>>>\n", title - 1);
        String body = mistake.substring(title + 1, Math.max(title + 1, messages + 1));
        String plan = mistake.startsWith("===") ? HEAD + body : body;
        List<String> expected = mistake.substring(messages + 5).lines().toList();
        assertThat(expected).as(mistake).isNotEmpty();
        mistakes.add(Arguments.of(Named.of(mistake.substring(4, title), plan), expected));
      }
    }
    return mistakes;
  }

  private static String text(String table) throws IOException {
    try (InputStream in = MistakesTest.class.getResourceAsStream(table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
