package dev.coord.site;

import java.util.List;
import java.util.Objects;

/**
 * The answer to a page's question.
 *
 * @param tone what it means
 * @param sentence the page's first sentence
 */
record Answer(Tone tone, List<Inline> sentence) {

  Answer {
    Objects.requireNonNull(tone, "tone");
    sentence = List.copyOf(sentence);
  }

  static Answer of(Tone tone, String sentence) {
    return new Answer(tone, Line.of(sentence).list());
  }

  /**
   * The answer when sources are missing: what is bad stays bad, anything else is unknown.
   *
   * @param missing sources that the page rests on and that could not be read
   */
  Answer without(List<Sources.Missing> missing) {
    if (missing.isEmpty() || tone == Tone.BAD) {
      return this;
    }
    Line line = new Line().strong("Unknown").text(": ");
    for (int i = 0; i < missing.size(); i++) {
      line.text((i == 0 ? "" : "; ") + missing.get(i).clause());
    }
    return new Answer(Tone.UNKNOWN, line.text(". What the plan says stands below.").list());
  }
}
