package dev.coord.plan.yaml;

import dev.coord.plan.Epic.Issue;
import dev.coord.plan.Epic.Issue.State;
import dev.coord.plan.Origin;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an item of an epic's {@code issues}.
 *
 * <p>An issue in its short form is one text: a box with its state, its number, and its title.
 * {@code [ ]} is open, {@code [x]} or {@code [X]} closed, {@code [-]} dropped. Without a number, an
 * open one is still to be created.
 */
final class IssueReader {
  static final Shape SHAPE = new Shape("an issue", "\"[x] #12: Basket totals\"");
  static final int MOST = 999_999_999;
  private static final Map<String, State> STATES = EnumWords.of(State.class);
  private static final Map<String, State> BOXES =
      Map.of(" ", State.OPEN, "x", State.CLOSED, "X", State.CLOSED, "-", State.DROPPED);
  private static final String LEGEND =
      "Write [ ] for open, [x] closed or [-] dropped, as in \"[x] #12: Basket totals\".";
  private static final Pattern SHORT = Pattern.compile("\\[(.?)\\]\\s*(.*)", Pattern.DOTALL);
  private static final Pattern NUMBERED =
      Pattern.compile("#([1-9][0-9]{0,8})(?::|\\s|$)\\s*(.*)", Pattern.DOTALL);

  /** A number that is none: zero, with leading zeros, or of too many digits. */
  private static final Pattern NUMBER_LIKE =
      Pattern.compile("#[0-9]+(?:(?::|\\s).*)?", Pattern.DOTALL);

  /** What begins as a number and goes on as none, such as {@code #1,000}. */
  private static final Pattern UNREADABLE =
      Pattern.compile("#(?:[-+][0-9]|[0-9]+(?:[,;/&+]|[.'_][0-9])).*", Pattern.DOTALL);

  private IssueReader() {}

  static Optional<Issue> read(ReadContext context, YamlNode node) {
    if (node instanceof Scalar) {
      return new Scalars(context)
          .markdown(Field.item("issues", node))
          .flatMap(text -> shortForm(context, node, text));
    }
    if (node instanceof Sequence) {
      context.error(
          node.location(),
          "an issue must be a text or a map of keys, but is a list, because \"[\" begins a list in"
              + " YAML",
          "Write for example '- \"[x] #12: Basket totals\"'.");
      return Optional.empty();
    }
    if (node instanceof Mapping map && map.isTextWithColon()) {
      context.error(
          node.location(),
          "a text that holds \": \" is a map of keys in YAML",
          "Put the issue in quotes, as in '- \"[x] #12: Basket totals\"'.");
      return Optional.empty();
    }
    return MappingReader.read(context, node, SHAPE, IssueReader::longForm);
  }

  private static Optional<Issue> shortForm(ReadContext context, YamlNode node, String text) {
    Matcher box = SHORT.matcher(text);
    if (!box.matches()) {
      context.error(
          node.location(), "the issue " + Words.quote(text) + " does not say its state", LEGEND);
      return Optional.empty();
    }
    Optional<State> state = Optional.ofNullable(BOXES.get(box.group(1)));
    if (state.isEmpty()) {
      context.error(
          node.location(),
          "the box of an issue holds " + Words.quote(box.group(1)) + ", which is no state",
          LEGEND);
      return Optional.empty();
    }
    String rest = box.group(2).strip();
    Matcher numbered = NUMBERED.matcher(rest);
    boolean known = numbered.matches();
    if (!known && UNREADABLE.matcher(rest).matches()) {
      context.error(
          node.location(),
          "the issue " + Words.quote(rest) + " begins with what is no number of one issue",
          "Write its digits alone and a colon, as in \"[x] #12: Basket totals\", and each issue as"
              + " an item of its own.");
      return Optional.empty();
    }
    if (!known && NUMBER_LIKE.matcher(rest).matches()) {
      context.error(
          node.location(),
          "the issue " + Words.quote(rest) + " has a number that no tracker gives",
          "Number issues from 1 to " + MOST + ", or leave the number out while there is none.");
      return Optional.empty();
    }
    String title = known ? numbered.group(2).strip() : rest;
    if (title.isEmpty()) {
      context.error(node.location(), "an issue needs a title", LEGEND);
      return Optional.empty();
    }
    boolean planned = !known && state.get() == State.OPEN;
    return Optional.of(
        new Issue(
            Origin.at(node.location()),
            known ? OptionalInt.of(Integer.parseInt(numbered.group(1))) : OptionalInt.empty(),
            title,
            planned ? State.PLANNED : state.get(),
            OptionalInt.empty(),
            Optional.empty(),
            ""));
  }

  private static Optional<Issue> longForm(MappingReader in) {
    OptionalInt number = in.integer("number", 1, MOST);
    Optional<String> title = in.required("title", "Basket totals", in.scalars()::markdown);
    State unsaid = in.has("number") ? State.OPEN : State.PLANNED;
    State state = in.word("state", STATES).orElse(unsaid);
    OptionalInt pullRequest = in.integer("pull_request", 1, MOST);
    Optional<String> workstream = in.reference("workstream", Kind.WORKSTREAM);
    String notes = in.markdown("notes");
    return title.map(
        text -> new Issue(in.origin(), number, text, state, pullRequest, workstream, notes));
  }
}
