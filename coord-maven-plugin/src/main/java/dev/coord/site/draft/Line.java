package dev.coord.site.draft;

import dev.coord.diagnostic.Location;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;

/** Puts a line together. */
public final class Line {

  private final List<Inline> parts = new ArrayList<>();

  /** A line that begins with a plain text. */
  public static Line of(String text) {
    return new Line().text(text);
  }

  /** What stands in a cell that has nothing to say: a dash. */
  public static List<Inline> none() {
    return Inline.NONE;
  }

  /** Adds a plain text; nothing when it is empty. */
  public Line text(String text) {
    return text.isEmpty() ? this : add(Inline.text(text));
  }

  /** Adds a text that stands out. */
  public Line strong(String text) {
    return add(new Inline.Strong(text));
  }

  /** Adds a text that is to be read letter by letter. */
  public Line code(String text) {
    return add(Inline.code(text));
  }

  /** Adds a mark. */
  public Line badge(Tone tone, String word) {
    return add(new Inline.Badge(tone, word));
  }

  /** Plain text in which what stands between two backticks is to be read letter by letter. */
  public Line ticked(String text) {
    String[] parts = text.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1 && !parts[i].isEmpty();
      boolean bare = i % 2 == 1 && !code;
      if (code) {
        code(parts[i]);
      } else {
        text(bare ? "`" + parts[i] + (i < parts.length - 1 ? "`" : "") : parts[i]);
      }
    }
    return this;
  }

  /**
   * Text of the plan.
   *
   * @param place where it is written
   */
  public Line rich(String markdown, Location place) {
    return markdown.isEmpty() ? this : add(new Inline.Rich(markdown, folder(place)));
  }

  /** The same as a block of its own. */
  public static Block prose(String markdown, Location place) {
    return new Block.Prose(markdown, folder(place));
  }

  /** A directory that links of a file's text are relative to; empty for the root. */
  public static String folder(Location place) {
    int slash = place.file().lastIndexOf('/');
    return slash < 0 ? "" : place.file().substring(0, slash);
  }

  /** Adds a part. */
  public Line add(Inline part) {
    parts.add(part);
    return this;
  }

  /** Adds parts. */
  public Line addAll(List<Inline> more) {
    parts.addAll(more);
    return this;
  }

  /** Adds lines, with a text between each two. */
  public Line joined(String between, List<? extends List<Inline>> lines) {
    for (int i = 0; i < lines.size(); i++) {
      text(i == 0 ? "" : between);
      addAll(lines.get(i));
    }
    return this;
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The parts; a dash when there is none, so that no cell is left bare. */
  public List<Inline> cell() {
    return parts.isEmpty() ? none() : list();
  }

  /** The parts; none when nothing was added. */
  public List<Inline> list() {
    return List.copyOf(parts);
  }
}
