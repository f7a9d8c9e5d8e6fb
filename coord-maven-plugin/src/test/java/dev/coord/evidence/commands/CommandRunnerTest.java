package dev.coord.evidence.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Observation;
import dev.coord.plan.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, most of them of {@code sh}. */
class CommandRunnerTest {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir Path directory;

  private final Map<String, String> environment =
      new TreeMap<>(Map.of("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/bin")));

  @Test
  void a_command_ends_with_its_exit_and_what_it_wrote_on_both_streams() {
    CommandRun run = sh("echo out; echo err >&2; exit 3");

    assertThat(run.exit()).isEqualTo(OptionalInt.of(3));
    assertThat(run.lines()).containsExactly("out", "err");
    assertThat(run.cut()).isFalse();
    assertThat(CommandRun.STEPS).contains(run.within());
  }

  @Test
  void it_runs_in_the_directory_with_the_variables_that_it_is_given() throws IOException {
    environment.put("SHOP", "open");
    Files.writeString(directory.resolve("here.txt"), "found\n");

    assertThat(sh("cat here.txt; echo \"$SHOP\"").lines()).containsExactly("found", "open");
  }

  @Test
  void a_relative_program_is_that_of_the_directory() throws IOException {
    Path script = Files.createDirectory(directory.resolve("scripts")).resolve("own.sh");
    Files.writeString(script, "#!/bin/sh\necho own\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    assertThat(known(run(LONG, "scripts/own.sh")).lines()).containsExactly("own");
    assertThat(known(run(LONG, "./scripts/own.sh")).lines()).containsExactly("own");
  }

  @Test
  void no_shell_reads_its_arguments() {
    CommandRun run = known(run(LONG, "printf", "%s\\n", "$HOME; echo `id` *", ""));

    assertThat(run.lines()).containsExactly("$HOME; echo `id` *");
  }

  @Test
  void there_is_nothing_to_read() {
    assertThat(sh("cat; echo end").lines()).containsExactly("end");
  }

  @Test
  void a_program_that_is_not_there_is_unknown_with_the_reason_of_the_system() {
    assertThat(run(LONG, "no-such-program-of-coord", "--all"))
        .isEqualTo(
            Observation.unknown(
                "it could not be started (No such file or directory): no-such-program-of-coord"
                    + " --all",
                "See that the program is there and can be executed; scripts of the repository are"
                    + " named from its root."));
  }

  @Test
  void one_that_takes_too_long_is_stopped_with_all_that_it_started() {
    CommandRun run =
        assertTimeout(
            Duration.ofSeconds(60),
            () ->
                known(
                    run(
                        SHORT,
                        "sh",
                        "-c",
                        "echo begun; " + sleep(1) + " & " + sleep(2) + "; echo end")));

    assertThat(run.exit()).isEmpty();
    assertThat(run.within()).isEqualTo(SHORT);
    assertThat(run.lines()).containsExactly("begun");
    assertThat(run.why()).isEqualTo("it was stopped after 1 s");
    assertThat(running(sleep(1), sleep(2))).isEmpty();
  }

  @Test
  void what_it_leaves_in_the_background_ends_with_it() {
    CommandRun run =
        assertTimeout(
            Duration.ofSeconds(60),
            () -> sh("(" + sleep(3) + " &) ; setsid " + sleep(4) + " & exit 0"));

    assertThat(run.succeeded()).isTrue();
    assertThat(running(sleep(3), sleep(4))).isEmpty();
  }

  @Test
  void one_that_leaves_behind_what_writes_for_ever_ends() {
    CommandRun run =
        assertTimeout(Duration.ofSeconds(60), () -> sh("yes " + sleep(5) + " & exit 4"));

    assertThat(run.exit()).isEqualTo(OptionalInt.of(4));
    assertThat(running("yes " + sleep(5))).isEmpty();
  }

  @Test
  void of_a_hundred_megabytes_the_last_lines_are_kept() {
    CommandRun run =
        sh("i=0; head -c 100000000 /dev/zero | tr '\\0' 'x'; echo; seq 1 1000; echo last");

    assertThat(run.lines()).hasSize(OutputTail.LINES).endsWith("999", "1000", "last");
    assertThat(run.cut()).isTrue();
  }

  @Test
  void a_line_without_end_is_shown_as_cut() {
    CommandRun run = sh("head -c 1000000 /dev/zero | tr '\\0' 'x'");

    assertThat(run.lines()).containsExactly("...");
    assertThat(run.cut()).isTrue();
  }

  @Test
  void a_long_line_is_cut_between_characters() {
    String line = sh("printf '%0400d' 0 | sed 's/0/😀/g'").lines().get(0);

    assertThat(line.codePointCount(0, line.length())).isEqualTo(OutputTail.LINE_LENGTH);
    assertThat(line).startsWith("😀😀").endsWith("😀...");
  }

  @Test
  void what_steers_a_terminal_or_is_no_text_becomes_harmless() {
    CommandRun run =
        sh(
            "printf '\\033[31mred\\033[0m \\033]0;title\\007tab\\there\\n'"
                + "; printf '10%%\\r50%%\\r100%%\\r\\n'"
                + "; printf 'a\\342\\200\\256b\\000c\\377d\\n'");

    assertThat(run.lines())
        .containsExactly("red tab here", "100%", "a\ufffdb\ufffdc\ufffdd")
        .allMatch(line -> line.chars().noneMatch(c -> c < ' ' || c == 0x202e));
  }

  @Test
  void values_of_variables_that_are_called_like_secrets_are_not_shown() {
    environment.put("NPM_TOKEN", "abc-123-xyz");
    environment.put("SIGNING_KEY", "-----BEGIN\nfirst-line-of-key\nsecond-line");
    environment.put("GIT_AUTHOR_NAME", "Ana Nowak");
    environment.put("KEYBOARD", "qwertz");

    CommandRun run =
        sh("echo \"x${NPM_TOKEN}y $GIT_AUTHOR_NAME $KEYBOARD\"; echo '  first-line-of-key'");

    assertThat(run.lines()).containsExactly("x***y Ana Nowak qwertz", "  ***");
  }

  @Test
  void a_short_secret_is_not_shown_behind_its_name_or_alone() {
    environment.put("DB_PASSWORD", "a");
    environment.put("PIN_SECRET", "1234");

    CommandRun run =
        sh(
            "env | grep -E '^(DB_PASS|PIN_)' | sort; echo '{\"PIN_SECRET\": \"1234\"}';"
                + " echo \"  $PIN_SECRET \"; echo 'a path of 1234 bytes, DB_PASSWORD=abc'");

    assertThat(run.lines())
        .containsExactly(
            "DB_PASSWORD=***",
            "PIN_SECRET=***",
            "{\"PIN_SECRET\": \"***\"}",
            "  ***",
            "a path of 1234 bytes, DB_PASSWORD=abc");
  }

  @Test
  void a_command_that_a_signal_ended_or_that_was_not_found_says_neither_yes_nor_no() {
    assertThat(sh("kill -9 $$").why()).isEqualTo("it was ended from outside (exit 137)");
    assertThat(sh("no-such-program-of-coord").why())
        .isEqualTo("a program was not found (exit 127)");
    assertThat(sh("echo x > file; ./file").why())
        .isEqualTo("a program could not be executed (exit 126)");
    for (int exit : List.of(1, 2, 125, 128, 193, 255)) {
      assertThat(sh("exit " + exit).brokeOff()).as("exit %d", exit).isFalse();
    }
  }

  @Test
  void times_are_told_in_steps() {
    assertThat(CommandRun.step(Duration.ofMillis(1))).isEqualTo(Duration.ofSeconds(2));
    assertThat(CommandRun.step(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    assertThat(CommandRun.step(Duration.ofMillis(2001))).isEqualTo(Duration.ofSeconds(10));
    assertThat(CommandRun.step(Duration.ofHours(2))).isEqualTo(Command.LONGEST);
  }

  private CommandRun sh(String script) {
    return known(run(LONG, "sh", "-c", script));
  }

  private Observation<CommandRun> run(Duration timeout, String... words) {
    return new CommandRunner(directory, environment).run(new Command(List.of(words), timeout));
  }

  private static CommandRun known(Observation<CommandRun> run) {
    assertThat(run.isKnown()).as("%s", run).isTrue();
    return run.optional().orElseThrow();
  }

  /** A command that takes hours, and that no other run of this test has. */
  private static String sleep(int number) {
    return "sleep " + (ProcessHandle.current().pid() * 10 + number);
  }

  /** What runs with one of these command lines; what has ended and waits for init has none. */
  private static List<String> running(String... lines) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(line -> Stream.of(lines).anyMatch(line::endsWith))
        .toList();
  }
}
