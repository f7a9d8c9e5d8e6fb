package dev.coord.site.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A part of a line. All texts are plain and hostile; writers escape them. */
public sealed interface Inline {

  /** What stands where there is nothing to say. */
  List<Inline> NONE = List.of(new Text("–"));

  /** Plain text. */
  record Text(String text) implements Inline {
    /** Checks that there is a text. */
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Text that matters. */
  record Strong(String text) implements Inline {
    /** Checks that there is a text. */
    public Strong {
      Objects.requireNonNull(text, "text");
    }
  }

  /** A path, a command or another text to be read letter by letter. */
  record Code(String text) implements Inline {
    /** Checks that there is a text. */
    public Code {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A link.
   *
   * @param text what it says
   * @param target where it leads
   * @param code whether its text is to be read letter by letter
   */
  record Link(String text, Target target, boolean code) implements Inline {
    /** Checks that both are there. */
    public Link {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(target, "target");
    }
  }

  /**
   * A status: icon, word and colour.
   *
   * @param tone what it means
   * @param word what it says, short
   */
  record Badge(Tone tone, String word) implements Inline {
    /** Checks that both are there. */
    public Badge {
      Objects.requireNonNull(tone, "tone");
      Objects.requireNonNull(word, "word");
    }
  }

  /**
   * Text of the plan, written in Markdown, shown in one line.
   *
   * @param markdown its source
   * @param folder directory of its plan file, which its links are relative to; empty for the root
   */
  record Rich(String markdown, String folder) implements Inline {
    /** Checks that both texts are there. */
    public Rich {
      Objects.requireNonNull(markdown, "markdown");
      Objects.requireNonNull(folder, "folder");
    }

    /** Text of a plan file at the root. */
    public Rich(String markdown) {
      this(markdown, "");
    }
  }

  /**
   * A share, drawn as a bar and always said as {@code done of total}.
   *
   * @param done 0 to total
   * @param total at least 1
   * @param target what was counted
   */
  record Progress(int done, int total, Optional<Target> target) implements Inline {
    /** A share that leads nowhere. */
    public Progress(int done, int total) {
      this(done, total, Optional.empty());
    }

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when the share is impossible
     */
    public Progress {
      Objects.requireNonNull(target, "target");
      if (total < 1 || done < 0 || done > total) {
        throw new IllegalArgumentException(done + " of " + total + " is no share");
      }
    }
  }

  /**
   * Parts of a whole, drawn as one bar; the text says all that the bar shows.
   *
   * @param parts in the order drawn
   * @param rest what is in no part, 0 or more: it stays empty
   * @param limit where the parts are to reach; empty where nobody says
   * @param text the figures, such as {@code 62 passed, 2 failed of 64}
   */
  record Shares(List<Part> parts, long rest, Optional<Limit> limit, String text) implements Inline {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when less than nothing is in no part
     */
    public Shares {
      parts = List.copyOf(parts);
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(text, "text");
      if (rest < 0) {
        throw new IllegalArgumentException("a rest is no less than nothing");
      }
    }

    /** Parts that are all of the whole. */
    public Shares(List<Part> parts, String text) {
      this(parts, 0, Optional.empty(), text);
    }
  }

  /**
   * How much of a whole is wanted.
   *
   * @param permille 0 to 1000
   * @param text the same in words, such as {@code the project wants >= 80%}
   */
  record Limit(int permille, String text) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when it is no part of a whole
     */
    public Limit {
      Objects.requireNonNull(text, "text");
      if (permille < 0 || permille > 1000) {
        throw new IllegalArgumentException("no part of a whole: " + permille);
      }
    }
  }

  /**
   * A part of a whole.
   *
   * @param count 0 or more
   */
  record Part(Tone tone, long count) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when the count is negative
     */
    public Part {
      Objects.requireNonNull(tone, "tone");
      if (count < 0) {
        throw new IllegalArgumentException("a part is no less than nothing");
      }
    }
  }

  /**
   * How a number changed from one run to the next, drawn as a line as high as a word.
   *
   * @param title what it is of
   * @param text the numbers, for readers who cannot see the line
   * @param heights where each value is between the lowest, 0, and the highest, 1000; two at least
   */
  record Sparkline(String title, String text, List<Integer> heights) implements Inline {
    /**
     * Copies the collection.
     *
     * @throws IllegalArgumentException when there is no line, or a height is out of range
     */
    public Sparkline {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(text, "text");
      heights = List.copyOf(heights);
      if (heights.size() < 2 || heights.stream().anyMatch(h -> h < 0 || h > 1000)) {
        throw new IllegalArgumentException("a line has two ends between 0 and 1000: " + heights);
      }
    }
  }

  /**
   * A point in time, shown in UTC to the minute.
   *
   * @param instant when
   */
  record Time(Instant instant) implements Inline {
    /** Checks that it is there. */
    public Time {
      Objects.requireNonNull(instant, "instant");
    }
  }

  /**
   * A day, never broken at its dashes.
   *
   * @param day when
   */
  record Day(LocalDate day) implements Inline {
    /** Checks that it is there. */
    public Day {
      Objects.requireNonNull(day, "day");
    }
  }

  /** Plain text. */
  static Inline text(String text) {
    return new Text(text);
  }

  /** Text to be read letter by letter. */
  static Inline code(String text) {
    return new Code(text);
  }

  /** A link to a page of this site. */
  static Inline link(String text, Target target) {
    return new Link(text, target, false);
  }

  /** A link when there is somewhere to lead, otherwise the text alone. */
  static Inline codeLink(String text, Optional<Target> target) {
    return target.<Inline>map(t -> new Link(text, t, true)).orElseGet(() -> new Code(text));
  }
}
