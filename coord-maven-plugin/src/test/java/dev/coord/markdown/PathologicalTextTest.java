package dev.coord.markdown;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that make parsers recurse without end or take quadratic time, each in a thread with a stack
 * of 512 KiB.
 *
 * <p>The time limit is only a guard: flexmark alone needs minutes for many of them, and a busy
 * machine some seconds for none.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PathologicalTextTest {
  private static final int SIZE = 64 * 1024;
  private static final long SMALL_STACK = 512 * 1024;
  private static final long LARGE_STACK = 64 * 1024 * 1024;

  private static final Map<String, IntFunction<String>> TEXTS =
      Map.ofEntries(
          entry("backticks", repeated("`")),
          entry("unclosed code", repeated("`a``b")),
          entry("runs of backticks", PathologicalTextTest::growingTicks),
          entry("spaced dashes", repeated("- ")),
          entry("866 bytes of dashes", size -> "- ".repeat(433)),
          entry("underscores", repeated("_")),
          entry("nested lists", repeated("+ ")),
          entry("nested numbers", repeated("1. ")),
          entry("nested tasks", repeated("- [ ] ")),
          entry("nested quotations", repeated(">")),
          entry("quoted lists", repeated("> - ")),
          entry("lists nested in the limit", size -> ("- ".repeat(32) + "a\n").repeat(312)),
          entry("lists growing", PathologicalTextTest::growingLists),
          entry("open brackets", repeated("[")),
          entry("nested links", size -> "[".repeat(size / 8) + "a" + "](b)".repeat(size / 8)),
          entry("nested images", size -> "![".repeat(size / 8) + "a" + "](b)".repeat(size / 8)),
          entry("links", repeated("[a](b)")),
          entry("unclosed links", repeated("[a](b ")),
          entry("unclosed destinations", repeated("[a](")),
          entry("unclosed pointed destinations", repeated("[a](<b")),
          entry("unclosed titles", repeated("[a](b (")),
          entry("a long title", size -> "[a](b \"" + "x".repeat(size - 10) + "\")"),
          entry("a long pointed destination", size -> "[a](<" + "x".repeat(size - 10) + ">)"),
          entry("long labels", size -> ("[" + "x".repeat(998) + "]").repeat(size / 1000)),
          entry("images in images", repeated("![[]()")),
          entry("references", repeated("[a][b]")),
          entry("reference definitions", repeated("[a]: b\n")),
          entry("reference definitions without an end", size -> "[a]:\nb\n'c\n".repeat(990)),
          entry(
              "a long definition used often",
              size -> "[a]: b" + "x".repeat(1900) + "\n\n" + "[a]".repeat((size - 2000) / 3)),
          entry("open emphasis", repeated("*a **b ")),
          entry("closed emphasis", repeated("a** ")),
          entry(
              "nested emphasis", size -> "*a **a ".repeat(size / 14) + "b** b* ".repeat(size / 14)),
          entry("mixed emphasis", repeated("*a_b~~")),
          entry("attributes", size -> "<a" + " b".repeat(size / 2 - 2)),
          entry("comments", repeated("<!-- - ")),
          entry("declarations", repeated("<!A ")),
          entry("e-mail", size -> "<a@" + "b.".repeat(size / 2 - 3) + "c>"),
          entry("entities", repeated("&#x41;")),
          entry("bare addresses", repeated("http://a ")),
          entry("one long address", size -> "http://a.b/" + "(".repeat(size - 20)),
          entry("addresses of dots", repeated("www.")),
          entry("escapes", repeated("\\*")),
          entry("pipes", repeated("|")),
          entry("rows of pipes", size -> "|\n".repeat(2999)),
          entry("almost a separator", size -> "a|b\n-" + "|".repeat(size - 10) + "x"),
          entry("separators", size -> "|-\n".repeat(2999)),
          entry("tables", size -> "a|b\n-|-\n\n".repeat(990)),
          entry(
              "a wide table",
              size ->
                  "|a".repeat(size / 6)
                      + "\n"
                      + "|-".repeat(size / 6)
                      + "\n"
                      + "|b".repeat(size / 6)),
          entry(
              "a table of empty rows",
              size -> "|a".repeat(500) + "|\n" + "|-".repeat(500) + "|\n" + "|\n".repeat(2000)),
          entry("lines of a paragraph", size -> "(a *b\n".repeat(2999)),
          entry(
              "headings with spaces", size -> ("# a" + " ".repeat(99) + "b\n").repeat(size / 104)),
          entry("spaces", size -> "a" + " ".repeat(size - 2) + "b"),
          entry("runs of spaces", size -> ("(a" + " ".repeat(999) + "b\n").repeat(size / 1003)),
          entry("links in text", repeated("*a*www.b ")),
          entry("fences", size -> "```\n".repeat(2999)),
          entry("indented code", size -> "\tx\n".repeat(2999)));

  static Stream<String> names() {
    return TEXTS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void is_shown_on_a_small_stack(String name) throws InterruptedException {
    String text = TEXTS.get(name).apply(SIZE);
    assertThat(text).as("length of the text").hasSizeLessThanOrEqualTo(SIZE);

    String html = onStack(SMALL_STACK, text);

    assertThat(html).isNotEmpty().doesNotContain("could not be read").hasSizeLessThan(24 * SIZE);
    assertThat(ScriptCapable.in(html)).isEmpty();
  }

  /** A part of the length is as deep as anything may be nested, many times over. */
  @ParameterizedTest
  @MethodSource("names")
  void is_shown_the_same_on_a_large_stack(String name) throws InterruptedException {
    String whole = TEXTS.get(name).apply(SIZE);
    String text = whole.substring(0, Math.min(whole.length(), SIZE / 64));

    assertThat(onStack(LARGE_STACK, text)).isEqualTo(onStack(SMALL_STACK, text)).isNotEmpty();
  }

  @Test
  void a_stack_that_is_too_small_still_shows_the_text() throws InterruptedException {
    String text = "- ".repeat(32) + "*word*";
    new Markdown().html(text);

    assertThat(onStack(100 * 1024, text)).contains("word");
  }

  private static String onStack(long bytes, String text) throws InterruptedException {
    AtomicReference<String> html = new AtomicReference<>("");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              Markdown markdown = new Markdown();
              html.set(markdown.html(text).html() + "\n" + markdown.inline(text).html());
            },
            "small stack",
            bytes);
    thread.setUncaughtExceptionHandler((where, failure) -> thrown.set(failure));
    thread.setDaemon(true);
    thread.start();
    thread.join(TimeUnit.SECONDS.toMillis(10));
    assertThat(thrown.get()).isNull();
    return html.get();
  }

  private static IntFunction<String> repeated(String part) {
    return size -> part.repeat(size / part.length());
  }

  private static String growingTicks(int size) {
    StringBuilder text = new StringBuilder();
    for (int length = 1; text.length() + length < size; length++) {
      text.append('a').append("`".repeat(length));
    }
    return text.substring(0, Math.min(size, text.length()));
  }

  private static String growingLists(int size) {
    StringBuilder text = new StringBuilder();
    for (int level = 0; text.length() + 2 * level + 4 < size; level++) {
      text.append("  ".repeat(level)).append("- a\n");
    }
    return text.toString();
  }
}
