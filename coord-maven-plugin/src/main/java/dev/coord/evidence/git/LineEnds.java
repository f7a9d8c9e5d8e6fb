package dev.coord.evidence.git;

import java.util.Arrays;
import java.util.Optional;

/** What git does to the ends of a file's lines before it stores the file, see gitattributes(5). */
enum LineEnds {
  /** Nothing. */
  AS_IS,
  /** Each CR LF is stored as LF, whatever else is in the file. */
  TEXT,
  /** The same, where the file looks like text and what is stored has no CR LF. */
  GUESSED,
  /** Nothing, unless the user's or the machine's configuration, which is not read, says more. */
  UNSAID;

  /**
   * What attributes and the configuration come to. That of the end which files are to have when
   * they are written ({@code core.eol}, the value of {@code eol}) makes no difference here.
   *
   * @param text the attribute {@code text}, as {@link Attributes} tells it
   * @param crlf the attribute {@code crlf}, the former name of it, which counts where that is not
   *     said
   * @param eol the attribute {@code eol}
   * @param fallback for a file of which no attribute says anything
   */
  static LineEnds of(
      Optional<String> text, Optional<String> crlf, Optional<String> eol, LineEnds fallback) {
    Optional<LineEnds> said = said(text).or(() -> said(crlf));
    if (said.isPresent() && said.get() != TEXT) {
      return said.get();
    }
    boolean named = eol.filter(end -> end.equals("lf") || end.equals("crlf")).isPresent();
    return named ? TEXT : said.orElse(fallback);
  }

  private static Optional<LineEnds> said(Optional<String> value) {
    return value.flatMap(
        word ->
            switch (word) {
              case AttributesFile.SET, "input" -> Optional.of(TEXT);
              case AttributesFile.UNSET -> Optional.of(AS_IS);
              case "auto" -> Optional.of(GUESSED);
              default -> Optional.empty();
            });
  }

  /**
   * What is done to a file, seen what is stored of it.
   *
   * @param noted how many bytes the file had when git last found it unchanged, as the index notes;
   *     0 when git noted nothing
   */
  LineEnds beside(byte[] stored, long noted) {
    Text text = Text.of(stored);
    return switch (this) {
      case AS_IS, TEXT -> this;
      case GUESSED -> text.isBinary() || text.crLf == 0 ? GUESSED : AS_IS;
      // Git wrote the file with longer ends of lines than it stores, so it is configured to.
      case UNSAID ->
          text.crLf == 0 && noted > stored.length && noted <= (long) stored.length + text.lf
              ? GUESSED
              : AS_IS;
    };
  }

  /** What is stored of a file. */
  byte[] stored(byte[] file) {
    boolean converts = this == TEXT || this == GUESSED && !Text.of(file).isBinary();
    return converts ? withoutCarriageReturns(file) : file;
  }

  /** The text with each CR LF as LF. */
  private static byte[] withoutCarriageReturns(byte[] text) {
    byte[] result = new byte[text.length];
    int length = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] != '\r' || i + 1 == text.length || text[i + 1] != '\n') {
        result[length++] = text[i];
      }
    }
    return Arrays.copyOf(result, length);
  }

  /** What git counts in a file to guess whether it is a text. */
  private static final class Text {

    private static final int DELETE = 127;
    private static final byte END_OF_FILE = 26;

    /** Of so many characters one may be no text. */
    private static final int SHARE = 128;

    private int crLf;
    private int lf;
    private int cr;
    private int nul;
    private int printable;
    private int other;

    static Text of(byte[] content) {
      Text text = new Text();
      for (int i = 0; i < content.length; i++) {
        if (content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n') {
          text.crLf++;
          i++;
        } else {
          text.count(content[i] & 0xFF);
        }
      }
      if (content.length > 0 && content[content.length - 1] == END_OF_FILE) {
        text.other--;
      }
      return text;
    }

    private void count(int character) {
      switch (character) {
        case '\n' -> lf++;
        case '\r' -> cr++;
        case '\b', '\t', '\f', '\033' -> printable++;
        case DELETE -> other++;
        default -> {
          if (character == 0) {
            nul++;
          }
          if (character < ' ') {
            other++;
          } else {
            printable++;
          }
        }
      }
    }

    boolean isBinary() {
      return cr > 0 || nul > 0 || printable / SHARE < other;
    }
  }
}
