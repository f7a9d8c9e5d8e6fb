package dev.coord.plan.yaml;

import com.fasterxml.jackson.core.JsonToken;
import dev.coord.diagnostic.Location;
import dev.coord.plan.yaml.MappingBuilder.Key;
import dev.coord.plan.yaml.YamlNode.Hole;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import dev.coord.plan.yaml.YamlNode.Sequence;
import dev.coord.plan.yaml.YamlNode.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads the YAML of a piece of a plan file: plain maps, lists and texts. What points elsewhere or
 * means something else to another program is refused, and reading goes on.
 */
final class YamlTree {
  /** The most tokens of a file: beginnings, ends, keys and values. */
  static final int MAX_TOKENS = 200_000;

  /** The longest key or value, in characters. */
  static final int MAX_SCALAR = 1 << 16;

  /** The deepest nesting of lists and maps. */
  static final int MAX_DEPTH = 32;

  /**
   * Levels up to which it is looked where a value ends that is nested too deeply: the parser needs
   * the longer for each token the more of them are open.
   */
  static final int MAX_SKIPPED_DEPTH = 256;

  /**
   * The most tokens, in all such values together, that are passed over in looking for their ends.
   */
  static final int MAX_SKIPPED = 10_000;

  /**
   * A whole entry of the outermost collection.
   *
   * @param begin the offset of its first character
   * @param end the offset behind its last one
   * @param key its key; empty in a list
   * @param said what is wrong with it
   */
  record Part(int begin, int end, Optional<Key> key, YamlNode value, Problems said) {}

  private final Piece piece;
  private final int outside;
  private final Effort effort;
  private final List<Part> parts = new ArrayList<>();
  private Problems said = new Problems();
  private EventParser parser;
  private Location lastSign;
  private OptionalInt open = OptionalInt.empty();
  private int contentEnd;
  private int skipped;

  /**
   * @param outside how many collections there are around the piece
   * @param effort what was read of the file already
   */
  YamlTree(Piece piece, int outside, Effort effort) {
    this.piece = piece;
    this.outside = outside;
    this.effort = effort;
  }

  /**
   * Reads the piece.
   *
   * @return its value; empty when it has none
   * @throws BrokenException when it is no YAML; {@link #parts()} tells what stands before
   * @throws LimitException when it holds more than any plan; {@link #parts()} tells what stands
   *     before
   */
  Optional<YamlNode> read() throws BrokenException, LimitException {
    parser = EventParser.of(piece.yaml());
    try {
      if (next() == null) {
        return Optional.empty();
      }
      YamlNode root = value(outside + 1);
      next();
      return Optional.of(root);
    } finally {
      effort.add(parser.events());
    }
  }

  /** The entries of the outermost collection that were read. */
  List<Part> parts() {
    return parts;
  }

  /** Where the entry of the outermost collection begins of which only a part was read. */
  OptionalInt open() {
    return open;
  }

  /** Adds all that is wrong with what was read. */
  void tell(Problems problems) {
    parts.forEach(part -> problems.addAll(part.said()));
    problems.addAll(said);
  }

  private JsonToken next() throws BrokenException, LimitException {
    try {
      JsonToken token = parser.nextToken();
      if (parser.events() > MAX_TOKENS) {
        throw new LimitException(
            piece.text().atOffset(piece.rawOffset(parser.reached())),
            "the file has more than " + MAX_TOKENS + " keys and values",
            "Split it into several files.");
      }
      if (effort.isSpentBy(parser.events())) {
        throw new LimitException(
            piece.text().atOffset(piece.rawOffset(parser.reached())),
            "there is too much around the mistakes of this file to read on behind them",
            "Correct what is told of it, and run again.");
      }
      if (token != null) {
        checkProperties(parser.event());
      }
      return token;
    } catch (LimitException limit) {
      throw limit;
    } catch (EventParser.CollectionAsKeyException asKey) {
      throw broken(
          asKey.mark(),
          problems ->
              problems.error(
                  piece.at(asKey.mark()),
                  "a key must be a text, but this is a list, a map or an alias",
                  "Put a text that begins with \"[\", \"{\" or \"*\" in quotes."));
    } catch (IOException | RuntimeException broken) {
      throw broken(broken);
    }
  }

