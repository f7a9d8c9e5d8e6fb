package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.publish.ConsoleLine.Level;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagnosticConsoleTest {

  private static final ConsoleFrame FRAME = SampleAssessments.consoleFrame();

  private static Diagnostic error(int line) {
    return Diagnostic.error(
        Location.of("coord.yml", line, 5), "unknown key 'gate'", "Write 'gates'.");
  }

  @Test
  void all_mistakes_are_told_by_place_errors_first() {
    List<Diagnostic> diagnostics =
        List.of(
            error(9),
            Diagnostic.warning(Location.ofFile("a.yml"), "an old name", "Rename it."),
            error(2));

    assertThat(DiagnosticConsole.lines(diagnostics, FRAME))
        .containsExactly(
            new ConsoleLine(Level.ERROR, "coord.yml:2:5: unknown key 'gate'. Write 'gates'."),
            new ConsoleLine(Level.ERROR, "coord.yml:9:5: unknown key 'gate'. Write 'gates'."),
            new ConsoleLine(Level.WARN, "a.yml: an old name. Rename it."),
            new ConsoleLine(Level.INFO, "Site: target/coord/index.html"));
  }

  @Test
  void a_hundred_are_told_and_the_rest_counted() {
    List<Diagnostic> diagnostics = IntStream.rangeClosed(1, 130).mapToObj(i -> error(i)).toList();

    assertThat(DiagnosticConsole.lines(diagnostics, FRAME))
        .hasSize(102)
        .contains(new ConsoleLine(Level.ERROR, "30 more, in coord.yml (30)"));
  }

  @Test
  void the_files_of_the_others_are_named_and_many_of_them_counted() {
    List<Diagnostic> diagnostics =
        IntStream.range(0, 112)
            .mapToObj(i -> Location.ofFile(i < 101 ? "a.yml" : "b%02d.yml".formatted(i - 101)))
            .map(place -> Diagnostic.error(place, "a", "B."))
            .toList();

    assertThat(DiagnosticConsole.lines(diagnostics, FRAME).get(100).text())
        .isEqualTo(
            "12 more, in a.yml (1), b00.yml (1), b01.yml (1), b02.yml (1), b03.yml (1), b04.yml"
                + " (1), b05.yml (1), b06.yml (1), b07.yml (1), b08.yml (1) and in 2 further files");
  }

  @Test
  void hostile_mistakes_stay_on_their_line() {
    Diagnostic hostile =
        Diagnostic.error(
            Location.ofFile(HostileAssessment.EVIL),
            HostileAssessment.EVIL,
            HostileAssessment.EVIL);

    assertThat(DiagnosticConsole.lines(List.of(hostile), FRAME).get(0).text())
        .hasSizeLessThanOrEqualTo(SafeText.MAX_LENGTH)
        .doesNotContain("::", "##[", "\n", "\r", "\u001b");
  }

  @Test
  void the_exception_names_the_first_mistake() {
    assertThat(DiagnosticConsole.failureMessage(List.of(error(9), error(2)), FRAME))
        .isEqualTo(
            "The plan cannot be used: 2 mistakes, the first coord.yml:2:5: unknown key 'gate'."
                + " Write 'gates'. Then run mvn verify coord:site, see target/coord/index.html.");
    assertThat(DiagnosticConsole.failureMessage(List.of(error(2)), FRAME))
        .startsWith("The plan cannot be used: 1 mistake, coord.yml:2:5: ");
  }

  @Test
  void the_exception_keeps_its_end_however_long_the_mistake_is() {
    Diagnostic lengthy =
        Diagnostic.error(Location.ofFile("coord.yml"), "x".repeat(2000), "Shorten it.");

    assertThat(DiagnosticConsole.failureMessage(List.of(lengthy), FRAME))
        .hasSize(SafeText.MAX_LENGTH)
        .endsWith(" Then run mvn verify coord:site, see target/coord/index.html.");
  }

  @Test
  void warnings_alone_are_no_failure() {
    assertThatThrownBy(
            () ->
                DiagnosticConsole.failureMessage(
                    List.of(Diagnostic.warning(Location.ofFile("a"), "b", "C.")), FRAME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("without an error there is no failure");
  }
}
