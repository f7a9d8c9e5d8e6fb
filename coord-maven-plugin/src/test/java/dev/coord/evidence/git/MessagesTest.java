package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {

  private static final String[] MESSAGES = {
    "Subject",
    "Subject\n",
    "\n\n  \nSubject after blank lines\n\nBody",
    "Subject in\ntwo lines  \nand three\n\nBody",
    "Subject\n\nBody\n\nCoordinated-with: ana\nSigned-off-by: Bo <bo@example.org>\n",
    "Subject\n\nCoordinated-with: ana",
    "Coordinated-with: in the subject",
    "Coordinated-with: in the first paragraph\nSigned-off-by: A\n",
    "Subject\n\nCoordinated-with: ana\n\nA paragraph behind it.\n",
    "Subject\n\nText\nCoordinated-with: in a paragraph of text\n",
    "Subject\n\nText\nMore text\nCoordinated-with: with a sign-off\nSigned-off-by: A <a@b>\n",
    "Subject\n\nT\nT\nT\nT\nT\nT\nT\nCoordinated-with: too few\nSigned-off-by: A <a@b>\n",
    "Subject\n\n(cherry picked from commit abc)\nKey: value\n",
    "Subject\n\nFolded: one\n two\n\tthree\nNext: x\n",
    "Subject\n\n indented first: line\nKey: value\n",
    "Subject\n\nEmpty:\nNo-space:value\nSpace-before : value\n",
    "Subject\n\nhttp://example.org is no trailer\nKey: value\n",
    "Subject\n\nUnder_score: is none\n",
    "Subject\n\nKey: value\n# a comment\nOther: value\n",
    "Subject\n\nKey: a: b: c\nKey: again\n\n\n",
    "Subject\n \nKey: after a line of spaces\n",
    "Subject\n\nDi\u00e4t: no ASCII token\n",
    "Subject\n\nKey: value\r\nOther: value\r\n",
    "",
    "\n\n",
    ":\n\n:\n: value\n",
  };

  @TempDir Path directory;

  @Test
  void subjects_and_trailers_are_those_that_git_reads() {
    TestRepository repository = TestRepository.init(directory);
    String tree = repository.object("tree", new byte[0]);
    for (String message : MESSAGES) {
      String commit =
          repository.object(
              "commit",
              ("tree " + tree + "\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\n" + message)
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(Messages.subject(message))
          .as(message)
          .isEqualTo(repository.git("log", "-1", "--format=%s", commit));
      String trailers =
          Messages.trailers(message).stream()
              .map(trailer -> (trailer.key() + ": " + trailer.value()).strip())
              .collect(Collectors.joining("\n"));
      String expected =
          repository
              .git("log", "-1", "--format=%(trailers:only,unfold)", commit)
              .lines()
              .map(String::strip)
              .collect(Collectors.joining("\n"));
      assertThat(trailers).as(message).isEqualTo(expected);
    }
  }

  @Test
  void no_message_is_too_odd() {
    Stream.of("\0", "a:\n\n b", "#", "x\n\n#", "\ud800", "x\n\nk: " + "\n ".repeat(30_000))
        .forEach(
            message -> {
              assertThat(Messages.subject(message)).isNotNull();
              assertThat(Messages.trailers(message)).isNotNull();
            });
  }
}
