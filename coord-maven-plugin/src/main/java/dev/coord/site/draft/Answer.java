package dev.coord.site.draft;

import dev.coord.assess.ClaimCheck;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The answer to a page's question.
 *
 * @param tone what it means
 * @param sentence the page's first sentence
 */
public record Answer(Tone tone, List<Inline> sentence) {

  /** A mark that begins the sentence takes the tone of the answer. */
  public Answer {
    Objects.requireNonNull(tone, "tone");
    sentence = marked(tone, sentence);
  }

  /** A mark that begins the sentence has the tone of the answer. */
  private static List<Inline> marked(Tone tone, List<Inline> sentence) {
    List<Inline> marked = new ArrayList<>(sentence);
    if (!marked.isEmpty() && marked.get(0) instanceof Inline.Badge badge) {
      marked.set(0, new Inline.Badge(tone, badge.word()));
    }
    return List.copyOf(marked);
  }

  /** An answer in plain text. */
  public static Answer of(Tone tone, String sentence) {
    return new Answer(tone, Line.of(sentence).list());
  }

  /**
   * The answer when sources are missing: what is bad stays bad, anything else is unknown. Why they
   * are missing is told once, by the page's banner.
   *
   * @param missing sources that the page rests on and that could not be read
   */
  public Answer without(List<Sources.Missing> missing) {
    if (missing.isEmpty() || tone == Tone.BAD) {
      return this;
    }
    return new Answer(
        Tone.UNKNOWN,
        new Line()
            .badge(Tone.UNKNOWN, "Unknown")
            .text(" " + Words.sentence(Sources.words(missing)))
            .text(". What the plan says stands below.")
            .list());
  }

  /**
   * The answer that the build gives, never green, when sources are missing that could have told
   * more: what the build comes to is said alike everywhere.
   *
   * @param missing sources that the page rests on and that could not be read
   */
  public Answer besides(List<Sources.Missing> missing) {
    if (missing.isEmpty() || tone == Tone.BAD || tone == Tone.UNKNOWN) {
      return this;
    }
    Line line = new Line().addAll(sentence).text(" Not all can be told: " + clauses(missing));
    return new Answer(tone == Tone.GOOD ? Tone.WARNING : tone, line.text(".").list());
  }

  /** The same where claims about what the page shows are contradicted: they are to be mended. */
  public Answer contradicted(List<ClaimCheck> claims) {
    if (claims.isEmpty()) {
      return this;
    }
    int number = ClaimCheck.count(claims);
    Line line =
        new Line()
            .addAll(sentence)
            .text(" ")
            .add(Inline.link(Words.count(number, "claim"), Target.page("claims", "contradicted")))
            .text(Words.either(number, " is", " are") + " contradicted.");
    boolean calm = tone == Tone.GOOD || tone == Tone.INFO || tone == Tone.NEUTRAL;
    return new Answer(calm ? Tone.WARNING : tone, line.list());
  }

  private static String clauses(List<Sources.Missing> missing) {
    return missing.stream().map(Sources.Missing::clause).collect(Collectors.joining("; "));
  }
}
