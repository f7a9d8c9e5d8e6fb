package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A good plan of which one line is broken: nothing but that line is wrong. */
class BrokenLinesTest {
  private static final Pattern VALUE = Pattern.compile("^( *(?:- )?[\\w.-]+: )(?![|>] *$)(\\S.*)$");
  private static final Pattern ITEM = Pattern.compile("^( *- )(?![\\w.-]+:( |$))(\\S.*)$");

  /** What stands in the place of a value; each on every fourth line, and none on the same ones. */
  enum Break {
    RESERVED("@"),
    TEXT_BEHIND_QUOTES("\"a\" b"),
    UNCLOSED_QUOTES("\"a"),
    UNCLOSED_LIST("[a"),
    UNCLOSED_MAP("{a: b"),
    COLON("a: b: c"),
    TASK("[x] a"),
    COMPARISON(">= 80%"),
    ALIAS("*a"),
    EMPTY_ANCHOR("&a"),
    TAG("!a b");

    private final String value;

    Break(String value) {
      this.value = value;
    }
  }

  private static List<String> large() throws IOException {
    try (InputStream in = BrokenLinesTest.class.getResourceAsStream("large.yml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  static Stream<Break> breaks() {
    return Stream.of(Break.values());
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void a_broken_line_is_the_only_mistake_and_hides_none_behind_it(Break how) throws IOException {
    List<String> lines = large();
    int broken = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String changed = VALUE.matcher(line).replaceFirst("$1" + quoted(how.value));
      if (changed.equals(line)) {
        changed = ITEM.matcher(line).replaceFirst("$1" + quoted(how.value));
      }
      if (!changed.equals(line) && (i + how.ordinal()) % 4 == 0) {
        broken++;
        List<String> plan = new ArrayList<>(lines);
        plan.set(i, changed);
        plan.add("zzz: 1");

        assertThat(Plans.messages(String.join("\n", plan)))
            .as(changed)
            .hasSize(2)
            .satisfies(
                messages -> {
                  assertThat(messages.get(1)).contains(": \"zzz\" is not a key of a plan.");
                })
            .first()
            .asString()
            .startsWith("coord.yml:" + (i + 1) + ":");
      }
    }
    assertThat(broken).isGreaterThan(25);
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
