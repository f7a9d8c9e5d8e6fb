package dev.coord.evidence.git;

import dev.coord.evidence.Commit.Trailer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes commit messages apart as git does. */
final class Messages {

  private static final String SIGNED_OFF = "Signed-off-by: ";
  private static final String CHERRY_PICKED = "(cherry picked from commit ";

  private Messages() {}

  /** The first paragraph in one line, as {@code %s} shows it. */
  static String subject(String message) {
    StringBuilder subject = new StringBuilder();
    List<String> lines = lines(message);
    for (String line : lines.subList(firstLine(lines), lines.size())) {
      if (line.isBlank()) {
        break;
      }
      subject.append(subject.isEmpty() ? "" : " ").append(line.stripTrailing());
    }
    return subject.toString();
  }

  /**
   * The trailers, as {@code %(trailers:only,unfold)} shows them: those of the last paragraph, when
   * it is not the first one and consists of trailers; or has one that git writes itself, and
   * trailers make up a quarter of it. See git-interpret-trailers(1) and find_trailer_start in git's
   * trailer.c.
   */
  static List<Trailer> trailers(String message) {
    List<String> lines = lines(message);
    int start = trailersStart(lines);
    List<Trailer> trailers = new ArrayList<>();
    boolean foldable = false;
    for (String line : lines.subList(start, lines.size())) {
      if (line.startsWith("#")) {
        continue;
      }
      if (foldable && isIndented(line)) {
        int last = trailers.size() - 1;
        Trailer folded = trailers.get(last);
        trailers.set(
            last, new Trailer(folded.key(), (folded.value() + " " + line.strip()).strip()));
        continue;
      }
      Optional<Trailer> trailer = trailer(line);
      foldable = trailer.isPresent();
      trailer.ifPresent(trailers::add);
    }
    return Collections.unmodifiableList(trailers);
  }

  private static int trailersStart(List<String> lines) {
    int titleEnd = firstLine(lines);
    while (titleEnd < lines.size() && !lines.get(titleEnd).isBlank()) {
      titleEnd++;
    }
    int trailers = 0;
    int others = 0;
    int indented = 0;
    boolean ofGit = false;
    boolean empty = true;
    for (int i = lines.size() - 1; i >= titleEnd; i--) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        others += indented;
        indented = 0;
      } else if (line.isBlank()) {
        if (!empty) {
          others += indented;
          boolean mixed = ofGit && trailers * 3 >= others;
          return mixed || trailers > 0 && others == 0 ? i + 1 : lines.size();
        }
      } else {
        empty = false;
        if (line.startsWith(SIGNED_OFF) || line.startsWith(CHERRY_PICKED)) {
          trailers++;
          ofGit = true;
          indented = 0;
        } else if (trailer(line).isPresent()) {
          trailers++;
          indented = 0;
        } else if (isIndented(line)) {
          indented++;
        } else {
          others += 1 + indented;
          indented = 0;
        }
      }
    }
    return lines.size();
  }

  /** Reads {@code Token: value}, where the token has letters, digits and dashes only. */
  private static Optional<Trailer> trailer(String line) {
    int colon = line.indexOf(':');
    String key = colon < 1 ? "" : line.substring(0, colon).stripTrailing();
    return key.isEmpty() || !key.chars().allMatch(Messages::isTokenPart)
        ? Optional.empty()
        : Optional.of(new Trailer(key, line.substring(colon + 1).strip()));
  }

  private static boolean isTokenPart(int c) {
    return c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isIndented(String line) {
    return !line.isEmpty() && Character.isWhitespace(line.charAt(0));
  }

  private static int firstLine(List<String> lines) {
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    return first;
  }

  /** Lines end in a line feed only, as in git. */
  private static List<String> lines(String message) {
    return List.of(message.split("\n", -1));
  }
}
