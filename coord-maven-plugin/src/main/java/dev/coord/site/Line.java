package dev.coord.site;

import dev.coord.diagnostic.Location;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;

/** Puts a line together. */
final class Line {

  private final List<Inline> parts = new ArrayList<>();

  static Line of(String text) {
    return new Line().text(text);
  }

  static List<Inline> none() {
    return Inline.NONE;
  }

  Line text(String text) {
    return text.isEmpty() ? this : add(Inline.text(text));
  }

  Line strong(String text) {
    return add(new Inline.Strong(text));
  }

  Line code(String text) {
    return add(Inline.code(text));
  }

  Line badge(Tone tone, String word) {
    return add(new Inline.Badge(tone, word));
  }

  /** Plain text in which what stands between two backticks is to be read letter by letter. */
  Line ticked(String text) {
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
  Line rich(String markdown, Location place) {
    return markdown.isEmpty() ? this : add(new Inline.Rich(markdown, folder(place)));
  }

  /** The same as a block of its own. */
  static Block prose(String markdown, Location place) {
    return new Block.Prose(markdown, folder(place));
  }

  /** A directory that links of a file's text are relative to; empty for the root. */
  static String folder(Location place) {
    int slash = place.file().lastIndexOf('/');
    return slash < 0 ? "" : place.file().substring(0, slash);
  }

  Line add(Inline part) {
    parts.add(part);
    return this;
  }

  Line addAll(List<Inline> more) {
    parts.addAll(more);
    return this;
  }

  /** Adds lines, with a text between each two. */
  Line joined(String between, List<? extends List<Inline>> lines) {
    for (int i = 0; i < lines.size(); i++) {
      text(i == 0 ? "" : between);
      addAll(lines.get(i));
    }
    return this;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The parts; a dash when there is none, so that no cell is left bare. */
  List<Inline> cell() {
    return parts.isEmpty() ? none() : list();
  }

  List<Inline> list() {
    return List.copyOf(parts);
  }
}