  private BrokenException broken(Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException marked) {
        Mark mark =
            marked.getProblemMark() == null ? marked.getContextMark() : marked.getProblemMark();
        return new BrokenException(
            new Fault(
                mark == null ? 0 : piece.offset(mark),
                follows(marked.getProblemMark()) || follows(marked.getContextMark()),
                problems -> SyntaxErrors.report(marked, piece, problems)));
      }
    }
    int reached = piece.rawOffset(parser.reached());
    return new BrokenException(
        new Fault(
            reached,
            false,
            problems -> SyntaxErrors.reportUnknown(piece.text().atOffset(reached), problems)));
  }

  private BrokenException broken(Mark mark, Consumer<Problems> words) {
    return new BrokenException(new Fault(piece.offset(mark), follows(mark), words));
  }

  /** Whether an error is what a sign before it on the same line has led to. */
  private boolean follows(Mark mark) {
    return mark != null && lastSign != null && piece.at(mark).line() == lastSign.line();
  }

  /** Refuses anchors and tags, which Jackson would drop; reading goes on. */
  private void checkProperties(Event event) {
    if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
      if (node.getAnchor() != null) {
        refuseSign(
            "anchors (\"&name\") are not allowed in a plan",
            "Remove it, or put a text that begins with \"&\" in quotes.");
      }
      boolean tagged =
          node instanceof ScalarEvent scalar
              ? scalar.getTag() != null
              : node instanceof CollectionStartEvent start && start.getTag() != null;
      if (tagged) {
        refuseSign(
            "tags (\"!name\") are not allowed in a plan",
            "Remove it, or put a text that begins with \"!\" in quotes.");
      }
    }
  }

  /** Refuses a text that YAML takes for a sign; it may spoil the rest of its line, too. */
  private void refuseSign(String problem, String remedy) {
    lastSign = here();
    if (!SyntaxErrors.reportTrap(lastSign, piece.text(), said)) {
      said.error(lastSign, problem, remedy);
    }
  }

  private Location here() {
    return piece.at(parser.event().getStartMark());
  }

  private YamlNode value(int depth) throws BrokenException, LimitException {
    Location start = here();
    Event event = parser.event();
    if (event instanceof AliasEvent) {
      alias();
      return new Hole(start);
    }
    if (event instanceof ScalarEvent scalar) {
      ends(event);
      return scalar(start, scalar);
    }
    if (depth > MAX_DEPTH) {
      LimitException tooDeep =
          new LimitException(
              start,
              "lists and maps are nested more than " + MAX_DEPTH + " deep",
              "Nest them less deeply.");
      tooDeep.tell(said);
      skip(depth, tooDeep);
      return new Hole(start);
    }
    boolean flow = isFlow(event);
    YamlNode node =
        parser.currentToken() == JsonToken.START_OBJECT
            ? mapping(start, depth)
            : sequence(start, depth);
    if (flow) {
      ends(parser.event());
    }
    return node;
  }

  private static boolean isFlow(Event event) {
    return event instanceof CollectionStartEvent collection && collection.isFlow();
  }

  private void alias() {
    ends(parser.event());
    refuseSign(
        "aliases (\"*name\") are not allowed in a plan",
        "Write the value out, or put a text that begins with \"*\" in quotes.");
  }

  /**
   * Goes to the end of a list or map whose beginning was read.
   *
   * @throws LimitException the given one, when it would take time to find it
   */
  private void skip(int depth, LimitException tooDeep) throws BrokenException, LimitException {
    BitSet flow = new BitSet();
    int open = depth;
    flow.set(open, isFlow(parser.event()));
    while (open >= depth) {
      if (open > MAX_SKIPPED_DEPTH || ++skipped > MAX_SKIPPED) {
        throw tooDeep;
      }
      JsonToken token = next();
      Event event = parser.event();
      if (token.isStructStart()) {
        open++;
        flow.set(open, isFlow(event));
      } else if (token.isStructEnd()) {
        if (flow.get(open)) {
          ends(event);
        }
        open--;
      } else if (event instanceof AliasEvent) {
        alias();
      } else {
        ends(event);
      }
    }
  }

  /** Notes where the last thing ends that stands in the file; blocks end where the next begins. */
  private void ends(Event event) {
    contentEnd = piece.offset(event.getEndMark());
  }

  /**
   * A scalar. Behind an anchor stands the text that was meant; what a tag makes of one is open, and
   * nothing at all behind either of them was meant as a text that begins with a sign.
   */
  private YamlNode scalar(Location start, ScalarEvent event) {
    String value = event.getValue();
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    boolean readable =
        event.getTag() == null && !(event.getAnchor() != null && plain && value.isEmpty());
    return readable && isGood(start, value)
        ? new Scalar(start, value, plain ? Style.PLAIN : Style.TEXT)
        : new Hole(start);
  }

  private boolean isGood(Location start, String value) {
    if (value.length() > MAX_SCALAR) {
      said.error(
          start,
          "this text has " + value.length() + " characters, but the longest is " + MAX_SCALAR,
          "Shorten it.");
      return false;
    }
    if (isPrintable(value)) {
      return true;
    }
    Optional<Integer> forbidden =
        value
            .codePoints()
            .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t' || isSurrogate(c))
            .boxed()
            .findFirst();
    forbidden.ifPresent(
        c ->
            said.error(
                start,
                String.format(
                    Locale.ROOT, "this text holds the character U+%04X, which cannot be shown", c),
                "Remove its escape."));
    return forbidden.isEmpty();
  }

  /** Whether a text is of visible ASCII characters and spaces alone, as most are. */
  private static boolean isPrintable(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private Sequence sequence(Location start, int depth) throws BrokenException, LimitException {
    List<YamlNode> items = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      int begin = begins(depth);
      YamlNode item = value(depth + 1);
      items.add(item);
      completes(depth, begin, Optional.empty(), item);
    }
    return new Sequence(start, items, true);
  }

  private Mapping mapping(Location start, int depth) throws BrokenException, LimitException {
    MappingBuilder builder = new MappingBuilder();
    while (next() != JsonToken.END_OBJECT) {
      int begin = begins(depth);
      Location place = here();
      ScalarEvent event = (ScalarEvent) parser.event();
      boolean good = isGood(place, event.getValue());
      boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
      Key key = new Key(event.getValue(), place, plain, good);
      next();
      YamlNode value = value(depth + 1);
      builder.add(key, value, said);
      completes(depth, begin, Optional.of(key), value);
    }
    return builder.build(start, true);
  }

  private int begins(int depth) {
    int begin = piece.offset(parser.event().getStartMark());
    if (depth == outside + 1) {
      open = OptionalInt.of(begin);
    }
    return begin;
  }

  private void completes(int depth, int begin, Optional<Key> key, YamlNode value) {
    if (depth == outside + 1) {
      parts.add(new Part(begin, Math.max(begin, contentEnd), key, value, said));
      said = new Problems();
      open = OptionalInt.empty();
    }
  }
}
