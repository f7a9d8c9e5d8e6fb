package dev.coord.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares {@link PathPattern} with {@code git check-ignore}, which must be on the PATH. */
class GitIgnoreOracleTest {
  private static final int PATTERNS = 400;
  private static final int PATHS = 400;

  /**
   * Parts that make names collide often, with bytes on which classes and escapes could go wrong.
   */
  private static final List<String> NAMES =
      List.of(
          "a", "b", "ab", "abc", "a.b", "x-y", "A", "foo", "bar", "foobar", "a b", "[a]", "*", "!a",
          "#a", "é", "b]", "z_9");

  private static final List<String> GLOBS =
      List.of(
          "*",
          "**",
          "***",
          "?",
          "a*",
          "*b",
          "*.b",
          "a?c",
          "?b*",
          "*a*b*",
          "f*o*",
          "[ab]",
          "[!a]",
          "[^b]*",
          "[a-f]oo",
          "[[:alpha:]]*",
          "[![:digit:]]",
          "[]b]*",
          "[a-]*",
          "[[:upper:][:digit:]]",
          "\\*",
          "\\[a]",
          "\\!a",
          "\\#a",
          "#a",
          "a\\ b",
          "[z-a]",
          "[\\]b]*",
          "x[,-.]y",
          "??",
          "[[:a]",
          "*[]]",
          "[a/]b",
          "**b",
          "b**",
          "[!/]b",
          "[+--]*",
          "é",
          "[é]*");

  @TempDir Path directory;

  @BeforeEach
  void create_repository() throws IOException {
    git("", "init", "--quiet", ".");
  }

  @Test
  void the_same_paths_are_covered_as_git_ignores() throws IOException {
    Random random = new Random(20240229);
    List<String> paths = paths(random);
    int tried = 0;
    int covering = 0;
    for (String text : patterns(random)) {
      List<String> expected = ignoredByGit(text, paths);
      PathPattern pattern = PathPattern.of(text);
      assertThat(paths.stream().filter(pattern::matches).toList())
          .as("paths covered by the pattern %s", text)
          .isEqualTo(expected);
      tried++;
      covering += expected.isEmpty() ? 0 : 1;
    }
    assertThat(tried).isEqualTo(PATTERNS);
    assertThat(covering).as("patterns that cover any path").isGreaterThan(PATTERNS / 3);
  }

  @Test
  void every_named_class_holds_the_bytes_that_git_s_holds() throws IOException {
    List<String> paths = new ArrayList<>();
    for (char c = ' '; c < 0x7f; c++) {
      if (c != '/' && c != '.') {
        paths.add("x" + c);
      }
    }
    for (NamedClass named : NamedClass.values()) {
      String text = "x[[:" + named.name().toLowerCase(Locale.ROOT) + ":]]";
      PathPattern pattern = PathPattern.of(text);
      assertThat(paths.stream().filter(pattern::matches).toList())
          .as("paths covered by the pattern %s", text)
          .isEqualTo(ignoredByGit(text, paths));
    }
  }

  private static List<String> paths(Random random) {
    TreeSet<String> paths = new TreeSet<>();
    while (paths.size() < PATHS) {
      paths.add(join(random, NAMES, 1 + random.nextInt(4)));
    }
    return List.copyOf(paths);
  }

  private static List<String> patterns(Random random) {
    TreeSet<String> patterns = new TreeSet<>();
    while (patterns.size() < PATTERNS) {
      List<String> parts = random.nextBoolean() ? GLOBS : mixed();
      String text =
          (random.nextInt(4) == 0 ? "/" : "")
              + join(random, parts, 1 + random.nextInt(4))
              + (random.nextInt(4) == 0 ? "/" : "")
              + (random.nextInt(8) == 0 ? "  " : "");
      // The second condition leaves out what PathPattern refuses because git contradicts its
      // manual.
      if (!text.startsWith("!") && !text.matches(".*[^/*]\\*\\*+/.+")) {
        patterns.add(text);
      }
    }
    return List.copyOf(patterns);
  }

  private static List<String> mixed() {
    List<String> plain = List.of("a", "b", "ab", "abc", "a.b", "A", "foo", "bar", "**", "*", "é");
    List<String> all = new ArrayList<>(plain);
    all.addAll(plain);
    all.addAll(GLOBS);
    return all;
  }

  private static String join(Random random, List<String> parts, int count) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(parts.get(random.nextInt(parts.size())));
    }
    return String.join("/", chosen);
  }

  private List<String> ignoredByGit(String pattern, List<String> paths) throws IOException {
    Files.writeString(directory.resolve(".git/info/exclude"), pattern + "\n");
    // A leading "#" is a comment to git alone.
    if (pattern.startsWith("#")) {
      Files.writeString(directory.resolve(".git/info/exclude"), "\\" + pattern + "\n");
    }
    String output =
        git(String.join("\0", paths) + "\0", "check-ignore", "--no-index", "-z", "--stdin");
    return output.isEmpty() ? List.of() : Arrays.asList(output.split("\0"));
  }

  private String git(String input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.ignorecase=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", directory.resolve("no-config").toString());
    Path in = Files.writeString(directory.resolve("in"), input);
    Path error = directory.resolve("err");
    Process process = start(builder.redirectInput(in.toFile()).redirectError(error.toFile()));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit;
    try {
      exit = process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    // check-ignore ends with 1 if nothing is ignored.
    assertThat(exit).as(Files.readString(error)).isBetween(0, 1);
    return output;
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("These tests need git on the PATH: install it.", e);
    }
  }
}
